"""`align eval`: how well the gate does on labelled drafts.

Counted at three levels: the draft (held or not), the (draft, rule) pair, and the span (does
a span of the right rule cover a labelled one, intersection over union at least 0.25).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from align import validate_draft
from align.cli.drafts import DraftLine, InputError, parse_draft
from align.cli.facts import read_facts
from align.cli.output import Output
from align.cli.report import Line, Mark, labelled
from align.cli.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.findings import Validation

_OVERLAP: Final = 0.25
"""Intersection over union from which a predicted span covers a labelled one."""


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled draft: what should be found in it, as (rule, exact text) pairs."""

    persona: str
    draft: DraftLine
    labels: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]

    @property
    def rules(self) -> set[str]:
        """The rules that the draft breaks."""
        return {rule for rule, _ in self.labels}


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled draft and what the gate said of it."""

    case: Case
    validation: Validation

    @property
    def found(self) -> set[str]:
        """The rules that the gate says the draft breaks."""
        return {violation.rule for violation in self.validation.violations}

    @property
    def is_exact(self) -> bool:
        """Whether the gate names the right rules, no more and no fewer."""
        return self.found == self.case.rules

    def covers(self, rule: str) -> bool:
        """Whether some violation of `rule` lies where a label of `rule` does."""
        spans = [(v.start, v.end) for v in self.validation.violations if v.rule == rule]
        labels = [text for name, text in self.case.labels if name == rule]
        return any(
            _overlap(span, place) >= _OVERLAP
            for text in labels
            for place in _places(self.case.draft.body, text)
            for span in spans
        )


@dataclass(slots=True)
class Score:
    """Counts over some drafts, and the rates made of them (1.0 where nothing was counted)."""

    cases: int = 0
    exact: int = 0
    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    drafts: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    """Drafts by (labelled as wrong, held)."""
    covered: int = 0

    @classmethod
    def of(cls, judged: Iterable[Judged]) -> Score:
        """Count all of them."""
        score = cls()
        for one in judged:
            score.add(one)
        return score

    def add(self, judged: Judged) -> None:
        """Count one draft."""
        wanted, found = judged.case.rules, judged.found
        self.cases += 1
        self.exact += judged.is_exact
        self.right.update(wanted & found)
        self.extra.update(found - wanted)
        self.missed.update(wanted - found)
        self.drafts[bool(wanted), bool(found)] += 1
        self.covered += sum(judged.covers(rule) for rule in wanted & found)

    @property
    def rules(self) -> list[str]:
        """Every rule that was labelled or found."""
        return sorted(set(self.right) | set(self.extra) | set(self.missed))

    def rates(self, rule: str | None = None) -> dict[str, Any]:
        """Return precision, recall, F1 and labels of one rule, or of all together."""
        right, extra, missed = (
            (counts[rule] if rule else counts.total()) for counts in (self.right, self.extra, self.missed)
        )
        precision, recall = _share(right, extra), _share(right, missed)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": precision, "recall": recall, "f1": f1, "n": right + missed}

    @property
    def draft_recall(self) -> float:
        """The share of wrong drafts that are held."""
        return _share(self.drafts[True, True], self.drafts[True, False])

    @property
    def draft_fpr(self) -> float:
        """The share of clean drafts that are held: the false-alarm rate."""
        return 1 - _share(self.drafts[False, False], self.drafts[False, True])


def evaluate(folder: str, *, as_json: bool) -> int:
    """Score the gate on a labelled folder and print the result; return 0.

    Raises `InputError` for a folder or a case that cannot be used.
    """
    judged = judge(Path(folder))
    output = Output()
    if as_json:
        output.show([((json.dumps(document(judged), indent=1), ""),)])
    else:
        output.show(report(judged, output.width))
    return 0


def judge(folder: Path) -> list[Judged]:
    """Check every labelled draft of a folder against its persona's facts."""
    cases = list(_cases(folder))
    if not cases:
        msg = f"{folder}: holds no labelled drafts (*.jsonl)"
        raise InputError(msg)
    names = sorted({case.persona for case in cases})
    specs = {name: read_facts(str(folder / "personas" / f"{name}.json")) for name in names}
    return [
        Judged(
            case,
            validate_draft(
                case.draft.body, specs[case.persona], now=case.draft.now, context=case.draft.context
            ),
        )
        for case in cases
    ]


def document(judged: list[Judged]) -> dict[str, Any]:
    """Return the scores as one JSON document."""
    total = Score.of(judged)
    rates = total.rates()
    return {
        "cases": total.cases,
        "draft_recall": total.draft_recall,
        "draft_fpr": total.draft_fpr,
        "rule_precision": rates["precision"],
        "rule_recall": rates["recall"],
        "rule_f1": rates["f1"],
        "span_hit": _share(total.covered, total.right.total() - total.covered),
        "exact": total.exact / total.cases,
        "rule_errors": sum(len(one.validation.errors) for one in judged),
        "per_rule": {rule: total.rates(rule) for rule in total.rules},
        "per_tag": {
            tag: {"cases": score.cases, "exact": score.exact / score.cases}
            | score.rates()
            | {"draft_recall": score.draft_recall, "draft_fpr": score.draft_fpr}
            for tag, score in _by_tag(judged).items()
        },
        "misses": [_miss(one) for one in judged if not one.is_exact],
        "misplaced": [
            {"id": one.case.draft.id, "rule": rule, **_spans(one, rule)}
            for one in judged
            for rule in sorted(one.case.rules & one.found)
            if not one.covers(rule)
        ],
    }


def report(judged: list[Judged], width: int) -> list[Line]:
    """Return the scores as people read them, the misses last."""
    total = Score.of(judged)
    lines: list[Line] = []
    for one in judged:
        if not one.is_exact:
            lines += _shown_miss(one, width)
    lines += _table("rule", {rule: total.rates(rule) for rule in total.rules} | {"all": total.rates()})
    lines.append(())
    tags = _by_tag(judged) | {"all": total}
    lines.append(((f"{'tag':<26}{'cases':>7}{'exact':>9}{'f1':>9}{'recall':>9}{'alarms':>9}", "bold"),))
    for tag, score in tags.items():
        rates = (score.exact / score.cases, score.rates()["f1"], score.draft_recall, score.draft_fpr)
        cells = "".join(f"{rate:>9.3f}" for rate in rates)
        lines.append(((f"{visible(tag):<26}{score.cases:>7}{cells}", ""),))
    held = _share(total.covered, total.right.total() - total.covered)
    said = f"{total.cases} drafts: recall {total.draft_recall:.4f}, false-alarm rate {total.draft_fpr:.4f}, "
    said += f"(draft, rule) F1 {total.rates()['f1']:.4f}, spans {held:.4f}"
    return [*lines, (), ((said, "bold"),)]


def _table(heading: str, rows: dict[str, dict[str, Any]]) -> list[Line]:
    lines: list[Line] = [((f"{heading:<26}{'n':>7}{'precision':>11}{'recall':>9}{'f1':>9}", "bold"),)]
    for name, r in rows.items():
        cells = f"{r['n']:>7}{r['precision']:>11.3f}{r['recall']:>9.3f}{r['f1']:>9.3f}"
        lines.append(((f"{visible(name):<26}{cells}", ""),))
    return lines


def _shown_miss(one: Judged, width: int) -> list[Line]:
    body = one.case.draft.body
    missed = [
        Mark(start, end, f"missed: {rule}", "-", "yellow")
        for rule, text in one.case.labels
        if rule not in one.found
        for start, end in list(_places(body, text))[:1]
    ]
    extra = [
        Mark(v.start, v.end, f"false alarm: {v.rule}", "^", "red")
        for v in one.validation.violations
        if v.rule not in one.case.rules
    ]
    tags = ", ".join(one.case.tags)
    heading = ((visible(str(one.case.draft.id)), "bold"), (f"  {visible(tags)}", "dim"))
    return [heading, *labelled(body, missed + extra, width), ()]


def _miss(one: Judged) -> dict[str, Any]:
    wrong = sorted(one.case.rules ^ one.found)
    return {
        "id": one.case.draft.id,
        "body": one.case.draft.body,
        "missed": [{"rule": rule, **_spans(one, rule)} for rule in wrong if rule in one.case.rules],
        "extra": [{"rule": rule, **_spans(one, rule)} for rule in wrong if rule in one.found],
        "tags": list(one.case.tags),
    }


def _spans(one: Judged, rule: str) -> dict[str, Any]:
    """Return where a rule was labelled and where it was found."""
    body = one.case.draft.body
    labelled = [
        {"start": start, "end": end, "text": text}
        for name, text in one.case.labels
        if name == rule
        for start, end in list(_places(body, text))[:1]
    ]
    found = [
        {"start": v.start, "end": v.end, "text": v.text, "message": v.message}
        for v in one.validation.violations
        if v.rule == rule
    ]
    return {"labelled": labelled, "found": found}


def _by_tag(judged: list[Judged]) -> dict[str, Score]:
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        for tag in one.case.tags:
            groups[tag].append(one)
    return {tag: Score.of(group) for tag, group in sorted(groups.items())}


def _cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open("rb") as lines:
            for number, raw in enumerate(lines, 1):
                if raw.strip():
                    yield _case(raw, f"{path}, line {number}")


def _case(raw: bytes, place: str) -> Case:
    try:
        draft = parse_draft(raw)
        data = json.loads(raw.decode("utf-8-sig"))
        labels = tuple((str(v["rule"]), str(v["text"])) for v in data["violations"])
        case = Case(str(data["persona"]), draft, labels, tuple(data.get("tags", ())))
    except (InputError, KeyError, TypeError) as error:
        msg = f"{place}: {error if isinstance(error, InputError) else f'no usable label: {error!r}'}"
        raise InputError(msg) from None
    for rule, text in case.labels:
        if text not in case.draft.body:
            msg = f"{place}: the text labelled {rule} is not in the body: {text!r}"
            raise InputError(msg)
    return case


def _places(body: str, text: str) -> Iterator[tuple[int, int]]:
    at = body.find(text)
    while at >= 0:
        yield at, at + len(text)
        at = body.find(text, at + 1)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the intersection of two spans over their union."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0
