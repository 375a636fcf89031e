"""What a message says or asks as a whole: found out once, for all claims of the draft that answers it.

A draft that states one sum over and over asks of each whether the client spoke of a price; without a
memory the work would grow with the product of the two texts.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from align.claims.claim import DurationOf
    from align.claims.utterance import Utterance

_Message = TypeVar("_Message", "Utterance", "Utterance | None")
_Answer = TypeVar("_Answer")
_OPEN: Final = object()


def once_a_message(ask: Callable[[_Message], _Answer]) -> Callable[[_Message], _Answer]:
    """Make a question about a message one whose answer is kept with the message.

    What is asked must hang on nothing that is still being read: on the reading, or on the claims of a
    message that is read to its end, as the inbound is before the first claim of the draft is made.
    """

    @wraps(ask)
    def answer(message: _Message) -> _Answer:
        if message is None:
            return ask(message)
        found = message.answers.get(ask, _OPEN)
        if found is _OPEN:
            found = message.answers[ask] = ask(message)
        return cast("_Answer", found)

    return answer


@once_a_message
def numbers_heard(message: Utterance) -> frozenset[Decimal]:
    """Return the values of all numbers of a message."""
    return frozenset(number.value for number in message.numbers)


@once_a_message
def sums_heard(message: Utterance) -> frozenset[float]:
    """Return the amounts of money of a message that is read to its end, 0 where one is only named."""
    return frozenset(float(money.low or 0) for money in message.money)


@once_a_message
def lengths_heard(message: Utterance) -> frozenset[tuple[DurationOf, float]]:
    """Return the lengths of time of a message that is read to its end, each with what it is the length of."""
    return frozenset((length.of, length.low) for length in message.durations)


@once_a_message
def places_heard(message: Utterance) -> frozenset[str]:
    """Return the names of all places of a message that is read to its end."""
    return frozenset(place.name for place in message.places)
