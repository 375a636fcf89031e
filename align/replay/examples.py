"""Examples of what changed, cut to size: the body around what was found, and what each spec says of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from align.findings import Validation, Violation
    from align.operators.drafts import StoredDraft
    from align.operators.verdicts import Verdict
    from align.replay.rows import Row

KEPT: Final = 10
"""Examples that are kept of each verdict and rule, at most."""
BODY: Final = 600
"""Code points of a body that an example keeps, at most."""
_BEFORE: Final = 200
_WORDS: Final = 300
_FINDINGS: Final = 8


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What a rule says of an example: code points `[start, end)` of its `text`, and a sentence."""

    start: int
    end: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Example:
    """A draft that changed, and where it stands. `text` is its body from the code point `begins` on."""

    file: str
    row: int
    name: str
    persona: str
    verdict: Verdict
    rules: tuple[str, ...]
    text: str
    begins: int
    is_whole: bool
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Example:
        """Rebuild an example from what `asdict` made of it, by way of JSON or not."""
        found = {side: tuple(Finding(**finding) for finding in data[side]) for side in ("before", "after")}
        return cls(**{**data, **found, "rules": tuple(data["rules"])})

    def to_dict(self) -> dict[str, Any]:
        """Return the fields as plain dicts and lists."""
        return asdict(self)


def example_of(
    row: Row, draft: StoredDraft, said: tuple[Verdict, tuple[str, ...]], checks: tuple[Validation, Validation]
) -> Example:
    """Return the example that a changed draft makes; `said` is its verdict and the rules behind it."""
    old, new = checks
    differing = frozenset(old.violations) ^ frozenset(new.violations)
    common = max(_FINDINGS - max(_count(old, differing), _count(new, differing)), 0)
    first = min((violation.start for violation in differing), default=0)
    begins = max(0, first - _BEFORE) if len(draft.body) > BODY else 0
    text = draft.body[begins : begins + BODY]
    return Example(
        row.file,
        row.number,
        _clipped(draft.name),
        draft.persona,
        *said,
        text,
        begins,
        len(text) == len(draft.body),
        _findings(old, differing, common, (begins, len(text))),
        _findings(new, differing, common, (begins, len(text))),
    )


def first_of_each(examples: Iterable[Example], most: int) -> tuple[Example, ...]:
    """Return the first `most` examples, by file and row, of each verdict and rule; sorted, each once.

    Taking the first of parts and then of what they have together comes to the same.
    """
    taken: dict[tuple[str, str], int] = {}
    kept: list[Example] = []
    for example in sorted(examples):
        keys = [(example.verdict, rule) for rule in example.rules]
        if any(taken.get(key, 0) < most for key in keys):
            kept.append(example)
        for key in keys:
            taken[key] = taken.get(key, 0) + 1
    return tuple(kept)


def _count(validation: Validation, differing: Collection[Violation]) -> int:
    return len(validation.errors) + sum(violation in differing for violation in validation.violations)


def _findings(
    validation: Validation, differing: Collection[Violation], common: int, window: tuple[int, int]
) -> tuple[Finding, ...]:
    """Return what a check found, what makes the difference first; then as many as both checks keep of what they share."""
    begins, length = window

    def inside(at: int) -> int:
        return min(max(at - begins, 0), length)

    found = [Finding(0, 0, error.rule, "the rule crashed") for error in validation.errors]
    own = [violation for violation in validation.violations if violation in differing]
    shared = [violation for violation in validation.violations if violation not in differing]
    found += [
        Finding(inside(v.start), inside(v.end), v.rule, _clipped(v.message)) for v in own + shared[:common]
    ]
    return tuple(found[:_FINDINGS])


def _clipped(text: str) -> str:
    return text if len(text) <= _WORDS else text[: _WORDS - 1] + "…"
