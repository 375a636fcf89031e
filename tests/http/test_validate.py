"""`/v1/validate`: what `validate_draft` says, over HTTP."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align import validate_draft
from align.gate.candidate import MAX_MESSAGE_CHARS
from align.gate.check_threads import LONG
from align.http import validating
from specs import Spec
from specs.store.errors import StoreUnavailableError
from tests.http.service import Service, fields, problem
from tests.store.conftest import BEGIN
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Mapping

NASTY = "An hour is 70 \x00 \ud800 \u202e \U0001f600 \u200b"
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)


def test_a_draft_is_checked_against_the_stored_spec(service: Service) -> None:
    answer = service.client().post("/v1/validate", {"id": 7, "persona": "leo", "body": "An hour is 70."})
    assert answer.status_code == 200
    found = answer.json()
    assert (found["id"], found["ok"], found["stale_since"]) == (7, False, None)
    assert [v["rule"] for v in found["violations"]] == ["price_contradiction"]
    assert found["spec_digest"] == service.store.current("leo").digest
    assert service.seen.validations == [False]


def test_a_draft_is_checked_against_a_spec_that_comes_along(service: Service) -> None:
    spec = document("nobody", rates=[{"minutes": 60, "amount": 70}])
    client = service.client()
    assert client.post("/v1/validate", {"spec": spec, "body": "An hour is 70."}).json()["ok"]
    assert not client.post("/v1/validate", {"spec": spec, "body": "An hour is 80."}).json()["ok"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(body=ANY_TEXT, inbound=st.none() | ANY_TEXT)
def test_any_text_gets_the_answer_of_the_check_itself(
    service: Service, body: str, inbound: str | None
) -> None:
    context = {"inbound": inbound, "time_locked": True}
    answer = service.client().post("/v1/validate", {"persona": "leo", "body": body, "context": context})
    spec = service.store.current("leo").spec
    assert answer.content.isascii()
    assert answer.json() == {
        "id": None,
        **validate_draft(body, spec, now=BEGIN, context=context).to_dict(),
        "stale_since": None,
    }


def test_the_longest_awkward_text_is_an_answer(service: Service) -> None:
    body = (NASTY + "\ud800\x00" * MAX_MESSAGE_CHARS)[:MAX_MESSAGE_CHARS]
    draft = {"persona": "leo", "body": body, "context": {"inbound": "\ud800 " * 10_000}}
    answer = service.client().post("/v1/validate", draft)
    assert answer.status_code == 200
    assert not answer.json()["ok"]


def test_a_text_that_is_no_message_is_refused_with_its_length(service: Service) -> None:
    """A mebibyte of prices would keep a thread for half a minute, also after its answer was given up."""
    long = "\ud800" * (MAX_MESSAGE_CHARS + 1)
    for draft, field in (
        ({"persona": "leo", "body": long}, "body"),
        ({"persona": "leo", "body": "Hi", "context": {"inbound": long}}, "context.inbound"),
    ):
        answer = service.client().post("/v1/validate", draft)
        assert problem(answer) == (422, "invalid")
        assert fields(answer) == [field]
        assert "has 20,001 characters; a message has at most 20,000" in answer.text


def test_a_mebibyte_is_refused_as_it_comes(service: Service) -> None:
    answer = service.client().post("/v1/validate", {"persona": "leo", "body": "£70, " * 2**18})
    assert problem(answer) == (413, "body-too-long")


@pytest.mark.parametrize("length", [LONG - 1, LONG])
@pytest.mark.parametrize("where", ["body", "inbound"])
def test_what_is_long_is_checked_in_a_thread_and_what_is_short_is_not(
    service: Service, monkeypatch: pytest.MonkeyPatch, length: int, where: str
) -> None:
    threads: list[bool] = []

    def watched(*arguments: Any, **options: Any) -> Any:
        threads.append(threading.current_thread() is threading.main_thread())
        return validate_draft(*arguments, **options)

    monkeypatch.setattr(validating, "validate_draft", watched)
    text = "x" * length
    draft = (
        {"persona": "leo", "body": text}
        if where == "body"
        else {"persona": "leo", "body": "", "context": {"inbound": text}}
    )
    assert service.client().post("/v1/validate", draft).status_code == 200
    assert threads == [length < LONG]


def test_the_moment_of_a_check_may_be_given(service: Service) -> None:
    spec = document(
        "nobody", locations=[{"city": "Leeds", "country": "GB", "from": "2026-06-01", "until": "2026-06-30"}]
    )
    draft = {"spec": spec, "body": "I'm in Leeds today."}
    client = service.client()
    for now in ("2026-06-15T12:00:00Z", "2026-08-15T12:00:00+01:00"):
        expected = validate_draft("I'm in Leeds today.", Spec.from_dict(spec), now=_moment(now))
        assert client.post("/v1/validate", {**draft, "now": now}).json()["ok"] is expected.ok
    assert client.post("/v1/validate", draft).json()["ok"] is False


def _moment(text: str) -> Any:
    return dt.datetime.fromisoformat(text)


GOOD = {"persona": "leo", "body": "zanzibar"}
WRONG: dict[str, tuple[Mapping[str, Any] | list[Any] | str | None, list[str]]] = {
    "no body": ({"persona": "leo"}, ["body"]),
    "no text": ({**GOOD, "body": 5}, ["body"]),
    "no persona": ({"body": "zanzibar"}, ["persona"]),
    "persona and spec": ({**GOOD, "spec": {}}, ["persona"]),
    "unknown key": ({**GOOD, "bodi": 1}, ["bodi"]),
    "a key that is no text": ({**GOOD, "\ud800": 1}, [""]),
    "unknown key of the context": ({**GOOD, "context": {"inbond": "x"}}, ["context.inbond"]),
    "no boolean": ({**GOOD, "context": {"time_locked": "yes"}}, ["context.time_locked"]),
    "no text in the context": ({**GOOD, "context": {"inbound": ["zanzibar"]}}, ["context.inbound"]),
    "no context": ({**GOOD, "context": "zanzibar"}, ["context"]),
    "no moment": ({**GOOD, "now": "zanzibar"}, ["now"]),
    "a number for a moment": ({**GOOD, "now": 0}, ["now"]),
    "no offset": ({**GOOD, "now": "2026-06-15T12:00:00"}, ["now"]),
    "an absurd year": ({**GOOD, "now": "0001-01-01T00:00:00+14:00"}, ["now"]),
    "no id": ({**GOOD, "id": True}, ["id"]),
    "two at once": ({"persona": 1, "body": 2}, ["persona", "body"]),
    "spec without what it needs": (
        {"body": "zanzibar", "spec": {"persona": "x"}},
        ["spec.timezone", "spec.currency"],
    ),
    "a bad rate": (
        {"body": "zanzibar", "spec": document(rates=[{"minutes": 60, "amount": "zanzibar"}])},
        ["spec.rates[0].amount"],
    ),
    "no object": (["zanzibar"], [""]),
    "null": (None, [""]),
    "a text": ("zanzibar", [""]),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_what_is_wrong_is_named_by_its_field_and_never_quoted(service: Service, case: str) -> None:
    body, expected = WRONG[case]
    answer = service.client().post("/v1/validate", body)
    assert problem(answer) == (422, "invalid")
    assert fields(answer) == expected
    if not case.startswith("unknown"):
        quoted = answer.text.replace("spec.rates", "")
        assert case == "a bad rate" or "zanzibar" not in quoted


UNREADABLE = "not JSON that can be read: not UTF-8, nested too deeply, or with a number that is too long"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"{zanzibar", "not JSON: Expecting property name enclosed in double quotes (character 1)"),
        (b'{"persona": "leo", "body": "hi", "body": "zanzibar"}', "a key stands twice in one object"),
        (b"[]", "expected a JSON object"),
        (b"", "Field required"),
        (b'{"persona": "leo", "body": "\xff"}', UNREADABLE),
        (b"[" * 100_000, UNREADABLE),
        (b'{"persona": "leo", "body": ' + b"9" * 5000 + b"}", UNREADABLE),
    ],
    ids=["no JSON", "a key twice", "a list", "nothing", "no UTF-8", "too deep", "too long a number"],
)
def test_what_is_no_json_is_a_problem(service: Service, raw: bytes, told: str) -> None:
    answer = service.client().ask(
        "POST", "/v1/validate", content=raw, headers={"Content-Type": "application/json"}
    )
    assert problem(answer) == (422, "invalid")
    assert told in answer.json()["detail"]
    assert "zanzibar" not in answer.text


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_a_body_that_a_page_could_send_unasked_is_refused(service: Service, kind: str) -> None:
    answer = service.client().ask(
        "POST", "/v1/validate", content=b'{"persona": "leo", "body": "x"}', headers={"Content-Type": kind}
    )
    assert problem(answer) == (415, "not-json")


def test_an_unknown_persona_is_a_404_without_hints_at_others(service: Service) -> None:
    answer = service.client().post("/v1/validate", {"persona": "lea", "body": "x"})
    assert problem(answer) == (404, "unknown-persona")
    assert answer.json()["detail"] == "no facts are stored of the persona lea"


def test_with_the_store_away_the_last_spec_is_marked_stale(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = service.client()
    assert client.post("/v1/validate", GOOD).json()["stale_since"] is None
    monkeypatch.setattr(service.store, "_asked", _away)
    monkeypatch.setattr(service.keys, "look_up", lambda _id: (None, False))
    answer = client.post("/v1/validate", GOOD)
    assert answer.status_code == 200
    assert answer.json()["stale_since"] == BEGIN.isoformat()
    other = client.post("/v1/validate", {"persona": "amara", "body": "x"})
    assert problem(other) == (503, "store-unavailable")
    assert other.headers["retry-after"] == "1"
    assert "secret-host" not in other.text


def _away(*_arguments: Any) -> Any:
    raise StoreUnavailableError("the database cannot be used (secret-host)", "start it")


def test_a_crash_is_told_without_its_words(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def crash(*_arguments: Any, **_options: Any) -> Any:
        raise KeyError("zanzibar")

    monkeypatch.setattr(validating, "validate_draft", crash)
    answer = service.client().post("/v1/validate", GOOD)
    assert problem(answer) == (500, "internal")
    assert "zanzibar" not in answer.text
    assert "a request crashed: KeyError at " in caplog.text
    assert "zanzibar" not in caplog.text
    assert service.seen.requests[-1] == ("POST", "/v1/validate", 500)
