"""Decide what a speaker does with a claim: assert, refuse, correct, quote, ask.

The method is that of NegEx and ConText (Chapman et al. 2001; Harkema et al. 2009):
triggers before and after the claim act over a scope that ends at clause boundaries and
contrasts ("but"); pseudo-triggers ("no problem", "don't hesitate to") are passed over.
`align.claims.stances` holds the triggers, one kind a file; here is their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stances.concessions import is_conceded, is_granted_only
from align.claims.stances.negation import refused_before
from align.claims.stances.others import is_others
from align.claims.stances.past import is_corrected, is_counterfactual, is_past
from align.claims.stances.questions import asked
from align.claims.stances.quoting import REFUSED_LATER, is_preferred, is_quoted, is_quoted_in_marks
from align.claims.stances.scope import Scope, scope_around
from align.claims.stances.turned_down import turned_down_before
from align.claims.stances.verdicts import is_refused_after
from align.reading.cues import HEDGE, NEGATION, PERSON, QUESTION, QUOTING, TURN

if TYPE_CHECKING:
    from align.reading import Reading

_TRIGGERS: Final = NEGATION | QUESTION | QUOTING | TURN | PERSON | HEDGE


def stance_of(reading: Reading, first: int, last: int) -> Stance:
    """Return the stance towards what the words `[first, last)` say."""
    if not reading.seen & _TRIGGERS:
        return Stance.ASSERTED
    scope = scope_around(reading, first, last, _TRIGGERS)
    return Stance.ASSERTED if scope is None else _decide(scope)


def _decide(scope: Scope) -> Stance:
    """Decide a stance in a scope that holds triggers."""
    settled = _settled(scope)
    if settled is not None:
        return settled
    if scope.seen_before & NEGATION:
        stance = refused_before(scope)
        if stance is not None:
            return stance
    if scope.seen_after & (NEGATION | TURN) and is_refused_after(scope):
        return Stance.REFUSED
    if scope.seen_before & (TURN | NEGATION) and turned_down_before(scope):
        return Stance.REFUSED
    if scope.seen & (TURN | HEDGE) and is_counterfactual(scope):
        return Stance.HYPOTHETICAL
    return asked(scope) if scope.seen & QUESTION else Stance.ASSERTED


def _settled(scope: Scope) -> Stance | None:
    """Return the stance of a claim that is past, granted only, corrected or quoted."""
    before, after = scope.seen_before, scope.seen_after
    if (before | after) & (TURN | HEDGE) and is_past(scope):
        return Stance.HYPOTHETICAL
    if (
        is_conceded(scope)
        or is_quoted_in_marks(scope)
        or (before & (HEDGE | QUOTING) and is_preferred(scope))
        or (before & PERSON and is_others(scope))
    ):
        return Stance.QUOTED
    if after & TURN and is_corrected(scope):
        return Stance.CORRECTED
    if is_granted_only(scope):
        return Stance.REFUSED
    if scope.seen & QUOTING and is_quoted(scope):
        return Stance.REFUSED if REFUSED_LATER.search(scope.after) else Stance.QUOTED
    return None
