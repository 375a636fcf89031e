"""`/v1/decisions` and `/v1/holds`: what the gate decided, page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from align.audit.records import DecisionFilter, StoredDecision
from align.http.answers import PROBLEM, AsciiJson, DecisionPage, StoredDecisionForm
from align.http.caller import Caller
from align.http.door import Reading
from align.http.fields import Moment
from align.http.parts import Service, Serving
from align.http.problems import FieldProblem, invalid, not_found, unknown_persona
from align.http.store import asked
from specs.store.errors import StoreError, StoreUnavailableError

router = APIRouter(prefix="/v1", tags=["decisions"])

Persona = Annotated[str | None, Query(description="Only those of this persona.")]
Tag = Annotated[str | None, Query(description="Only those held for this reason, such as `spec_conflict`.")]
RuleName = Annotated[str | None, Query(description="Only those that this rule or dimension spoke against.")]
Since = Annotated[Moment | None, Query(description="Only those from this moment on.")]
Cursor = Annotated[str | None, Query(description="`next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many.")]


@router.get("/decisions", response_model=DecisionPage, responses={404: PROBLEM})
async def list_decisions(
    caller: Reading,
    service: Serving,
    persona: Persona = None,
    outcome: Annotated[
        Literal["passed", "downgraded", "held"] | None, Query(description="Only those that came out so.")
    ] = None,
    tag: Tag = None,
    rule: RuleName = None,
    since: Since = None,
    unjudged: Annotated[
        bool, Query(description="Only those that passed while the judge was absent.")
    ] = False,
    raised: Annotated[bool, Query(description="Only those that a late judgement speaks against.")] = False,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AsciiJson:
    """Return decisions, the newest first, without the words of messages."""
    wanted = DecisionFilter(persona, outcome, tag, rule, since, unjudged, raised)
    return AsciiJson(await _page(service, caller, wanted, cursor, limit))


@router.get("/holds", response_model=DecisionPage, responses={404: PROBLEM})
async def list_holds(
    caller: Reading,
    service: Serving,
    persona: Persona = None,
    tag: Tag = None,
    rule: RuleName = None,
    since: Since = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AsciiJson:
    """Return the decisions that let nothing go, the newest first, without the words of messages."""
    wanted = DecisionFilter(persona, "held", tag, rule, since)
    return AsciiJson(await _page(service, caller, wanted, cursor, limit))


@router.get("/decisions/{id}", response_model=StoredDecisionForm, responses={404: PROBLEM})
async def read_decision(id: str, caller: Reading, service: Serving) -> AsciiJson:  # noqa: A002 - a part of the path
    """Return a decision with all that it rests on, and the words of messages that are kept."""
    found = await _decision(service, caller, id)
    if found is None:
        raise not_found("no decision has this id")
    return AsciiJson(found.to_dict())


async def _page(
    service: Service, caller: Caller, wanted: DecisionFilter, cursor: str | None, limit: int
) -> dict[str, Any]:
    if wanted.persona is not None and not caller.sees(wanted.persona):
        raise unknown_persona(wanted.persona)
    before = None
    if cursor is not None:
        # The id of a decision, and not a number: numbers would tell how much of others lies between.
        last = await _decision(service, caller, cursor)
        if last is None:
            raise invalid(FieldProblem("cursor", "is not the `next` of a page"))
        before = last.number
    wanted = replace(wanted, personas=caller.personas, before=before)
    found = await asked(service, lambda: service.parts.log.find(wanted, limit=limit + 1))
    page = found[:limit]
    return {
        "decisions": [_summary(decision) for decision in page],
        "next": page[-1].id if len(found) > limit else None,
    }


async def _decision(service: Service, caller: Caller, id_: str) -> StoredDecision | None:
    """Return the decision with this whole id, None also for one that the caller may not see."""

    def look() -> StoredDecision | None:
        try:
            return service.parts.log.get(id_)
        except StoreUnavailableError:
            raise
        except StoreError:
            return None

    found = await asked(service, look)
    return found if found is not None and found.id == id_ and caller.sees(found.persona) else None


def _summary(found: StoredDecision) -> dict[str, Any]:
    document = found.document
    return {
        "id": found.id,
        "persona": found.persona,
        "candidate_id": document["candidate"]["id"],
        "now": found.now.isoformat(),
        "recorded_at": found.recorded_at.isoformat(),
        "outcome": found.outcome,
        "tags": list(found.tags),
        "is_unjudged": bool(document["outcome"].get("is_unjudged")) and found.late is None,
        "is_raised": found.is_raised,
        "engine": document["engine"],
        "mode": document["mode"],
        "has_words": found.has_words,
    }
