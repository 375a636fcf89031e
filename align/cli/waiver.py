"""`align waiver`: add, list, end."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Literal

from align.cli.drafts import InputError
from align.cli.facts_edit import finish
from align.cli.operator import author_of
from align.cli.output import Output, complain
from align.cli.visible import visible
from align.operators import waivers
from align.operators.settings import open_desk
from align.operators.waivers import Exemption
from specs import Spec
from specs.document.canonical import plain
from specs.store.moments import utc_now
from specs.store.revisions import version_with_pending, write_edit

if TYPE_CHECKING:
    from align.cli.facts_edit import Where
    from align.cli.report import Line
    from specs.document import Waiver
    from specs.store.records import VersionRecord
    from specs.store.store import SpecStore

State = Literal["active", "to come", "over", "ended"]

_STYLES: Final[dict[State, str]] = {"active": "green", "to come": "yellow", "over": "dim", "ended": "dim"}


def exemption_of(
    scope: tuple[str, str, str | None],
    days: tuple[str | None, str],
    signed: tuple[str | None, str],
    name: str | None,
) -> Exemption:
    """Return what the options ask for; raises `InputError` for a day that is none."""
    begins, until = (None if day is None else _day(day, flag) for day, flag in zip(days, _FLAGS, strict=True))
    if until is None:
        raise InputError("--until: is required")
    rule, said, claimed = scope
    return Exemption(rule, said, until, author_of(signed[0]), signed[1], claimed, begins, name)


_FLAGS: Final = ("--from", "--until")


def _day(text: str, flag: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{flag}: {text!r} is no date; write it as 2026-11-21") from None


def add_waiver(where: Where, persona: str, exemption: Exemption, *, apply: bool) -> int:
    """Write the revision that adds a waiver."""
    desk = open_desk(*where)
    base = version_with_pending(desk.migrations, persona)
    now = utc_now()
    spec = Spec.from_dict(base.document)
    if exemption.until < (today := now.astimezone(spec.zone).date()):
        raise InputError(f"--until: {exemption.until} is over; where '{persona}' is, it is {today}")
    edit = waivers.add_waiver(base.document, exemption)
    written = write_edit(desk.migrations, persona, replace(edit, against=base.digest))
    flagged = waivers.flagged_alone(spec, exemption, now)
    if exemption.claimed is None and flagged is None:
        complain("by themselves these words are not flagged; it covers drafts in which exactly they are")
    elif exemption.claimed is None and flagged is not None:
        complain(f"it covers whatever these words claim; narrow it with --claimed, as in {flagged.claimed!r}")
    return finish(desk, [written], apply=apply)


def end_waiver(where: Where, persona: str, name: str, signed: tuple[str | None, str], *, apply: bool) -> int:
    """Write the revision that takes a waiver out."""
    desk = open_desk(*where)
    base = version_with_pending(desk.migrations, persona)
    edit = waivers.end_waiver(base.document, name, author=author_of(signed[0]), note=signed[1])
    written = write_edit(desk.migrations, persona, replace(edit, against=base.digest))
    return finish(desk, [written], apply=apply)


def list_waivers(url: str | None, persona: str, *, every: bool, as_json: bool) -> int:
    """Print a report of the waivers, those to end first in front."""
    rows = _rows(open_desk(url).store, persona)
    shown = [row for row in rows if every or row[1] in ("active", "to come")]
    output = Output()
    if as_json:
        output.show([((json.dumps(_as_json(*row)), ""),) for row in shown])
    elif shown:
        output.show([line for row in shown for line in _lines(*row)])
    else:
        more = len(rows)
        tail = f"; {more} over or ended, shown with --all" if more else ""
        output.show([((f"no waivers{tail}", ""),)])
    return 0


Row = tuple["Waiver", State, "VersionRecord"]


def _rows(store: SpecStore, persona: str) -> list[Row]:
    """Return every waiver there is or was, its state, and the version that made it or took it out."""
    now = utc_now()
    current = store.at(persona, now)
    history = store.history(persona)
    pending = [version for version in history if version.effective_from > now]
    today = now.astimezone(current.spec.zone).date()
    rows: dict[str, Row] = {}
    for version in (current.version, *pending):
        for waiver in waivers.waivers_of(version):
            begun = version is current.version and (waiver.from_ is None or waiver.from_ <= today)
            state: State = "over" if waiver.until < today else "active" if begun else "to come"
            rows.setdefault(waiver.id, (waiver, state, version))
    ended: list[Row] = [(waiver, "ended", by) for waiver, by in waivers.ended_waivers(history, rows)]
    return sorted(rows.values(), key=lambda row: (row[0].until, row[0].id)) + ended


def _lines(waiver: Waiver, state: State, version: VersionRecord) -> list[Line]:
    begins = "" if waiver.from_ is None else f"from {waiver.from_} "
    by = f" by {visible(version.author)} in v{version.version}" if state == "ended" else ""
    claimed = "" if waiver.claimed is None else f", read as {visible(json.dumps(waiver.claimed))}"
    said = visible(json.dumps(waiver.said, ensure_ascii=False))
    return [
        (
            (f"{waiver.id}  ", "bold"),
            (f"{state}{by}", _STYLES[state]),
            (f"  {begins}until {waiver.until} by {visible(waiver.author)}", ""),
        ),
        ((f"  {waiver.rule}: {said}{claimed}", ""),),
        ((f"  {visible(waiver.reason)}", "dim"),),
    ]


def _as_json(waiver: Waiver, state: State, version: VersionRecord) -> dict[str, Any]:
    return {**plain(waiver), "state": state.replace(" ", "_"), "version": version.version}
