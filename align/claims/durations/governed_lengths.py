"""Lengths below the minimum that hang on a word to their left: "nip in for half an hour before work".

Behind "for", and as the object of a verb that offers, a length has its governor already, so
that what stands behind it ("before work", "between clients", "on the legs") is the
sentence's and says when or what for. What is done for so long decides: for an appointment
one comes, is free or is fitted in; one waits, soaks or practises for something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import OFFERING, lead_of
from align.claims.durations.lengths_for import comes_for
from align.reading.cues import AGREEMENT, BREAK, NEGATION, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LEAST: Final = 12
_REACH: Final = 12
_NEAR: Final = 4
ADVERBIALS: Final = frozenset("before after between on over until till prior first free".split())
"""Words that follow a length without measuring anything else where it has its governor."""
_BY_THE_CLOCK: Final = [["before"], ["after"], ["prior"]]
_PHONES: Final = frozenset("phone call zoom facetime video whatsapp teams skype line bike treadmill".split())
_PARTS: Final = frozenset("rest remaining remainder hour then second".split())
"""What behind a length makes it a part of something longer."""


def is_governed(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True where a length is how long one comes, is free or is fitted in, or what one offers."""
    if not _LEAST <= minutes < u.known.shortest:
        return False
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    lead = lead_of(words, first, begin)
    behind = words[last : min(end, last + _REACH)]
    if lead <= begin or not _PARTS.isdisjoint(behind):
        return False
    if behind[:1] == ["on"] and not _PHONES.isdisjoint(behind[1:4]):
        return False
    if behind[:1] in _BY_THE_CLOCK and (not behind[1:] or u.reading.marks[last + 1] & BREAK):
        return False  # "what about half an hour before?"
    if words[lead - 1] == "for":
        return comes_for(u, first, lead - 1)
    return _is_object(u, lead, begin, last)


# -- "do half an hour" -------------------------------------------------------------------


def _is_object(u: Utterance, lead: int, begin: int, last: int) -> bool:
    """True for the object of a verb that offers: "could give you", "how about", "let's start with"."""
    words = u.reading.words
    if (
        words[lead - 1 : lead + 1] in _PROPOSING
        or _is_wanted(u, lead, begin)
        or _is_free(words, lead, begin, last)
    ):
        return True
    at = lead - 1
    while at > begin and words[at] in _CARRIED:
        at -= 1
    if words[at] in _CONTENT and words[lead - 1] in ("with", "to"):
        return at == begin or not _AM.isdisjoint(words[max(begin, at - 2) : at])
    if words[at] in _TIMING and words[lead - 1] not in ("with", "on"):
        return words[at] not in _STARTING and words[last : last + 1] in _NO_TIME
    behind = words[last + 1 : last + 2]
    if words[at] == "take" and words[last : last + 1] == ["to"] and not _BY_ONESELF.isdisjoint(behind):
        return False  # "let's take half an hour to stretch first"
    if words[at] == "stay" and words[last : last + 1] in _STAYING_ON:
        return False
    if words[at] not in _VERBS or (
        words[lead - 1] == "to" and words[lead - 2] not in ("it", "things", "this")
    ):
        return False
    return _is_offering(words, at, begin, on=words[last : last + 1] == ["on"])


def _is_wanted(u: Utterance, lead: int, begin: int) -> bool:
    """True for "Fancy half an hour …?", "Want 30 minutes …?"."""
    words = u.reading.words
    _, end = u.reading.sentence(begin)
    if words[end - 1] != "?" or lead - begin > _FEW or "to" in words[lead:end]:
        return False
    return words[begin] in _WANTING and (words[lead - 1] in _WANTING or words[lead - 1] in _PATIENTS)


def _is_free(words: list[str], lead: int, begin: int, last: int) -> bool:
    """True for "I've half an hour free before work": what the professional has left."""
    near = words[max(begin, lead - _FEW) : lead]
    last += words[last : last + 1] in _TODAY and words[last + 1 : last + 2] == ["at"]
    if words[last : last + 1] == ["at"] and words[last + 1 : last + 2] != [] and words[last + 1][0].isdigit():
        return not _HAVING.isdisjoint(near) and not _SELF.isdisjoint(near)  # "I've 45 minutes at 7"
    if words[last : last + 2] in _FOR_YOU and words[last + 2 : last + 3] not in _TO_TALK:
        return not _HAVING.isdisjoint(near) and not _SELF.isdisjoint(near)
    if words[last : last + 1] in _GOING:
        return not (_HAVING | {"there's", "is"}).isdisjoint(near)
    if words[last : last + 1] != ["free"] or words[last + 1 : last + 2] not in _AROUND:
        return False
    return not _SELF.isdisjoint(near) and not _HAVING.isdisjoint(near)


def _is_offering(words: list[str], at: int, begin: int, *, on: bool) -> bool:
    """True where the verb at `at` is the professional's offer; on a part of the body a plan is none."""
    if words[at] == "have" and words[at - 1] in ("i", "we"):
        return False  # "can I have 20 minutes before I answer?"
    if words[at] in ("give", "keep") and words[at + 1] in ("it", "things"):
        return words[at] == "keep"
    offering = words[max(begin, at - _NEAR) : at]
    if words[at] == "doing":
        return "mind" in offering
    if words[at] == "take":
        return words[at - 1] in ("let's", "lets") or words[at - 2 : at] == ["let", "us"]
    if OFFERING.isdisjoint(offering):
        return False
    return _WILL.isdisjoint(offering) or not (on or words[at] in _PLANNED)


_FEW: Final = 3
_TODAY: Final = [["today"], ["tonight"], ["tomorrow"]]
_FOR_YOU: Final = [["for", "you"], ["for", "both"]]
_TO_TALK: Final = [["now"], ["to"], ["if"], ["before"]]
_GOING: Final = [["going"], ["available"]]
_AROUND: Final = [["before"], ["after"], ["on"]]
_SELF: Final = frozenset("i i've we we've".split())
_HAVING: Final = frozenset("have got i've we've".split())
_PROPOSING: Final = [["how", "about"], ["what", "about"], ["how's", "about"]]
_WANTING: Final = frozenset(("want", "fancy"))
_PATIENTS: Final = frozenset("you u ya ye him her them".split())
_CARRIED: Final = _PATIENTS | frozenset("in with on to up it things".split())
_CONTENT: Final = frozenset("happy fine ok okay good yes yep yeah cool content".split())
_AM: Final = frozenset("i'm we're am are be i'd we'd".split())
_STARTING: Final = frozenset("start begin".split())
_TIMING: Final = _STARTING | frozenset("say suggest make".split())
"""Verbs whose "half an hour before" may be a time as well."""
_NO_TIME: Final = [["on"], ["between"], ["over"]]
_VERBS: Final = _STARTING | frozenset(
    (
        "do doing stay take offer manage fit squeeze spare give sneak have book grab schedule block reserve "
        "arrange keep"
    ).split()
)
_BY_ONESELF: Final = frozenset(
    (
        "stretch warm think breathe rest eat chat talk plan set get pack change cool decide prepare prep wind"
    ).split()
)
_STAYING_ON: Final = [[word] for word in "after late later longer extra on behind".split()]
_PLANNED: Final = frozenset("have keep".split())
_WILL: Final = frozenset("i'll we'll".split())


# -- "half an hour? sure" ----------------------------------------------------------------


def is_answered_yes(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for a bare length in a question that its writer answers: "Just half an hour? Sure"."""
    if not _LEAST <= minutes < u.known.shortest:
        return False
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(first)
    lead = lead_of(words, first, begin)
    if words[end - 1] != "?" or end >= len(words) or any(words[i] not in _BARE for i in range(begin, lead)):
        return False
    if not _TIMED.isdisjoint(words[end : end + _REACH]):
        return False  # "half an hour? sure, I'll wait", "yes, from the station"
    if end - last > _REACH or marks[end] & NEGATION:
        return words[end : end + 2] in _NO_TROUBLE
    return (
        bool(marks[end] & AGREEMENT and not marks[end] & SENTENCE_END) or words[end : end + 2] in _NO_TROUBLE
    )


_TIMED: Final = frozenset("wait waiting drive walk away hold from".split())
_BARE: Final = frozenset("so and ok okay hmm oh for you want wanted said , …".split())
_NO_TROUBLE: Final = [
    ["no", "problem"],
    ["no", "bother"],
    ["no", "worries"],
    ["no", "trouble"],
    ["can", "do"],
    ["happy", "to"],
    ["no", "issue"],
    ["of", "course"],
    ["go", "on"],
    ["go", "ahead"],
    ["why", "not"],
]
