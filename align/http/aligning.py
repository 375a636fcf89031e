"""`/v1/align`: a candidate through the whole gate; and `/v1/receipts/check`, before its body is sent."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter

from align.audit.documents import document_of
from align.gate.decision import Held
from align.gate.holds import AuditUnavailable
from align.gate.receipt import Receipt, ReceiptError
from align.http.answers import PROBLEM, Aligned, AsciiJson, ReceiptChecked
from align.http.door import Aligning, CheckingReceipts
from align.http.fields import AlignRequest, ReceiptRequest
from align.http.parts import Service, Serving
from align.http.problems import FieldProblem, ProblemError, invalid, unavailable, unknown_persona
from align.http.store import asked, current_spec
from align.http.strict import StrictRoute
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from align.gate.decision import Decision

router = APIRouter(prefix="/v1", route_class=StrictRoute, tags=["align"])


@router.post("/align", response_model=Aligned, responses={404: PROBLEM})
async def align(candidate: AlignRequest, caller: Aligning, service: Serving) -> AsciiJson:
    """Take a candidate through the gate: validate, judge, redraft, template, or hold; the decision is recorded.

    A hold is answered with 200; whatever is answered so stands in the record. Nothing is sent from here: whoever sends
    the body checks its receipt first.
    """
    for field in ("id", "persona"):
        if not getattr(candidate, field):
            raise invalid(FieldProblem(field, "is empty"))
    try:
        await current_spec(service, caller, candidate.persona)
    except ProblemError as problem:
        # While the store is away the gate itself decides, and says so in the hold.
        if problem.slug == "unknown-persona":
            raise
    decision = await service.parts.gate.align(candidate.candidate(), candidate.mode)
    if _is_unrecorded(decision):
        told = "the decision could not be recorded, so nothing may be sent; try again"
        raise unavailable(service.settings.retry_seconds, told)
    return AsciiJson(await _answer(decision, service))


@router.post("/receipts/check", response_model=ReceiptChecked, responses={404: PROBLEM})
async def check_receipt(checked: ReceiptRequest, caller: CheckingReceipts, service: Serving) -> AsciiJson:
    """Tell whether a body may still be sent under its receipt, and if not, why."""
    try:
        receipt = Receipt.from_json(checked.receipt)
    except ReceiptError as error:
        raise invalid(FieldProblem("receipt", str(error))) from None
    if not caller.sees(receipt.persona):
        raise unknown_persona(receipt.persona)
    try:
        refusal = await asked(service, service.parts.receipts.refusal, checked.receipt, checked.body)
    except StoreError:
        refusal = "unknown"  # the persona has no facts any more
    return AsciiJson({"is_covered": refusal is None, "refusal": refusal})


def _is_unrecorded(decision: Decision) -> bool:
    """Tell whether nobody can look a decision up by its id: it is not in the record, or may never come there."""
    outcome = decision.outcome
    return isinstance(outcome, Held) and any(
        isinstance(reason, AuditUnavailable) for reason in outcome.reasons
    )


async def _answer(decision: Decision, service: Service) -> dict[str, Any]:
    status, cause, body, receipt = "held", None, None, None
    if isinstance(decision.outcome, Held):
        cause = ", ".join(reason.tag for reason in decision.outcome.reasons)
    elif decision.mode == "PAUSE":
        cause = "paused"
    elif decision.mode == "DRAFT":
        status = "pending_review"
    else:
        try:
            receipt = await asyncio.to_thread(service.parts.receipts.issue, decision)
            status, body = "cleared", decision.outcome.body
        except ReceiptError:
            cause = "the spec moved while the candidate was under way; try again"
        except StoreError:
            cause = "no receipt could be made: the database cannot be asked at present"
    return {
        "id": decision.candidate.id,
        "status": status,
        "cause": cause,
        "body": body,
        "receipt": receipt,
        "decision": document_of(decision),
    }
