"""`align facts`: what the store holds, shown, compared, exported and linted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from align.cli.drafts import InputError
from align.cli.operator import line_of_version, lines_of_changes, lines_of_failing, moment_of
from align.cli.output import Output
from align.cli.visible import visible
from align.operators.settings import open_desk
from align.operators.templates import failing_if_known
from align.reading.folding import fold_text
from align.rules import RULES
from specs import lint_spec
from specs.edits import values_of
from specs.store.errors import UnknownPersonaError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.cli.report import Line
    from align.operators.settings import Desk
    from specs.store.records import VersionRecord

_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}


def list_personas(url: str | None) -> int:
    """Print a line for each persona: the version that holds now."""
    store = open_desk(url).store
    lines: list[Line] = []
    for persona in store.personas():
        try:
            lines.append(
                ((f"{visible(persona)}  ", "bold"), *line_of_version(store.current(persona).version))
            )
        except UnknownPersonaError:
            lines.append(((f"{visible(persona)}  ", "bold"), ("not in force now", "dim")))
    Output().show(lines or [(("no personas; add some with: align facts import", ""),)])
    return 0


def show_spec(url: str | None, persona: str, *, at: str | None, form: str) -> int:
    """Print the spec that holds at a moment."""
    found = open_desk(url).store.at(persona, moment_of(at))
    output = Output()
    if form == "json":
        output.show([((line, ""),) for line in found.spec.to_json(indent=2).splitlines()])
        return 0
    if form == "prompt":
        from specs.render import render_spec

        try:
            text = render_spec(found.spec)
        except ValueError as error:
            raise InputError(f"'{persona}': {error}") from None
        output.show([((line, ""),) for line in text.splitlines()])
        return 0
    document = found.spec.to_dict()
    lines: list[Line] = [line_of_version(found.version)]
    if found.mission is not None:
        lines.append(((f"mission of {found.mission.day}, version {found.mission.version}", "dim"),))
    for path, value in values_of(document):
        # An entry that is its own name says it once.
        is_named = isinstance(value, str) and f"[{value}]" in path
        said = "" if is_named else f" = {visible(json.dumps(value, ensure_ascii=False))}"
        lines.append(((f"  {visible(path)}", "bold"), (said, "")))
    output.show(lines)
    return 0


def export_spec(url: str | None, persona: str, *, at: str | None, file: str) -> int:
    """Write the document that holds at a moment, whole or not at all."""
    text = open_desk(url).store.at(persona, moment_of(at)).spec.to_json(indent=2) + "\n"
    if file == "-":
        Output().show([((line, ""),) for line in text.splitlines()])
        return 0
    path = Path(file)
    scratch = path.with_name(f"{path.name}.tmp")
    try:
        scratch.write_text(text, "utf-8")
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise InputError(f"{file}: cannot be written: {error.strerror}") from None
    return 0


def show_history(url: str | None, persona: str, *, as_json: bool) -> int:
    """Print every version, the first one first, with what it changed."""
    store = open_desk(url).store
    versions = store.history(persona)
    output = Output()
    if as_json:
        output.show([((json.dumps(_as_json(version)), ""),) for version in versions])
        return 0
    for version in versions:
        output.show([line_of_version(version)])
        before = _replaced_by(version, versions)
        if before is not None:
            output.show(lines_of_changes(store.diff(before, version), "    "))
    return 0


def show_diff(url: str | None, persona: str, first: int | None, second: int | None) -> int:
    """Print what differs between two versions; return 1 when something does."""
    store = open_desk(url).store
    versions = {version.version: version for version in store.history(persona)}
    last = max(versions) if second is None else second
    before = max(last - 1, 1) if first is None else first
    for number in (before, last):
        if number not in versions:
            raise InputError(f"'{persona}' has no version {number}; it has 1 to {max(versions)}")
    changes = store.diff(versions[before], versions[last])
    heads = [line_of_version(versions[number]) for number in (before, last)]
    Output().show([*heads, *(lines_of_changes(changes) or [(("  no difference", ""),)])])
    return int(bool(changes))


def lint_store(url: str | None) -> int:
    """Lint every persona's facts and try its templates; return 1 when there is an error, a warning or a failure."""
    desk = open_desk(url)
    output = Output()
    worst = 0
    for persona in desk.store.personas():
        lines = _lint(desk, persona)
        worst = max(worst, *(severity for severity, _line in lines), 0)
        name = (f"{visible(persona)}: ", "bold")
        output.show([(name, *line) for _severity, line in lines] or [(name, ("no findings", "green"))])
    return worst


def _lint(desk: Desk, persona: str) -> list[tuple[int, Line]]:
    """Return findings as lines, each with what it adds to the exit code: of the facts now, and as planned."""
    now = utc_now()
    begins = [now, *(v.effective_from for v in desk.store.history(persona) if v.effective_from > now)]
    found: dict[str, tuple[int, Line]] = {}
    for moment in sorted(set(begins)):
        try:
            spec = desk.store.at(persona, moment).spec
        except UnknownPersonaError:
            continue
        when = "" if moment == now else f"from {moment.isoformat(timespec='minutes')}: "
        today = moment.astimezone(spec.zone).date()
        for f in lint_spec(spec, fold=fold_text, rule_ids=[rule.id for rule in RULES], today=today):
            line = ((visible(f"{when}{f}"), _STYLES[f.severity]),)
            found.setdefault(str(f), (int(f.severity != "note"), line))
    failing = failing_if_known(desk.store, persona, now)
    return [*found.values(), *((1, line) for line in lines_of_failing(failing, with_persona=False))]


def _replaced_by(version: VersionRecord, versions: Sequence[VersionRecord]) -> VersionRecord | None:
    """Return the version that would hold from the same moment on without this one."""
    earlier = [
        other
        for other in versions
        if other.version < version.version and other.effective_from <= version.effective_from
    ]
    return max(earlier, key=lambda other: (other.effective_from, other.version), default=None)


def _as_json(version: VersionRecord) -> dict[str, object]:
    return {
        "persona": version.persona,
        "version": version.version,
        "digest": version.digest,
        "author": version.author,
        "note": version.note,
        "revision": version.revision,
        "created_at": version.created_at.isoformat(),
        "effective_from": version.effective_from.isoformat(),
        "document": None if version.is_retired else version.document,
    }
