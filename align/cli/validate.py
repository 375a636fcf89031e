"""`align validate`: drafts against a fact document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from align import validate_draft
from align.cli.batch import Form, Tally, process
from align.cli.output import Output
from align.cli.report import Line, Mark, excerpt
from align.cli.visible import visible

if TYPE_CHECKING:
    from align.cli.drafts import DraftLine
    from align.cli.stream import Show
    from align.findings import RuleError, Validation, Violation
    from specs import Spec


@dataclass(frozen=True, slots=True)
class Check:
    """Checks drafts against `spec` and reports in `form`; can be sent to another process.

    `quiet` leaves clean drafts out of a text report, `width` is its width in columns.
    """

    spec: Spec
    form: Form
    width: int
    quiet: bool = False

    def __call__(self, draft: DraftLine, name: str) -> tuple[Show, bool]:
        """Return the report on one draft, and whether it is held."""
        validation = validate_draft(draft.body, self.spec, now=draft.now, context=draft.context)
        if self.form != "text":
            return json_line({"id": draft.id} | validation.to_dict()), not validation.ok
        if self.quiet and validation.ok and not validation.warnings:
            return (), False
        return tuple(report(name, draft.body, validation, self.width)), not validation.ok


def validate_stream(spec: Spec, source: str, *, form: Form, jobs: int, quiet: bool) -> int:
    """Check every line of a JSONL source; return the exit code."""
    output = Output()
    tally = process(source, Check(spec, form, output.width, quiet), form=form, jobs=jobs, output=output)
    if form == "text":
        output.show([_summary(tally)])
    return tally.exit_code


def validate_one(spec: Spec, draft: DraftLine, *, form: Form, quiet: bool) -> int:
    """Check one draft; return the exit code."""
    output = Output()
    show, held = Check(spec, form, output.width, quiet)(draft, "draft")
    output.show(show)
    return int(held)


def json_line(document: dict[str, Any]) -> Show:
    """Return a JSON document as one line of ASCII, so that any body survives the trip."""
    return (((json.dumps(document, ensure_ascii=True, separators=(",", ":")), ""),),)


def report(name: str, body: str, validation: Validation, width: int) -> list[Line]:
    """Return what people read about one draft: where it is wrong, and what the facts say."""
    if validation.ok and not validation.warnings:
        return [((visible(name), "bold"), ("  clean", "green"))]
    found = [(v, "red") for v in validation.violations] + [(v, "yellow") for v in validation.warnings]
    marks = [
        Mark(v.start, v.end, str(number), "^" if style == "red" else "~", style)
        for number, (v, style) in enumerate(found, 1)
    ]
    lines = [_heading(name, validation), *excerpt(body, marks, width)]
    for number, (violation, style) in enumerate(found, 1):
        lines += _finding(number, violation, style)
    lines += [_crash(error) for error in validation.errors]
    return [*lines, ()]


def _heading(name: str, validation: Validation) -> Line:
    said = [
        f"{len(things)} {word}{'' if len(things) == 1 else 's'}"
        for things, word in (
            (validation.violations, "violation"),
            (validation.warnings, "warning"),
            (validation.errors, "rule error"),
        )
        if things
    ]
    outcome = ("  clean", "green") if validation.ok else ("  held", "bold red")
    return ((visible(name), "bold"), outcome, (f": {', '.join(said)}", ""))


def _finding(number: int, violation: Violation, style: str) -> list[Line]:
    indent = " " * (len(str(number)) + 3)
    lines: list[Line] = [
        ((f"  {number} ", style), (violation.rule, f"bold {style}"), (f": {visible(violation.message)}", "")),
        (
            (f"{indent}facts: ", "dim"),
            (visible(violation.expected), ""),
            (f"  ({visible(violation.fact)})", "dim"),
        ),
    ]
    if violation.instruction:
        lines.append(((f"{indent}mend: ", "dim"), (visible(violation.instruction), "")))
    return lines


def _crash(error: RuleError) -> Line:
    return (("  ! ", "bold red"), (f"{error.rule} crashed: {visible(error.error)}", ""))


def _summary(tally: Tally) -> Line:
    drafts = tally.clean + tally.held
    said = f"{drafts} draft{'' if drafts == 1 else 's'}: {tally.clean} clean, {tally.held} held"
    if tally.unread:
        said += f"; {tally.unread} line{'' if tally.unread == 1 else 's'} could not be read"
    return ((said, "bold"),)
