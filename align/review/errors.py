"""What a review refuses, each with what an operator needs to go on. No text of a message is in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from align.review.checks import Check


class ReviewError(Exception):
    """Something that cannot be done to a case; the text is for people."""


class UnknownCaseError(ReviewError):
    """There is no such case, or it is nobody's whom the caller may see."""


class NotOpenError(ReviewError):
    """The case waits for nobody any more: its candidate went on, or was never up to a person."""


class AlreadyDecidedError(NotOpenError):
    """Somebody else was first."""

    def __init__(self, kind: str, by: str, at: dt.datetime) -> None:
        self.kind = kind
        self.by = by
        self.at = at
        super().__init__(f"already decided by {by} at {at.isoformat(timespec='seconds')} ({kind})")


class RefusedError(ReviewError):
    """The action cannot be taken on this body; `check` says what speaks against it, where that was the reason."""

    def __init__(self, message: str, check: Check | None = None) -> None:
        self.check = check
        super().__init__(message)
