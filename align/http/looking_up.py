"""`/v1/specs` and `/v1/rules`: what drafts are checked against."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header
from fastapi.responses import Response

from align.http.answers import PROBLEM, AsciiJson, RulePage, Rules, Spec
from align.http.door import Reading, anybody
from align.http.parts import Serving
from align.http.problems import not_found
from align.http.store import current_spec, stale_since
from align.rules import RULES, Example, Rule

router = APIRouter(prefix="/v1", tags=["specs and rules"])

_TAGGED = {"headers": {"ETag": {"required": True, "schema": {"type": "string"}}}}
_NOT_MODIFIED = {"description": "The spec is still the one of `If-None-Match`.", **_TAGGED}


@router.get(
    "/specs/{persona}", response_model=Spec, responses={200: _TAGGED, 304: _NOT_MODIFIED, 404: PROBLEM}
)
async def read_spec(
    persona: str, caller: Reading, service: Serving, if_none_match: Annotated[str | None, Header()] = None
) -> Response:
    """Return the spec that holds now, with today's mission. Its `ETag` is its digest."""
    stored = await current_spec(service, caller, persona)
    # Weak: an edit that is taken back has the same digest and another version.
    headers = {"ETag": f'W/"{stored.digest}"', "Cache-Control": "private, no-cache"}
    if stored.stale is None and _is_known(stored.digest, if_none_match):
        return Response(status_code=304, headers=headers)
    digests = stored.spec.part_digests
    document = {
        "persona": persona,
        "version": stored.version.version,
        "mission_version": stored.mission and stored.mission.version,
        "digest": stored.digest,
        "facts_digest": digests.facts,
        "policy_digest": digests.policy,
        "mission_digest": digests.mission,
        "effective_from": stored.version.effective_from.isoformat(),
        "stale_since": stale_since(stored),
        "spec": stored.spec.to_dict(),
    }
    return AsciiJson(document, headers=headers)


@router.get("/rules", response_model=Rules, dependencies=[Depends(anybody)])
async def list_rules() -> AsciiJson:
    """Return every rule."""
    return AsciiJson(
        {"rules": [_rule(rule) for rule in RULES]}, headers={"Cache-Control": "private, no-cache"}
    )


@router.get("/rules/{id}", response_model=RulePage, responses={404: PROBLEM}, dependencies=[Depends(anybody)])
async def read_rule(id: str) -> AsciiJson:  # noqa: A002 - the name of a part of the path
    """Return a rule with its documentation and its examples."""
    for rule in RULES:
        if rule.id == id:
            page = {
                **_rule(rule),
                "documentation": rule.doc,
                "flags": [_example(example) for example in rule.flags],
                "accepts": [_example(example) for example in rule.accepts],
            }
            return AsciiJson(page, headers={"Cache-Control": "private, no-cache"})
    raise not_found("no rule has this name; `/v1/rules` lists them")


def _is_known(digest: str, if_none_match: str | None) -> bool:
    said = {tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")}
    return "*" in said or f'"{digest}"' in said


def _rule(rule: Rule) -> dict[str, Any]:
    return {"id": rule.id, "family": rule.family, "summary": rule.summary, "needs": list(rule.needs)}


def _example(example: Example) -> dict[str, Any]:
    return {
        "body": example.body,
        "why": example.why,
        "inbound": example.inbound,
        "time_locked": example.time_locked,
        "now": example.now,
    }
