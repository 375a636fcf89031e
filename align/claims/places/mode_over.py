"""Going with no side said: "I'll come over", "come up and ring", "send me the floor, I'll come up"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.places import mode_words as said
from align.claims.places.mode_fetching import asks_way_in
from align.claims.places.mode_subjects import mode_of, who_goes
from align.claims.places.mode_visits import visits
from align.claims.places.mode_ways import INVITING
from align.claims.places.next_to_sentence import sentence_before
from align.claims.places.presence_words import OWN_ROOMS

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

_OVER_ENDS: Final = frozenset(
    (
        ". ! ? , ; : — - … and but so once after before around about by from for at on in tomorrow tonight "
        "with when whenever then if"
    ).split()
)
_OBJECTS: Final = frozenset("a an you your his her the from".split())
_TO_DOOR: Final = frozenset("over round by past in along here upstairs inside".split())
_LEVELS: Final = frozenset("up down through".split())


def goes_over(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "come over": whoever is told to come goes to the speaker."""
    subject = who_goes(u, index)
    words = u.reading.words
    _, last = u.reading.words_of(*match.span())
    after = words[last] if last < len(words) else "."
    way = match["way"] or match["brought"]
    if subject == "speaker":
        return _speaker_comes(u, match, index)
    if words[last : last + 2] == ["and", "out"] or after == "handy" or _goes_elsewhere(words, last):
        return None
    if after == "to" and words[last + 1 : last + 2] in (["your"], ["yours"], ["you"]):
        return None
    if subject == "other" or (way not in _TO_DOOR and way not in _LEVELS):
        return None
    if words[index] == "walk" and after not in (_WALK_ENDS if way == "in" else _OVER_ENDS):
        return None
    if (way == "by" and after[0].isdigit()) or (after in _OBJECTS and way != "here"):
        return None
    if words[index] not in _PLAIN or way not in ("over", "round", "here"):
        lead = words[index - 1] if index else "."
        if lead not in INVITING:
            return None
        if way in _LEVELS and (
            lead in _MAYBE or (after not in _WHENEVER and not _tells_door(u, index, after))
        ):
            return None
    return mode_of(u, theirs=False)


def _goes_elsewhere(words: list[str], last: int) -> bool:
    """True behind "come along": "with me to the market", where both of them go; not "with me to the studio"."""
    if words[last : last + 1] != ["with"] or words[last + 1 : last + 3] not in _WITH_US_TO:
        return False
    to = words[last + 3 : last + 6]
    return to[:1] == ["the"] and OWN_ROOMS.isdisjoint(to) and _HOME.isdisjoint(to)


_WITH_US_TO: Final = (["me", "to"], ["us", "to"])
_HOME: Final = frozenset(
    "house flat apartment kitchen room garage garden yard shed barn basement lounge back place".split()
)


def _speaker_comes(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the speaker's own "I'll come over", "I'll come down and let you in"."""
    if match["way"] in ("down", "out") and _awaits(u, index):
        return mode_of(u, theirs=False)
    return mode_of(u, theirs=True) if _comes_over(u, match, index) else None


def _awaits(u: Utterance, index: int) -> bool:
    """True for the "come down" of "text me when you're outside and I'll come down": they stand at the speaker's door."""
    begin, end = u.reading.sentence(index)
    at = u.reading.line_at
    return (
        _AT_OUR_DOOR.search(u.reading.line, at[begin], at[end] if end < len(at) else len(u.reading.line))
        is not None
    )


def _tells_door(u: Utterance, index: int, after: str) -> bool:
    """True for the "come up" of "the door's on the latch, come up", "It's 27 Beech Road. Come up"."""
    begin = u.reading.sentence(index)[0]
    if after not in _OVER_ENDS or after == "with":
        return False
    if not _DOORS.isdisjoint(u.reading.words[begin:index]):
        return True
    if after == "," and "floor" in u.reading.words[index : index + _FLOOR_REACH]:
        return True  # "come up, second floor"
    begin = sentence_before(u.reading, begin)[0] if begin else begin
    return any(a.owner == "professional" for a in claims_between(u.addresses, begin, index))


_AT_OUR_DOOR: Final = re.compile(
    r"\b(?:when|once|as soon as) (?:you're|you are|you get|you)"
    r" (?:here|outside|downstairs|at the (?:door|gate)|arrive|parked up)\b"
)
_FLOOR_REACH: Final = 7
_DOORS: Final = frozenset(
    "building door door's floor latch flat flat's stairs buzzer apartment gate unlocked".split()
)


def _comes_over(u: Utterance, match: re.Match[str], index: int) -> bool:
    """True for the speaker's "I'll come over at six", and "come up" where they asked for the room."""
    words = u.reading.words
    _, last = u.reading.words_of(*match.span())
    after = words[last] if last < len(words) else "."
    if match["brought"] or said.NEWS.match(u.reading.line, match.end()) is not None:
        return False  # "I'll come over with a quote"
    if match["way"] in _VISITING and visits(u, index, match["way"], last, _OVER_ENDS):
        return True
    over = match["way"] in ("over", "round") or (match["way"] in ("by", "past") and words[index] in _PLAIN)
    if not over and (words[last : last + 2] in _WITH_SOME or not asks_way_in(u, index, match["way"])):
        return False  # "send me your room ideas and I'll come up with a layout"
    dated = u.taken[last : last + 1] > b"\0" and (match["way"] not in ("by", "past") or after != "the")
    return after in _OVER_ENDS or dated  # "I'll swing by the end of the week with an answer"


_VISITING: Final = frozenset(("over", "round", "by"))
_WITH_SOME: Final = (["with", "a"], ["with", "an"], ["with", "some"], ["with", "something"])
_WHENEVER: Final = frozenset("whenever when any anytime".split())
_MAYBE: Final = frozenset("to can could do you".split())
_PLAIN: Final = frozenset("come coming pop popping swing drop nip head stop bring".split())
_WALK_ENDS: Final = frozenset(". ! , and when whenever any anytime from between".split())
