"""Resolving a whole cause: the draft is wrong, the facts are, or the rule is."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol
from zoneinfo import ZoneInfo

from align.audit.records import DecisionFilter
from align.audit.store import DecisionStore
from align.findings import Violation
from align.operators.drafts import StoredDraft, newest_within
from align.operators.plan import Trial, plan_edits
from align.operators.waivers import waive_violation
from align.review.actions import Deed
from align.review.errors import RefusedError
from align.review.pacing import Pace, Resolved, act_on_each
from specs.edits import PathError, apply_changes
from specs.edits.changes import value_at
from specs.store.ledger import Edit
from specs.store.revisions import version_with_pending, write_edit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence

    from align.findings import Family
    from align.operators.plan import Plan
    from align.review.actions import ActionKind, Ended
    from align.review.cases import Case, Finding
    from align.review.causes import Cause
    from align.review.checks import Check
    from align.review.desk import By, ReviewDesk
    from specs.store.migrate import Migrations
    from specs.store.revisions import WrittenRevision

RECENT_DRAFTS: Final = 500
"""How many bodies of the persona's last decisions a plan replays, beside the group's own."""

MAX_WORDINGS: Final = 20
"""How many wordings of one cause are waived at once."""

_INDEX: Final = re.compile(r"\[(\d+)\]")
_LEADING_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class FactAtFault:
    """The fact that a cause rests on: its path, as `align facts set` takes it, and its value now.

    `path` is None where no field of the facts decides (the mission, a policy of the context); `suggested` is the value that
    the drafts claim, None where that is not plain.
    """

    persona: str
    path: str | None
    value: Any
    suggested: Any


@dataclass(frozen=True, slots=True)
class Proposed:
    """An edit that would resolve a cause: what it does, and the revision to review and apply, where it was written."""

    plan: Plan
    revision: WrittenRevision | None
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rechecked:
    """The open cases of a cause under the spec that holds now; what passes may be approved."""

    passing: tuple[str, ...]
    failing: tuple[tuple[str, Check], ...]
    unknown: tuple[str, ...]


class Waive(Protocol):
    """Makes the edit that exempts the words of a violation, as `align.operators.waivers.waive_violation` does."""

    def __call__(
        self,
        document: Mapping[str, Any],
        violation: Violation,
        *,
        author: str,
        reason: str,
        until: dt.date,
    ) -> Edit:
        """Return the edit of a fact document that exempts these words until a local day, included."""
        ...


class CauseResolver:
    """Clears groups of cases.

    `migrations` are those of the operator's facts folder, `waive` makes the edit of one waiver, `pace` says how long many
    cases are acted on. Raises what the desk
    raises, and `EditRefusedError` or `EditConflictError` for an edit that cannot be made; nothing is recorded then.
    """

    def __init__(
        self,
        desk: ReviewDesk,
        migrations: Migrations,
        waive: Waive = waive_violation,
        pace: Pace | None = None,
    ) -> None:
        self._desk = desk
        self._migrations = migrations
        self._waive = waive
        self._pace = pace or Pace()

    async def draft_wrong(
        self, group_id: str, by: By, *, template: bool = False, personas: Collection[str] | None = None
    ) -> Resolved:
        """Reject every case of a group, or send the template that each one names."""
        cases = await asyncio.to_thread(self.cases_of, group_id, personas)
        if template:
            signed_by = replace(by, cause=group_id)
            return await self._each(
                cases, lambda case: self._desk.send_template(case.id, signed_by, personas=personas)
            )
        deed = Deed("reject", by.author, by.reason, group_id)
        actions, left = await asyncio.to_thread(self._desk.ledger.close_all, cases, deed)
        return Resolved(tuple(action.decision_id for action in actions), left)

    def fact_at_fault(self, group_id: str, personas: Collection[str] | None = None) -> FactAtFault:
        """Return which field of the facts a group's cause rests on, pending revisions included."""
        cause, finding = _first(self.cases_of(group_id, personas), group_id)
        document = version_with_pending(self._migrations, cause.persona).document
        path = _edit_path(document, finding.fact)
        if path is None:
            return FactAtFault(cause.persona, None, None, None)
        value = value_at(document, path)
        return FactAtFault(cause.persona, path, value, _suggested(value, cause.claimed))

    def fact_wrong(
        self,
        group_id: str,
        changes: Mapping[str, Any],
        by: By,
        *,
        write: bool = True,
        personas: Collection[str] | None = None,
    ) -> Proposed:
        """Propose an edit of the facts, and with `write` write its revision for review.

        The cases stay open until the edit is applied: then `recheck` says which of them pass.
        """
        cases = self.cases_of(group_id, personas)
        cause, _ = _first(cases, group_id)
        return self._proposed("fact_wrong", cause, cases, changes, by, write=write)

    def rule_wrong(
        self,
        group_id: str,
        until: dt.date,
        by: By,
        *,
        write: bool = True,
        personas: Collection[str] | None = None,
    ) -> Proposed:
        """Propose waivers that end by themselves with a local day, as `fact_wrong` proposes an edit.

        There is one for each wording of the cause; each draft is kept as a regression case. Raises `RefusedError` for a day
        that has passed, without a reason, and for more wordings than a waiver is meant for.
        """
        if not by.reason.strip():
            raise RefusedError("a waiver needs a reason")
        cases = self.cases_of(group_id, personas)
        cause, _ = _first(cases, group_id)
        version = version_with_pending(self._migrations, cause.persona)
        if until < self._desk.now().astimezone(ZoneInfo(version.zone)).date():
            raise RefusedError(f"{until.isoformat()} has passed: the waiver would have ended already")
        wordings = {finding.text: finding for found, finding in _findings(cases) if found.id == group_id}
        if len(wordings) > MAX_WORDINGS:
            raise RefusedError(f"{len(wordings)} different wordings: change the rule or the facts instead")
        document, changes = version.document, dict[str, Any]()
        for _text, finding in sorted(wordings.items(), key=lambda pair: pair[0] or ""):
            violation = _violation(finding)
            edit = self._waive(document, violation, author=by.author, reason=by.reason, until=until)
            document, _made = apply_changes(document, edit.changes)
            changes |= edit.changes
        return self._proposed("rule_wrong", cause, cases, changes, by, write=write)

    def recheck(self, group_id: str, personas: Collection[str] | None = None) -> Rechecked:
        """Check the drafts of a group under the spec that holds now; nothing is recorded."""
        passing: list[str] = []
        failing: list[tuple[str, Check]] = []
        unknown: list[str] = []
        for case in self.cases_of(group_id, personas):
            try:
                check = None if case.body is None else self._desk.check_case(case, case.body)
            except RefusedError:
                check = None
            if check is None:
                unknown.append(case.id)
            elif check.ok and not check.judged:
                passing.append(case.id)
            else:
                failing.append((case.id, check))
        return Rechecked(tuple(passing), tuple(failing), tuple(unknown))

    async def approve_all(
        self, case_ids: Sequence[str], by: By, *, personas: Collection[str] | None = None
    ) -> Resolved:
        """Approve cases, a few at once; one that is refused stays as it is, as does one for which there is no time."""
        cases = await asyncio.to_thread(self._desk.ledger.cases_by_id, case_ids, personas)
        return await self._each(cases, lambda case: self._desk.approve(case.id, by, personas=personas))

    async def _each(self, cases: Sequence[Case], act: Callable[[Case], Awaitable[Ended]]) -> Resolved:
        async def still_open(names: Collection[str]) -> set[str]:
            found = await asyncio.to_thread(self._desk.ledger.cases_by_id, sorted(names))
            return {case.id for case in found}

        return await act_on_each(cases, act, still_open, self._pace)

    def cases_of(self, group_id: str, personas: Collection[str] | None = None) -> tuple[Case, ...]:
        """Return the open cases of a group; raises `UnknownCaseError` where there is none."""
        group = self._desk.groups(personas).get(group_id)
        return self._desk.ledger.cases_by_id(group.case_ids, personas)

    def _proposed(  # noqa: PLR0913 - what an action is about, each by its own name
        self,
        kind: ActionKind,
        cause: Cause,
        cases: Sequence[Case],
        changes: Mapping[str, Any],
        by: By,
        *,
        write: bool,
    ) -> Proposed:
        edit = Edit(changes, by.author, by.reason or f"{kind.replace('_', ' ')}, seen in review")
        plan = plan_edits(self._migrations, Trial(self._drafts(cause.persona, cases), (cause.persona, edit)))
        written = write_edit(self._migrations, cause.persona, edit) if write else None
        if written is not None:
            detail: dict[str, Any] = {"revision": written.revision}
            if kind == "fact_wrong":
                # A waiver quotes a message: it is in the facts, and not here.
                detail["changes"] = {change.path: change.after for change in written.changes}
            deed = Deed(kind, by.author, by.reason, cause.id, detail=detail)
            self._desk.ledger.note(cases, deed)
        return Proposed(plan, written, tuple(case.id for case in cases))

    def _drafts(self, persona: str, cases: Sequence[Case]) -> tuple[StoredDraft, ...]:
        """Return what a plan replays: the drafts of the group, and those of the persona's last decisions.

        Of each as many as can be checked while somebody waits.
        """
        recent = DecisionStore(self._desk.ledger.engine).last_drafts(
            RECENT_DRAFTS, DecisionFilter(persona=persona)
        )
        mine = {
            case.id: StoredDraft(case.id, case.persona, case.body, case.decision.now, case.context)
            for case in cases
            if case.body is not None and case.context is not None
        }
        others = [draft for draft in recent if draft.name not in mine]
        return (*newest_within(others), *newest_within(tuple(mine.values())))


def _findings(cases: Sequence[Case]) -> Iterator[tuple[Cause, Finding]]:
    """Yield the violations that are a cause, the newest case first."""
    for case in reversed(cases):
        for finding in (found for tried in case.tried for found in tried.findings):
            said = (finding.rule, finding.claimed, finding.expected)
            for cause in case.causes:
                if said == (cause.rule, cause.claimed, cause.expected):
                    yield cause, finding


def _first(cases: Sequence[Case], group_id: str) -> tuple[Cause, Finding]:
    """Return a group's cause, and a violation that has it."""
    for cause, finding in _findings(cases):
        if cause.id == group_id:
            return cause, finding
    raise RefusedError("no rule speaks here: there is no fact to change and nothing to waive")


def _violation(finding: Finding) -> Violation:
    if finding.text is None or finding.claimed is None:
        raise RefusedError("the words that the rule flagged are not kept: there is nothing to waive")
    family: Family = "facts" if finding.family == "facts" else "policy"
    place = (finding.start, finding.end, finding.text, finding.claimed, finding.expected, finding.fact)
    return Violation(finding.rule, family, *place, finding.message or "", "")


def _edit_path(document: Mapping[str, Any], fact: str) -> str | None:
    """Return the path of the field that a violation names, as an edit takes it; None for what is no such field."""
    path = _INDEX.sub(r"[#\1]", fact)
    try:
        value = value_at(document, path)
        if isinstance(value, dict) and "amount" in value:
            path, value = f"{path}.amount", value["amount"]
        if value is None:
            return None
        _same, changes = apply_changes(document, {path: value})
    except PathError:
        return None
    return changes[0].path


def _suggested(value: Any, claimed: str | None) -> Any:  # noqa: ANN401 - a field of any type
    """Return the number that the drafts claim, where the field is one and the claim begins with it."""
    match = None if claimed is None else _LEADING_NUMBER.match(claimed)
    if match is None or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    number = float(match.group())
    return int(number) if number.is_integer() else number
