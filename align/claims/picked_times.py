"""Which of several times that the client asks about a yes takes up: "yes to 6", to "3 or 6?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.claim import Start
    from align.claims.utterance import Utterance

_SEVERAL: Final = 2


def picked(u: Utterance, phrase: tuple[int, int], asked: list[Start]) -> list[Start]:
    """Return the times of `asked` whose hour the agreeing `phrase` names; all where it names none."""
    if len(asked) < _SEVERAL:
        return asked
    named = {int(n.value) for n in u.numbers if phrase[0] <= n.first < phrase[1]}
    chosen = [s for s in asked if any(m // 60 in named or (m // 60 % 12 or 12) in named for m in s.minutes)]
    return chosen or asked
