"""SARIF 2.1.0: what a check of templates found, as code-scanning services and editors read it."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from align.cli.explain import page
from align.cli.visible import visible
from align.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.cli.check_templates import Checked
    from align.cli.template_files import TemplateFile, Unread
    from align.findings import Violation

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT: Final = "alignViolation/v1"
_ROOT: Final = "%SRCROOT%"


def sarif_log(
    checked: Sequence[Checked], unread: Sequence[Unread], *, exit_code: int, root: Path
) -> dict[str, Any]:
    """Return a log with one run; files below `root` are named by their way from there.

    Violations are results of level `error`, warnings of level `warning`. A rule that crashed and a template that
    could not be read are notifications of the run, which then did not succeed. Columns are UTF-16 code units, which
    viewers assume that do not read `columnKind`.
    """
    addresses = _Addresses(root)
    results = list(_results(checked, addresses))
    notifications = [*_crashes(checked, addresses), *(_notification(each, addresses) for each in unread)]
    files = dict.fromkeys([*(one.template.file for one in checked), *(one.file for one in unread)])
    invocation = {
        "executionSuccessful": not notifications,
        "exitCode": exit_code,
        "toolExecutionNotifications": notifications,
    }
    run = {
        "tool": {"driver": _driver(results)},
        "columnKind": "utf16CodeUnits",
        "defaultEncoding": "utf-8",
        "invocations": [invocation],
        "artifacts": [{"location": addresses.of(file), "roles": ["analysisTarget"]} for file in files],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(results: Sequence[dict[str, Any]]) -> dict[str, Any]:
    known = {rule.id: rule for rule in RULES}
    described = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": " ".join(rule.doc.partition("\n\n")[0].split())},
            "help": {"text": rule.doc, "markdown": page(rule)},
            "defaultConfiguration": {"level": "error"},
            "properties": {"tags": [rule.family]},
        }
        for rule in RULES
    ]
    # A rule of a plugin has a name, and documentation of its own that is not ours to show.
    others = dict.fromkeys(result["ruleId"] for result in results if result["ruleId"] not in known)
    told = version("draft-alignment-gate")
    rules = [*described, *({"id": name} for name in others)]
    for result in results:
        result["ruleIndex"] = next(i for i, rule in enumerate(rules) if rule["id"] == result["ruleId"])
    return {"name": "align", "version": told, "semanticVersion": told, "rules": rules}


def _results(checked: Sequence[Checked], addresses: _Addresses) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for one in checked:
        for level, found in (("error", one.validation.violations), ("warning", one.validation.warnings)):
            for violation in found:
                identity = _identity(one, violation, addresses)
                seen[identity] += 1
                fingerprint = hashlib.sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "surrogatepass"))
                result = _result(one, violation, addresses)
                yield result | {"level": level, "partialFingerprints": {FINGERPRINT: fingerprint.hexdigest()}}


def _identity(one: Checked, violation: Violation, addresses: _Addresses) -> str:
    """Return what makes a finding the same one after lines around it have moved."""
    where = (addresses.of(one.template.file)["uri"], str(one.template.id), one.persona)
    return "\0".join((*where, violation.rule, violation.fact, violation.text))


def _result(one: Checked, violation: Violation, addresses: _Addresses) -> dict[str, Any]:
    region = one.region(violation)
    told = f"{violation.message} The facts of {one.persona} say: {violation.expected} ({violation.fact})."
    if violation.instruction:
        told += f" {violation.instruction}"
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": addresses.of(one.template.file),
            "region": {
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
                "snippet": {"text": region.snippet},
            },
        }
    }
    if one.template.id is not None:
        location["logicalLocations"] = [{"name": visible(str(one.template.id)), "kind": "member"}]
    return {
        "ruleId": violation.rule,
        "message": {"text": visible(told)},
        "locations": [location],
        "properties": {
            "persona": one.persona,
            "claimed": visible(violation.claimed),
            "expected": visible(violation.expected),
            "fact": visible(violation.fact),
        },
    }


def _crashes(checked: Sequence[Checked], addresses: _Addresses) -> Iterator[dict[str, Any]]:
    for one in checked:
        for error in one.validation.errors:
            place = one.template.place
            region = {"startLine": place.line, "startColumn": place.column}
            yield {
                "level": "error",
                "message": {"text": visible(f"{error.rule} crashed: {error.error}")},
                "associatedRule": {"id": error.rule},
                "locations": [addresses.location(one.template.file, region)],
            }


def _notification(unread: Unread, addresses: _Addresses) -> dict[str, Any]:
    place = unread.place
    region = None if place is None else {"startLine": place.line, "startColumn": place.column}
    return {
        "level": "error",
        "message": {"text": visible(unread.problem)},
        "locations": [addresses.location(unread.file, region)],
    }


@dataclass(frozen=True, slots=True)
class _Addresses:
    """How files are called in a log."""

    root: Path

    def of(self, file: TemplateFile) -> dict[str, str]:
        """Return the address of a file: the way to it from the root of the sources, where it lies below that."""
        path = Path(os.path.normpath(self.root / file.path))
        if path.is_relative_to(self.root):
            # The bytes of the name: it need not be UTF-8.
            return {"uri": quote(os.fsencode(path.relative_to(self.root).as_posix())), "uriBaseId": _ROOT}
        return {"uri": path.as_uri()}

    def location(self, file: TemplateFile, region: dict[str, int] | None) -> dict[str, Any]:
        """Return the location of a part of a file, or of the whole."""
        physical: dict[str, Any] = {"artifactLocation": self.of(file)}
        if region is not None:
            physical["region"] = region
        return {"physicalLocation": physical}
