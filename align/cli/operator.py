"""What operators' commands share: who it is, which moment is meant, and how changes are shown."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from align.cli.drafts import InputError, parse_now
from align.cli.visible import visible
from specs.store.moments import YEARS, as_utc, utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.cli.report import Line
    from align.operators.templates import FailingTemplate
    from specs.edits import Change
    from specs.store.records import VersionRecord


def author_of(given: str | None) -> str:
    """Return the author that was given, else the name of the user of this machine."""
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise InputError("--author: this machine does not say who you are; give it") from None


def body_of(text: str | None, file: str | None) -> str:
    """Return the body that `--text` or `--file` (a path, or `-`) gives; raises `InputError`."""
    if (text is None) == (file is None):
        raise InputError("give the body with --text or with --file")
    if text is not None:
        return text
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file or "").read_bytes()
        return raw.decode("utf-8-sig").rstrip("\n")
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 (byte {error.start + 1})") from None


def moment_of(said: str | None, field: str = "--at") -> dt.datetime:
    """Return the moment that an option says in UTC, the present without one; raises `InputError`."""
    if said is None:
        return utc_now()
    moment = parse_now(said, field=field)
    try:
        return as_utc(moment)
    except ValueError as error:
        raise InputError(f"{field}: {error}") from None


def day_of(day: str | None, zone: dt.tzinfo) -> dt.date:
    """Return the day of `--day`, today in the persona's zone without one; raises `InputError`."""
    if day is None:
        return utc_now().astimezone(zone).date()
    try:
        found = dt.date.fromisoformat(day)
    except ValueError:
        raise InputError(f"--day: {day!r} is no date; write it as 2026-11-21") from None
    if found.year not in YEARS:
        raise InputError(f"--day: {found} is not in a year from {YEARS[0]} to {YEARS[-1]}")
    return found


def lines_of_changes(changes: Iterable[Change], indent: str = "  ") -> list[Line]:
    """Return a report of changes: what goes in red with a minus, what comes in green with a plus."""
    lines: list[Line] = []
    for change in changes:
        lines.append(((f"{indent}{visible(change.path)}", "bold"),))
        lines += [
            ((f"{indent}  {sign} {visible(json.dumps(value, ensure_ascii=False))}", style),)
            for sign, value, style in (("-", change.before, "red"), ("+", change.after, "green"))
            if value is not None
        ]
    return lines


def line_of_version(version: VersionRecord) -> Line:
    """Return a version as the head of a report."""
    begins = version.effective_from.isoformat(timespec="seconds")
    retired = " (retired)" if version.is_retired else ""
    return (
        (f"v{version.version}{retired}", "bold"),
        (f" from {begins} by {visible(version.author)}: {visible(version.note)}", ""),
        (f"  {version.digest[:12]}", "dim"),
    )


def lines_of_failing(failing: Iterable[FailingTemplate], *, with_persona: bool = True) -> list[Line]:
    """Return a line for each template that the gate holds, now or from a moment on, with whose it is."""
    now = utc_now()
    lines: list[Line] = []
    for found in failing:
        when = "now" if found.since <= now else f"from {found.since.isoformat(timespec='minutes')}"
        told = "; ".join(violation.message for violation in found.validation.violations) or "a rule crashed"
        whose = f"{visible(found.template.persona)}: " if with_persona else ""
        lines.append(((f"{whose}template '{visible(found.key)}' fails {when}: {visible(told)}", "red"),))
    return lines
