"""The way in, asked by whoever goes: "where do I park?", "what floor are you on?", "I'll text when I'm outside"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.mode_subjects import who_goes
from align.claims.places.mode_things import is_contrary, is_elsewhere

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

_ENDS: Final = r"(?= ?[.,!?;)]| (?:and|so|if|x|xx|then|when|once|please|pls|ok)\b|$)"
_DAY: Final = r"(?: (?:today|tonight|tomorrow|then|there|(?:on |this |next )?\w+day|at \d+))?"
WHEN_OUTSIDE: Final = re.compile(
    r"(?:text|ring|call|message|ping|whatsapp|buzz|let|shout|phone|tell|give|drop)(?:"
    r" (?:you|u|ye))?(?: (?:know|a (?:shout|text|ring|buzz|line|bell)))?"
    r" (?:when|once|as soon as|the minute|the second) (?:i'm|i am|i've|i have|i|we're|we've)(?: just)?"
    r" (?:outside|downstairs|parked(?: up)?(?: outside| nearby| out front)?|found"
    r" (?:a )?parking|(?:at|by|outside) (?:your|the) (?:(?:front|back|side|main|garden"
    r"|hotel|building) )?(?:door|gate|building|entrance|lobby|barrier|house|hotel)"
    r"|in (?:your|the) (?:lobby|driveway|street)|on your (?:street|road|doorstep)"
    r"|pulling (?:up|in)|pull (?:up|in)|(?:a)?round the corner|at yours|nearly there"
    rf"|almost there){_ENDS}"
)
WHERE_PARK: Final = re.compile(
    r"(?:(?:best|easiest|good|right) (?:place|spot|way|bit)(?: for me)? to|where"
    r" (?:should|can|could|do|would|shall|is best for|will|is it best) (?:i|we|me"
    r"|us|to)(?: \w+)?) (?:park|pull (?:in|up)|leave the van)(?: (?:up|the (?:van"
    r"|car|trailer)|my (?:van|car|trailer)))?(?: (?:at|near|outside|round|around"
    rf"|by|in) (?:yours|your \w+|you))?{_DAY}(?= \?| when i\b|$)"
)
MAY_PARK: Final = re.compile(
    r"(?:can|could|may|ok if|okay if|alright if|fine if|all right if|should|shall)"
    r" (?:i|we) (?:\w+ )?(?:park|leave (?:the|my) (?:van|car)|pull (?:up|in)|load"
    r" in|unload)(?: \w+){0,3}? (?:on|in|outside|near|by|at|behind|in front of|right"
    r" outside) (?:your|ur|yours|the (?:driveway|drive|kerb|curb|loading bay))\b"
)
SPOT_FOR: Final = re.compile(
    r"(?:spot|space|bay|room|parking)(?: \w+){0,2}? for (?:my|our|a|the) (?:\w+ )?(?:van|car|trailer|truck|minibus)\b"
)
HOW_IN: Final = re.compile(
    r"how (?:do|can|will|would|should) (?:i|we) get (?:in|into|inside|past|through"
    r"|up)(?: to)?(?= \?| (?:your|the (?:building|gate|door|block|lobby|complex|estate))\b"
    r"|$)"
)
FLOOR_ASKED: Final = re.compile(
    r"(?:what|which) floor(?: (?:are you|is it|am i (?:coming|going)|should i|do"
    r" i|is your (?:flat|apartment|place|office|room|studio)|you)\b)|are you (?:on"
    r"|up on|all the way on) (?:the|an?) (?:ground|first|second|third|top|upper|high)"
    r" floor"
)
CODE_ASKED: Final = re.compile(
    r"(?:(?:what's|what is|whats|need|send me|text me|give me|share|is there|got"
    r"|have) (?:your |ur |the |a |an |any )(?:\w+ )?(?:door|gate|entry|building|buzzer"
    r"|lobby|lift|garage|access) (?:code|fob))\b"
)
TELL_DESK: Final = re.compile(
    r"(?:tell|let|warn|ask|remind|inform) (?:the |your )?(?:concierge|reception|front"
    r" desk|doorman|porter|security|guard|guards|receptionist|gatehouse|gate|building"
    r"|lobby)(?: know)?(?: that| to)? (?:i'm|i am|i'll be|expect me|let me (?:in"
    r"|up)|buzz me|send me|about me|we're)\b"
    r"|leave (?:word|my name|a note|a pass) (?:at|with) (?:the |your )?(?:front desk"
    r"|reception|concierge|gate|security|doorman|desk)\b"
    r"|put (?:my name|me) (?:down )?(?:on|at|with) (?:the |your )?(?:gate|guest|door"
    r"|visitor|visitors|reception|front desk|security|concierge)\b"
)
ROUTE: Final = re.compile(
    r"(?:address|postcode|eircode|zip(?: code)?|location|pin)\b(?! (?:of|for) (?:the"
    r"|my))[^.!]{0,30}?(?:so (?:that )?i can|so i|and i'll|and i will|and i can|i'll"
    r"|i can|for my) "
    r"(?:just )?(?:plan|work out|figure out|check|see|map|time|get|put|pop|stick"
    r"|sat|gps|know|set|head|leave|estimate|route)(?: [\w'-]+){0,5}? (?:drive|route(?! for you)"
    r"|journey|travel|trip|traffic|way over|far|there(?!')|to you|takes? me|distance"
    r"|sat ?-? ?nav|gps|maps|where (?:i'm|to) (?:going|come|go|heading|headed|drive)"
    r"|set off|head)\b"
)
HEADING: Final = re.compile(
    r"where am i (?:heading|going|coming|driving|headed|off)(?: to)?(?= \?|$| (?:on"
    r" \w+day|tomorrow|today|tonight|then|at)\b)"
)


def asks_way(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the way in as the professional asks it, or says that they stand at the door: they go."""
    del match
    begin, end = u.reading.sentence(index)
    if u.speaker is Speaker.CLIENT or is_elsewhere(u, begin, end):
        return None
    return None if is_contrary(u, "outcall", index, index + 1) else "outcall"


def signals(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'll text when I'm outside"; "text me when you're outside" is another's."""
    return asks_way(u, match, index) if who_goes(u, index) in ("speaker", "none") else None


BIND_STREET: Final = re.compile(
    r"is your (?:street|road|lane|driveway) [^?]{0,40}?(?:park|parking|permit|van|car|drive|narrow|one-way|wide)\b"
)
WHICH_YOURS: Final = re.compile(
    r"(?:which|what) (?:\w+ )?(?:buzzer|bell|door|gate|entrance|unit|house|flat|staircase"
    r"|building|block|apartment)(?: number)? (?:is yours|are you(?= ?[?.,])|is it"
    r"|do i(?! have\b)|should i|am i)\b"
)
TELL_FLOOR: Final = re.compile(
    r"(?:tell|send|text|give|let) me (?:know )?(?:your|which|what) (?:floor|buzzer"
    r"|bell|door|entrance|gate|unit|staircase|apartment)\b(?! (?:plan|you like|you"
    r" prefer))"
)
HAVE_SPACE: Final = re.compile(
    r"(?:you(?:'ve| have)(?: got)? (?:enough |the |any |some )?(?:space|room|floor)(?:"
    r" space)?|(?:enough|any) (?:space|room)(?: at yours)?) for (?:\w+ ){0,3}(?:table"
    r"|mat|mats|kit|gear|equipment|easel|chair|backdrop|keyboard|lights|setup)\b"
)
OWN_TOOLS: Final = re.compile(
    r"(?:i|i'll|i always|i also|we|we'll|we always|i'd|i do) (?:just )?bring (?:all"
    r" )?(?:my|our) own (?!lunch|food|coffee|tea|bag|bags|water|dog|mug|dinner|snacks?"
    r"|kids|car\b|(?:[\w-]+ )?(?:oils?|products|towels|sheets|linens)\b)\w"
)
KIT_NEEDS: Final = re.compile(
    r"(?:my|the) (?:[\w-]+ ){0,2}(?:table|kit|gear|easel|keyboard|setup|lamp|backdrop"
    r"|machine|equipment) (?:only |just )?needs (?:only |just )?(?:a |an |about "
    r"|some |roughly )*(?:[\w-]+ ){0,2}?(?:metres?|meters?|feet|foot|space|room|socket"
    r"|plug|outlet|surface|floor)\b"
)
VAN_CLOSE: Final = re.compile(
    r"(?:get|bring|squeeze|fit) (?:the|my) (?:van|car|trailer) (?:in )?(?:close|closer"
    r"|near|up|through|past|round|down|in|into|onto)\b"
)
HAVE_FOR_ME: Final = re.compile(
    r"(?:do|would) you have (?:a |an |any )?(?:\w+ )?(?:table|chair|desk|socket|plug"
    r"|sink|space|room|surface|mirror)(?: that| where)? (?:i|we) (?:can|could) (?:use"
    r"|work|set|plug|put|do|borrow)\b"
)
OPEN_UP: Final = re.compile(
    r"all you (?:have|need) to do is (?:open the door|let me in|be (?:home|in|there)|answer the door)\b"
)
MY_ROUTE: Final = re.compile(
    r"(?:plan|planning|work|working|map|mapping|figure|figuring)(?: out)? (?:my|the) route\b(?! home\b| to (?!you))"
)
LET_ME_IN: Final = re.compile(r"let me (?:in|up|through)\b(?! (?:on|to the|your)\b)")
BE_HOME: Final = re.compile(
    r"(?:someone|somebody|anyone|anybody|you|who|who'll)(?: (?:needs to|need to|has"
    r" to|have to|should|must|will|can|could|'ll))? be (?:home|in|there|around) (?:when"
    r"|before|by the time|once) (?:i|i'm|we)(?: (?:arrive|get|come|there|turn))"
)
THERE_WITH: Final = re.compile(
    r"(?:be (?:there|over|round)|turn up|arrive)(?: (?:at|by|around|from) [\w: ]{1,12}?)?"
    r" with (?:the|my|all the|all my) (?:\w+ )?(?:table|chair|mat|mats|kit|gear|equipment"
    r"|easel|keyboard|lights|speakers|steamer|tools)\b"
)
SETS_UP: Final = re.compile(
    r"takes? (?:me|us) (?:[\w-]+ ){1,4}to (?:set (?:it |everything )?up|unload|unpack"
    r"|pack (?:down|up)|rig)\b(?! (?:after|between|before) (?:each|every|clients))|(?:be|i'm|we're) out of your hair (?:by|before|in"
    r"|at)\b"
)


def brings_own(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I bring my own scissors": to wherever the client is, unless a place is named."""
    begin, end = u.reading.sentence(index)
    if not _ELSEWHERE.isdisjoint(u.reading.words[begin:end]):
        return None
    return asks_way(u, match, index)


_ELSEWHERE: Final = frozenset(
    "studio salon shop clinic here park gym beach hall workshop café cafe pub".split()
)


def arrives_with(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'll be there with the table at nine"."""
    return asks_way(u, match, index) if who_goes(u, index) == "speaker" else None


def lets_us_in(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "who'll be home to let me in", not "my landlord will let me in"."""
    line, at = u.reading.line, u.reading.line_at
    led = _WHO_LETS.search(line, at[u.reading.sentence(index)[0]], match.start()) is not None
    return asks_way(u, match, index) if led else None


_WHO_LETS: Final = re.compile(
    r"\b(?:(?:you|someone|somebody|anyone|who|who'll|who's|your [\w-]+|neighbou?r"
    r"|concierge|reception|doorman)(?: (?:can|could|will|'ll|to|be|home|in|there"
    r"|around|needs|need|has|have|able|is|please|just))* )$"
)
_WHEN: Final = "when once soon minute second"
WAYS_ASKED: Final = (
    (HOW_IN, asks_way, "how"),
    (ROUTE, asks_way, "address postcode eircode location pin"),
    (HEADING, asks_way, "where"),
    (LET_ME_IN, lets_us_in, "let"),
    (SETS_UP, asks_way, "takes"),
)
"""A pattern, what it means, the words that it is matched at."""
LOOKED_FOR: Final = (
    (
        WHEN_OUTSIDE,
        signals,
        "outside downstairs parked parking door gate barrier building lobby pulling pull corner there",
        _WHEN,
    ),
    (WHERE_PARK, asks_way, "park pull van", "where place spot way bit"),
    (
        MAY_PARK,
        asks_way,
        "park van car pull load unload",
        "can could may ok okay alright fine right should shall",
    ),
    (SPOT_FOR, asks_way, "van car trailer truck minibus", "for"),
    (FLOOR_ASKED, asks_way, "floor", "what which are"),
    (BIND_STREET, asks_way, "street road lane driveway", "is"),
    (
        WHICH_YOURS,
        asks_way,
        "buzzer bell door gate entrance unit house flat staircase building block apartment",
        "which what",
    ),
    (TELL_FLOOR, asks_way, "floor buzzer bell door entrance gate unit staircase apartment", "me"),
    (HAVE_SPACE, asks_way, "space room floor", "have you've enough any got"),
    (OWN_TOOLS, brings_own, "own", "bring"),
    (KIT_NEEDS, asks_way, "needs", "table kit gear easel keyboard setup lamp backdrop machine equipment"),
    (VAN_CLOSE, asks_way, "van trailer", "get bring squeeze fit"),
    (HAVE_FOR_ME, asks_way, "table chair desk socket plug sink space room surface mirror", "have"),
    (OPEN_UP, asks_way, "door home", "all"),
    (MY_ROUTE, asks_way, "route", ""),
    (BE_HOME, asks_way, "home", "be"),
    (
        THERE_WITH,
        arrives_with,
        "table chair mat mats kit gear equipment easel keyboard speakers steamer tools",
        "with",
    ),
    (CODE_ASKED, asks_way, "code fob", ""),
    (
        TELL_DESK,
        asks_way,
        "concierge reception desk doorman porter security guard guards receptionist gatehouse gate building",
        "tell let warn ask remind inform put leave",
    ),
)
"""A pattern, what it means, the rarest words of it, and what one word before them must be."""
