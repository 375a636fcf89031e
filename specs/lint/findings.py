"""What a lint says, and what it is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from specs.document.problems import format_path

if TYPE_CHECKING:
    import datetime as dt

    from specs.document.facts import Location
    from specs.document.spec import Spec
    from specs.document.text import Fold

Severity: TypeAlias = Literal["error", "warning", "note"]
"""`error`: some part of the document cannot mean what it says. `warning`: probably a slip.
`note`: legal and perhaps meant, but with an effect worth knowing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a legal document says that its author may not have meant.

    `path` is the field in the spec; rates and slots count in the spec's own order, which is
    sorted. `suggestion` is what to do about it, or None where that depends.
    """

    severity: Severity
    path: str
    message: str
    suggestion: str | None = None

    def __str__(self) -> str:
        """Return one line with severity, path, message and suggestion."""
        advice = f" ({self.suggestion})" if self.suggestion else ""
        return f"{self.severity}: {self.path}: {self.message}{advice}"


class Question:
    """A spec under lint, with what the checks share: its fold, its known names, its day.

    `rule_ids` and `judge_dimensions` are the names that exist, or None when they are not known,
    and then they are not checked. `today` is the local date of the lint, if it has one.
    """

    def __init__(
        self,
        spec: Spec,
        fold: Fold,
        *,
        rule_ids: Collection[str] | None = None,
        judge_dimensions: Collection[str] | None = None,
        today: dt.date | None = None,
    ) -> None:
        self.spec = spec
        self.fold = fold
        self.rule_ids = rule_ids
        self.judge_dimensions = judge_dimensions
        self.today = today

    @cached_property
    def day(self) -> dt.date | None:
        """The mission's date, if the document has one."""
        return self.spec.mission.date if self.spec.mission else None

    @cached_property
    def locations(self) -> tuple[Location, ...]:
        """The locations; empty also when they are absent."""
        return self.spec.locations or ()

    def names_of(self, location: Location) -> frozenset[str]:
        """Return every folded name a location goes by."""
        names = (location.city, location.region, location.country, *(location.aliases or ()))
        return frozenset(self.fold(name) for name in names if name)

    def same_phrases(self, phrases: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the index of each phrase that folds to an earlier one, and the index of that one."""
        seen: dict[str, int] = {}
        for index, phrase in enumerate(phrases):
            first = seen.setdefault(self.fold(phrase), index)
            if first != index:
                yield index, first

    def phrase_in(self, text: str, phrases: Iterable[str]) -> str | None:
        """Return the first phrase that `text` contains as whole words after folding, or None."""
        words = f" {self._words(text)} "
        return next((p for p in phrases if (folded := self._words(p)) and f" {folded} " in words), None)

    def _words(self, text: str) -> str:
        return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in self.fold(text)).split())


Check: TypeAlias = Callable[[Question], Iterator[Finding]]


def at(*location: str | int) -> str:
    """Return the path of a field."""
    return format_path(location)
