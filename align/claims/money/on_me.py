"""Find what the professional pays for the client: "the first visit's on me", "travel's on me"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.free_things import NTH
from align.claims.money.price_cuts import NOT_OURS, Cut
from align.reading.cues import BREAK, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_OUR_TREAT: Final = frozenset("visit session lesson one hour class trial set taster trim".split())
_NOTHING: Final = Decimal(0)


def on_me(u: Utterance) -> list[Cut]:
    """Read "the first visit's on me", "travel's on me"."""
    if "me" not in u.said or "on" not in u.said:
        return []
    reading = u.reading
    words = reading.words
    at = f"{reading.line} ".find(" on me ")
    if at < 0:
        return []
    place = reading.word_at(at + 1)
    begin, end = reading.sentence(place)
    if begin and place - begin <= _BRIEF and end - place <= _BRIEF and "on" in words[begin : begin + _BRIEF]:
        return _answered(u, begin, place)
    if _is_blamed(u, begin, place):
        return []
    for first in range(place - 1, max(begin, place - 5) - 1, -1):
        if words[first].removesuffix("'s") == "travel":
            return [Cut(first, place + 2, _NOTHING, MoneyForm.FREE, PriceOf.TRAVEL)]
        if (
            words[first] in _OUR_TREAT
            or reading.marks[first] & SERVICE_WORD
            or _is_done_for(words, first, place)
            or _is_time_given(words, first, place)
        ):
            if words[place - 1] not in ("is", "'s", "be", "are", "'re") and not words[place - 1].endswith(
                "'s"
            ):
                return []
            start = first
            while start > begin and words[start - 1] in ("first", "this", "next", "your"):
                start -= 1
            return [Cut(start, place + 2, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)]
    return []


_BLUNDERS: Final = frozenset(
    (
        "sorry apologies apologise apologize mix mixup mix-up mistake mess delay late wrong fault blame "
        "error confusion waiting wait missed forgot"
    ).split()
)
"""What the professional takes the blame for, and pays nothing: "the mix up with your session is on me"."""


def _is_blamed(u: Utterance, begin: int, place: int) -> bool:
    """True for "the mix up with your session is on me"; "sorry I was late, so the session is on me" gives it."""
    words, marks = u.reading.words, u.reading.marks
    if words[max(begin, place - 3) : place - 1] == ["that", "one"]:
        return not _BLUNDERS.isdisjoint(words[begin : u.reading.sentence(place)[1]])
    clause = place
    while clause > begin and not marks[clause - 1] & BREAK and words[clause - 1] != "so":
        clause -= 1
    return not _BLUNDERS.isdisjoint(words[clause:place])


def _is_time_given(words: list[str], first: int, place: int) -> bool:
    """True for "tonight's on me", "first time's on me", "your tenth's on me"."""
    word = words[first].removesuffix("'s")
    if words[place + 2 : place + 3] == ["to"]:
        return False  # "tonight's on me to sort"
    if first < place - 1 - (words[place - 1] in ("is", "'s")):
        return False
    if word in ("tonight", "today"):
        return first == 0 or words[first - 1] not in (
            "drinks",
            "dinner",
            "coffee",
            "coffees",
            "food",
            "lunch",
        )
    return (word == "time" and words[first - 1] in ("first", "this", "next")) or (
        word in NTH and words[first - 1] == "your"
    )


def _is_done_for(words: list[str], first: int, place: int) -> bool:
    """True for "your brows are on me": what is done for the client, not what they eat or drink."""
    if words[first] != "your":
        return False
    named = {word.removesuffix("'s") for word in words[first + 1 : place]}
    return not named.isdisjoint(_WORKED_ON)


_WORKED_ON: Final = frozenset(
    (
        "brow brows lash lashes nail nails hair beard fringe bangs neck back shoulders face skin feet hands "
        "legs"
    ).split()
)
_BRIEF: Final = 3


def _answered(u: Utterance, begin: int, place: int) -> list[Cut]:
    """Read "For your mum? On me!": what the sentence before names costs nothing."""
    words, marks = u.reading.words, u.reading.marks
    before, _ = u.reading.sentence(begin - 1)
    if not _BLUNDERS.isdisjoint(words[before:begin]) or words[before : before + 2] in _ABOUT_ONESELF:
        return []
    if words[begin] not in ("on", "it's", "that's", "it", "that") or not NOT_OURS.isdisjoint(
        words[before:begin]
    ):
        return []
    named = words[begin - 1] == "?" or any(
        words[i] in _OUR_TREAT or marks[i] & SERVICE_WORD for i in range(before, begin)
    )
    return [Cut(place, place + 2, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)] if named else []


_ABOUT_ONESELF: Final = [[verb, "i"] for verb in ("did", "am", "was", "have", "do")]
"""What opens a question of what one did oneself: "Did I send the old form? That's on me!"."""
