"""`align facts`: fact documents, read, linted and described."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from align.cli.drafts import InputError
from align.cli.output import Output, complain
from align.cli.visible import visible

if TYPE_CHECKING:
    from specs import Spec

_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}


def read_facts(path: str) -> Spec:
    """Read and check a fact document.

    Raises `InputError` with a line for each problem, naming the file and the field.
    """
    from align.reading.folding import fold_text
    from specs import SpecError, load_spec

    try:
        return load_spec(path, fold=fold_text)
    except SpecError as error:
        raise InputError(str(error)) from None


def lint_facts(paths: list[str]) -> int:
    """Say what is wrong or doubtful in fact documents.

    Return 2 when one cannot be used at all, else 1 when there is an error or a warning, else
    0: a note is shown, and is no fault.
    """
    output = Output()
    worst = 0
    for path in paths:
        worst = max(worst, _lint(path, output))
    return worst


def show_schema() -> int:
    """Print the JSON Schema of a fact document."""
    from specs.schema import spec_json_schema

    Output().show([((json.dumps(spec_json_schema(), indent=2), ""),)])
    return 0


def _lint(path: str, output: Output) -> int:
    from align.reading.folding import fold_text
    from align.rules import RULES
    from specs import lint_spec

    try:
        spec = read_facts(path)
    except InputError as error:
        for line in str(error).splitlines():
            complain(line)
        return 2
    findings = lint_spec(spec, fold=fold_text, rule_ids=[rule.id for rule in RULES])
    if not findings:
        output.show([((f"{visible(path)}: ", "bold"), ("no findings", "green"))])
        return 0
    output.show([((f"{visible(path)}: ", "bold"), (visible(str(f)), _STYLES[f.severity])) for f in findings])
    return int(any(finding.severity != "note" for finding in findings))
