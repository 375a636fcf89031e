"""`/v1/validate`: drafts against a stored spec, or one that comes along."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from fastapi import APIRouter

from align.gate.check_threads import is_long
from align.http.answers import PROBLEM, AsciiJson, Validated
from align.http.door import Validating
from align.http.fields import ValidateRequest
from align.http.parts import Service, Serving
from align.http.problems import FieldProblem, invalid, of_spec
from align.http.store import current_spec, stale_since
from align.http.strict import StrictRoute
from align.operators.checks import gate_checks
from align.validate import compile_spec, validate_draft
from specs import Spec
from specs.document.problems import SpecError

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.findings import Validation
    from align.http.caller import Caller

T = TypeVar("T")

router = APIRouter(prefix="/v1", route_class=StrictRoute, tags=["validate"])


@dataclass(frozen=True, slots=True)
class Against:
    """What a draft is checked against; `stale_since`: the database is away, and this is the last spec read."""

    spec: Spec
    stale_since: str | None = None


@router.post("/validate", response_model=Validated, responses={404: PROBLEM})
async def validate(draft: ValidateRequest, caller: Validating, service: Serving) -> AsciiJson:
    """Check one draft. A draft that is flagged is answered with 200: `ok` says how it came out."""
    against = await spec_of(draft, caller, service)
    return AsciiJson(answer_of(draft, against, await checked(draft, against.spec, service)))


async def spec_of(draft: ValidateRequest, caller: Caller, service: Service) -> Against:
    """Return what a draft is to be checked against; raises `ProblemError`."""
    if (draft.persona is None) == (draft.spec is None):
        raise invalid(FieldProblem("persona", "give a persona or a spec, one of them"))
    if draft.spec is not None:
        return Against(await _in_thread(service, partial(_compiled, draft.spec)))
    stored = await current_spec(service, caller, draft.persona or "")
    return Against(stored.spec, stale_since(stored))


async def checked(draft: ValidateRequest, spec: Spec, service: Service) -> Validation:
    """Check a draft: a short one at once, which is quicker than to hand it over; a long one in a thread."""
    parts = service.parts
    now = draft.now or parts.clock()
    begun = parts.monotonic()
    if is_long(draft.body, draft.context.inbound):
        found = await _in_thread(service, partial(_check, draft, spec, now))
    else:
        found = _check(draft, spec, now)
    parts.telemetry.validated(found, parts.monotonic() - begun, "http")
    return found


def answer_of(draft: ValidateRequest, against: Against, found: Validation) -> dict[str, Any]:
    """Return the answer to one draft."""
    return {"id": draft.id, **found.to_dict(), "stale_since": against.stale_since}


async def _in_thread(service: Service, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(service.checks, work)


def _check(draft: ValidateRequest, spec: Spec, now: dt.datetime) -> Validation:
    return validate_draft(draft.body, spec, now=now, context=draft.context.draft_context())


def _compiled(document: dict[str, Any]) -> Spec:
    """Return the spec in a document, ready to check with; raises `ProblemError` with the path of each problem."""
    try:
        spec = Spec.from_dict(document, fold=gate_checks().fold)
    except SpecError as error:
        raise of_spec(error, "spec") from None
    except RecursionError:
        raise invalid(FieldProblem("spec", "nested too deeply")) from None
    compile_spec(spec)
    return spec
