"""Modes told by an arrival: "I'll come on Friday", "on my way to yours", "ring the bell", "drop her off with me"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, Duration, Speaker
from align.claims.nearby import claims_between
from align.claims.places.mode_invited import (
    COME_TO,
    GO_OUT,
    ROOM_OF_TOWN,
    goes_out,
    in_town,
    invited_to,
    is_told,
)
from align.claims.places.mode_subjects import mode_of, who_goes
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.claim import Mode, Start
    from align.claims.utterance import Utterance

_BELL: Final = r"(?:bell|buzzer|doorbell|intercom)"
RING: Final = re.compile(
    rf"(?:ring|knock (?:on|at)|buzz) (?:your (?:[\w-]+ )?(?P<theirs>{_BELL}|door|flat|apartment)"
    rf"|(?:the|my) (?:[\w-]+ )?(?P<ours>{_BELL})(?= (?:when|once|as soon|on arrival)\b| [.!]|$"
    r"| and (?:i'll|come|wait)\b))"
)
"""The door that one of them will stand at."""
COME_WHEN: Final = re.compile(
    r"come (?=(?:(?:on|at|by|for|around|about|after|before|between|this|next|tomorrow|today|tonight)\b"
    r"|\w+day\b))"
)
"""With its time behind it: "I'll come on Friday"."""
ON_THE_WAY: Final = re.compile(
    r"way (?:over(?= (?:now|to you|to yours)\b| [.,!]|$)"
    r"|(?:over |round )?to (?:yours|you|(?:your|ur) (?:place|house|flat|hotel|home))(?![\w'-]))"
)
LEFT_WITH: Final = re.compile(
    r"(?:drop|leave) (?!(?:it|this|that|them all|everything|me|us)\b)(?:the |your )?\w+"
    r" (?:off |over )?with (?:me|us)(?= (?:at|for|on|by|from|before|after|in|there|here|today|tonight"
    r"|tomorrow|any|whenever)\b)"
)
"""Whoever is groomed or taught is brought: "drop her off with me at nine"."""
GET_HERE: Final = re.compile(
    r"(?:(?:when|once|whenever|as soon as|before|after) (?:you|u|ye|she|he|they)(?: (?:all|both|finally))?"
    r" (?:get|arrive|come|turn up|make it)|(?:rather|prefer|better if|easier if|best if) (?:you|u|ye)"
    r" (?:just )?(?:came|come|pop|popped|drop|dropped)) (?:over )?here\b(?! (?:we|and we|is|was)\b)"
    r"|(?:when|once|as soon as) (?:you're|you are|ur) (?:outside|downstairs|at the (?:door"
    r"|gate))(?= ?[.,!?]| and\b|$)"
)
"""Whoever gets "here" comes to the professional: "text me when you get here", "I'd rather you came here"."""
WHEN_I_ARRIVE: Final = re.compile(
    r"(?:when|until|till|before|once|as soon as) (?:i|we) (?:arrive|get there|turn up|get to (?:you|yours))\b"
    r"(?! (?:home|back)\b)"
)
"""What the client is to have ready by then: "keep him in the kitchen until I arrive"."""
_TIME_REACH: Final = 14
_SMALL: Final = frozenset(
    (
        "on at by for around about after before between this next in the of from or a an just quick sharp "
        "morning afternoon evening night late early lunch lunchtime first instead then please pls x"
    ).split()
)
"""What stands between an hour, a day and a length."""
_GOES_ON: Final = frozenset("if so while when because or and".split())
_SAYS: Final = frozenset(
    "i i'll i'd i'm we we'll we'd we're you you'll it it'll it's she he they the my our your".split()
)
_LEADS: Final = frozenset("on at by for around about after before between this next".split())


def rings(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'll ring your bell", and "ring the bell when you get here"."""
    theirs = match["theirs"] is not None
    who = who_goes(u, index)
    if theirs:
        return mode_of(u, theirs=True) if who == "speaker" else None
    return mode_of(u, theirs=False) if who in ("none", "listener") else None


def comes_when(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'll come on Friday", "you could come at 5": with its time, where nothing else is said of the way."""
    del match
    end = _time_ends(u, index + 1)
    groups: tuple[Sequence[Days | Start | Duration], ...] = (u.starts, u.durations, u.days)
    timed = [one for claims in groups for one in claims_between(claims, index + 1, end)]
    if not timed or (end < len(u.reading) and not _may_end(u, end)):
        return None
    if who_goes(u, index) == "speaker":
        return mode_of(u, theirs=True) if not _tours(u, timed) else None
    if end < len(u.reading) and u.reading.words[end] in _SAYS and u.reading.words[index + 1] not in _LEADS:
        return None  # "Come Saturday I'll be in Bath"
    if u.speaker is Speaker.PROFESSIONAL and is_told(u, index):
        return mode_of(u, theirs=False)
    return None


def _time_ends(u: Utterance, at: int) -> int:
    """Return where the hour, the day and the length that begin at a word end: "on Monday at 10 for an hour"."""
    last = min(len(u.reading), at + _TIME_REACH)
    while at < last and (u.taken[at] or u.reading.words[at] in _SMALL):
        at += 1
    return at


def _may_end(u: Utterance, at: int) -> bool:
    return (
        bool(u.reading.marks[at] & BREAK) or u.reading.words[at] in _GOES_ON or u.reading.words[at] in _SAYS
    )


def _tours(u: Utterance, timed: Sequence[Days | Start | Duration]) -> bool:
    """True for the "I'll come in May" that may answer when they are in a town: a day alone, and towns are spoken of."""
    towns = u.places or (u.inbound is not None and u.inbound.places)
    return bool(towns) and all(isinstance(one, Days) for one in timed)


def on_the_way(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'm on my way to yours", "on our way over"."""
    del match
    words = u.reading.words
    led = words[index - 2 : index] in _ON_OUR_WAY
    before = words[index - 3] if index > 2 else "."
    who = who_goes(u, index)
    own = who == "speaker" or (who == "none" and words[index - 1] != "the")
    if not led or before in _THEIR_BEING or not own:
        return None
    return mode_of(u, theirs=True)


def left_with(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "drop her off with me at nine"."""
    del match
    return mode_of(u, theirs=False) if who_goes(u, index) in ("none", "listener") else None


def gets_here(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "text me when you get here"."""
    del match, index
    return mode_of(u, theirs=False)


def prepared_for(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "have him on the lead when I arrive": the client is bidden to be ready at home."""
    del match
    begin = u.reading.sentence(index)[0]
    words = u.reading.words[begin : begin + 3]
    bidden = next((word for word in words if word not in _POLITE), "")
    return mode_of(u, theirs=True) if bidden in _PREPARING else None


_POLITE: Final = frozenset("please just and so then , can could you pls also".split())
_PREPARING: Final = frozenset("have keep put leave tie shut lock clear move make".split())
_ON_OUR_WAY: Final = (["on", "my"], ["on", "our"], ["on", "the"])
_THEIR_BEING: Final = frozenset("he's she's they're he she they is are".split())
_Meaning = Callable[["Utterance", "re.Match[str]", int], "Mode | None"]
ARRIVALS: Final[tuple[tuple[re.Pattern[str], _Meaning, str], ...]] = (
    (RING, rings, "ring knock buzz"),
    (COME_TO, invited_to, "come"),
    (GO_OUT, goes_out, "come drive travel pop nip cycle"),
    (ROOM_OF_TOWN, in_town, "studio clinic salon room rooms practice office"),
    (COME_WHEN, comes_when, "come"),
    (ON_THE_WAY, on_the_way, "way"),
    (LEFT_WITH, left_with, "drop leave"),
    (GET_HERE, gets_here, "when once whenever as before after rather prefer better easier best"),
    (WHEN_I_ARRIVE, prepared_for, "when until till before once as"),
)
"""What is read at its anchor words: a pattern, what it means, the words."""
