"""A key of one persona never sees another's data: whatever it asks, the answer is that there is no such thing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from align.http.keys import Scope
from tests.audit.decisions import candidate, held
from tests.http.service import EVERY_SCOPE, Client, Service, problem

if TYPE_CHECKING:
    import httpx

MARK = "xanadu"
"""Stands in all data of Amara's, and nowhere else."""

Asked = tuple[str, str, Scope | None, Any]

REQUESTS: list[Asked] = [
    ("POST", "/v1/validate", "validate", {"persona": "{persona}", "body": "x"}),
    ("POST", "/v1/validate/batch", "validate", b'{"persona": "{persona}", "body": "x"}'),
    ("POST", "/v1/align", "align", {"id": "c", "persona": "{persona}", "body": "x"}),
    ("POST", "/v1/receipts/check", "receipts", {"receipt": "{receipt}", "body": "x"}),
    ("GET", "/v1/specs/{persona}", "read", None),
    ("GET", "/v1/rules", None, None),
    ("GET", "/v1/rules/voice", None, None),
    ("GET", "/v1/decisions", "read", None),
    ("GET", "/v1/decisions?persona={persona}", "read", None),
    ("GET", "/v1/decisions?cursor={decision}", "read", None),
    ("GET", "/v1/decisions/{decision}", "read", None),
    ("GET", "/v1/holds", "read", None),
    ("GET", "/v1/holds?persona={persona}", "read", None),
    ("GET", "/v1/holds?cursor={decision}", "read", None),
    ("GET", "/metrics", "metrics", None),
]
"""Every request that needs a key, with its scope; what names a persona or a decision is filled in."""


def filled(asked: Asked, **names: str) -> tuple[str, str, Any]:
    """Return a request about a persona and a decision."""
    method, path, _scope, body = asked

    def fill(text: str) -> str:
        for name, value in names.items():
            text = text.replace("{" + name + "}", value)
        return text

    if isinstance(body, bytes):
        return method, fill(path), fill(body.decode()).encode()
    if isinstance(body, dict):
        return method, fill(path), {key: fill(value) for key, value in body.items()}
    return method, fill(path), None


def send(client: Client, asked: Asked, **names: str) -> httpx.Response:
    """Return the answer to a request about a persona and a decision."""
    method, path, body = filled(asked, **names)
    if isinstance(body, bytes):
        return client.batch(body, path)
    return client.get(path) if method == "GET" else client.post(path, body)


def receipt_of(persona: str, **changed: Any) -> str:
    """Return a forged receipt."""
    made: dict[str, Any] = {
        "decision": "d", "persona": persona, "body_hash": "h", "parts": {}, "engine": "template",
        "valid_until": None, "seal": "s",
    }  # fmt: skip
    return json.dumps({**made, **changed})


def test_every_route_that_needs_a_key_is_in_the_list(service: Service) -> None:
    paths = service.client().get("/openapi.json").json()["paths"]
    named = {path.partition("?")[0].replace("rules/voice", "rules/{id}") for _m, path, _s, _b in REQUESTS}
    named = {path.replace("{decision}", "{id}") for path in named}
    assert named == set(paths) - {"/healthz", "/readyz"}


@pytest.mark.parametrize("asked", REQUESTS, ids=lambda asked: f"{asked[0]} {asked[1]}")
@pytest.mark.parametrize("scope", sorted(EVERY_SCOPE))
def test_a_key_opens_what_its_scopes_say(service: Service, asked: Asked, scope: str) -> None:
    whose = () if asked[1] == "/metrics" else ("leo",)
    client = service.client(service.key(*whose, scopes=frozenset((scope,))))
    answer = send(client, asked, persona="leo", decision="none", receipt=receipt_of("leo"))
    if asked[2] in (None, scope):
        assert answer.status_code in (
            {422} if "cursor" in asked[1] else {404} if "{decision}" in asked[1] else {200}
        )
    else:
        assert problem(answer) == (403, "scope-missing")
        assert answer.json()["detail"] == f"the key does not have the scope '{asked[2]}'"


@pytest.mark.parametrize("asked", REQUESTS, ids=lambda asked: f"{asked[0]} {asked[1]}")
def test_another_s_things_are_answered_as_if_they_were_not_there(service: Service, asked: Asked) -> None:
    service.log.record(held("h1", MARK, candidate=candidate(persona="amara", body=MARK)))
    owner = Client(service.app(), service.key("amara"))
    real = owner.post(
        "/v1/align", {"id": "c", "persona": "amara", "body": f"Hi! An hour is 120. {MARK}"}
    ).json()
    assert real["receipt"]
    names = {"persona": "amara", "decision": "h1", "receipt": real["receipt"].replace('"', '\\"')}
    if isinstance(asked[3], dict):
        names["receipt"] = real["receipt"]
    stranger = Client(owner.app, service.key("leo"))
    there = send(stranger, asked, **names)
    nowhere = receipt_of("nobody")
    not_there = send(stranger, asked, persona="nobody", decision="h0", receipt=nowhere)
    assert there.status_code == not_there.status_code
    assert there.text == not_there.text.replace("nobody", "amara")
    assert MARK not in there.text
    assert dict(there.headers) == {
        **not_there.headers,
        "content-length": there.headers.get("content-length", ""),
    } or ("content-length" not in there.headers)


def test_figures_that_count_everybody_s_messages_are_for_keys_of_everybody(service: Service) -> None:
    answer = service.client(service.key("leo")).get("/metrics")
    assert problem(answer) == (403, "scope-missing")
    assert answer.json()["detail"] == "the figures are of every persona; the key needs --all-personas"


def test_what_a_receipt_was_never_made_for_is_no_way_to_learn_of_another(service: Service) -> None:
    """Genuine or forged, of a persona that is there or not: one answer."""
    client = Client(service.app(), service.key("leo"))
    real = (
        Client(client.app, service.key("amara"))
        .post("/v1/align", {"id": "c", "persona": "amara", "body": "Hi! An hour is 120."})
        .json()["receipt"]
    )
    answers = [
        client.post("/v1/receipts/check", {"receipt": receipt, "body": "Hi! An hour is 120."})
        for receipt in (real, receipt_of("amara"), receipt_of("nobody"))
    ]
    assert [problem(answer) for answer in answers] == [(404, "unknown-persona")] * 3
    assert answers[0].text == answers[1].text == answers[2].text.replace("nobody", "amara")


def test_a_line_of_a_batch_for_another_s_spec_is_answered_as_if_there_were_none(service: Service) -> None:
    client = service.client(service.key("leo"))
    found = client.batch(
        b"\n".join(b'{"persona": "%s", "body": "x"}' % name for name in (b"amara", b"nobody", b"leo"))
    )
    amara, nobody, leo = map(json.loads, found.text.splitlines())
    assert amara["error"] == {
        **nobody["error"],
        "detail": nobody["error"]["detail"].replace("nobody", "amara"),
    }
    assert leo["ok"]
