"""Modes told in few words: "Yours at six", "See you here", "I'm mobile", "do you have a studio?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.heard import once_a_message
from align.claims.nearby import claims_between
from align.claims.places.mode_subjects import mode_of, who_goes
from align.claims.places.presence_words import PARTS, Part

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

_HOSTING: Final = r"(?:studio|salon|clinic|shop|workshop|practice|parlour|parlor|room|place|space|somewhere)"
_ANY_ROOM: Final = (
    r"(?:place|house|flat|apartment|studio|(?:(?:front|living|spare|dining|sitting|hotel) )?room|kitchen|garden|lounge"
    r"|couch|sofa|garage|patio|hotel|office)"
)
SIDE_ALONE: Final = re.compile(
    rf"(?:(?P<theirs>yours|(?:your|ur) {_ANY_ROOM})|mine|my {_ANY_ROOM})(?![\w'-])"
)
"""A side as the whole answer: "Yours at six, then"."""
HERE: Final = re.compile(r"see (?:you|u) here\b(?! and there)")
TRAVELS: Final = re.compile(r"(?:travel(?:ling|ing)?|mobile)(?= [?.,]|$)")
ASKED_ROOM: Final = re.compile(
    rf"(?:have|got|run|keep) (?:(?:a|an|your own) (?:own )?(?:[\w-]+ )?)?{_HOSTING}(?= (?:in|at|near|by"
    r"|of|here|there|i|we|to|where)\b| [?,.!]|$)"
)
"""What the client asks after who would come: "do you have a studio?"."""
MOBILE: Final = re.compile(
    r"(?:i'm|i am|we're) (?:(?:fully |totally |completely |all |only )?mobile(?= [.,!?;—-]"
    r"| (?:so|and|only|now|these days)\b|$)"
    r"|an? (?:\w+ )?mobile (?!phone|number|home|app\b)[\w-]+)"
)
BE_ROUND: Final = re.compile(
    r"be (?:(?:right|straight) (?P<now>over|round)(?= ?[.,!]| (?:now|then|x|xx)\b|\Z)|(?:round|over)"
    r"(?=(?P<soon> (?:soon|shortly|later|now|in (?:a|an|half|ten|five|fifteen|twenty|thirty|\d+) ?(?:bit"
    r"|min|mins|minutes?|sec|tick|jiffy|hour|hours|half)?)(?: (?:just|then|xx?|to|and|if|after|when)\b"
    r"| ?[.,!;]|\Z))?"
    r"(?: (?:at|by|for|around|about|from|after|before)\b)?))"
)
"""With an hour or a while behind it: "I'll be round at six", "I'll be over in a bit"."""
COME_HOME: Final = re.compile(r"come (?:to )?home (?=(?:and|to|for)\b)")
"""To the client's, where a client says it: "will you come home and teach?"."""
_SMALL: Final = frozenset(
    (
        "at on in for then it is the this of say x xx please so ok okay cool works tho though by from "
        "around about . , ! \n"
    ).split(" ")
)
_OPENERS: Final = frozenset(
    "yes yep yeah ok okay cool sure grand great perfect say lovely fine , . ! ? - — ; : \n".split(" ")
)
_SUITS_THEM: Final = frozenset("does would is ok okay how sound if good shall all".split())
_OR: Final = re.compile(r"\b(?:or (?:yours?|mine|my place)|(?:yours|mine|your place|my place) or)\b")
_HOUR_REACH: Final = 4
_LONGEST: Final = 14


@once_a_message
def _asks_which(inbound: Utterance) -> bool:
    return _OR.search(inbound.reading.line) is not None


def side_alone(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "Yours at six, then", and "Mine" where the client asked which: nothing else is said."""
    words = u.reading.words
    begin, end = u.reading.sentence(index)
    if end - begin > _LONGEST or (index > begin and words[index - 1] not in _OPENERS):
        return None
    asked = u.inbound is not None and _asks_which(u.inbound)
    last = u.reading.words_of(*match.span())[1]
    if words[end - 1] == "?" and claims_between(u.starts, last, end):
        end -= 1  # "My place at four?"
    if asked and "," in words[last + 1 : end]:
        end = words.index(",", last + 1)  # "Mine please, got the table set up"
    elif "," in words[last : end - 1] and words[words.index(",", last) + 1] in _SUITS_THEM:
        end = words.index(",", last)  # "My front room at six, does that suit?"
    if not all(u.taken[i] or words[i] in _SMALL for i in range(last, end)):
        return None
    if not asked and not claims_between(u.starts, last, end):
        return None  # "your place on Friday": on the course
    return mode_of(u, theirs=match["theirs"] is not None)


def suits(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "mine's easier", "your place works"."""
    if match.group().endswith("'s do") and u.reading.words[index - 1 : index] not in _ASKED:
        return None  # "off to Leeds for your nan's do"
    return mode_of(u, theirs=match["theirs"] is not None)


_ASKED: Final = (["would"], ["will"], ["could"], ["can"], ["does"], ["might"])


def here(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "see you here at six": at the professional's."""
    last = u.reading.words_of(*match.span())[1]
    end = last + _HOUR_REACH
    dated = bool(claims_between(u.starts, last, end)) or bool(claims_between(u.days, last, end))
    behind = u.reading.words[last : last + 1]
    if u.reading.words[max(0, index - 2) : index] == ["hope", "to"]:
        return None  # "I hope to see you here next year"
    if not dated and (u.reading.words[index - 1 : index] == ["to"] or behind in _ON_APP):
        return None  # "great to see you here on WhatsApp"
    return "incall" if u.speaker is Speaker.PROFESSIONAL else None


_ON_APP: Final = (["on"], ["in"], ["again"])


def travels(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the client's "do you travel?"."""
    del match
    return "outcall" if u.speaker is Speaker.CLIENT and who_goes(u, index) == "listener" else None


def asked_room(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the client's "do you have a studio?": may they come there."""
    del match
    asks = u.speaker is Speaker.CLIENT and u.reading.words[u.reading.sentence(index)[1] - 1] == "?"
    return "incall" if asks and who_goes(u, index) == "listener" else None


def mobile(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the professional's "I'm mobile": they go to clients."""
    del match, index
    return "outcall" if u.speaker is Speaker.PROFESSIONAL else None


def be_round(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'll be round at six"."""
    last = u.reading.words_of(*match.span())[1]
    told = match["now"] or match["soon"] or claims_between(u.starts, last, last + _HOUR_REACH)
    if not told or who_goes(u, index) != "speaker":
        return None
    return mode_of(u, theirs=True)


def come_home(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the client's "will you come home and teach?"."""
    del match
    return "outcall" if u.speaker is Speaker.CLIENT and who_goes(u, index) != "speaker" else None


def trip(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read home visits, and "I travel": the professional goes; "I can make the trip" is the client's going."""
    by_client = u.speaker is Speaker.CLIENT
    subject = who_goes(u, index)
    if _IS_OFF.match(u.reading.line, match.end()):
        return None  # "home visits are off for now"
    if _BY_NAME.search(match.group()):
        by_other = u.reading.words[index - 1 : index] in _THIRD_DOES and not _is_ours(
            u.reading.words, index - 2
        )
        return "outcall" if (by_client or subject != "listener") and not by_other else None
    if (subject == "listener" and not by_client) or _is_other_travel(u, index):
        return None
    return mode_of(u, theirs=subject != "listener")


def _is_other_travel(u: Utterance, index: int) -> bool:
    """True for "when I travel, the dog comes too", not for "when I travel it's 130"."""
    if u.reading.words[index - 1 : index] not in _WHENEVER:
        return False
    return not claims_between(u.money, *u.reading.sentence(index))


_WHENEVER: Final = (["when"], ["whenever"], ["while"])


def studio_visit(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "the one-hour studio visit at $140": where its price or its length is told."""
    del match
    begin, end = u.reading.sentence(index)
    told = bool(claims_between(u.money, begin, end)) or bool(claims_between(u.durations, begin, end))
    return "incall" if told and u.speaker is Speaker.PROFESSIONAL else None


def _is_ours(words: list[str], noun: int) -> bool:
    """True for "my gold package offers home visits"; "my colleague does" them is of another."""
    return PARTS.get(words[noun]) is not Part.THIRD and not _OURS.isdisjoint(words[max(0, noun - 2) : noun])


_OURS: Final = frozenset(("my", "our"))
_IS_OFF: Final = re.compile(
    r" (?:are|is) (?:(?:off|out|over)(?= (?:for|until|till|now|at|this|the table)\b| [.,!?]|$)"
    r"|(?:gone|paused|on hold|suspended)\b)"
)
_BY_NAME: Final = re.compile(r"visit|calls?\b|appointment|service|lesson|tuition|classes|mobile")
_THIRD_DOES: Final = (["does"], ["offers"], ["provides"])
