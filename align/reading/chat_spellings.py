"""How people who type fast spell common words: "u", "cant", "tmrw", "gonna", "ofcourse".

A room then knows one spelling of each word. Only spellings that are no other word are here:
"ill", "were" and "wed" stay what they are, and so do "r" and "k", which mark
money, and "n", which is a side of town in an address.
"""

from __future__ import annotations

from typing import Final

_ONE_WORD: Final = {
    "you": "u ya ye yous youse yall y'all",
    "your": "ur yer",
    "yours": "urs",
    "hundred": "hunnid hunned hundo hundy hundie",
    "half": "haf hlf harf hafl hauf",
    "have": "hav hve",
    "with": "wiv wif wth w/",
    "without": "w/o witout",
    "weekend": "wkend wknd wkd",
    "you'd": "youd",
    "it'll": "itll",
    "she's": "shes",
    "he's": "hes",
    "just": "jus jst",
    "next": "nxt",
    "would": "wud wld",
    "should": "shud shld shd",
    "could": "cld cud",
    "enough": "enuf enuff",
    "from": "frm",
    "about": "abt bout aboot",
    "around": "ard arnd",
    "when": "wen whn",
    "before": "bfr befor",
    "after": "afta ater",
    "later": "l8r l8er",
    "great": "gr8",
    "wait": "w8",
    "love": "luv",
    "was": "woz wuz",
    "this": "dis",
    "cream": "creme",
    "really": "rly rlly",
    "probably": "prolly",
    "something": "smth sth",
    "someone": "sm1 some1",
    "anyone": "any1",
    "everyone": "every1",
    "phone": "fone",
    "room": "rom",
    "week": "wek",
    "well": "wel",
    "full": "ful",
    "free": "fre",
    "look": "lok",
    "door": "dor",
    "today": "toay 2day tdy tday",
    "yourself": "urself",
    "you're": "youre ure your'e u're",
    "that": "dat",
    "what": "wat wot",
    "through": "thru",
    "though": "tho",
    "because": "bc coz cuz cus",
    "please": "pls plz plse",
    "tomorrow": (
        "tomorow tommorow tommorrow tommorro tomorro tommorw tomorw tomoro tmoro 2moro 2morrow 2mrw 2mro "
        "morra tmr tmrw tmrrw tmw tomo tomoz"
    ),
    "tonight": "tonght tonigt tonite 2nite 2night",
    "night": "nite",
    "morning": "mornin",
    "evening": "evenin",
    "thanks": "thx thnx tnx",
    "people": "ppl",
    "paying": "payin",
    "settling": "settlin",
    "appointment": "appt",
    "minute": "minit",
    "minutes": "minits",
    "appointments": "appts",
    "session": "sesh",
    "photo": "foto",
    "photos": "fotos",
    "message": "msg",
    "messages": "msgs",
    "text": "txt",
    "address": "addy",
    "details": "deets",
    "can't": "cant ca'nt cna't cannae cannea cyaan cyah",
    "won't": "wont wo'nt willnae winnae winna",
    "don't": "dont dnt do'nt dinnae dinna dinny divvent dinnet",
    "doesn't": "doesnt does'nt doesnae doesna disnae disna",
    "didn't": "didnt did'nt didnae didna",
    "isn't": "isnt is'nt isnae isna",
    "aren't": "arent are'nt arenae",
    "wasn't": "wasnt was'nt wasnae wasna wisnae",
    "weren't": "werent werenae werena",
    "haven't": "havent have'nt havenae havnae huvnae havena",
    "hasn't": "hasnt hasnae hasna",
    "hadn't": "hadnt hadnae hadna",
    "couldn't": "couldnt could'nt couldnae couldna cudnae",
    "wouldn't": "wouldnt would'nt wouldnae wouldna widnae",
    "shouldn't": "shouldnt should'nt shouldnae shouldna",
    "ain't": "aint amn't amnae amnt",
    "needn't": "neednae",
    "mustn't": "mustnae",
    "no": "nae",
    "nah": "naw nawh naww",
    "nope": "nup",
    "out": "oot",
    "down": "doon",
    "house": "hoose",
    "home": "hame",
    "i'm": "im",
    "i've": "ive",
    "i'll": "imma ima i'l",
    "that's": "thats",
    "what's": "whats",
    "there's": "theres",
    "they're": "theyre",
    "they've": "theyve",
    "we've": "weve",
    "you've": "youve",
    "you'll": "youll",
}
_TWO_WORDS: Final = {
    "gonna": ("going", "to"),
    "gonnae": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "gimme": ("give", "me"),
    "lemme": ("let", "me"),
    "cya": ("see", "you"),
    "seeya": ("see", "you"),
    "tryna": ("trying", "to"),
    "outta": ("out", "of"),
    "dunno": ("don't", "know"),
    "hafta": ("have", "to"),
    "needa": ("need", "to"),
    "oughta": ("ought", "to"),
    "kinda": ("kind", "of"),
    "shoulda": ("should", "have"),
    "coulda": ("could", "have"),
    "woulda": ("would", "have"),
    "whatcha": ("what", "you"),
    "d'you": ("do", "you"),
}
_JOINED: Final = (
    "a lot,a while,as well,at least,each other,every time,good evening,good morning,good night,in "
    "advance,in fact"
    ",in person,no one,no problem,no thanks,no worries,of course,sounds good,thank you,up to"
)
"""Set phrases that people write as one word."""


def _parts(spelling: str, words: tuple[str, str]) -> tuple[tuple[str, int], ...]:
    """Return two words, each with how many letters of the spelling stand for it."""
    joined = spelling == "".join(words)
    first = len(words[0]) if joined else len(spelling) - min(2, len(words[1]))
    return (words[0], first), (words[1], len(spelling) - first)


CHAT_SPELLINGS: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    **{typed: ((word, len(typed)),) for word, all_typed in _ONE_WORD.items() for typed in all_typed.split()},
    **{typed: _parts(typed, words) for typed, words in _TWO_WORDS.items()},
    **{a + b: _parts(a + b, (a, b)) for a, b in (phrase.split(" ") for phrase in _JOINED.split(","))},
}
"""By spelling: the words that it stands for, each with the length of its part in the text."""
