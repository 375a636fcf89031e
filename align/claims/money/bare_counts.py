"""Tell the bare numbers that count or measure something, and cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.heard import once_a_message
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_number import asks_of_oven
from align.claims.money.mere_figures import is_mere_figure
from align.claims.money.things import is_thing

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber
    from align.claims.utterance import Utterance


def counts(number: BareNumber) -> bool:
    """True for a number that plainly counts, numbers or measures something else."""
    words, first = number.words, number.first
    if words[first][0] == "0" and number.value >= 1:
        return True  # "the 0147": the digits of a telephone or a door
    if number.before in words_of.COUNT_WORDS:
        rated = number.before == "flat" and number.after in _RATED
        return not rated and words[first - 2 : first] != ["a", "flat"]
    if (number.before == "or" and first > 1 and words[first - 2] in _ONE) or _is_length_of_one(number):
        return True
    return number.after in _COUNTING and _is_counted_by(number)


def _is_counted_by(number: BareNumber) -> bool:
    """True for "two per week", "4 x", "30 minutes", not for "50 of that", "40 / hour" and a kiss."""
    after, following = number.after, number.following
    if _is_so_often(number):
        return True
    if after == "per":
        return following == "cent"
    if after == "of" and following in _OF_PRICES:
        return False
    if after == "x" and not following:
        return False  # a kiss
    if after == "/":
        at = number.last + 1
        return following not in _HOURLY and not number.durations(at, at + 1)
    return after in words_of.COUNTED or (after in UNIT_MINUTES and after not in ("m", "h"))


def _is_length_of_one(number: BareNumber) -> bool:
    """True for the 45 of "the longer one is 90 minutes and the short one's 45": both are lengths."""
    words, at = number.words, number.first - 1
    at -= at > 0 and number.before in ("is", "'s")
    if at <= 0 or words[at] not in ("one", "one's") or words[at - 1] not in _SIZES:
        return False
    if number.value not in number.known.session_minutes:
        return False
    return bool(number.durations(number.sentence[0], number.first))


def _is_so_often(number: BareNumber) -> bool:
    """True for "two per week": a count, whatever thousands the card would add to it."""
    often = number.after in ("per", "a", "times", "x") and UNIT_MINUTES.get(number.following, 0) > _A_DAY
    return often and number.is_scaled


def is_figure(number: BareNumber) -> bool:
    """True for a number that the client counts by, for the degrees of an oven, an age, a mark or the like."""
    return (
        _takes_up_count(number)
        or (number.before in ("at", "to") and asks_of_oven(number.u.inbound))
        or is_mere_figure(number.u, number.read)
    )


def _takes_up_count(number: BareNumber) -> bool:
    """True for "250! That's a crowd" to "we have 250 guests", and "about 70 an hour" to "how many photos?"."""
    inbound = number.u.inbound
    if inbound is None:
        return False
    heard = [n for n in inbound.numbers[: words_of.RECENT] if n.value == number.read.value]
    counted = [n.last for n in heard if n.first not in _charged(inbound)]
    if counted and _opens_answer(number):
        return True
    words = inbound.reading.words
    things = any(at < len(words) and words[at].endswith("s") and is_thing(inbound, at) for at in counted)
    return things or (_asks_how_many(inbound) and _answers_how_many(number))


@once_a_message
def _charged(message: Utterance) -> frozenset[int]:
    """The words of a client's message that state amounts."""
    return frozenset(at for m in message.money for at in range(m.first, m.last))


def _opens_answer(number: BareNumber) -> bool:
    """True for the numbers of "48 and 52 are workable", which no "it's" and no length makes prices."""
    before = number.words[number.sentence[0] : number.first]
    alone = all(w[0].isdigit() or w in ("and", ",", "/") for w in before)
    welcome = not number.after or number.after in words_of.WELCOMING
    return alone and not welcome and not number.is_for_length(number.last)


def _answers_how_many(number: BareNumber) -> bool:
    """True in the first two sentences of the answer to a "how many" that asks no price."""
    if number.is_asked_for or (number.after == "for" and number.is_for_length(number.last)):
        return False
    return number.sentence_before[0] == 0 and not number.names_price(*number.sentence)


@once_a_message
def _asks_how_many(message: Utterance) -> bool:
    return " how many " in f" {message.reading.line} "


_A_DAY: Final = 1_440
_RATED: Final = frozenset("for per an all either".split())
"""What follows the sum of "flat 350 for the lot", and no flat's number."""
_ONE: Final = frozenset("one 1 once".split())
"""Before "or" and a number that counts as the one does: "whether you book one or ten"."""
_COUNTING: Final = words_of.COUNTED | UNIT_MINUTES.keys() | {"per", "a", "times"}
_OF_PRICES: Final = frozenset("that it which the".split())
_HOURLY: Final = frozenset("h hr hour".split())
_SIZES: Final = frozenset(
    "short shorter long longer other second quick quicker big bigger small smaller".split()
)
