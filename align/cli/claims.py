"""`align claims`: what a draft says, without rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from align.claims.read import read_claims
from align.cli.batch import Form, process
from align.cli.output import Output
from align.cli.report import Line, Mark, excerpt
from align.cli.validate import json_line
from align.cli.visible import visible
from align.validate import compile_spec

if TYPE_CHECKING:
    from align.cli.drafts import DraftLine
    from align.cli.stream import Show
    from specs import Spec

_SHOWN_APART = ("type", "start", "end", "text")
"""Fields of a claim that the excerpt shows; the others are listed after it."""


@dataclass(frozen=True, slots=True)
class Read:
    """Reads the claims of drafts and reports in `form`; can be sent to another process.

    With a `spec` its places, services and time zone are known, without one only the words.
    """

    spec: Spec | None
    form: Form
    width: int

    def __call__(self, draft: DraftLine, name: str) -> tuple[Show, bool]:
        """Return the report on one draft; reading holds nothing."""
        known = None if self.spec is None else compile_spec(self.spec).known
        claims = read_claims(draft.body, now=draft.now, context=draft.context, known=known)
        if self.form != "text":
            return json_line({"id": draft.id, "claims": claims}), False
        return tuple(report(name, draft.body, claims, self.width)), False


def claims_stream(spec: Spec | None, source: str, *, form: Form, jobs: int) -> int:
    """Read every line of a JSONL source; return the exit code."""
    output = Output()
    return process(source, Read(spec, form, output.width), form=form, jobs=jobs, output=output).exit_code


def claims_one(spec: Spec | None, draft: DraftLine, *, form: Form) -> int:
    """Read one draft; return the exit code."""
    output = Output()
    show, _ = Read(spec, form, output.width)(draft, "draft")
    output.show(show)
    return 0


def report(name: str, body: str, claims: list[dict[str, Any]], width: int) -> list[Line]:
    """Return what people read about the claims of one draft."""
    marks = [Mark(c["start"], c["end"], str(n), "^", "cyan") for n, c in enumerate(claims, 1)]
    said = f"  {len(claims)} claim{'' if len(claims) == 1 else 's'}"
    lines: list[Line] = [((visible(name), "bold"), (said, "")), *excerpt(body, marks, width)]
    lines += [_claim(number, claim) for number, claim in enumerate(claims, 1)]
    return [*lines, ()]


def _claim(number: int, claim: dict[str, Any]) -> Line:
    fields = [
        f"{key} {visible(_value(value))}"
        for key, value in claim.items()
        if key not in _SHOWN_APART and value is not None
    ]
    return ((f"  {number} ", "cyan"), (claim["type"], "bold cyan"), (f": {', '.join(fields)}", ""))


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return "-".join("…" if part is None else str(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
