"""Tell the sums that nobody asks for our work: that change hands, are heard, earned in another life, given, fined.

Those of an exercise are told apart as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money.changing_hands import CENTS, HANDS, changes_hands, is_pitch
from align.claims.money.cued_readers import Cued, CuedReaders
from align.claims.money.exercise_sums import EXERCISES, is_exercise_sum
from align.claims.money.gifts_and_fines import CARDS, FINES, IF, is_gift, is_of_fine, is_ours_to_pay
from align.claims.money.hearsay import HEARD, is_hearsay
from align.claims.money.past_earnings import LIVING, is_told_of_a_life
from align.claims.money.price_payers import PAY, is_paid_to_others
from align.claims.money.sent_elsewhere import SENT, is_of_sent_elsewhere
from align.claims.money.tips import TIPS, is_left_as_tip

if TYPE_CHECKING:
    from align.claims.money.cued_readers import Reader

TOLD_APART: Final = CuedReaders(
    Cued(changes_hands, HANDS),
    Cued(is_pitch, CENTS),
    Cued(is_paid_to_others, PAY),
    Cued(is_left_as_tip, anywhere=TIPS),
    Cued(is_hearsay, HEARD),
    Cued(is_told_of_a_life, LIVING),
    Cued(is_of_sent_elsewhere, SENT),
    Cued(is_ours_to_pay, IF),
    Cued(is_gift, CARDS),
    Cued(is_of_fine, anywhere=FINES),
    Cued(is_exercise_sum, anywhere=EXERCISES),
)
NEVER_OURS: Final[frozenset[Reader]] = frozenset((changes_hands, is_pitch, is_paid_to_others, is_left_as_tip))
"""What no "and I'd match that" makes a price of ours."""
