"""`/v1/align` and `/v1/receipts/check`: the whole gate over HTTP, and what proves that a body passed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from align.harness.failures import Absent
from specs.store import Edit, TemplateEdit
from specs.store.errors import StoreUnavailableError, UnknownPersonaError
from tests.gate.parts import Engine, Judge, judged
from tests.http.service import Service, fields, problem

CLEAN = "Hi! An hour is 80."
WRONG = "Hi! An hour is 70."


def candidate(**fields: Any) -> dict[str, Any]:
    return {"id": "c1", "persona": "leo", "body": CLEAN, **fields}


def test_what_passes_may_be_sent_with_its_receipt(service: Service) -> None:
    client = service.client()
    found = client.post("/v1/align", candidate()).json()
    assert (found["id"], found["status"], found["cause"], found["body"]) == ("c1", "cleared", None, CLEAN)
    assert found["decision"]["outcome"]["name"] == "passed"
    stored = service.log.get(found["decision"]["id"])
    assert stored.document == found["decision"]
    checked = client.post("/v1/receipts/check", {"receipt": found["receipt"], "body": CLEAN})
    assert checked.json() == {"is_covered": True, "refusal": None}


def test_a_hold_is_an_answer_with_its_reasons(service: Service) -> None:
    found = service.client().post("/v1/align", candidate(body=WRONG)).json()
    assert (found["status"], found["body"], found["receipt"]) == ("held", None, None)
    assert found["cause"] == "spec_conflict, engine_unavailable, template_unavailable"
    assert found["decision"]["outcome"]["reasons"][0]["violations"][0]["claimed"] == "70 for 60 min"


def test_the_template_goes_instead(service: Service) -> None:
    found = service.client().post("/v1/align", candidate(body=WRONG, template_key="opener")).json()
    assert (found["status"], found["body"]) == ("cleared", CLEAN)
    assert found["decision"]["outcome"]["name"] == "downgraded"


def test_without_a_body_the_engine_writes_one(service: Service) -> None:
    service.engine = Engine([WRONG, CLEAN])
    found = service.client().post("/v1/align", {"id": "c", "persona": "leo", "goal": "say the price"}).json()
    assert (found["status"], found["body"]) == ("cleared", CLEAN)
    assert [attempt["kind"] for attempt in found["decision"]["attempts"]] == ["draft", "redraft"]
    assert service.engine.requests[0].goal == "say the price"


@pytest.mark.parametrize(
    ("mode", "status", "cause"), [("DRAFT", "pending_review", None), ("PAUSE", "held", "paused")]
)
def test_in_other_modes_nothing_may_be_sent(
    service: Service, mode: str, status: str, cause: str | None
) -> None:
    found = service.client().post("/v1/align", candidate(mode=mode)).json()
    assert (found["status"], found["cause"], found["body"], found["receipt"]) == (status, cause, None, None)
    assert found["decision"]["mode"] == mode


def test_a_judge_is_heard_and_its_absence_is_no_hold(service: Service) -> None:
    service.judge = Judge(Absent("timeout"))
    assert service.client().post("/v1/align", candidate()).json()["decision"]["outcome"]["is_unjudged"]
    policy = {"judge": {"drift": 7}}
    service.add("nia", policy=policy)
    service.judge = Judge(judged(("drift", 9.0, "hour")))
    found = service.client().post("/v1/align", candidate(persona="nia")).json()
    assert (found["status"], found["cause"]) == (
        "held",
        "judge_conflict, engine_unavailable, template_unavailable",
    )


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"id": ""}, ["id"]),
        ({"persona": ""}, ["persona"]),
        ({"id": 5}, ["id"]),
        ({"mode": "go"}, ["mode"]),
        ({"body": ["zanzibar"]}, ["body"]),
        ({"template": "opener"}, ["template"]),
        ({"context": {"time_locked": 1}}, ["context.time_locked"]),
        ({"body": "x" * 20_001}, ["body"]),
        ({"context": {"inbound": "x" * 20_001}}, ["context.inbound"]),
        ({"values": {"name": "x" * 20_001}}, ["values.name"]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_named_and_nothing_is_recorded(
    service: Service, changed: dict[str, Any], expected: list[str]
) -> None:
    answer = service.client().post("/v1/align", candidate(**changed))
    assert problem(answer) == (422, "invalid")
    assert fields(answer) == expected
    assert service.log.find() == ()


def test_a_key_that_stands_twice_is_refused_and_nothing_is_recorded(service: Service) -> None:
    raw = b'{"id": "a", "persona": "leo", "body": "An hour is 70.", "body": "An hour is 80."}'
    answer = service.client().ask(
        "POST", "/v1/align", content=raw, headers={"Content-Type": "application/json"}
    )
    assert problem(answer) == (422, "invalid")
    assert service.log.find() == ()


def test_an_unknown_persona_is_refused_before_the_gate(service: Service) -> None:
    assert problem(service.client().post("/v1/align", candidate(persona="lea"))) == (404, "unknown-persona")
    assert service.log.find() == ()


def test_any_text_goes_through_the_gate(service: Service) -> None:
    nasty = "Hi \x00 \ud800 \u202e"
    answer = service.client().post(
        "/v1/align",
        candidate(id=nasty, body=nasty, goal=nasty, template_key=nasty, context={"inbound": nasty}),
    )
    assert answer.status_code == 200
    assert answer.json()["decision"]["candidate"]["body"] == nasty
    assert answer.json()["id"] == nasty


def test_with_the_store_away_the_candidate_is_held(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.store, "_asked", _away)
    found = service.client().post("/v1/align", candidate()).json()
    assert (found["status"], found["cause"]) == ("held", "spec_unavailable")
    assert found["receipt"] is None


def test_a_decision_that_could_not_be_recorded_is_no_answer(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service.log, "record", _away)
    answer = service.client().post("/v1/align", candidate())
    assert problem(answer) == (503, "store-unavailable")
    assert answer.json()["detail"] == "the decision could not be recorded, so nothing may be sent; try again"
    assert answer.headers["retry-after"] == "1"
    assert service.log.find() == ()


def _away(*_arguments: Any) -> Any:
    raise StoreUnavailableError("the database is away", "bring it back")


def test_without_a_receipt_nothing_may_be_sent(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.store, "at", _away)
    found = service.client().post("/v1/align", candidate()).json()
    assert (found["status"], found["body"], found["receipt"]) == ("held", None, None)
    assert "database" in found["cause"]


def test_a_spec_that_moved_meanwhile_gives_no_receipt(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = service.store.at
    service.clock.move(seconds=1)

    def moved(persona: str, when: Any) -> Any:
        del persona, when
        return before("amara", service.clock())

    monkeypatch.setattr(service.store, "at", moved)
    found = service.client().post("/v1/align", candidate()).json()
    assert (found["status"], found["body"]) == ("held", None)
    assert "the spec moved" in found["cause"]


def test_a_receipt_that_no_longer_holds_says_why(service: Service) -> None:
    client = service.client()
    receipt = client.post("/v1/align", candidate()).json()["receipt"]

    def refusal(receipt: str, body: str = CLEAN) -> str:
        found = client.post("/v1/receipts/check", {"receipt": receipt, "body": body}).json()
        assert found["is_covered"] is False
        told: str = found["refusal"]
        return told

    assert refusal(receipt, CLEAN + " ") == "edited"
    assert refusal(receipt, "\ud800") == "edited"
    assert refusal(json.dumps({**json.loads(receipt), "engine": "other"})) == "forged"
    service.clock.move(seconds=1)
    service.store.revise("leo", Edit({"min_minutes": 30}, "ana", "shorter"))
    assert refusal(receipt) == "stale"


@pytest.mark.parametrize("receipt", ["", "zanzibar", "{}", "[]", '{"valid_until": 5}', "\ud800"])
def test_what_is_no_receipt_is_said(service: Service, receipt: str) -> None:
    answer = service.client().post("/v1/receipts/check", {"receipt": receipt, "body": CLEAN})
    assert problem(answer) == (422, "invalid")
    assert fields(answer) == ["receipt"]
    assert "zanzibar" not in answer.text


def test_a_receipt_of_a_persona_without_facts_holds_no_more(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = service.client()
    receipt = client.post("/v1/align", candidate()).json()["receipt"]

    def retired(persona: str, _when: Any) -> Any:
        raise UnknownPersonaError(persona)

    monkeypatch.setattr(service.store, "at", retired)
    found = client.post("/v1/receipts/check", {"receipt": receipt, "body": CLEAN}).json()
    assert found == {"is_covered": False, "refusal": "unknown"}


def test_a_receipt_is_not_checked_while_the_store_is_away(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = service.client()
    receipt = client.post("/v1/align", candidate()).json()["receipt"]
    monkeypatch.setattr(service.store, "at", _away)
    answer = client.post("/v1/receipts/check", {"receipt": receipt, "body": CLEAN})
    assert problem(answer) == (503, "store-unavailable")
    assert answer.headers["retry-after"] == "1"


def test_a_template_is_filled_with_the_candidate_s_values(service: Service) -> None:
    service.store.set_template("leo", TemplateEdit("named", "Hi {name}!", "ana", "first"))
    wanted = candidate(body=None, template_key="named", values={"name": "Kim"})
    answer = service.client().post("/v1/align", wanted)
    assert answer.json()["body"] == "Hi Kim!"
    answer = service.client().post("/v1/align", wanted | {"id": "other", "values": {"Name": "Kim"}})
    assert problem(answer) == (422, "invalid")
    assert fields(answer) == ["values.Name"]
