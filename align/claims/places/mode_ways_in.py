"""The way in, told to whoever comes: "buzz 4B", "park in my drive", "shoes off at the door", "here works for me"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.places.mode_subjects import who_goes
from align.claims.places.mode_things import is_bidden, is_contrary, is_dropped_off, is_elsewhere

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

_ENDS: Final = r"(?= ?[.,!?;)]| (?:and|so|if|x|xx|then|when|once|please|pls|ok)\b|$)"
_ORDINAL: Final = r"(?:ground|first|second|third|fourth|fifth|sixth|seventh|top|1st|2nd|3rd|4th|5th|6th)"
_COLOUR: Final = (
    r"(?:blue|green|red|black|white|yellow|grey|gray|brown|pink|orange|purple|wooden|glass|metal|big|little|small"
    r"|tall|old|corner|first|second|third|last)"
)
_OURS: Final = r"(?:my|our|mine|ours|the (?:studio|salon|shop|clinic))"
_OUT: Final = (
    r"(?:out (?:the )?(?:back|front)|right outside|just outside|round the back|around the back|in front|outside"
    r"|on site|on-site|underneath|nearby)"
)
BUZZ: Final = re.compile(
    r"(?:buzz|press|dial) (?:(?:for|flat|number|no|apartment|apt|unit|bell|buzzer)"
    r" )?(?:\d{1,4}(?: ?[a-z])?|[a-f] ?\d{0,3})(?= (?:when|once|and|on|at the|as"
    r" soon)\b| [.,!]|$)"
)
"""The bell by its number: "buzz 4B when you arrive"."""
PARK_IN: Final = re.compile(
    r"park (?:(?:right|just|up|anywhere|the \w+|your \w+) )*(?:in|on|up) (?:my|our)"
    r" (?:\w+ )?(?:drive|driveway|yard|garage|space|spot|street|road|courtyard|bay)\b"
)
PARKING: Final = re.compile(
    r"parking(?: (?:spaces?|spots?))?(?: (?:is|'s|is usually|is always))?(?: (?:free"
    r"|easy|grand|fine|no problem|available|plentiful|ok|okay|never a problem))?"
    r"(?: (?:is|in|at|on|just|right|all|along|behind|outside|opposite|in front of"
    r"|near|beside|by|around|of|across from|street|the|both|sides))*?"
    rf" (?P<where>{_OURS}|here|{_OUT}(?! (?:your|the (?!studio|salon|shop|clinic|back"
    r"|front)))(?= ?[.,!;]| (?:so|and|if|here|for you|on|from|after)\b|$))"
)
"""Where whoever comes can leave the car: "street parking in front of my place"."""
WAITING: Final = re.compile(r"(?:in|at) (?:the|my|our) (?:waiting (?:room|area)|hallway|hall|corridor)\b")
FIND_DOOR: Final = re.compile(
    r"find (?:us|me|it|(?:my|the) (?:entrance|door|studio|gate|bell|place|building|shop|salon))(?: (?:just|right))?"
    rf" (?:above|next|behind|opposite|beside|between|under|over|upstairs|on the {_ORDINAL}"
    r" floor|on (?:your|the) (?:left|right)|at the (?:end|top|back|side)|through"
    r" the|past the|up the|down the|round the|around the|across from|in the (?:basement"
    r"|courtyard|yard|lane|alley))\b"
)
ITS_DOOR: Final = re.compile(
    r"(?:it's|look for|that's|we're|i'm|(?:come|walk|drive|head) (?:up |on |straight"
    rf" )?to) (?:(?:at|in|behind) )?the (?:\w+ )?{_COLOUR} (?:\w+ )?(?:door|gate|house"
    r"|building|bungalow|shutter|shutters|entrance|one)"
    r"(?= (?:on (?:the|your) (?:left|right|corner)|next to|beside|above|with the"
    r"|opposite|after the|before the|behind the|by the|past the|between)\b|(?: ,)?"
    rf" {_ORDINAL} floor|(?<= door)(?: ?[.,]|$)|(?<= gate)(?: ?[.,]|$))"
)
OUR_DOOR: Final = re.compile(
    rf"(?:my|our) (?:\w+ )?(?:door|entrance|building|gate|house|place|flat|apartment|studio|block|bell)(?:'s| 's| is)"
    r" (?:just |right |literally |only )?(?:on (?:the|your) (?:left|right|corner"
    rf"|{_ORDINAL})|the {_COLOUR}|next (?:to(?! you)|door)|above|behind the|opposite|across"
    r" from|(?:a|one|two|three|five|ten|\d+)(?: (?:short|quick|easy|five|ten|two"
    r"|three|\d+))? ?-? ?(?:minutes?|mins?|walk|stops?|doors?|blocks?|stroll|steps)\b"
    r"|at the (?:end|top|side|back)|round the|around the|down the|up the|beside|off"
    r" the)"
)
ENTRANCE: Final = re.compile(
    r"entrance(?:'s| 's| is) (?:just |right )?(?:at|on|round|around|through|by|down"
    r"|up|behind|next to|beside) (?:the )?(?:\w+ )?(?:of )?(?:my|our|left|right|side"
    r"|back|rear|courtyard|alley|lane)\b"
)
STOPS_AT: Final = re.compile(
    r"(?:stops?|runs|goes|leaves you|drops you)(?: off)? (?:right |just |literally"
    r" )?(?:outside|by|past|near|in front of|at|beside|across from|opposite|round"
    r" the corner from|at the end of) (?:my|our) (?:\w+ )?(?:door|place|house|building"
    r"|flat|studio|street|salon|shop|gate)\b"
)
FROM_STOP: Final = re.compile(
    r"(?:i'm|we're|it's|i am) (?:just |only |about |literally )?(?:a |an |one |two"
    r" |three|four|five|six|ten|\d+)?(?:\w+ )?(?:-)?(?:minutes?|mins?|blocks?|doors?"
    r"|streets?)(?:'s)?(?: walk| away| on foot)? (?:up |down |on )?from (?:the )?(?:\w+"
    r" )?(?:exit|station|stop|metro|tram|tube|subway)\b"
)
GET_OFF: Final = re.compile(
    r"(?:get|hop|come|step|jump) (?:off|out of) the (?:\w+ )?(?:tram|bus|train|metro"
    r"|tube|subway|lift|elevator)(?: (?:at|in) [\w' -]{2,20}?)?(?: ,)? (?:and )?(?:i'm"
    r"|my|we're|it's|you'll (?:see|find)|turn|walk|cross|head|go)\b"
)
WHEN_PARKED: Final = re.compile(
    r"(?:when|once|as soon as) (?:you've|you have|you|you're|you are|u)(?: (?:just"
    r"|all))? (?:parked(?: up)?|park(?: up)?|pull (?:up|in)|pulled (?:up|in)|pulling"
    r" (?:up|in)|(?:on|in) my (?:street|road|lane|drive|driveway)|at the (?:gate"
    r"|door|entrance|building|barrier|front door|corner)|by the (?:gate|door)|on"
    rf" the doorstep){_ENDS}"
)
KNOCK_WHEN: Final = re.compile(
    r"(?:(?:knock|ring|buzz)(?: (?:me|the bell|loudly|twice|once))? (?:when|once"
    r"|as soon as) (?:you|u)(?:'ve| have)? (?:arrive|get here|arrived)"
    rf"{_ENDS}|(?:text|message|ping|call|ring|phone)(?: (?:me|us))? (?:when|once|as"
    r" soon as) (?:you|u)(?:'ve| have)? (?:arrive|arrived)(?= (?:, )?(?:and )?i'll"
    r" (?:come|open|let|buzz|pop|be|run|nip)\b))"
)
_WORN: Final = r"(?:shoes|boots|coat|coats|jacket|jackets|bag|bags|umbrella|bike|pram|buggy|helmet)"
SHOES: Final = re.compile(
    rf"(?:(?:leave|put|hang|pop|kick|take|drop|keep) (?:your|ur|the|any) (?:\w+ )?{_WORN}(?:"
    rf" and [\w']+)?(?: off)?|(?<!my ){_WORN} off)"
    r" (?:on|at|by|in|outside|inside|under) (?:the|my|our) (?:front |side )?(?:door"
    r"|porch|hall|hallway|entrance|rack|stand|mat|landing|stairwell|stairs|hook|hooks"
    r"|bench)\b"
)
"""Where whoever comes in leaves what they wore: "shoes off at the door please"."""
AT_DOOR: Final = re.compile(
    r"waiting (?:for you )?(?:at|by|in) (?:the|my|our) (?:front )?(?:door|gate|doorway|porch|entrance)(?: for you)?\b"
)
ARRIVING: Final = re.compile(
    rf"(?:when|before|by the time|as) (?:you|u) (?:arrive|come in|walk in|come through the door){_ENDS}"
)


def tells_way(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the way in as a client is told it: they come."""
    begin, end = u.reading.sentence(index)
    words = u.reading.words
    if u.speaker is Speaker.CLIENT or (words[end - 1] == "?" and words[index] in _ASKED_WORDS):
        return None
    if words[end - 1] == "?" and words[end - 2 : end - 1] in _TAGS:
        return None  # "it's the blue door, right?"
    dropped = is_dropped_off(u, u.reading.word_at(match.end() - 1))
    unsaid = dropped or is_elsewhere(u, begin, end) or is_contrary(u, "incall", index, index + 1)
    return None if unsaid else "incall"


_TAGS: Final = (["right"], ["yeah"], ["correct"])
_ASKED_WORDS: Final = frozenset("parking".split())


def tells_listener(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read what tells a way only where somebody is spoken to, or a time is set: "my place is a five minute walk"."""
    begin, end = u.reading.sentence(index)
    spoken_to = not _LISTENERS.isdisjoint(u.reading.words[begin:end])
    timed = bool(claims_between(u.starts, begin, end))
    return tells_way(u, match, index) if spoken_to or timed or _has_route(u, begin, end) else None


_LISTENERS: Final = frozenset("you you'll you'd you're you've your u ur take get hop ring come walk".split())
_ROUTES: Final = frozenset("metro tram bus train tube subway exit".split())


def _has_route(u: Utterance, begin: int, end: int) -> bool:
    return len(_ROUTES.intersection(u.reading.words[begin:end])) > 1


def bids(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read what the client is bidden to do at the door: "buzz 4B", "knock when you arrive"."""
    return tells_way(u, match, index) if is_bidden(u, index) else None


def parks(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read parking that there is, not who keeps parking in front of the gate."""
    lead = u.reading.words[index - 1] if index else "."
    return None if lead in _DOING else tells_way(u, match, index)


_DOING: Final = frozenset(
    "keeps kept keep is was are were been by from started stop stopped always someone people he's she's i'm".split()
)


def waits_inside(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "take a seat in the hall", "there's coffee in the waiting room"."""
    line, at = u.reading.line, u.reading.line_at
    begin = u.reading.sentence(index)[0]
    led = _SEAT.search(line, at[begin], match.start()) is not None
    if led and who_goes(u, index) == "speaker":
        return None
    return tells_way(u, match, index) if led else None


_SEAT: Final = re.compile(
    r"\b(?:(?:take|have|grab) a (?:seat|chair)|sit|wait|(?:there's|there is|there"
    r" are|you'll find) (?:[\w'-]+ ){0,5}?(?:coffee|tea|water|wifi|magazines|chairs?"
    r"|seats?|loo|toilet)|help yourself"
    r"|make yourself)\b"
)


def arrives(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "my dog will be in the other room when you arrive": at home, where a client is received."""
    line, at = u.reading.line, u.reading.line_at
    begin, end = u.reading.sentence(index)
    home = _AT_HOME.search(line, at[begin], at[end] if end < len(at) else len(line)) is not None
    return tells_way(u, match, index) if home else None


_AT_HOME: Final = re.compile(
    r"\b(?:my (?:dog|dogs|cat|cats|kids|son|daughter|husband|wife|flatmate|housemate"
    r"|partner|receptionist|assistant)|(?:the|my) (?:heating|kettle|gate|heater))\b"
)


def here_suits(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "here works for me": at the professional's."""
    lead = u.reading.words[index - 1] if index > u.reading.sentence(index)[0] else "."
    return tells_way(u, match, index) if lead in _OPENS else None


_OPENS: Final = frozenset(". , ! ; yes so then but ok okay and sure well think — or yeah yep grand".split())
HERE_SUITS: Final = re.compile(
    r"here (?:(?:works|suits)(?: (?:me|us))?(?: (?:better|best|fine|well|too|great"
    r"|grand))?(?= for (?:me|us)| [.,!?;]|$| (?:on|at|if|too|then)\b)"
    r"|(?:is|'s|would be|'d be) (?:fine|easier|best|better|good|perfect|grand|easiest"
    r"|handier|handiest)(?= for (?:me|us)| [.,!?;]|$| (?:on|at|if|too|then)\b))"
)
SEEN_HERE: Final = re.compile(
    r"(?:squeeze|fit|have|take|book|slot|pencil|get|treat|teach|do) (?:you|u|ye|him"
    r"|her|them|you both|both of you)(?: (?:all|both|in|up|down))?(?: for [\w ]{1,20}?)?"
    r" (?:in )?here(?= (?:at|on|for|from|before|after|any|this|next|today|tomorrow"
    r"|tonight|between|around|about|by|first|late|instead|if)\b| ?[.,!?;]|$)"
)
DROPPED_HERE: Final = re.compile(
    r"(?:drop|leave|bring) (?:the|your|ur|it|her|him|them)(?: [\w-]+){0,2} (?:off"
    r" |in |over )?here (?=(?:on your way|before|after|any (?:time|day|morning|evening)"
    r"|between|first thing|tomorrow|today|(?:on |by )?\w+day|at \d|by \d)\b)"
)


def seen_here(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I can squeeze you in here at three"."""
    return tells_way(u, match, index) if who_goes(u, index) == "speaker" else None


NAME_ON: Final = re.compile(r"(?:my|our) (?:sur)?name(?:'s| 's| is) on (?:the|it)")
ABOVE: Final = re.compile(
    r"(?:i'm|we're|it's)(?: up| just| right)? (?:above|over|below|behind|next (?:door"
    r" )?to|opposite|beside|upstairs from) the [\w' ]{2,30}? (?:, )?(?:the )?(?:\w+"
    r" )?(?:stairs|door|bell|buzzer|entrance|gate)\b"
)
IM_THE_HOUSE: Final = re.compile(
    r"(?:i'm|we're|mine's|mine 's|mine is) the (?:(?:[\w-]+ ){1,2}(?:house|door|building"
    r"|flat|gate|bungalow|cottage|shopfront|townhouse)\b|(?:house|door|building|gate"
    r"|bungalow|cottage) (?:with|on the|next to|opposite|after|before)\b)"
)
THROUGH: Final = re.compile(
    r"through the (?:\w+ )?(?:gate|door|arch|archway|alley|passage|courtyard)(?:"
    r" ,)? (?:(?:and|then) )+(?:knock|ring|turn|up|follow|it's|i'm|my|you'll|straight)\b"
)
BELL_SAYS: Final = re.compile(
    r"(?:doorbell|bell|buzzer|letterbox|nameplate) (?:says|reads|is marked|marked|labelled|is labelled|with my name)\b"
)
MINE_HERE: Final = re.compile(r"mine(?:'s| 's| is| are) (?:[\w'-]+ ){0,5}?here\b")
HOME_ROOM: Final = re.compile(
    r"(?:it's|i run|i've|i have|from|in|at|to|is|have) (?:a|my|our|the) (?:\w+ )?home"
    r" (?:- )?(?:studio|salon|gym|clinic|workshop)\b"
)
BELL_STICKS: Final = re.compile(
    r"the (?:\w+ )?(?:bell|buzzer|intercom|doorbell) (?:sticks|is broken|'s broken"
    r"|doesn't work|isn't working|is dead|is out|is stiff|is dodgy|plays up|is a"
    r" bit \w+)(?: a bit| sometimes)?(?: ,)? (?:so|just|knock|text|ring|lean|push)\b"
)
HAS_HERE: Final = re.compile(
    r"(?:i've|i have|i've got|there's|there are|we've|we have|you'll have|i keep)"
    r" (?!no\b|nothing\b|never\b|been\b)[^.,!?]{2,60} here\b(?! (?:by|on|soon|so"
    r"|but|today)\b)"
)
ON_WAY: Final = re.compile(
    r"drop (?:the|your|it|her|him) (?:[\w-]+ )?(?:in |off |by |round |over )(?:to me )?on (?:your|the) way\b"
)


def has_here(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I've a full set here" where the client is to use it, or need not bring it."""
    line, at = u.reading.line, u.reading.line_at
    begin, end = u.reading.sentence(index)
    if _OF_TOWN.search(match.group()) is not None:
        return None
    used = _FOR_USE.search(line, at[begin], at[end] if end < len(at) else len(line))
    return tells_way(u, match, index) if used is not None else None


_OF_TOWN: Final = re.compile(r"\b(?:caf[eé]|bar|restaurant|shop|market|park|beach|bakery|pub|cinema)\b")
_FOR_USE: Final = re.compile(
    r"\b(?:you (?:won't|don't) need|no need|don't bring|to yourself|you can (?:use"
    r"|borrow|have|change|shower|wear)|bring yourself|just bring"
    r"|for (?:you|afterwards|lefties|beginners|guests|clients|everyone|the two of"
    r" you|both of you|your|if (?:you|your|she|he|they|anyone|the (?:baby|kids|dog"
    r"|wee one)))|during your)\b"
)
_WHEN: Final = "when once soon minute second"
WAYS_IN: Final = (
    (BUZZ, bids, "buzz press dial"),
    (PARK_IN, bids, "park"),
    (PARKING, parks, "parking"),
    (FIND_DOOR, tells_way, "find"),
    (ENTRANCE, tells_way, "entrance"),
    (STOPS_AT, tells_way, "stops runs goes leaves drops"),
    (AT_DOOR, tells_way, "waiting"),
    (ON_WAY, bids, "drop"),
    (HERE_SUITS, here_suits, "here"),
)
"""A pattern, what it means, the words that it is matched at."""
LOOKED_FOR: Final = (
    (
        WAITING,
        waits_inside,
        "waiting hallway hall corridor",
        "seat chair sit wait coffee tea water wifi magazines chairs seats loo toilet help make",
    ),
    (SHOES, tells_way, "shoes boots coat coats jacket jackets bag bags umbrella bike pram buggy helmet", ""),
    (
        ITS_DOOR,
        tells_way,
        "door gate house building bungalow shutter shutters entrance one",
        "it's for that's we're i'm come walk drive head",
    ),
    (
        OUR_DOOR,
        tells_listener,
        "door entrance building gate house place flat apartment studio block bell",
        "my our",
    ),
    (FROM_STOP, tells_listener, "station stop metro tram tube subway exit", "from"),
    (GET_OFF, tells_way, "tram bus train metro tube subway lift elevator", "off out"),
    (
        WHEN_PARKED,
        tells_way,
        "parked park pull pulled pulling gate door entrance doorstep street road lane drive driveway corner",
        _WHEN,
    ),
    (KNOCK_WHEN, bids, "arrive arrived", _WHEN),
    (ARRIVING, arrives, "arrive door", "when before time as"),
    (SEEN_HERE, seen_here, "here", "you u ye him her them both"),
    (DROPPED_HERE, bids, "here", "drop leave bring"),
    (
        IM_THE_HOUSE,
        tells_way,
        "house door building flat gate bungalow cottage shopfront townhouse",
        "i'm we're mine mine's",
    ),
    (THROUGH, tells_way, "gate door arch archway alley passage courtyard", "through"),
    (BELL_SAYS, tells_way, "doorbell bell buzzer letterbox nameplate", ""),
    (MINE_HERE, tells_way, "here", "mine mine's"),
    (HOME_ROOM, tells_way, "studio salon gym clinic workshop", "home"),
    (NAME_ON, tells_way, "door bell buzzer letterbox", "name surname"),
    (ABOVE, tells_way, "stairs door bell buzzer entrance gate", "i'm we're it's"),
    (BELL_STICKS, tells_way, "bell buzzer intercom doorbell", ""),
    (HAS_HERE, has_here, "here", "i've have there's we've keep"),
)
"""A pattern, what it means, the rarest words of it, and what one word before them must be."""
