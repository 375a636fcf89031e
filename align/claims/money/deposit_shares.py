"""What each of several clients sends of one deposit, or of what it leaves: "the 20 deposit would be a tenner each"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money.price_nouns import DEPOSIT
from align.claims.money.price_sums import heads_of_share, is_share, is_split
from align.reading.cues import DURATION_UNIT, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.claim import Money
    from align.claims.money.price_table import PriceTable
    from align.claims.utterance import Utterance

_REACH: Final = 12
_FEW: Final = 12
_REST: Final = frozenset(
    "rest balance remainder then total lot sorted paid waived received done thanks after".split()
)


def shares_deposit(u: Utterance, claim: Money, table: PriceTable) -> bool:
    """True where an amount each is the deposit over as many heads as the draft names.

    The deposit must be the last thing that the sentence speaks of before the amount: "20
    deposit, and the lesson is 10 each" shares out no deposit.
    """
    if not claim.low or not is_share(u, claim):
        return False
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(claim.first)
    near = range(max(begin, claim.first - _REACH), claim.first)
    named = next((i for i in reversed(near) if words[i] in DEPOSIT), None)
    if named is None:
        return False
    between = range(named + 1, claim.first)
    if any(marks[i] & (SERVICE_WORD | DURATION_UNIT) or words[i] in SESSION_NOUNS | _REST for i in between):
        return False
    heads = heads_of_share(u, claim)
    if begin and is_split(u, begin - 1):
        heads = heads | {2}
    wholes = table.deposits(None, None)
    stated = {m.low for m in starting_in(u.money, begin, claim.first) if m.low in wholes}
    return any(claim.low * count in (stated or wholes) for count in heads if count <= _FEW)


def shares_remainder(u: Utterance, claim: Money, table: PriceTable) -> bool:
    """True for "310 to go, so 155 each if you split it": what the deposit leaves, which the draft names before."""
    if not claim.low or not is_share(u, claim):
        return False
    begin, _ = u.reading.sentence(claim.first)
    if begin:
        begin, _ = u.reading.sentence(begin - 1)
    left = table.remainders(None, None)
    near = starting_in(u.numbers, begin, claim.first)[-_FEW:]
    priced = {m.low for m in starting_in(u.money, begin, claim.first)[-_FEW:]}
    words = u.reading.words
    named = {n.value for n in near if n.value in left and (n.value in priced or words[n.last] in _TO_GO)}
    return any(claim.low * count in named for count in heads_of_share(u, claim) if count <= _FEW)


_TO_GO: Final = frozenset("to left remaining due outstanding more".split())
