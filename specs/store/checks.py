"""What a document is checked with before it is stored: the schema, and lint with the gate's own names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from specs.document.problems import SpecError, show
from specs.document.spec import Spec
from specs.lint import lint_spec
from specs.store.errors import EditRefusedError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from specs.document.text import Fold


@dataclass(frozen=True, slots=True)
class Checks:
    """What the gate lends to the store, which imports nothing of it: folding, and the names of its rules."""

    fold: Fold | None = None
    rule_ids: Collection[str] | None = None
    judge_dimensions: Collection[str] | None = None

    def legal(self, document: Mapping[str, Any], *, of: str) -> Spec:
        """Return the spec; raises `EditRefusedError` with every problem's path, value and what would be legal."""
        try:
            return Spec.from_dict(document, fold=self.fold)
        except SpecError as error:
            lines = [
                f"  {problem}"
                + (f" (found {show(problem.value)})" if problem.value is not None else "")
                + (f"; legal: {problem.legal}" if problem.legal else "")
                for problem in error.problems
            ]
            raise EditRefusedError("\n".join([f"{of} would not be legal:", *lines])) from None

    def errors_of(self, spec: Spec, today: dt.date | None = None) -> tuple[str, ...]:
        """Return what lint calls an error in a legal spec."""
        found = lint_spec(
            spec,
            fold=self.fold,
            rule_ids=self.rule_ids,
            judge_dimensions=self.judge_dimensions,
            today=today,
        )
        return tuple(str(finding) for finding in found if finding.severity == "error")

    def sound(
        self, spec: Spec, *, before: Spec | None = None, of: str, begins: dt.datetime | None = None
    ) -> None:
        """Raise `EditRefusedError` for errors of lint that `before` did not have already.

        `begins` is when the spec takes over, with an offset: its day where the persona is counts as today.
        """
        today = None if begins is None else begins.astimezone(spec.zone).date()
        old = frozenset(() if before is None else self.errors_of(before, today))
        new = [finding for finding in self.errors_of(spec, today) if finding not in old]
        if new:
            raise EditRefusedError(
                "\n".join([f"{of} would contradict itself:", *(f"  {line}" for line in new)])
            )
