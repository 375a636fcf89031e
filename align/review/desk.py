"""The review desk: what waits for a person, and what the person does about it."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from align.audit.documents import candidate_json
from align.audit.words import digest_of_text
from align.context import DraftContext
from align.engines.ids import TEMPLATE
from align.engines.template import Unfilled, fill_template
from align.gate.blank import is_blank
from align.review.actions import Deed, Ended
from align.review.checks import Check, check_body
from align.review.errors import RefusedError
from align.review.groups import Groups, groups_of
from align.review.sending import Sender
from specs.store.errors import StoreError
from specs.store.moments import as_utc

if TYPE_CHECKING:
    from collections.abc import Collection

    from align.review.actions import Action, ActionKind
    from align.review.cases import Case
    from align.review.ledger import ReviewLedger
    from align.review.sending import SendParts

GRACE: Final = dt.timedelta(seconds=120)
"""How long whoever acted is given to send by themselves before somebody else takes over."""

RESUMED_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, why (may be empty), and the group that is being resolved, if one is."""

    author: str
    reason: str = ""
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The body that a person sends, how it was chosen, and the key of the template that it is."""

    kind: ActionKind
    body: str
    key: str | None = None


class ReviewDesk:
    """Cases and actions for operators. Safe for many at once, also in several processes on one database.

    Every method that takes `personas` sees the cases of these only; None is all. What people do is recorded before it
    has an effect. Everything raises `StoreError` when the database cannot be used, and what acts on a case raises
    `UnknownCaseError`, `AlreadyDecidedError`, `NotOpenError` or `RefusedError`.
    """

    def __init__(self, ledger: ReviewLedger, parts: SendParts) -> None:
        self.ledger = ledger
        self._parts = parts
        self._sender = Sender(ledger, parts)

    def cases(
        self, personas: Collection[str] | None = None, *, after: int = 0, limit: int = 50
    ) -> tuple[Case, ...]:
        """Return open cases, the longest waiting first, from behind the case with the number `after`."""
        return self.ledger.cases(personas, after=after, limit=limit)

    def case(self, case_id: str, personas: Collection[str] | None = None) -> Case:
        """Return one open case."""
        return self.ledger.case(case_id, personas)

    def groups(self, personas: Collection[str] | None = None, *, limit: int = 10_000) -> Groups:
        """Return the open cases by cause, the largest group first; at most the `limit` newest are counted."""
        return groups_of(self.ledger.engine, personas, limit=limit)

    def check(self, persona: str, body: str, context: DraftContext | None = None) -> Check:
        """Return what a body is found to be under the spec that holds now. Nothing is recorded.

        For a page that checks as one types; a judge is not asked. Raises `StoreError` without a spec.
        """
        stored = self._parts.specs.current(persona)
        return check_body(body, stored, self.now(), context or DraftContext())

    def check_case(self, case: Case, body: str) -> Check:
        """Return what a body is found to be as the answer of a case; raises `RefusedError` where that is unknown."""
        if case.context is None:
            raise RefusedError(
                "the message that this one answers is not kept: nothing can be checked or sent"
            )
        stored = self._parts.specs.current(case.persona)
        return check_body(body, stored, self.now(), case.context, case)

    async def approve(
        self,
        case_id: str,
        by: By,
        *,
        acknowledged: Collection[str] = (),
        personas: Collection[str] | None = None,
    ) -> Ended:
        """Send the draft of a case as it is.

        Refused with the violations when the spec that holds now does not allow it, and with a judge's findings that are
        not among the `acknowledged` dimensions.
        """
        case = await asyncio.to_thread(self.case, case_id, personas)
        if case.body is None:
            raise RefusedError("the case has no body that is kept; write one")
        return await self._send(case, _Chosen("approve", case.body), by, acknowledged)

    async def edit(
        self,
        case_id: str,
        body: str,
        by: By,
        *,
        acknowledged: Collection[str] = (),
        personas: Collection[str] | None = None,
    ) -> Ended:
        """Send another body in place of the draft; refused as `approve` is. What was changed is kept as a correction."""
        case = await asyncio.to_thread(self.case, case_id, personas)
        return await self._send(case, _Chosen("edit", body), by, acknowledged)

    async def send_template(
        self, case_id: str, by: By, *, key: str | None = None, personas: Collection[str] | None = None
    ) -> Ended:
        """Send the body of a template: of this key, or of the one that the candidate names."""
        case = await asyncio.to_thread(self.case, case_id, personas)
        key = key or case.candidate.template_key
        held = await asyncio.to_thread(self._parts.specs.templates, case.persona)
        stored = next((template.body for template in held if template.key == key), None)
        if key is None or stored is None:
            raise RefusedError("the message names no template" if key is None else f"no template '{key}'")
        body = fill_template(stored, case.candidate.values)
        if isinstance(body, Unfilled):
            raise RefusedError(f"the template '{key}' cannot be filled: {body.detail}")
        return await self._send(case, _Chosen("template", body, key), by)

    async def reject(self, case_id: str, by: By, *, personas: Collection[str] | None = None) -> Action:
        """Close a case: its draft is wrong, and nothing is sent."""
        return await asyncio.to_thread(self._rejected, case_id, by, personas)

    async def resume(self, *, grace: dt.timedelta = GRACE, page: int = 100) -> tuple[Ended, ...]:
        """Carry on with what others began to send and did not end: they were killed, or could not send then.

        All of it is tried, a few at once and `page` in one read, so that what stays stuck keeps nothing else from going out;
        what one of them crashes on is raised at the end.
        """
        before = self.now() - grace
        ended: list[Ended] = []
        crashes: list[BaseException] = []
        last: Action | None = None
        while waiting := await asyncio.to_thread(self.ledger.unfinished, before, after=last, limit=page):
            last = waiting[-1]
            slots = asyncio.Semaphore(RESUMED_AT_ONCE)
            found = await asyncio.gather(
                *(self._carried_out(action, slots) for action in waiting), return_exceptions=True
            )
            ended += [one for one in found if isinstance(one, Ended)]
            crashes += [one for one in found if isinstance(one, BaseException)]
            if any(isinstance(one, StoreError) for one in crashes):
                break  # the database is away: for the others as well
        if crashes:
            raise crashes[0]
        return tuple(ended)

    async def _carried_out(self, action: Action, slots: asyncio.Semaphore) -> Ended:
        async with slots:
            return await self._sender.carry_out(action)

    def _rejected(self, case_id: str, by: By, personas: Collection[str] | None) -> Action:
        return self.ledger.close(self.case(case_id, personas), self._deed("reject", by))

    async def _send(self, case: Case, chosen: _Chosen, by: By, acknowledged: Collection[str] = ()) -> Ended:
        if case.kind == "raised":
            raise RefusedError("it was sent already; it can only be rejected, which says that it was wrong")
        if is_blank(chosen.body):
            raise RefusedError("there is nothing in it to send")
        check = await asyncio.to_thread(self.check_case, case, chosen.body)
        if not check.ok:
            rules = sorted({v.rule for v in check.validation.violations} or {"rule_error"})
            raise RefusedError(f"the spec does not allow it: {', '.join(rules)}", check)
        if unheard := check.unheard(frozenset(acknowledged)):
            names = ", ".join(sorted({found.dimension for found in unheard}))
            raise RefusedError(f"a judge speaks against it, and nobody acknowledged it: {names}", check)
        detail: dict[str, Any] = {
            "engine": TEMPLATE if chosen.kind == "template" else case.engine,
            "workflow": case.workflow,
            "acknowledged": sorted(acknowledged),
            "template_key": chosen.key,
            "now": check.now.isoformat(),
        }
        words = {**candidate_json(case.candidate), "body": chosen.body, "before": case.draft}
        deed = Deed(
            chosen.kind,
            by.author,
            by.reason,
            by.cause,
            digest_of_text(chosen.body),
            check.validation.spec_digest,
            detail,
            words,
        )
        action = await asyncio.to_thread(self.ledger.close, case, deed)
        return await self._sender.carry_out(action)

    @staticmethod
    def _deed(kind: ActionKind, by: By) -> Deed:
        return Deed(kind, by.author, by.reason, by.cause)

    def now(self) -> dt.datetime:
        """Return the present moment of the desk's clock, in UTC."""
        return as_utc(self._parts.clock())
