"""The OpenAPI document is true: its examples are answered, and answers have the form that it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from align.http import answers, openapi
from align.http.examples import ANSWERS, PROBLEM
from specs import load_spec
from tests.audit.decisions import downgraded, held, judged, over, passed

if TYPE_CHECKING:
    import httpx
    from pydantic import BaseModel

    from tests.http.service import Client, Service


MARLOW = Path(__file__).parents[2] / "fixtures/demo/personas/marlow.json"


@pytest.fixture
def client(service: Service) -> Client:
    marlow = load_spec(MARLOW).to_dict()
    service.store.add_persona({key: value for key, value in marlow.items() if key != "mission"}, _first())
    return service.client()


def _first() -> Any:
    from specs.store import Edit

    return Edit({}, "ana", "first")


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def fits(model: type[BaseModel], response: httpx.Response) -> None:
    """Assert that an answer has the form of a model, and nothing else."""
    model.model_validate_json(response.content, strict=True)


def test_the_document_is_made_once(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes milliseconds to make, and whoever asks for it needs no key."""
    client = service.client()
    first = client.get("/openapi.json").json()
    monkeypatch.setattr(openapi, "models_json_schema", None)
    assert client.get("/openapi.json").json() == first


def test_every_answer_has_its_form(service: Service, client: Client) -> None:
    body = "An hour is £40."
    fits(answers.Validated, client.post("/v1/validate", {"persona": "marlow", "body": body}))
    candidate = {"id": "c", "persona": "leo", "body": "Hi! An hour is 80."}
    cleared = client.post("/v1/align", candidate)
    fits(answers.Aligned, cleared)
    fits(answers.Aligned, client.post("/v1/align", {**candidate, "body": "An hour is 70."}))
    fits(answers.Aligned, client.post("/v1/align", {**candidate, "mode": "PAUSE"}))
    more = {"archetype": "new", "state": "warm", "workflow": "reply", "values": {"name": "Bo"}}
    named = client.post("/v1/align", {**candidate, **more})
    fits(answers.Aligned, named)
    fits(answers.StoredDecisionForm, client.get(f"/v1/decisions/{named.json()['decision']['id']}"))
    receipt = {"receipt": cleared.json()["receipt"], "body": "x"}
    fits(answers.ReceiptChecked, client.post("/v1/receipts/check", receipt))
    fits(answers.Spec, client.get("/v1/specs/marlow"))
    fits(answers.Rules, client.get("/v1/rules"))
    fits(answers.RulePage, client.get("/v1/rules/voice"))
    for decision in (passed("p"), held("h"), downgraded("t"), passed("u", is_unjudged=True)):
        service.log.record(decision)
    service.log.judge_late("u", judged(9.0), (over(),))
    for id_ in ("p", "h", "t", "u"):
        fits(answers.StoredDecisionForm, client.get(f"/v1/decisions/{id_}"))
    fits(answers.DecisionPage, client.get("/v1/decisions?limit=2"))
    fits(answers.DecisionPage, client.get("/v1/holds"))
    for path in ("/healthz", "/readyz"):
        fits(answers.Health, client.get(path))
    for path in ("/v1/specs/nobody", "/v1/decisions?limit=0"):
        fits(answers.Problem, client.get(path))
    rows = client.batch(b'{"persona": "leo", "body": "x", "id": "a"}\n{').content.splitlines()
    answers.BatchValidated.model_validate_json(rows[0], strict=True)
    answers.BatchProblem.model_validate_json(rows[1], strict=True)


def test_words_that_are_erased_leave_the_form_as_it_is(service: Service, client: Client) -> None:
    import datetime as dt

    service.log.record(held("h"))
    service.log.record(passed("p"))
    service.log.prune(service.clock.now + dt.timedelta(days=1))
    for id_ in ("h", "p"):
        fits(answers.StoredDecisionForm, client.get(f"/v1/decisions/{id_}"))


def test_every_example_is_answered(client: Client, document: dict[str, Any]) -> None:
    tried = 0
    for path, methods in document["paths"].items():
        content = methods.get("post", {}).get("requestBody", {}).get("content", {})
        for kind, described in content.items():
            if kind == "application/x-ndjson":
                answer = client.batch(described["example"].encode(), path)
                assert answer.status_code == 200
                assert b'"error":' not in answer.content
                tried += 1
                continue
            schema = document["components"]["schemas"][described["schema"]["$ref"].rpartition("/")[2]]
            for example in schema.get("examples", ()):
                assert client.post(path, example).status_code == 200
                jsonschema.validate(example, {**schema, "components": document["components"]})
                tried += 1
    assert tried == 4


def test_every_body_and_every_answer_in_json_has_an_example_of_its_form(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    for methods in document["paths"].values():
        for described in methods.values():
            for body in described.get("requestBody", {}).get("content", {}).values():
                assert "example" in body or schemas[body["schema"]["$ref"].rpartition("/")[2]]["examples"]
            for media in described["responses"]["200"].get("content", {}).values():
                name = media.get("schema", {}).get("$ref", "").rpartition("/")[2]
                assert not name or ANSWERS[name] == media["example"]
    for name, example in ANSWERS.items():
        getattr(answers, name).model_validate_json(json.dumps(example), strict=True)
    answers.Problem.model_validate_json(json.dumps(PROBLEM), strict=True)
    assert schemas["Problem"]["examples"] == [PROBLEM]


def test_every_problem_is_described_as_one(document: dict[str, Any]) -> None:
    for methods in document["paths"].values():
        for described in methods.values():
            for status, response in described["responses"].items():
                if status[0] in "45" and "Health" not in json.dumps(response):
                    (kind,) = response["content"]
                    assert kind == "application/problem+json"
                    assert response["content"][kind] == {"schema": {"$ref": "#/components/schemas/Problem"}}
    assert "HTTPValidationError" not in json.dumps(document)


@pytest.mark.parametrize(
    ("method", "path", "statuses"),
    [
        ("post", "/v1/align", "200 401 403 404 408 413 415 422 429 500 503 504"),
        ("post", "/v1/validate/batch", "200 401 403 415 422 429 500 503"),
        ("get", "/v1/rules", "200 401 403 429 500 503 504"),
        ("get", "/metrics", "200 401 403 422 500 503 504"),
        ("get", "/healthz", "200 403 500 504"),
        ("get", "/readyz", "200 403 500 503 504"),
    ],
)
def test_a_route_tells_what_the_layers_around_it_answer(
    document: dict[str, Any], method: str, path: str, statuses: str
) -> None:
    assert list(document["paths"][path][method]["responses"]) == statuses.split()


def test_what_is_refused_has_the_headers_that_are_told(service: Service, document: dict[str, Any]) -> None:
    service.key("leo")
    told = document["paths"]["/v1/rules"]["get"]["responses"]
    assert told["401"]["headers"]["WWW-Authenticate"]["required"]
    assert service.client().get("/v1/rules").headers["WWW-Authenticate"] == 'Bearer realm="align"'
    assert told["429"]["headers"]["Retry-After"]["required"]
    token = service.key("leo", name="other")
    full = service.client(token, {"in_flight": 1})
    assert full.app.state.service.traffic.enter("other")
    busy = full.get("/v1/rules")
    assert (busy.status_code, busy.headers["Retry-After"]) == (429, "1")


def test_every_route_says_who_may_ask_and_what_can_go_wrong(document: dict[str, Any]) -> None:
    for path, methods in document["paths"].items():
        for described in methods.values():
            assert described["description"]
            assert described["operationId"]
            if path.startswith("/v1/"):
                assert described["security"] == [{"HTTPBearer": []}]
                assert path == "/v1/rules" or any(status.startswith("4") for status in described["responses"])


def test_the_document_refers_to_nothing_that_it_has_not(document: dict[str, Any]) -> None:
    names = set(document["components"]["schemas"])
    text = json.dumps(document)
    for part in text.split('"#/components/schemas/')[1:]:
        assert part.partition('"')[0] in names
    assert "http://" not in text.replace("http://localhost", "")


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_no_page_loads_scripts_from_elsewhere(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/healthz", "/v1/rules", "/nothing", "/openapi.json"])
def test_every_answer_is_closed_to_pages(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert "cache-control" in headers
    assert "access-control-allow-origin" not in headers
