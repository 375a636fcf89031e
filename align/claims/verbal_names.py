"""Phrases said with a verb: "I teach bass" for "bass lessons", "do you do cats?" for "cat grooming".

Where every word of a phrase but one is what the trade or its services are called anyway, the
one tells it apart, and a client asks for it by that alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.inflections import lead_before

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

TAUGHT: Final = frozenset(("lesson", "class", "tuition"))
"""Stems of what somebody is taught in."""
TEACHING: Final = ("teach", "learn")
"""What is done in a lesson, by the one and the other."""

_NEAR: Final = 4
_MAY: Final = frozenset("can could".split())
_MODAL: Final = frozenset("can could will would 'll 'd".split())
_WOULD: Final = _MODAL | {"to"}
_ANOTHER: Final = frozenset("you he she they it who that".split())
"""Who may do it too: "she can do cats"."""
_THEIRS: Final = _WOULD | frozenset("you'll you'd he'd she'd they'd he'll she'll they'll".split())
_OURS: Final = _WOULD | frozenset("i we i'll we'll i'd we'd i'm we're also still and".split())
_YOURS: Final = frozenset("you u ya ye also still".split())
_DETERMINERS: Final = frozenset("a an any the some".split())


def is_said_of_us(u: Utterance, span: tuple[int, int], between: list[str], *, closes: bool) -> bool:
    """True where the verb at the head of `span` is what the professional does, or the client does with them.

    `between` are the words that part it from what it is done with; `closes` says that the name ends there.
    """
    words, (first, _) = u.reading.words, span
    verb, near = words[first], words[max(0, first - _NEAR) : first]
    if not closes or not near:
        return False
    lead = lead_before(words, first)
    if verb in ("learn", "learning"):
        return lead in _THEIRS or not _MAY.isdisjoint(near)
    if verb not in ("teach", "teaching", "do") or (verb == "do" and not _DETERMINERS.issuperset(between)):
        return False
    if u.speaker is Speaker.CLIENT:
        return lead in _YOURS or (lead in _OURS and not _MAY.isdisjoint(near))
    return lead in _OURS and not (lead in _MODAL and not _ANOTHER.isdisjoint(near[-3:]))
