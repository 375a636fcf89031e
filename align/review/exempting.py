"""A waiver that somebody asks for in review, as changes of the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from align.findings import Violation
from align.operators.waivers import waive_violation
from align.review.errors import RefusedError
from specs.store.revisions import version_with_pending

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.findings import Family
    from align.review.resolving import WaiverAsked
    from specs.store.migrate import Migrations


@dataclass(frozen=True, slots=True)
class WaiverChanges:
    """Turns a waiver that is asked for into changes of the document that pending revisions make."""

    migrations: Migrations

    def __call__(self, asked: WaiverAsked) -> Mapping[str, Any]:
        """Return the changes by path; the waiver holds until the end of the day of `asked.until`, as it was written.

        Raises `RefusedError` where the words to exempt are not kept, and `EditRefusedError` for what the facts refuse.
        """
        found = asked.finding
        if found.text is None or found.claimed is None:
            raise RefusedError("the words that the rule speaks against are not kept: nothing can be exempted")
        violation = Violation(
            found.rule,
            cast("Family", found.family),
            found.start,
            found.end,
            found.text,
            found.claimed,
            found.expected,
            found.fact,
            found.message or "",
            "",
        )
        document = version_with_pending(self.migrations, asked.persona).document
        edit = waive_violation(
            document, violation, author=asked.author, reason=asked.reason, until=asked.until.date()
        )
        return edit.changes
