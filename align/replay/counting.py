"""The replay itself: rows of stored drafts under two specs, counted. One pure function, for any engine to call."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from align.operators.verdicts import rules_between, verdict_of
from align.replay.examples import KEPT, Example, example_of, first_of_each
from align.replay.tally import REFUSED_KEPT, Refusal, Tally, first_others
from align.validate import compile_spec, validate_draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from align.compiled import CompiledSpec
    from align.findings import Validation
    from align.operators.drafts import StoredDraft
    from align.operators.verdicts import Verdict
    from align.replay.rows import Row
    from align.replay.tally import Outcome
    from specs import Spec


def replayed(rows: Iterable[Row], spec_a: Mapping[str, Spec], spec_b: Mapping[str, Spec]) -> Tally:
    """Return what becomes of the drafts in `rows` when specs `a`, by persona, give way to specs `b`.

    Each draft is checked at its own moment and in its own context. A row that names no persona belongs to the only
    one that there are specs of, else it is refused. Nothing in a row raises: what cannot be used is in the tally.
    """
    counting = _Counting(spec_a, spec_b)
    for row in rows:
        counting.take(row)
    return counting.tally()


_MANY: Final = 1000
"""Examples, refusals or names that gather before those that will not be kept are dropped."""


class _Counting:
    """The counts while they are made."""

    def __init__(self, spec_a: Mapping[str, Spec], spec_b: Mapping[str, Spec]) -> None:
        self._specs = (spec_a, spec_b)
        self._only = next(iter(spec_a)) if len(spec_a) == 1 and spec_a.keys() == spec_b.keys() else None
        self._compiled: dict[str, tuple[CompiledSpec, CompiledSpec]] = {}
        self._outcomes: Counter[tuple[str, Outcome]] = Counter()
        self._rules: Counter[tuple[Verdict, str, str]] = Counter()
        self._months: Counter[tuple[str, Outcome]] = Counter()
        self._examples: list[Example] = []
        self._refusals: list[Refusal] = []
        self._refused = 0
        self._others: Counter[str] = Counter()
        self._other_drafts = 0

    def take(self, row: Row) -> None:
        """Check one row under both specs and count what comes of it."""
        try:
            draft = row.draft(self._only)
        except (TypeError, ValueError) as error:
            self._refuse(row, str(error))
            return
        specs = self._specs_of(draft.persona)
        if specs is None:
            self._other_drafts += 1
            self._others[draft.persona] += 1
            if len(self._others) > _MANY:
                self._others = Counter(first_others(self._others))
            return
        try:
            checks = _checked(draft, *specs)
        except Exception as error:  # noqa: BLE001 - the other rows are still to be checked
            # The kind alone: an error's own words may quote the draft.
            self._refuse(row, f"the check failed: {type(error).__name__}")
        else:
            self._count(row, draft, checks)

    def _refuse(self, row: Row, reason: str) -> None:
        self._refused += 1
        self._refusals.append(Refusal(row.file, row.number, reason))
        if len(self._refusals) > REFUSED_KEPT + _MANY:
            self._refusals = sorted(self._refusals)[:REFUSED_KEPT]

    def _specs_of(self, persona: str) -> tuple[CompiledSpec, CompiledSpec] | None:
        if persona not in self._compiled:
            a, b = (specs.get(persona) for specs in self._specs)
            if a is None or b is None:
                return None
            self._compiled[persona] = compile_spec(a), compile_spec(b)
        return self._compiled[persona]

    def _count(self, row: Row, draft: StoredDraft, checks: tuple[Validation, Validation]) -> None:
        verdict = verdict_of(*checks)
        outcome: Outcome = verdict or ("clean as before" if checks[0].ok else "held as before")
        self._outcomes[draft.persona, outcome] += 1
        self._months[f"{draft.now:%Y-%m}", outcome] += 1
        if verdict is None:
            return
        rules = rules_between(*checks)
        self._rules.update((verdict, draft.persona, rule) for rule in rules)
        self._examples.append(example_of(row, draft, (verdict, rules), checks))
        if len(self._examples) > _MANY:
            self._examples = list(first_of_each(self._examples, KEPT))

    def tally(self) -> Tally:
        """Return the counts."""
        return Tally(
            dict(self._outcomes),
            dict(self._rules),
            dict(self._months),
            first_of_each(self._examples, KEPT),
            self._refused,
            tuple(sorted(self._refusals)[:REFUSED_KEPT]),
            self._other_drafts,
            first_others(self._others),
        )


def _checked(draft: StoredDraft, a: CompiledSpec, b: CompiledSpec) -> tuple[Validation, Validation]:
    old = validate_draft(draft.body, a, now=draft.now, context=draft.context)
    if a is b:
        return old, old
    return old, validate_draft(draft.body, b, now=draft.now, context=draft.context)
