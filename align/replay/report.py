"""What a replay found, put in order for readers; the same tally makes the same report."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from align.operators.verdicts import VERDICTS
from align.replay.examples import first_of_each
from align.replay.tally import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.operators.verdicts import Verdict
    from align.replay.examples import Example
    from align.replay.specs import SpecSet
    from align.replay.tally import Outcome, Tally


@dataclass(frozen=True, slots=True)
class Report:
    """The specs `a` and `b` of a replay, what it counted, and how many examples to show of each verdict and rule."""

    a: SpecSet
    b: SpecSet
    tally: Tally
    shown: int = 3

    def personas(self) -> dict[str, dict[str, int]]:
        """Return the outcomes of each persona, those with the most changes first."""
        found = _by(self.tally.outcomes)
        return dict(sorted(found.items(), key=lambda item: (-_changes(item[1]), item[0])))

    def months(self) -> dict[str, dict[str, int]]:
        """Return the outcomes of each month in which there are drafts, the first one first."""
        return dict(sorted(_by(self.tally.months).items()))

    def rules(self) -> dict[str, dict[str, int]]:
        """Return for how many drafts each rule makes the difference, by verdict; the most frequent first."""
        counts: dict[str, Counter[Verdict]] = {}
        for (verdict, _persona, rule), number in self.tally.rules.items():
            counts.setdefault(rule, Counter())[verdict] += number
        ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
        return {rule: {verdict: count[verdict] for verdict in VERDICTS} for rule, count in ordered}

    def lines_by_rule(self) -> list[tuple[Verdict, str, str, int]]:
        """Return verdict, persona, rule and number; by verdict, then the most frequent first."""
        found = [(*key, number) for key, number in self.tally.rules.items()]
        return sorted(found, key=lambda line: (VERDICTS.index(line[0]), -line[3], line[1:3]))

    def examples(self) -> tuple[Example, ...]:
        """Return the examples to show, by verdict, then by file and row."""
        shown = first_of_each(self.tally.examples, self.shown)
        return tuple(sorted(shown, key=lambda example: VERDICTS.index(example.verdict)))

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON has it (docs/replay.md)."""
        tally = self.tally
        return {
            "spec": _side(self.a),
            "against": _side(self.b),
            "drafts": tally.drafts,
            **{key.replace(" ", "_"): tally.count(key) for key in OUTCOMES},
            "personas": [{"persona": name, **_keys(counts)} for name, counts in self.personas().items()],
            "rules": [
                {"verdict": verdict, "persona": persona, "rule": rule, "drafts": number}
                for verdict, persona, rule, number in self.lines_by_rule()
            ],
            "months": [{"month": month, **_keys(counts)} for month, counts in self.months().items()],
            "examples": [example.to_dict() for example in self.examples()],
            "refused": {"rows": tally.refused, "first": [asdict(refusal) for refusal in tally.refusals]},
            "other_personas": {"drafts": tally.other_drafts, "first": dict(sorted(tally.others.items()))},
        }


def _by(counts: Mapping[tuple[str, Outcome], int]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (name, outcome), number in counts.items():
        found.setdefault(name, dict.fromkeys(OUTCOMES, 0))[outcome] += number
    return found


def _changes(counts: dict[str, int]) -> int:
    return sum(counts[verdict] for verdict in VERDICTS)


def _keys(counts: dict[str, int]) -> dict[str, int]:
    return {outcome.replace(" ", "_"): number for outcome, number in counts.items()}


def _side(side: SpecSet) -> dict[str, Any]:
    return {"name": side.name, "digests": {name: spec.digest for name, spec in sorted(side.specs.items())}}
