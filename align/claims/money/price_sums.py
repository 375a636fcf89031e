"""Find by which counts a draft multiplies or shares a price: "eight of them make 720".

Two lessons, or an hour for each of two people, cost twice the rate; a head's share of a
group's rate is the rate over the heads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in

if TYPE_CHECKING:
    from align.claims.claim import Money
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_COUNTED: Final = frozenset(
    "of lessons sessions visits appointments hours classes people times weeks x kids dogs guests faces heads".split()
)
_BUNDLES: Final = frozenset("block blocks pack package bundle set course run".split())
_PAIRS: Final = frozenset("pair both couple twice double".split())
_SHARES: Final = frozenset((("a", "head"), ("per", "head"), ("per", "person"), ("a", "person")))
_MOST: Final = 60
_FEW: Final = 24


def counts_beside(u: Utterance, claim: Money) -> set[int]:
    """Return the counts that the sentence of an amount multiplies a price by."""
    words = u.reading.words
    begin, end = u.reading.sentence(claim.first)
    found = {int(n.value) for n in starting_in(u.numbers, begin, end) if _is_count(n) and _counts(words, n)}
    if not _PAIRS.isdisjoint(words[begin:end]):
        found.add(2)
    return found


def heads_of_share(u: Utterance, claim: Money) -> set[int]:
    """Return the counts of people that "40 a head" can be a share by; empty for no share."""
    words = u.reading.words
    ahead = words[claim.last : claim.last + 2]
    if tuple(ahead) not in _SHARES and ahead[:1] not in (["each"], ["apiece"], ["pp"]):
        return set()
    heard = u.inbound.numbers[:_FEW] if u.inbound is not None else []
    return {int(n.value) for n in (*u.numbers[:_FEW], *heard) if _is_count(n)}


def _is_count(number: Number) -> bool:
    return 1 < number.value <= _MOST and number.value == number.value.to_integral_value()


def _counts(words: list[str], number: Number) -> bool:
    """True for "eight of them", "10 lessons", "a block of five"."""
    if number.last < len(words) and words[number.last] in _COUNTED:
        return True
    first = number.first
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _BUNDLES
