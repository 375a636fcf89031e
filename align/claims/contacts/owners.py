"""Whose it is: the professional's, the client's or somebody else's.

The nearest owner before a contact or an address decides; with none it is the speaker's,
who gives it out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

Owner = Literal["professional", "client", "other"]

REACH: Final = 18
"""Words back at which an owner is looked for, inside the sentence."""

_OWN_NOUNS: Final = (
    "shop|studio|salon|office|number|line|site|website|page|link|form|desk|workshop|practice|van"
    "|business|booking"
    "|address|place|front|main|new|old|best|same|right|only|usual|work|other|correct|following|first|second"
    "|handle|email|e-mail|phone|mobile|cell|gate|door|code|key|lockbox|buzzer|unit|flat|house|building"
    "|insta|ig|app"
    r"|hours?|half|minutes?|slot|date|day|time|price|rate|rest|deal|session|lesson|visit|today|tonight"
    r"|tomorrow|\w+day"
    "|url|one|direct|personal|private|full|portfolio|account|profile|details?|calendar|diary|store"
    "|entrance|landline"
)
_OWN_DOORS: Final = "bell|room|space|apartment|apt|street|road|spot|info"
THIRD_PARTIES: Final = (
    # people and places besides the professional that a message to a client speaks of
    "vet|vets|venue|hotel|florist|planner|photographer|dj|band|caterers?|landlord|agent|agency|school"
    "|hospital|doctor"
    "|gp|physio|dentist|plumber|council|embassy|manager|coordinator|organi[sz]er|driver|taxi|cab"
    "|restaurant|cafe|bar"
    "|pub|church|registrar|garage|car park|parking(?: lot)?|lot|station|airport|airline|police|pharmacy"
    "|chemist|kennels?"
    "|breeder|shelter|trainer|teacher|supplier|library|museum|theatre|theater|festival"
    "|(?<!i )(?<!we )(?<!ll )(?<!can )(?<!only )host|airbnb|concierge|reception"
    "|receptionist|helpline|hotline|bank|insurer|publisher|brand|artist|designer|maker|seamstress|tailor"
    "|bakery|baker"
    "|neighbou?r|colleague|friend|mate|pal|sister|brother|mum|mom|dad|husband|wife|partner|boss|bride"
    "|groom|couple(?! of)"
    "|gym|spa|market|supermarket|centre|center|hall|pavilion|barn|park|bakers|stylist|hairdresser|makeup "
    "artist"
    "|celebrant|exam board|ministry"
    "|locksmith|courier|post office|company|team at|people at|guys at|lads at|girls at|ones at|place at"
    "|spot at|lady at"
    "|lady up|woman at|man at|guy at|tube|metro|bus stop|coffee shop"
)
_PEOPLE: Final = (
    r"vet|florist|planner|photographer|friend|mate|sister|brother|mum|mom|dad|husband|wife|partner"
    r"|landlord|neighbou?r|colleague"
    r"|doctor|dentist|physio|boss|and|or|but|at|on|is|for|to"
)
_A_THIRD: Final = (
    rf"(?:{THIRD_PARTIES})(?! (?:letters?|report|records?|notes|forms?|bill|details|cert|certificate"
    r"|receipt|card|invoice"
    r"|list|info|photos|pics|results)\b)"
)
_COPULA_TAKES: Final = (
    "at|in|on|up|over|down|round|around|by|near|behind|above|beside|opposite|inside|just|right|now|still"
    "|moved|based|set up|a|the"
)
"""Behind "the chair's": an "is", not whose it is."""
_BOOKED: Final = (
    r"(?:(?:own|next|first|free|preferred|new|trial|usual|exact) )?(?:names?(?= (?:down|in|on|here)\b)"
    r"|times?|slots?|spots?|appointments?|sessions?|lessons?|class|classes|visits?"
    r"|dates?|bookings?|deposit|balance|payment|seats?|trials?|consultation|consult|fitting|groom|cut"
    r"|treatment|massage|questions|ideas|choice|day|gift (?:card|voucher)|vouchers?|tickets?|prize|award"
    r"|quote|invoice|receipt|contract|confirmation|copy|diary|calendar|records|satnav|sat nav|info"
    r"|information|reference|maps|taxi|uber|driver|cab)"
)
"""What a client books, pays or asks: where they do it is no contact of theirs, "grab your time at x.com"."""
_WORKPLACE: Final = (
    r"(?:(?<![\w'] )|the (?:(?!(?:exam|exams|test|testing|shopping|garden|visitors?|call|job|recycling"
    r"|health|medical|vaccination|convention|conference|exhibition"
    r"|sports?|leisure|concert|town|city|registry|music|wedding|other|next|nearest|closest"
    r"|local)\b)[\w'-]+ )?)(?:centre|center|gym|spa|hall|barn|garage)"
    r"(?: is| ?'s)?(?: ,| at| on| in)?(?: number| no)?\Z"
)
"""Where somebody else is at home, unless the address right behind is where the client is to come."""
_OWNER: Final = re.compile(
    rf"\b(?:(?P<client>(?:your|ur)(?! (?:own )?(?:{_BOOKED})\b)(?: \w+ ?'s| \w+s')?|yours"
    r"|the (?:e-?mail|number|address|phone|mobile|handle) (?:on|in) your (?:\w+ )?(?:booking|form|file"
    r"|note|message"
    r"|profile|card|account|order|voucher|signature)"
    r"|the (?:e-?mail|number|address|phone|mobile|handle|contact)(?: address"
    r"| number)? (?:that )?(?:i(?:'ve| have)"
    r"|we(?:'ve| have))(?: got)?(?: (?:for you|down|here|saved|on file|noted|written))*"
    r"|(?:you're|youre|you are)(?:\Z| (?:home|staying|living|based|parked|already) (?:at|in|on)\Z"
    r"| (?:saved|down|listed|stored|in my phone|in my contacts)\b)|you gave(?: me)?|you sent(?: me)?"
    r"|you mentioned|you said"
    r"|(?:text|txt|message|reach|get|ring|call|phone|email|contact|whatsapp|send) (?:it |them |that |this )?"
    r"(?:to )?(?:you|u|ya)(?: back)?(?: (?:later|tomorrow|then))? (?:on|at|to|via)|have you (?:on|as|at)"
    r"|got you (?:on|as|at|down)"
    r"|(?!put your names? down\b)(?:saved|got|have|put) (?:you|him|her|them|your \w+)(?: \w+)?"
    r" (?:as|under|at|on|down)"
    r"|(?:i|i've|i have|we|we've|we have|i'll|i'd|just)(?: (?:just|also|already|now|still))*"
    r" (?:(?:written|noted|jotted|put|taken|wrote|took|copied|marked|scribbled|popped)"
    r" (?:it |that )?down|noted|saved|added|logged|copied|jotted|kept)\Z)"
    r"|(?P<mine>(?:my|our) (?:[\w-]+ )?(?:assistant|pa|va|manager|admin|receptionist|booker|secretary"
    r"|agent|team|front desk|reception|bookkeeper|booking (?:lady|person|guy|girl))(?: ?'s)?"
    rf"|(?:my|our)(?: (?!(?:{_PEOPLE})\b)\w+){{0,2}}"
    r" (?:clinic|gym|spa|barn|centre|center|hall|practice|school|company|agency|band|shop|place)(?:'s)?"
    rf"|(?P<workplace>{_WORKPLACE})|(?:my|our) (?:home )?garage(?= (?:at|on|in)\b)"
    r"|my(?! (?:girl|guy|lad|lady|cousin)\b)|mine|our|ours|i'm|im|i am|me|us|we're|we are|here's"
    r"|here is|i've|i use|we use|i go by)"
    r"|(?P<others>(?:i|we|i'd|we'd)(?: (?:always|usually|often|can|would|really|highly))*"
    r" (?:recommend|suggest|rate|swear by|(?:send|refer|point) (?:people|everyone|clients|folks?)"
    r" to)(?! (?:you|booking|texting|that|the (?:form|link|page)|my)\b)|his|her|hers|their|theirs"
    r"|(?:she|he|they)(?: is| ?'s|'re| are) (?:on|at|in|over at|under)"
    r"|(?:the|a|an|this|that)"
    rf" (?!(?:it|{_OWN_NOUNS})\b)\w+(?: (?!(?:{_OWN_NOUNS})\b)\w+)? ?'s(?! (?:{_COPULA_TAKES})\b)"
    rf"|(?:the|a|an|that|this) (?:(?:(?!(?:{_OWN_NOUNS}|{_OWN_DOORS}|bits?|things?|stuff|info|times"
    r"|dates|prices|rates|lists?|files?|papers?|documents?|forms|dets|answers"
    rf"|lot)\b)[\w'-]+ ){{1,2}}?(?:that |who |which )?you(?:'re| are)?"
    r" (?:want|need|after|looking for|mean|meant|mentioned|asked about)"
    r"|(?:[\w'-]+ ){1,2}?(?:that |who |which )?(?:i|we)"
    r" (?:trained|studied|learned|learnt|apprenticed|started out|started) (?:with|under|at|in)"
    r"|(?:[\w'-]+ ){1,2}?(?:that |who |which )?(?:i|we)"
    r" (?:buy|bought|get|got|order|ordered)(?: \w+){1,3}? (?:from|at))"
    r"|(?:call|ring|text|email|e-mail|message|contact|try|ask|phone|tag|follow|tell|reach) (?:him|her|them)"
    r"|(?:call|ring|text|email|e-mail|message|contact|try|ask|phone|tag|follow|tell|reach)"
    r" (?:the |my |our |your )?"
    rf"(?:{_A_THIRD})"
    r"|(?<!saved you )(?<!booked you )(?<!kept you )(?<!hold you )(?!a (?:spot|place) at\b)(?:the|a|an"
    r"|that|this|my|our|nearest|closest|local|good|great|called|lovely|free|cheap|street)"
    rf" (?:{_A_THIRD})(?:'s)?"
    rf"|(?:{THIRD_PARTIES}) (?:office|reception|desk|front desk|number|line|site|website|page|insta|email"
    rf"|phone)"
    rf"|(?!(?:it|that|what|here|there|who|where|how|let|{_OWN_NOUNS})\b)\w+ ?'s (?:new |own |direct |work )?"
    r"(?:number|mobile|cell|phone|email|e-mail|insta|instagram|handle|page|site|website|venmo|paypal|line)"
    rf"|(?:{THIRD_PARTIES})(?:'s)?(?= (?:at|is|are|on|'s|over|:)(?!\w))"
    r"|(?:the|that|this|your) (?:\w+ )?(?:concert|wedding|party|gig|ceremony|event|exam|audition|match"
    r"|funeral|festival|competition|conference|convention)(?: is| ?'s| will be)?(?= (?:at|on|in)\b)))"
    r"(?![\w'])"
)
_ASKED_OF: Final = r"i|you|u|he|she|it|we|they|that|this|these|those|the|your|\w+day"
"""Behind "does" or "did", what a new question is about: "does that suit?"."""
_AFTERWARDS: Final = re.compile(
    r",? ?(?:(?:is|was) (?:still )?)?(?:the )?(?:(?P<noted>(?:perfect |great |lovely )?(?:got it"
    r"|got that|noted|gotcha|saved|all noted|written down)\b|as yours\b|on file\b"
    r"|(?:down|here) (?:for|as) (?!me\b|us\b|(?:a )?\d|noon\b|today\b|tonight\b|tomorrow\b"
    r"|(?:on )?\w+day\b)|in my (?:notes|phone|contacts|diary|book|phonebook|records|files?)\b"
    r"|(?:on|to) (?:the|my|our) (?:mailing |guest |waiting |invite |reminder |contact )?(?:list|system"
    r"|records|newsletter|file)\b)|(?P<mine>(?:that's|thats|it's|its|which is|is|that is|as)"
    r" (?:my|mine|me|our|where i|where we)\b)|(?P<client>(?:is |still |the )*(?:your|yours|right for you"
    r"|best for you|on your (?:side|end))\b)"
    r"|(?P<others>(?:is|was|belongs to) (?:some|somebody|someone|another|the other|not me\b|an? (?:fake"
    r"|impostor|bot|fan)"
    r"|my (?:cousin|brother|sister|ex|namesake|nephew|niece))\b|(?:(?:he|she|dude|the (?:guy|lady|girl"
    r"|lad|man|woman))(?:'s| is| are)?"
    r" (?:(?:an?|the|really|so|just|absolutely) )*(?:does|makes|sells|cuts|teaches|charges"
    r"|speciali[sz]es|great|brilliant|amazing|lovely|fab|best|legend|good at|class|wizard|genius|magic"
    r"|star|specialist|pro)\b)|(?:is |that's |it's )?(?:their|his|her"
    r"|the (?:vet|venue|hotel|florist|planner|landlord))\b"
    r"|(?:and )?they(?:(?:'re| are)(?: (?:so|really|just|the|very|pretty|absolutely))*"
    r" (?:great|good|best|lovely|brilliant|amazing|fab|fantastic|nice|ace|cheap|cheaper|excellent"
    r"|legends)| sell| stock| do| make| carry| fix| repair| charge| offer)\b"
    r"|(?<!, )(?:(?:sells?|stocks?|carr(?:y|ies)|sold|fixes|repairs|makes|charges|offers|does|did)"
    rf" (?!not\b|n't|have\b|for\b|(?:{_ASKED_OF})\b)\w"
    r"|(?:has|have|had) (?:that|those) (?!\w+ed\b|(?:come|gone|got|been|helped|sunk)\b)"
    r"|(?:sells?|stocks?) (?:that|those)\b|(?:has|have|had|sells?|stocks?|does|do)"
    r" (?:the (?:best|same|right)|great|good|nice|lovely|gorgeous|amazing|cheap|cheaper|nicer)\b"
    r"|(?:is|are) (?:great|good|lovely|brilliant) (?:for|if)\b"
    r"|(?:spoiled|spoilt|ruined|messed|butchered|botched|burnt|broke|charged|told|gave|quoted"
    rf"|did(?! (?:{_ASKED_OF})\b)|sold|fixed|made|closed|moved|shut)\b)))"
)


def _first_words(alternatives: str) -> frozenset[str]:
    """Return the words that the alternatives of `THIRD_PARTIES` open with."""
    plain = (
        alternatives.replace("(?: lot)?", "")
        .replace("(?! of)", "")
        .replace("organi[sz]er", "organiser|organizer")
    )
    firsts = [alternative.split(" ")[0] for alternative in plain.split("|")]
    return frozenset(re.sub(r".\?", "", word) for word in firsts) | {w.replace("?", "") for w in firsts}


_OPENERS: Final = _first_words(THIRD_PARTIES) | frozenset(
    "i'd we'd we your ur yours you're youre you text txt message reach get ring call phone email "
    "contact whatsapp send have got"
    " saved put my mine our ours i'm im i me us we're we here's here i've his her hers their theirs the "
    "a an this that"
    " e-mail e try ask tag follow tell nearest closest local good great called lovely free cheap street "
    "she he they they're".split()
)
"""Words that `_OWNER` can begin with; a word of somebody ("Sam's number") is none of them."""
_RUN: Final = re.compile(r"\w+")
_FIRST: Final = [0]
_CONTRACTION: Final = re.compile(r"[^\W\d_]+'(?:m|re|ve|ll|d|t)\Z")


@lru_cache(maxsize=8192)
def _may_open(word: str) -> bool:
    """True for a word that `_OWNER` can begin with or in the middle of, or that belongs to somebody."""
    if word in _OPENERS:
        return True
    if word.isalnum() or len(word) == 1 or word[0].isdigit():
        return False
    return _CONTRACTION.match(word) is None


def owner_before(reading: Reading, first: int) -> Owner | None:
    """Return the nearest owner that the sentence names before word `first`; None for none."""
    start = max(reading.sentence(first)[0], first - REACH)
    line, at = reading.line, reading.line_at
    stop = max(at[start], at[first] - 1)
    words = reading.words[start:first]
    found: Owner | None = None
    named, done = "", 0
    # to try the pattern only where it can begin gives the same, and is far cheaper
    opening = range(start, first) if "'s" in words else compress(range(start, first), map(_may_open, words))
    for index in opening:
        word = reading.words[index]
        runs = _FIRST if word.isalnum() else [run.start() for run in _RUN.finditer(word)]
        for start_of_run in runs:
            position = at[index] + start_of_run
            here = _OWNER.match(line, position, stop) if position >= done else None
            if here is None or ((here["others"] or here["workplace"]) and _is_landmark(line, position)):
                continue
            if not (here["others"] and here.end() == stop and _is_copula(reading, first)):
                found = "client" if here["client"] else "professional" if here["mine"] else "other"
                done, named = here.end(), here.group()
    if found == "client" and _STARTED_ANEW.search(line, done, at[first]):
        return None
    sent = _SENT_SOMEWHERE.search(line, done, at[first]) if named in _WHO_OF else None
    return None if sent is not None and sent["who"] == _WHO_OF[named] else found


_STARTED_ANEW: Final = re.compile(
    r", (?:(?:and|then|so|or) )*(?:(?:just|please) )*(?:get|pop|send|book|have a|grab|use|fill|put|drop"
    r"|stick|pay|it's|see it)\b"
)
"""A clause of its own behind whose it was: "if your restaurant likes it, get the details onto …"."""
_WHO_OF: Final = {"your": "you", "her": "she", "his": "he", "their": "they"}
_SENT_SOMEWHERE: Final = re.compile(
    r", (?:(?:and|then|so) )*(?P<who>you|she|he|they) (?:can|could|should|may)(?: (?:just|also|always|still))*"
    r" (?:go|head|book|use|pay|fill|start|sign|pick|write)\b"
)
"""Whose things are spoken of is then sent elsewhere: "if it plays up on her phone, she can go to x.com"."""


def _is_copula(reading: Reading, first: int) -> bool:
    """True for the "'s" right before a house's number: "the kitchen's 18 Dock Street"."""
    return reading.words[first - 1] == "'s" and reading.words[first][0].isdigit()


_LANDMARK: Final = re.compile(
    r"\b(?:behind|past|beside|opposite|near|above|below|under|after|before|around|round|across(?: from)?"
    r"|outside|between|by|facing|towards?|through|along"
    r"|next to|next door to|upstairs from|over|in front of|(?:left|right|turn) at) \Z"
)
_LANDMARK_REACH: Final = 14


def _is_landmark(line: str, position: int) -> bool:
    """True for the church of "the stairs behind the church": it shows the way, and owns nothing."""
    return _LANDMARK.search(line, max(0, position - _LANDMARK_REACH), position) is not None


def owner_after(reading: Reading, last: int) -> Owner | None:
    """Return the owner that the words right after word `last` name: "is that still yours?"."""
    if last >= len(reading):
        return None
    match = _AFTERWARDS.match(reading.line, reading.line_at[last])
    if match is None:
        return None
    if match["mine"]:
        return "professional"
    return "client" if match["client"] or match["noted"] else "other"


_RECIPIENT: Final = re.compile(
    r"(?P<own>\b(?:i|i'm|i am|i'll|i've|i'd|we|we're|we'll|we've|they|they'll|it|it'll|he|she|let me"
    r"|shall i|should i|happy to|glad to)"
    r"(?: (?:just|also|already|will|can|could|have|then|to|shall|should|would|do|be|now|still|always"
    r"|actually|definitely|certainly|probably|happily|gladly|quickly|going to|about to|able to|happy to"
    r"|glad to|trying to|planning to|meaning to))* )?"
    r"\b(?:send|sent|sending|e-?mail|e-?mailed|e-?mailing|forward|ping|drop|fire|shoot|pop|mail|text"
    r"|pass|fling|whack)\b"
    r"(?: (?!to\b)[^\s.!?;]+){0,10} to(?: me (?:at|on))? ?:? \Z"
)
_OTHERS_MAY: Final = re.compile(
    r"(?:they|he|she)(?: \w+)? (?:can|could|should) .*\b(?:deposit|payment|fee|balance|money|their|his|her) "
)
"""Others are told where to send money, or what is theirs: "they can send the deposit to x@y.com"."""
_SENT_TO_ME: Final = re.compile(
    r"\b(?:e-?mail|mail|send|forward|ping|drop|fire|shoot|pop|text|whatsapp|message|msg)"
    r" (?:me|us)\b[^.!?;]*(?:[,:(—-] |\band |\b(?:at|on|to|via) )(?:(?:it's|it is|its|that's"
    r"|the address is|the email is"
    r"|address is|here's the address|the address)(?: ,| :)? )?\Z"
)
"""A request and where to: "email me his card, it's x@y.com"."""
_ME: Final = frozenset(("me", "us"))
_SENT_WITH: Final = frozenset(("to", "at", "on", ":"))
_LEADS_TO: Final = _SENT_WITH | frozenset(("it's", "its", "is", "that's", ",", "-", "—", "("))
_SENT_REACH: Final = 16
_WRITES_TO: Final = frozenset("to mail e-mail email text message ring call phone contact at on".split())
_TOLD_TO_WRITE: Final = re.compile(
    r"\b(?:ask|tell|get|have) (?:(?:her|him|them) |your (?:[\w'-]+ ){1,3}?|the (?:[\w'-]+ ){1,2}?)to"
    r" (?:e-?mail|mail|write to|text|message|ring|call|phone|contact"
    r"|reach)(?: (?:me|us)(?: (?:at|on|to))?)? \Z"
)
"""Somebody else is to write to the professional: "ask her to mail x@y.com"."""


def recipient_before(reading: Reading, first: int) -> Owner | None:
    """Return whose contact it is that something is sent to: "your pics through to x@y.com".

    What the client sends goes to the professional, what the professional sends to the client.
    """
    if first == 0:
        return None
    words = reading.words
    if words[first - 1] in _WRITES_TO and _TOLD_TO_WRITE.search(
        reading.line, reading.line_at[max(0, first - _SENT_REACH)], reading.line_at[first]
    ):
        return "professional"
    for_me = not _ME.isdisjoint(words[max(0, first - _SENT_REACH) : first])
    joined = words[first - 1]
    if joined not in _LEADS_TO:
        return _tagged(reading, first) if for_me else None
    line, at = reading.line, reading.line_at
    before = line[at[max(reading.sentence(first)[0], first - _SENT_REACH)] : at[first]]
    match = _RECIPIENT.search(before) if joined in _SENT_WITH else None
    if match is None:
        return "professional" if for_me and _SENT_TO_ME.search(before) else None
    return "client" if match["own"] and not _OTHERS_MAY.match(match.group()) else "professional"


_TAG_ME: Final = re.compile(r"\b(?:tag|follow|find|add|mention) (?:me|us)\b[^.!?;,]*\Z")


def _tagged(reading: Reading, first: int) -> Owner | None:
    """Return "professional" for a handle that the client is to tag: "tag me in your pics @x"."""
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(first)[0], first - _SENT_REACH)
    return "professional" if _TAG_ME.search(line[at[begin] : at[first]]) else None


_YOU_ARE_AT: Final = re.compile(
    r"\b(?:you're|youre) (?:at|in|on) [^.!?;]{1,80}, (?:right|yes|yeah|correct|aren't you|no|or (?:am|have) i"
    r"|(?:is|have i got) (?:that|it) (?:right|correct|still right)|is that still (?:it|right|you)) ?\?"
)


def _is_confirmed(reading: Reading, first: int) -> bool:
    """True for where the client is, with a tag to have it confirmed: "you're in unit 3, right?"."""
    begin = max(reading.sentence(first)[0], first - REACH)
    if _YOU_ARE.isdisjoint(reading.words[begin:first]):
        return False
    for at in range(first - _YOU_AND_AT, begin - 1, -1):
        if reading.words[at] in _YOU_ARE:
            return _YOU_ARE_AT.match(reading.line, reading.line_at[at]) is not None
    return False


_YOU_ARE: Final = frozenset(("you're", "youre"))
_YOU_AND_AT: Final = 2


def _is_second(u: Utterance, first: int) -> bool:
    """True for the second contact of a sentence: "@ola is me, @olaf sells phone cases"."""
    return bool(u.contacts) and u.reading.sentence(first)[0] <= u.contacts[-1].first < first


def owner_of(u: Utterance, first: int, last: int) -> Owner:
    """Return whose contact or address the words `[first, last)` are.

    In the client's own words "my" is the client's and "your" the professional's.
    """
    found = owner_after(u.reading, last)
    if found == "other" and owner_before(u.reading, first) == "professional" and not _is_second(u, first):
        found = None  # "my page is foo.example, does bookings"
    if u.speaker is Speaker.PROFESSIONAL and _is_confirmed(u.reading, first):
        return "client"
    if found is None and u.speaker is Speaker.PROFESSIONAL:
        found = recipient_before(u.reading, first)
    found = found or owner_before(u.reading, first)
    if u.speaker is Speaker.PROFESSIONAL:
        return found or "professional"
    return {"client": "professional", "professional": "client", "other": "other", None: "client"}[found]  # type: ignore[return-value]


def is_claimed(reading: Reading, first: int, last: int) -> bool:
    """True where the words around a contact call it the professional's: "my page is …", "… is mine"."""
    return "professional" in (owner_before(reading, first), owner_after(reading, last))
