"""What has begun of late goes on: "I've just started doing regulars in Leeds", "we just opened in Leeds"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.places.presence_words import PARTS, Part

if TYPE_CHECKING:
    from align.claims.places.presence_found import Passed

_STARTED: Final = frozenset("started begun began".split())
_OF_LATE: Final = frozenset("just recently newly lately finally now only also even already".split())
_HAVE: Final = frozenset("i've ive we've".split())
_WE: Final = frozenset("i we have".split())
_DOINGS: Final = (Part.ACTIVE, Part.ENCOUNTER)
_OBJECT_REACH: Final = 5
_OPENERS: Final = (Part.LINK, Part.STOP)


def begins(words: list[str], at: int, passed: Passed) -> bool:
    """True for a beginning of late of the work that has been passed, or the opening of a room."""
    if not _is_ours_of_late(words, at):
        return False
    if words[at] in _LASTING:
        return not (passed.strange or passed.unreal or passed.travel) and _goes_on(words, at)
    behind = words[at + 1] if at + 1 < len(words) else "."
    if words[at] == "opened":
        return passed.room or passed.own_room or PARTS.get(behind) is Part.SKIP
    works = behind.endswith("ing") and PARTS.get(behind) in _DOINGS
    works |= any(PARTS.get(word) is Part.CLIENTS for word in words[at + 1 : at + _OBJECT_REACH])
    return words[at] in _STARTED and not passed.unreal and (works or passed.event)


def _goes_on(words: list[str], at: int) -> bool:
    """True for "I've been based in Leeds since May": what has lasted since then goes on."""
    if words[at + 1 : at + 2] == ["to"]:
        return False  # "I've been to Leeds since"
    said = words[at + 1 : at + _SINCE_REACH]
    end = next((i for i, word in enumerate(said) if word in _ENDS), len(said))
    return "since" in said[:end] and "but" not in said[:end]


_LASTING: Final = frozenset("been worked taught".split())
_SINCE_REACH: Final = 14
_ENDS: Final = frozenset(". ! ? ; \n".split(" "))


def _is_ours_of_late(words: list[str], at: int) -> bool:
    """True behind "I've", "I've just", "we recently", and "just" at the head of a clause."""
    lead = at
    while lead and words[lead - 1] in _OF_LATE:
        lead -= 1
    before = words[lead - 1] if lead else "."
    if before in _HAVE or (before == "have" and words[lead - 2 : lead - 1] in (["i"], ["we"])):
        return True
    opens = not before[0].isalnum() or PARTS.get(before) in _OPENERS
    return lead < at and (before in _WE or opens)
