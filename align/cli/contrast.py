"""What two checks of one message say of it, shown on the message: what is found, and what is found no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from align.cli.report import Mark, labelled
from align.cli.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.cli.report import Line
    from align.operators.verdicts import Verdict


class Found(Protocol):
    """A finding: where it stands in the message, its rule, and what the rule says."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """The code point after the last one."""

    @property
    def rule(self) -> str:
        """The rule's name."""

    @property
    def message(self) -> str:
        """A sentence for people."""


def contrast(
    body: str, verdict: Verdict, before: Sequence[Found], after: Sequence[Found], width: int
) -> Iterator[Line]:
    """Yield the message with what holds it underlined: before where it is released, else after.

    Of one that is held for other reasons, `~` underlines what held it before as well, and what does so no more is
    listed below.
    """
    was, is_now = ({_key(found) for found in side} for side in (before, after))
    stays = was & is_now
    marks = [
        Mark(f.start, f.end, _label(f), *(("~", "") if _key(f) in stays else ("^", "red")))
        for f in (before if verdict == "released" else after)
    ]
    yield from labelled(body, marks, width)
    if verdict == "changed":
        for found in before:
            if _key(found) not in is_now:
                yield (("  no more ", "green"), (_label(found), ""))


def _key(found: Found) -> tuple[int, int, str, str]:
    return found.start, found.end, found.rule, found.message


def _label(found: Found) -> str:
    return f"{found.rule}: {visible(found.message)}"
