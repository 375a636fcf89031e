"""How people who type fast spell common words: "u", "cant", "tmrw", "gonna".

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
    "hundred": "hunnid hunned hundo hundy",
    "yourself": "urself",
    "you're": "youre ure",
    "that": "dat",
    "what": "wat wot",
    "through": "thru",
    "though": "tho",
    "because": "bc coz cuz cus",
    "please": "pls plz plse",
    "tomorrow": "tmr tmrw tmrrw tmw tomo tomoz 2moro",
    "tonight": "tonite 2nite",
    "night": "nite",
    "thanks": "thx thnx tnx",
    "people": "ppl",
    "appointment": "appt",
    "appointments": "appts",
    "session": "sesh",
    "message": "msg",
    "messages": "msgs",
    "text": "txt",
    "address": "addy",
    "details": "deets",
    "can't": "cant",
    "won't": "wont",
    "don't": "dont",
    "doesn't": "doesnt",
    "didn't": "didnt",
    "isn't": "isnt",
    "aren't": "arent",
    "wasn't": "wasnt",
    "weren't": "werent",
    "haven't": "havent",
    "hasn't": "hasnt",
    "hadn't": "hadnt",
    "couldn't": "couldnt",
    "wouldn't": "wouldnt",
    "shouldn't": "shouldnt",
    "ain't": "aint",
    "i'm": "im",
    "i've": "ive",
    "i'll": "imma ima",
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
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "gimme": ("give", "me"),
    "lemme": ("let", "me"),
    "tryna": ("trying", "to"),
    "outta": ("out", "of"),
    "dunno": ("don't", "know"),
}
_SHORTENED: Final = (
    "minute minutes min mins hour hours half quarter noon o'clock tomorrow today tonight".split()
)
"""Nouns that "will" is joined to: "thirty minutes'll do", "noon'll be fine"."""


def _parts(spelling: str, words: tuple[str, str]) -> tuple[tuple[str, int], ...]:
    """Return two words, each with how many letters of the spelling stand for it."""
    first = len(spelling) - min(2, len(words[1]))
    return (words[0], first), (words[1], len(spelling) - first)


CHAT_SPELLINGS: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    **{typed: ((word, len(typed)),) for word, all_typed in _ONE_WORD.items() for typed in all_typed.split()},
    **{typed: _parts(typed, words) for typed, words in _TWO_WORDS.items()},
    **{f"{noun}'ll": ((noun, len(noun)), ("'ll", 3)) for noun in _SHORTENED},
}
"""By spelling: the words that it stands for, each with the length of its part in the text."""
