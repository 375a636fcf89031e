"""Specs, rules, decisions and holds, as they are looked up."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from align.rules import RULES
from specs.store import Edit, MissionEdit
from specs.store.errors import SchemaMissingError, StoreUnavailableError
from tests.audit.decisions import NOW, TEXT, candidate, downgraded, held, judged, over, passed
from tests.http.service import Service, fields, problem
from tests.store.conftest import BEGIN


def test_a_spec_has_its_versions_and_digests(service: Service) -> None:
    answer = service.client().get("/v1/specs/leo")
    stored = service.store.current("leo")
    found = answer.json()
    assert answer.headers["etag"] == f'W/"{stored.digest}"'
    assert found["spec"] == stored.spec.to_dict()
    assert (found["version"], found["mission_version"], found["stale_since"]) == (1, None, None)
    assert found["digest"] == stored.digest
    assert found["effective_from"] == BEGIN.isoformat()
    assert found["facts_digest"] == stored.spec.part_digests.facts


def test_a_spec_that_is_known_is_not_sent_again(service: Service) -> None:
    client = service.client()
    tag = client.get("/v1/specs/leo").headers["etag"]
    for known in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        answer = client.get("/v1/specs/leo", headers={"If-None-Match": known})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert client.get("/v1/specs/leo", headers={"If-None-Match": '"x"'}).status_code == 200
    service.clock.move(seconds=1)
    service.store.set_mission("leo", MissionEdit(BEGIN.date(), {"goal": "book"}, "ana", "today"))
    answer = client.get("/v1/specs/leo", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.json()["mission_version"] == 1
    assert answer.headers["etag"] != tag


def test_a_stale_spec_is_sent_and_marked_whatever_is_known(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = service.client()
    tag = client.get("/v1/specs/leo").headers["etag"]
    monkeypatch.setattr(service.store, "_asked", _away)
    answer = client.get("/v1/specs/leo", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.json()["stale_since"] == BEGIN.isoformat()


def _away(*_arguments: Any, **_options: Any) -> Any:
    raise StoreUnavailableError("the database is away (secret-host)", "bring it back")


def test_every_rule_is_listed_with_its_page(service: Service) -> None:
    client = service.client()
    listed = client.get("/v1/rules").json()["rules"]
    assert [rule["id"] for rule in listed] == [rule.id for rule in RULES]
    for rule in RULES:
        page = client.get(f"/v1/rules/{rule.id}").json()
        assert page["documentation"] == rule.doc
        assert [example["body"] for example in page["flags"]] == [example.body for example in rule.flags]
        assert len(page["accepts"]) == len(rule.accepts)
    assert problem(client.get("/v1/rules/nothing")) == (404, "not-found")


@pytest.fixture
def recorded(service: Service) -> Service:
    """Four decisions of Leo's and Amara's."""
    service.log.record(passed("a1", is_unjudged=True))
    service.log.record(held("h2", now=NOW + dt.timedelta(hours=1)))
    service.log.record(
        downgraded("t3", candidate=candidate(persona="amara"), now=NOW + dt.timedelta(hours=2))
    )
    service.log.record(passed("p4", is_unjudged=True, now=NOW + dt.timedelta(hours=3)))
    service.log.judge_late("p4", judged(9.0), (over(),))
    return service


def ids(service: Service, path: str) -> list[str]:
    return [decision["id"] for decision in service.client().get(path).json()["decisions"]]


def test_a_page_says_what_is_next(recorded: Service) -> None:
    client = recorded.client()
    assert client.get("/v1/decisions?limit=2").json()["next"] == "t3"
    assert client.get("/v1/decisions?limit=2&cursor=t3").json()["next"] is None
    assert client.get("/v1/decisions?limit=4").json()["next"] is None


def test_a_page_holds_no_words_of_messages(recorded: Service) -> None:
    text = recorded.client().get("/v1/decisions").text
    assert TEXT not in text
    assert "zanzibar" not in text
    assert "xanadu" not in text


def test_holds_are_the_decisions_that_let_nothing_go(recorded: Service) -> None:
    answer = recorded.client().get("/v1/holds").json()
    assert [decision["id"] for decision in answer["decisions"]] == ["h2"]
    assert answer["decisions"][0]["tags"] == ["spec_conflict", "judge_conflict", "rule_error"]
    assert ids(recorded, "/v1/holds?persona=amara") == []
    assert ids(recorded, "/v1/holds?tag=judge_conflict&rule=drift&since=2026-11-01T13:00:00%2B00:00") == [
        "h2"
    ]


def test_a_decision_has_all_that_it_rests_on(recorded: Service) -> None:
    client = recorded.client()
    for id_ in ("a1", "h2", "t3", "p4"):
        assert client.get(f"/v1/decisions/{id_}").json() == recorded.log.get(id_).to_dict()
    recorded.log.prune(BEGIN + dt.timedelta(days=1))
    found = client.get("/v1/decisions/h2").json()
    assert (found["has_words"], found["attempts"][0]["body"]) == (False, None)


@pytest.mark.parametrize("id_", ["h", "none", "h2%00", "h2%ED%A0%80", "%25", "_"])
def test_the_beginning_of_an_id_is_not_the_id(recorded: Service, id_: str) -> None:
    assert problem(recorded.client().get(f"/v1/decisions/{id_}")) == (404, "not-found")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=zanzibar", "limit"),
        ("outcome=zanzibar", "outcome"),
        ("since=zanzibar", "since"),
        ("since=2026-11-01T14:00:00", "since"),
        ("since=9999-11-01T14:00:00Z", "since"),
        ("unjudged=zanzibar", "unjudged"),
        ("cursor=zanzibar", "cursor"),
    ],
)
def test_a_filter_that_makes_no_sense_is_named(recorded: Service, query: str, field: str) -> None:
    answer = recorded.client().get(f"/v1/decisions?{query}")
    assert problem(answer) == (422, "invalid")
    assert fields(answer) == [field]
    assert "zanzibar" not in answer.text


@pytest.mark.parametrize("path", ["/v1/decisions", "/v1/decisions/h2", "/v1/holds"])
def test_with_the_record_away_it_is_said(
    recorded: Service, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(recorded.log, "find", _away)
    monkeypatch.setattr(recorded.log, "get", _away)
    answer = recorded.client().get(path)
    assert problem(answer) == (503, "store-unavailable")
    assert "secret-host" not in answer.text


def test_it_is_ready_as_long_as_the_database_is_there(service: Service) -> None:
    assert service.client().get("/readyz").json() == {"status": "ok", "cause": None}

    def missing() -> None:
        raise SchemaMissingError

    for lost in (missing, _away):
        answer = service.client(ready=lost).get("/readyz")
        assert answer.status_code == 503
        assert answer.json()["status"] == "unavailable"
        assert "secret-host" not in answer.text
    assert service.client(ready=missing).get("/healthz").json() == {"status": "ok", "cause": None}


def test_figures_are_those_of_the_telemetry(service: Service) -> None:
    answer = service.client().get("/metrics", headers={"Accept": "text/plain"})
    assert answer.text == "# text/plain\n"
    assert answer.headers["content-type"] == "text/plain; version=1.0.0"


def test_requests_are_counted_by_their_patterns(service: Service) -> None:
    client = service.client()
    client.get("/v1/specs/leo")
    client.get("/v1/decisions/secret-id")
    client.get("/zanzibar")
    client.get("/openapi.json")
    client.get("/metrics")
    assert service.seen.requests == [
        ("GET", "/v1/specs/{persona}", 200),
        ("GET", "/v1/decisions/{id}", 404),
        ("GET", "none", 404),
        ("GET", "/openapi.json", 200),
        ("GET", "/metrics", 200),
    ]


def test_the_trace_that_a_request_names_is_told_and_nothing_else(service: Service) -> None:
    trace = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "tracestate": "a=1"}
    client = service.client()
    client.get("/healthz", headers={**trace, "Authorization": "Bearer secret"})
    client.get("/healthz")
    assert service.seen.traced == [trace, {}]


def test_an_edit_is_seen_at_once(service: Service) -> None:
    client = service.client()
    assert not client.post("/v1/validate", {"persona": "leo", "body": "An hour is 90."}).json()["ok"]
    service.clock.move(seconds=1)
    service.store.revise("leo", Edit({"rates[60,-].amount": 90}, "ana", "dearer"))
    assert client.post("/v1/validate", {"persona": "leo", "body": "An hour is 90."}).json()["ok"]
