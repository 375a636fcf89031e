"""Tell the drafts in which a price can be of one length alone, however far apart they stand.

"Ninety minutes at yours on Sunday works, and yes, it's 255": where a draft speaks of one length
and states one price, or one at each end of a journey, the price is that of the length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Stance
from align.claims.clauses import starting_in
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money.price_lengths import DAY, session_lengths
from align.claims.money.price_modes import mode_cues_in
from align.reading.cues import BREAK, NUMERIC, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.claim import Money
    from align.claims.utterance import Utterance


def only_length(u: Utterance) -> int | None:
    """Return the one length of an appointment that a draft and the message it answers speak of."""
    own = session_lengths(u, 0, len(u.reading))
    if len(own) != 1 or _speaks_of_another(u):
        return None
    heard = set() if u.inbound is None else session_lengths(u.inbound, 0, len(u.inbound.reading))
    return own.pop() if heard <= own else None


def _speaks_of_another(u: Utterance) -> bool:
    """True for a draft that names a second length without a unit or by comparison: "the ninety", "a longer one"."""
    reading = u.reading
    inside = {at for d in u.durations for at in range(d.first, d.last)}
    if any(word in _OTHER_LENGTHS and at not in inside for at, word in enumerate(reading.words)):
        return True
    if any(d.low != d.high and d.high < DAY for d in u.durations):
        return True
    if not reading.seen & NUMERIC:
        return False
    inside.update(at for m in u.money for at in range(m.first, m.last))
    return any(float(n.value) in u.known.session_minutes and n.first not in inside for n in u.numbers)


def states_one_price(money: list[Money]) -> bool:
    """True where a draft itself states one price of an appointment; the client's own is not the draft's."""
    stated = {(m.low, m.high) for m in money if m.of is PriceOf.SESSION and m.stance is Stance.ASSERTED}
    return len(stated) == 1


def is_of_thing_between(u: Utterance, first: int, minutes: int) -> bool:
    """True for the 250 of "a haircut takes an hour, colour is 250", and of "an hour at four, or come at six for 250"."""
    begin, _ = u.reading.sentence(first)
    words, marks = u.reading.words, u.reading.marks
    near = [d.last for d in starting_in(u.durations, begin, first) if round(d.low) == minutes]
    start = near[-1] if near else begin
    parted = not near
    for at in range(start, first):
        if marks[at] & BREAK or words[at] == "and":
            parted = True
        elif (parted and marks[at] & SERVICE_WORD and words[at] not in SESSION_NOUNS) or (
            words[at] == "or" and not mode_cues_in(u, at, first + _PLACED)
        ):
            return True
    return False


_PLACED: Final = 8
"""Words behind a sum in which a mode says what "or" sets apart: "or 230 if I come over to you"."""
_OTHER_LENGTHS: Final = frozenset(
    "longer shorter longest shortest full-day half-day day days package packages bundle block each apiece"
    " double twice half too enough extra extend extended extending extension upgrade".split()
)
"""What says that a price is of more or of less than the length that is named."""
