"""Read bare numbers that name an entry of the rate card: "the ninety", "250 for 90", "60 - 180".

Only a number that is a duration on the card can be one, and only where its neighbours say
so; everything else is left to prices and times.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Speaker
from align.claims.durations.bare_lengths import is_bare_offer
from align.claims.durations.counted_hours import counts_hours
from align.claims.durations.granted_lengths import is_granted
from align.claims.durations.length_words import BRIEFLY_HAD
from align.claims.durations.lengths_made import is_made, strikes_bargain
from align.claims.money.card_scale import scale_of
from align.reading.cues import BREAK, CURRENCY, DURATION_UNIT

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance


class Length(NamedTuple):
    """A length in minutes on the words `[first, last)`."""

    first: int
    last: int
    low: float
    high: float


_SHORTEST: Final = frozenset("shortest minimum least".split())
_NAMING: Final = frozenset("the a my your full".split())
_OPENING: Final = frozenset("incall outcall and or but so then for our my".split())
_AFTER: Final = frozenset(
    ". , ! ? ; : ) … — - \n it's that's it'd that'd for at is 's was would will comes costs runs here "
    "there if and or then so works"
    " session sessions slot set option appointment one it that which you but in on instead too sound sounds "
    "work suit suits"
    " cost run sets goes go gets covers does could should might can with today tomorrow tonight this "
    "next as from"
    " since because please pls thanks x xx haha lol ready".split(" ")
)
_PAIRING: Final = frozenset(
    "- — : = / > → ( is are 's for costs cost runs sets goes comes works would will at here".split()
)
_GIVEN: Final = frozenset("do doing have get getting offer you take book".split())
"""Behind these a length and its price are offered: "happy to do 60 for 150"."""
_BOOKED: Final = frozenset("in down over by round session booked much price rate cost".split())
_BOOKING: Final = frozenset("see have book booking fit squeeze put got having".split())
_IS: Final = frozenset("it's that's it'd that'd is 's".split())
_NEAR: Final = 6
USUAL_LENGTHS: Final = frozenset((30, 45, 60, 75, 90, 120, 150, 180, 240))
"""The lengths that are sold where no card says which."""
_HOURS: Final = 12


def card_lengths(u: Utterance, found: list[Length]) -> list[Length]:
    """Return the bare numbers of a text that name a duration of the rate card.

    `found` are the lengths that carry a unit of their own.
    """
    card, telling = _of_card(u.known.session_minutes)
    if u.inbound is not None and u.inbound.durations:
        telling = telling | {d.low for d in u.inbound.durations if d.low < u.known.shortest}
    numbers = [n for n in u.numbers if float(n.value) in telling]
    if not numbers:
        return []
    covered = {i for length in found for i in range(length.first, length.last)}
    numbers = [n for n in numbers if n.first not in covered]
    if not numbers:
        return []
    starts = {n.first: n for n in u.numbers}
    ends = {n.last for n in u.numbers}
    listed = {length.last for length in found}
    lengths: list[Length] = []
    for number in numbers:
        minutes = float(number.value)
        if 1 <= minutes <= _HOURS and found and minutes * 60 in card:
            if counts_hours(u, number, [*found, *lengths], ends):
                lengths.append(Length(number.first, number.last, minutes * 60, minutes * 60))
            continue
        if _is_told(u, number, found, lengths, listed=minutes in card):
            lengths.append(Length(number.first, number.last, minutes, minutes))
            continue
        if minutes not in card or not u.is_free(number.first, number.last):
            continue
        if _names_entry(u, number, ends, listed) or _heads_pair(u, number, starts, covered):
            lengths.append(Length(number.first, number.last, minutes, minutes))
            listed.add(number.last)
    return lengths


def _is_told(u: Utterance, number: Number, found: list[Length], named: list[Length], *, listed: bool) -> bool:
    """True where the words around a number make a length of it, be it `listed` on the card or a short one.

    `found` are the lengths with a unit, `named` the bare ones before it.
    """
    if not listed and number.first and u.reading.marks[number.first - 1] & CURRENCY:
        return False
    minutes = float(number.value)
    return (
        ((listed or minutes in _SHORT) and _cut_to(u, number, found))
        or _is_compared(u, number, found)
        or _is_weighed(u, number, [*found, *named])
        or (minutes in _SHORT and _is_brief(u, number))
        or (listed and ((bool(found) and _is_mine(u, number)) or is_made(u, number)))
        or is_granted(u, number.first, number.last, minutes)
        or is_bare_offer(u, number.first, number.last, minutes)
    )


_SHORT: Final = frozenset((15, 20, 30, 40, 45))


@lru_cache(maxsize=512)
def _of_card(minutes: frozenset[int]) -> tuple[frozenset[int], frozenset[float]]:
    """Return the lengths that a card prices, and all numbers that may name one, in hours too."""
    card = minutes | USUAL_LENGTHS if len(minutes) < 2 else minutes  # one entry prices every length
    return card, card | _SHORT | _FIVES | {m / 60 for m in card}


_FIVES: Final = frozenset(map(float, range(15, 65, 5)))


def _is_mine(u: Utterance, number: Number) -> bool:
    """True behind another length for "mine are 45", "45 in total": a length on the card as well."""
    words, first, last = u.reading.words, number.first, number.last
    if not u.is_free(first, last) or (last < len(words) and u.reading.marks[last] & CURRENCY):
        return False
    if words[first - 1 : first] in _ARE and words[max(0, first - 2) : first - 1] == ["mine"]:
        return words[max(0, first - 3) : first - 2] not in _PLACING  # "an hour at mine is 60"
    if words[first - 1 : first] == ["mine's"]:
        return True
    return first > 0 and words[first - 1] == "," and words[last : last + 2] in _IN_ALL


_PLACING: Final = [["at"], ["in"], ["to"], ["from"], ["by"], ["round"], ["over"]]
_ARE: Final = [["are"], ["is"], ["'s"], ["run"], ["last"]]
_IN_ALL: Final = [["in", "total"], ["in", "all"], ["all", "in"], ["all", "told"]]


def _is_compared(u: Utterance, number: Number, found: list[Length]) -> bool:
    """True for "45 instead of the hour", "cut it to 40": a short length beside the one it stands in for."""
    words, first, last = u.reading.words, number.first, number.last
    if words[last : last + 1] not in _FOR_ANOTHER and (first < _TWO or words[first - 1] != "to"):
        return False
    if (
        float(number.value) not in _FIVES
        or not u.is_free(first, last)
        or f"{number.value}" in u.known.amounts
    ):
        return False
    if first and (u.reading.marks[first - 1] & CURRENCY or words[first - 1] == "at"):
        return False
    if last < len(words) and u.reading.marks[last] & CURRENCY:
        return False
    if words[last : last + 2] in _INSTEAD:
        other = last + 2 + (words[last + 2 : last + 3] in (["the"], ["your"], ["a"], ["our"]))
        return any(x.first <= other < x.last for x in found) or words[other : other + 1] in _CARD_WORDS
    if first < _TWO or words[first - 1] != "to" or words[last : last + 1] in (["%"], ["per"], ["people"]):
        return False
    at = first - 2
    while at > max(0, first - _TO_REACH) and words[at] in _CUT_THINGS:
        at -= 1
    return words[at] in _CUTTING and "price" not in words[at:first]


def _is_weighed(u: Utterance, number: Number, found: list[Length]) -> bool:
    """True for "book me for 90; for a refresh 60 is fine": a shorter one, welcomed behind a length."""
    words, first, last = u.reading.words, number.first, number.last
    if words[last : last + 1] not in _JUDGING:
        return False
    value = float(number.value)
    if value >= u.known.shortest or not u.is_free(first, last) or not first:
        return False
    if u.reading.marks[first - 1] & CURRENCY or words[first - 1] in _OF_A_CLOCK:
        return False
    smallest, _ = scale_of(u.known.amounts)
    if smallest is not None and value >= smallest / 2:
        return False
    if not any(first - _WEIGHED <= x.first < first and x.low <= _LONG for x in found[-_FEW:]):
        return False
    said = words[last : last + 4]
    if said[0] in ("works", "does", "suits"):
        return "not" not in said
    return not _ENOUGH_OR_FINE.isdisjoint(said) and _DENYING.isdisjoint(said)


_WEIGHED: Final = 25
_OF_A_CLOCK: Final = frozenset("at by until till from before after".split())
_JUDGING: Final = [[word] for word in "works does suits is 's would will 'll 'd should could might".split()]
_FINE: Final = frozenset(
    "fine ok okay good perfect do work grand doable great lovely sufficient cover".split()
)
_DENYING: Final = frozenset("not never n't barely hardly of".split())
_INSTEAD: Final = [["instead", "of"], ["rather", "than"]]
_FOR_ANOTHER: Final = [["instead"], ["rather"]]
_CARD_WORDS: Final = [["60"], ["sixty"], ["90"], ["ninety"]]
_TWO: Final = 2
_TO_REACH: Final = 6
_CUT_THINGS: Final = frozenset(
    "it this that things you us session appointment down back the your a bit slightly".split()
)
_CUTTING: Final = frozenset(
    "cut trim shorten drop bring knock reduce take scale cutting trimming shortening dropping".split()
)


def _is_brief(u: Utterance, number: Number) -> bool:
    """True for "a quick 45", "a 45 just for the neck", "we could squeeze in 30", "30 would be plenty": a short one without its unit."""
    words, first, last = u.reading.words, number.first, number.last
    if not u.is_free(first, last) or f"{number.value}" in u.known.amounts:
        return False
    last += words[last : last + 2] == ["'", "s"]  # "20's plenty"
    after = words[last] if last < len(words) else "."
    after = "'s" if after == "s" else after
    if not first:
        return after in _VERDICTS and not _ENOUGH.isdisjoint(words[last + 1 : last + 4])
    if u.reading.marks[first - 1] & CURRENCY or (last < len(words) and u.reading.marks[last] & CURRENCY):
        return False
    if words[first - 1] == "a" and after in ("just", "only", "for"):
        return after != "for" or words[last + 1 : last + 2] in _FOR_JUST
    if words[first - 1] == "for" and (after in _AFTER or after in ("on", "before", "after")):
        return not _FITTING.isdisjoint(words[max(0, first - 5) : first - 1])
    if words[first - 1] in BRIEFLY_HAD:
        return words[first - 2 : first - 1] in (["a"], ["an"]) and (
            after in _AFTER or after in ("to", "on", "before", "between", "while", "when")
        )
    if words[first - 1] in ("is", "'s") and after in _AFTER:
        return not _FASTEST.isdisjoint(words[max(0, first - 4) : first - 1])
    if words[first - 1] == "in":
        return words[first - 2 : first - 1] in (["squeeze"], ["fit"], ["sneak"]) and after in _AFTER
    return after in _VERDICTS and not _ENOUGH.isdisjoint(words[last + 1 : last + 4])


_FOR_JUST: Final = [["just"], ["only"], ["you"]]
_FASTEST: Final = frozenset("fastest quickest".split())
_FITTING: Final = frozenset("squeeze fit slot pop nip sneak".split())
_VERDICTS: Final = frozenset("would 'd should might is 's will".split())
_ENOUGH: Final = frozenset("plenty enough heaps loads ample".split())
_ENOUGH_OR_FINE: Final = _ENOUGH | _FINE


def _cut_to(u: Utterance, number: Number, found: list[Length]) -> bool:
    """True for the 45 of "if an hour's too long we can just do 45"."""
    words = u.reading.words
    first = number.first
    if not first or f"{number.value}" in u.known.amounts:
        return False
    if words[first - 1] not in ("do", "just", "say") and words[first - 2 : first] not in _MAKING_IT:
        return False
    if number.last < len(words) and words[number.last] not in _AFTER:
        return False
    begin, end = u.reading.sentence(first)
    if strikes_bargain(words[number.last : min(end, number.last + _NEAR)]):
        return False  # "an hour is 95, but make it 90 and you've a deal"
    return any(begin <= x.first < first and x.low <= _LONG for x in found[-_FEW:])


_MAKING_IT: Final = [["make", "it"], ["call", "it"], ["go", "for"], ["go", "with"], ["stretch", "to"]]
_LONG: Final = 24 * 60


def _names_entry(u: Utterance, number: Number, ends: set[int], listed: set[int]) -> bool:
    """True for "the ninety", "a 60 at yours", "250 for 90", "60 or 90"."""
    words = u.reading.words
    if number.value == u.known.shortest and _is_least(u, number):
        return True
    if not number.first:
        return False
    before = words[number.first - 1]
    after = words[number.last] if number.last < len(words) else "."
    if before == "/" or after not in _AFTER:
        return before == "/" and number.first - 1 in listed and _is_in_row(words, number.first)
    if before == "for":
        heads = number.first == 1 or u.reading.marks[number.first - 2] & BREAK
        return (heads and after in _IS) or _booked_for(u, number.first - 1, ends)
    if before in ("or", "if"):
        return number.first - 1 in (listed if before == "or" else ends)  # "95 if 45 would do"
    if not u.known.session_minutes:
        return False
    if before in ("is", "'s") and _SHORTEST.intersection(words[max(0, number.first - 6) : number.first]):
        return True
    if after in ("is", "'s") and _SHORTEST.intersection(words[number.last + 1 : number.last + 4]):
        return True
    if u.speaker is Speaker.CLIENT and before in ("a", "my", "your") and after in ("is", "'s"):
        return False
    sized = before in _SIZES and words[number.first - 2 : number.first - 1] in _ARTICLES
    return sized or before in _NAMING


def _is_in_row(words: list[str], first: int) -> bool:
    """True for the 90 of "48 / 68 / 84 for 60 / 90 / 120"; the 120 of "90 min / 120" is a price."""
    at = first
    while at > 1 and words[at - 1] == "/" and words[at - 2].isdecimal():
        at -= 2
    return at < first and words[at - 1] == "for"


_SIZES: Final = frozenset("long longer short shorter longest shortest".split())
_ARTICLES: Final = (["the"], ["a"], ["my"], ["our"])


def _is_least(u: Utterance, number: Number) -> bool:
    """True for "thirty's the least I do", "sixty is my minimum", where the card has no such sum."""
    words, first, last = u.reading.words, number.first, number.last
    last += words[last : last + 2] == ["'", "s"]
    if words[last : last + 1] not in _BEING or f"{number.value}" in u.known.amounts:
        return False
    if first and u.reading.marks[first - 1] & CURRENCY:
        return False
    near = words[last + 1 : last + 5]
    ranked = next((i for i, word in enumerate(near) if word in _SHORTEST), -1)
    if ranked < 0 or not _APPRAISING.issuperset(near[:ranked]):
        return False
    return _CHARGING.isdisjoint(words[last + ranked + 2 : last + ranked + 5])


_BEING: Final = [["is"], ["'s"], ["s"]]
_APPRAISING: Final = frozenset("the my our a absolute".split())
_CHARGING: Final = frozenset(
    "charge charged take accept go pay spend cost price fee rate deposit dollars pounds quid".split()
)


def _booked_for(u: Utterance, at: int, ends: set[int]) -> bool:
    """True where "for 90" follows an amount ("250 for 90") or a booking."""
    words = u.reading.words
    if at in ends:
        return True
    if not at:
        return False
    before = words[at - 1]
    if before in ("you", "her", "him", "them", "me", "us"):
        return at > 1 and words[at - 2] in _BOOKING
    return before in _BOOKED or bool(u.reading.marks[at - 1] & CURRENCY)


def _heads_pair(u: Utterance, number: Number, starts: dict[int, Number], covered: set[int]) -> bool:
    """True for the 60 of "60 - 180", "outcall 60 is 230", "90 at yours is 300"."""
    words, marks = u.reading.words, u.reading.marks
    first, last = number.first, number.last
    if last >= len(words) or words[last] not in _PAIRING:
        return False
    if last + 1 < len(words) and words[last + 1] in ("$", "€", "£"):
        return not first or not marks[first - 1] & CURRENCY
    given = words[last] == "for" and first and words[first - 1] in _GIVEN
    if first and not marks[first - 1] & BREAK and words[first - 1] not in _OPENING and not given:
        return False
    for at in range(last + 1, min(len(words), last + _NEAR)):
        if marks[at] & CURRENCY and not words[at].isalpha():
            return True
        follower = starts.get(at)
        if follower is not None:
            if at in covered or follower.value < number.value / 4:
                return False
            return _is_amount(u, follower) if u.known.amounts else _is_row(u, last, at)
        if words[at] in (",", "and", "or", "."):
            return False
    return False


def _is_row(u: Utterance, joint: int, amount: int) -> bool:
    """True without a card for one of several pairs with the same joint: "60 - 180, 90 - 250"."""
    words = u.reading.words
    return joint + 1 == amount and any(
        words[at] == words[joint]
        and (words[at - 1] in _USUAL or u.reading.marks[at - 1] & DURATION_UNIT)
        and words[at + 1][0].isdigit()
        for at in range(max(1, joint - _ROW), min(len(words) - 1, joint + _ROW))
        if at != joint
    )


_ROW: Final = 12
_FEW: Final = 8
_USUAL: Final = frozenset(map(str, USUAL_LENGTHS))


def _is_amount(u: Utterance, number: Number) -> bool:
    """True when a number is of the size of the card's amounts."""
    smallest, largest = scale_of(u.known.amounts)
    return (
        smallest is not None and largest is not None and 0.5 * smallest <= float(number.value) <= 3 * largest
    )
