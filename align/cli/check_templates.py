"""`align check-templates`: bodies in files against facts, before anybody stores or sends them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from align.cli.batch import Tally
from align.cli.drafts import InputError
from align.cli.facts import read_facts
from align.cli.output import Output, complain
from align.cli.template_files import Template, Unread, find_files, read_templates
from align.cli.traced import position
from align.cli.validate import report
from align.gate.blank import is_blank
from align.validate import validate_draft
from specs.filling import PlaceError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from align.findings import Validation, Violation
    from specs import Spec

TemplateForm = Literal["text", "json", "sarif"]


@dataclass(frozen=True, slots=True)
class Region:
    """A range of a file: lines and columns as `Position` counts them, the end exclusive, and its own text."""

    line: int
    column: int
    end_line: int
    end_column: int
    snippet: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A template after its check against one persona's facts; `template.body` is the text that was checked."""

    template: Template
    persona: str
    validation: Validation

    def region(self, found: Violation) -> Region:
        """Return where a violation stands in the file."""
        source = self.template.source
        start, end = self.template.body.region(found.start, found.end)
        first, last = position(source, start), position(source, end)
        return Region(first.line, first.column, last.line, last.column, source[start:end])


@dataclass(frozen=True, slots=True)
class Facts:
    """The specs to check against; `is_folder`: there may be several, and templates say whose they are."""

    specs: Mapping[str, Spec]
    is_folder: bool

    def of(self, template: Template) -> tuple[Spec, ...]:
        """Return the specs of a template: of the persona that it names, else whose name a folder has, else all.

        Raises `InputError` for a persona without facts.
        """
        named = template.persona
        if named is None and self.is_folder:
            named = next((name for name in reversed(template.file.folders) if name in self.specs), None)
        if named is None:
            return tuple(self.specs.values())
        if named not in self.specs:
            raise InputError(f"persona: no facts of {named!r} (there are: {', '.join(self.specs)})")
        return (self.specs[named],)


def check_templates(
    asked: Sequence[str], facts: str, *, form: TemplateForm, now: dt.datetime, literal: bool, quiet: bool
) -> int:
    """Check the templates of files and folders; return the exit code.

    `literal`: braces are text, and no places to be filled. What cannot be used is named on standard error, and the
    rest goes on. Raises `InputError` for paths and facts that cannot be used.
    """
    known = read_all_facts(facts)
    files = find_files(asked, without=Path(facts))
    output = Output()
    tally = Tally()
    checked: list[Checked] = []
    unread: list[Unread] = []
    for file in files:
        for found in read_templates(file):
            for outcome in outcomes(found, known, now=now, literal=literal):
                if isinstance(outcome, Unread):
                    tally.unread += 1
                    unread.append(outcome)
                    complain(str(outcome))
                    continue
                tally.held += not outcome.validation.ok
                tally.clean += outcome.validation.ok
                checked.append(outcome)
                if form == "text":
                    _show(output, outcome, known, quiet=quiet)
    _end(output, form, tally, checked, unread)
    return tally.exit_code


def read_all_facts(path: str) -> Facts:
    """Return the facts in a file, or in a folder's files. Raises `InputError`."""
    if not Path(path).is_dir():
        spec = read_facts(path)
        return Facts({spec.persona: spec}, is_folder=False)
    specs: dict[str, Spec] = {}
    for file in sorted(Path(path).glob("*.json")):
        spec = read_facts(str(file))
        if spec.persona in specs:
            raise InputError(f"{file}: '{spec.persona}' has facts in another file of the folder too")
        specs[spec.persona] = spec
    if not specs:
        raise InputError(f"{path}: holds no fact document (.json)")
    return Facts(specs, is_folder=True)


def outcomes(
    found: Template | Unread, known: Facts, *, now: dt.datetime, literal: bool
) -> Iterator[Checked | Unread]:
    """Yield a template's check against each spec that is meant, or what is wrong with it."""
    if isinstance(found, Unread):
        yield found
        return
    if is_blank(found.body.text):
        yield Unread(
            found.file, "there is nothing in it to see; the gate takes it for no template", found.place
        )
        return
    try:
        template = found if literal else replace(found, body=found.body.sampled())
        specs = known.of(template)
    except PlaceError as error:
        start, _ = found.body.region(error.at, error.at + 1)
        yield Unread(found.file, error.reason, position(found.source, start))
        return
    except InputError as error:
        yield Unread(found.file, str(error), found.place)
        return
    for spec in specs:
        validation = validate_draft(
            template.body.text, spec, now=template.now or now, context=template.context
        )
        yield Checked(template, spec.persona, validation)


def _show(output: Output, checked: Checked, known: Facts, *, quiet: bool) -> None:
    validation = checked.validation
    if quiet and validation.ok and not validation.warnings:
        return
    name = checked.template.name + (f" ({checked.persona})" if known.is_folder else "")
    output.show(report(name, checked.template.body.text, validation, output.width))


def _end(
    output: Output, form: TemplateForm, tally: Tally, checked: Sequence[Checked], unread: Sequence[Unread]
) -> None:
    if form == "json":
        output.show(document_lines([as_document(one) for one in checked]))
    elif form == "sarif":
        from align.cli.sarif import sarif_log

        output.show(document_lines(sarif_log(checked, unread, exit_code=tally.exit_code, root=Path.cwd())))
    else:
        count = tally.clean + tally.held
        said = f"{count} check{'' if count == 1 else 's'}: {tally.clean} clean, {tally.held} held"
        if tally.unread:
            said += f"; {tally.unread} could not be read"
        output.show([((said, "bold"),)])


def as_document(checked: Checked) -> dict[str, Any]:
    """Return a check as JSON: the wire form of a validation, with the place of each violation in the file."""
    template = checked.template
    found = checked.validation.to_dict()
    for kind, violations in (
        ("violations", checked.validation.violations),
        ("warnings", checked.validation.warnings),
    ):
        for entry, violation in zip(found[kind], violations, strict=True):
            entry["at"] = {k: v for k, v in asdict(checked.region(violation)).items() if k != "snippet"}
    named = {"file": template.file.name, "line": template.place.line, "id": template.id}
    return {**named, "persona": checked.persona, **found}


def document_lines(document: object) -> list[tuple[tuple[str, str], ...]]:
    """Return an indented JSON document as lines of ASCII."""
    import json

    return [((line, ""),) for line in json.dumps(document, ensure_ascii=True, indent=1).splitlines()]
