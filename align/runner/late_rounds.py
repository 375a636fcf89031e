"""Late judging that goes on by itself beside the runner's loop."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from align.runner.late import LateJudging


@dataclass(frozen=True, slots=True)
class LateRounds:
    """Judges every `seconds` what passed while the judge was away; several processes may do so at once.

    `raised` is told the id of each decision that the judge speaks against, `alert` what stands in the way, once. `is_there`
    says whether the judge's server is to be asked at all just now: a leased machine may not be there.
    """

    judging: LateJudging
    raised: Callable[[str], None]
    alert: Callable[[str], None]
    seconds: float = 60.0
    is_there: Callable[[], bool] = lambda: True
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def run(self) -> None:
        """Go on until cancelled; a round that fails is made up for by the next one."""
        told: str | None = None
        while True:
            problem = await self._round() if self.is_there() else None
            if problem is not None and problem != told:
                self.alert(f"late judging: {problem}")
            told = problem
            await self.sleep(self.seconds)

    async def _round(self) -> str | None:
        """Do one round; return what stood in its way."""
        try:
            found = await self.judging.round()
        except StoreError as error:
            return str(error)
        except Exception as error:  # noqa: BLE001 - what it crashes on must not end the work on other things
            # The text of an unknown error may hold a message.
            return f"crashed: {type(error).__name__}"
        for name in found.raised:
            self.raised(name)
        return found.cause
