"""What a replay counts. Tallies of parts add up to the tally of the whole, however it was split."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from heapq import nsmallest
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar

from align.operators.verdicts import VERDICTS
from align.replay.examples import KEPT, Example, first_of_each

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.operators.verdicts import Verdict

Outcome: TypeAlias = Literal["newly held", "released", "changed", "held as before", "clean as before"]
"""What becomes of a draft: one of the verdicts, or nothing."""
OUTCOMES: Final[tuple[Outcome, ...]] = (*VERDICTS, "held as before", "clean as before")

REFUSED_KEPT: Final = 1000
"""Rows that could not be used and are named, at most."""
_Key = TypeVar("_Key")

OTHERS_KEPT: Final = 20
"""Personas without specs that are named, at most: the first ones by name."""


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A row that could not be used; row 0 is the file as a whole. The reason begins with the field at fault."""

    file: str
    row: int
    reason: str

    def __str__(self) -> str:
        """Return it as one line for people."""
        return f"{self.file}{f':{self.row}' if self.row else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of the rows of a replay; `a + b` is the tally of the rows of both.

    Adding is associative and takes no notice of order, and `Tally()` adds nothing. Its size depends on the specs, not
    on the rows: of examples, refused rows and personas without specs only the first ones are kept, by name of file,
    row and persona.

    `outcomes` counts by persona and outcome; `rules` by verdict, persona and rule, a draft once for each rule that
    makes the difference; `months` by month (`2026-05`) of the draft's own moment and outcome. `others` counts drafts
    of personas that have no specs here.
    """

    outcomes: Mapping[tuple[str, Outcome], int] = field(default_factory=dict)
    rules: Mapping[tuple[Verdict, str, str], int] = field(default_factory=dict)
    months: Mapping[tuple[str, Outcome], int] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()
    other_drafts: int = 0
    others: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, more: Tally) -> Tally:
        """Return the tally of the rows of both."""
        return Tally(
            _sum(self.outcomes, more.outcomes),
            _sum(self.rules, more.rules),
            _sum(self.months, more.months),
            first_of_each((*self.examples, *more.examples), KEPT),
            self.refused + more.refused,
            tuple(nsmallest(REFUSED_KEPT, (*self.refusals, *more.refusals))),
            self.other_drafts + more.other_drafts,
            first_others(_sum(self.others, more.others)),
        )

    @property
    def drafts(self) -> int:
        """How many drafts were checked."""
        return sum(self.outcomes.values())

    @property
    def changes(self) -> int:
        """How many of them one spec treats in another way than the other."""
        return sum(self.count(verdict) for verdict in VERDICTS)

    def count(self, outcome: Outcome) -> int:
        """Return how many drafts came out like this."""
        return sum(number for (_persona, found), number in self.outcomes.items() if found == outcome)

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts and lists that JSON can hold, in an order of their own."""
        return {
            "outcomes": [[*key, number] for key, number in sorted(self.outcomes.items())],
            "rules": [[*key, number] for key, number in sorted(self.rules.items())],
            "months": [[*key, number] for key, number in sorted(self.months.items())],
            "examples": [example.to_dict() for example in self.examples],
            "refused": self.refused,
            "refusals": [asdict(refusal) for refusal in self.refusals],
            "other_drafts": self.other_drafts,
            "others": dict(sorted(self.others.items())),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Tally:
        """Rebuild a tally from `to_dict`; raises `KeyError`, `TypeError` or `ValueError` for anything else."""
        return cls(
            {(persona, outcome): number for persona, outcome, number in data["outcomes"]},
            {(verdict, persona, rule): number for verdict, persona, rule, number in data["rules"]},
            {(month, outcome): number for month, outcome, number in data["months"]},
            tuple(Example.from_dict(example) for example in data["examples"]),
            data["refused"],
            tuple(Refusal(**refusal) for refusal in data["refusals"]),
            data["other_drafts"],
            dict(data["others"]),
        )


def first_others(others: Mapping[str, int]) -> dict[str, int]:
    """Return the first personas by name; a name that stays has lost no count in a part that dropped others."""
    return dict(nsmallest(OTHERS_KEPT, others.items()))


def _sum(one: Mapping[_Key, int], other: Mapping[_Key, int]) -> dict[_Key, int]:
    return dict(Counter(one) + Counter(other))
