from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.integrations.presend import Limits, PresendHook
from align.integrations.signature import HEADER, is_signed, sign
from align.operators.checks import gate_checks
from examples.presend_webhook import hook_of, main, spec_of
from specs import Spec, load_spec
from specs.store import Edit, SpecStore, StoreUnavailableError, open_engine
from specs.store.migrate import Migrations
from tests.integrations.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SPEC = load_spec(ROOT / "fixtures/demo/personas/marlow.json")
NOW = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)
AT = int(NOW.timestamp())
OLD, NEW = b"a key of sixteen", b"a key that follows"
CLEAN = {"persona": "marlow", "body": "An hour is £45."}
WRONG = {"persona": "marlow", "body": "Dear Zebedee, an hour is £40."}


def _spec_of(persona: str) -> Spec:
    if persona == "broken":
        raise RuntimeError("postgresql://secret")
    return {"marlow": SPEC}[persona]


@dataclass
class Provider:
    """A messaging provider that asks before it sends."""

    url: str
    client: httpx.Client
    key: bytes = OLD
    at: int = AT

    def ask(self, message: object, **headers: str) -> httpx.Response:
        """Post a message, as bytes where it is that, signed unless a header says otherwise."""
        raw = message if isinstance(message, bytes) else json.dumps(message).encode()
        return self.client.post(
            self.url, content=raw, headers={HEADER: sign(raw, self.key, at=self.at)} | headers
        )


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a hook on a real socket."""
    hook = PresendHook(_spec_of, [OLD, NEW], clock=lambda: NOW, limits=Limits(body_bytes=4_000))
    with served(hook) as url:
        yield url


@pytest.fixture
def provider(address: str) -> Iterator[Provider]:
    """A provider that knows the key."""
    with httpx.Client(timeout=60, trust_env=False) as client:
        yield Provider(address, client)


def _denied(answer: httpx.Response) -> tuple[int, list[str]]:
    data = answer.json()
    assert data["allow"] is False
    assert data["reasons"]
    return answer.status_code, [reason["code"] for reason in data["reasons"]]


def test_a_clean_message_may_go(provider: Provider) -> None:
    answer = provider.ask(CLEAN)
    assert (answer.status_code, answer.json()) == (200, {"allow": True, "reasons": []})
    assert answer.headers["content-type"] == "application/json"


def test_a_message_that_contradicts_may_not_and_the_answer_says_why(provider: Provider) -> None:
    answer = provider.ask(WRONG)
    assert _denied(answer) == (200, ["price_contradiction"])
    assert "45 GBP" in answer.json()["reasons"][0]["message"]


def test_context_counts(provider: Provider) -> None:
    message = {"persona": "marlow", "body": "Yep, that works!"}
    assert provider.ask(message | {"context": {"inbound": "45 for the hour?"}}).json()["allow"]
    answer = provider.ask(message | {"context": {"inbound": "so 40 for the hour?"}})
    assert _denied(answer) == (200, ["price_contradiction"])


def test_who_has_no_key_gets_no_answer(provider: Provider) -> None:
    raw = json.dumps(CLEAN).encode()
    for header in ("", "v1=1", sign(raw, b"another key, of another", at=AT), sign(raw + b" ", OLD, at=AT)):
        assert _denied(provider.ask(CLEAN, **{HEADER: header})) == (401, ["signature"])
    assert _denied(provider.client.post(provider.url, content=raw)) == (401, ["signature"])
    twice = [(HEADER, sign(raw, OLD, at=AT))] * 2
    assert _denied(provider.client.post(provider.url, content=raw, headers=twice)) == (401, ["signature"])


@pytest.mark.parametrize(("seconds", "status"), [(300, 200), (-300, 200), (301, 401), (-301, 401)])
def test_a_signature_is_good_for_five_minutes(provider: Provider, seconds: int, status: int) -> None:
    provider.at = AT + seconds
    assert provider.ask(CLEAN).status_code == status


def test_one_key_takes_over_from_another(provider: Provider) -> None:
    provider.key = NEW
    assert provider.ask(CLEAN).json()["allow"]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (b"{", "the request is no JSON in UTF-8"),
        (b'"\xff"', "the request is no JSON in UTF-8"),
        (b"[" * 3_000, "the request is no JSON in UTF-8"),
        ([], "expected a JSON object"),
        ({"body": "Hi"}, "persona: expected text"),
        ({"persona": "marlow", "body": None}, "body: expected text"),
        (
            b'{"persona": "marlow", "body": "An hour is 40.", "body": "An hour is 45."}',
            "a key stands twice in one object",
        ),
        (CLEAN | {"now": "2020-01-01T00:00:00Z"}, "now: unknown key"),
        (CLEAN | {"context": {"inbound": 1}}, "context.inbound: expected text, got int"),
    ],
)
def test_a_request_that_cannot_be_used_is_a_no(provider: Provider, message: object, told: str) -> None:
    answer = provider.ask(message)
    assert _denied(answer) == (400, ["malformed"])
    assert answer.json()["reasons"][0]["message"] == told


def test_other_requests_are_a_no_too(provider: Provider) -> None:
    assert _denied(provider.ask(CLEAN | {"persona": "nobody"})) == (404, ["unknown_persona"])
    assert _denied(provider.client.get(provider.url)) == (405, ["method"])
    assert _denied(provider.ask(CLEAN | {"body": "x" * 5_000})) == (413, ["too_long"])


def test_facts_that_cannot_be_read_are_a_no_and_the_log_has_no_words(
    provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "align")
    assert _denied(provider.ask(WRONG | {"persona": "broken"})) == (503, ["spec_unavailable"])
    assert "RuntimeError" in caplog.text
    provider.ask(WRONG)
    for word in ("Zebedee", "secret", OLD.decode()):
        assert word not in caplog.text


def _asked(hook: PresendHook, parts: list[dict[str, Any]], *, at: int = AT) -> tuple[int, dict[str, Any]]:
    """Ask through ASGI: what no client on a socket can be made to do."""
    sent: list[Any] = []
    waiting = iter(parts)

    async def receive() -> Any:
        part = next(waiting, None)
        return part if part is not None else await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(HEADER.lower().encode(), sign(parts[0]["body"], OLD, at=at).encode())]
    asyncio.run(hook({"type": "http", "method": "POST", "headers": headers}, receive, send))
    return sent[0]["status"], json.loads(sent[1]["body"])


def test_a_request_that_does_not_come_is_a_no() -> None:
    hook = PresendHook(_spec_of, [OLD], clock=lambda: NOW, limits=Limits(read_seconds=0.01))
    status, answer = _asked(hook, [{"type": "http.request", "body": b"{", "more_body": True}])
    assert (status, answer["allow"], answer["reasons"][0]["code"]) == (408, False, "too_slow")


def test_a_check_that_fails_is_a_no() -> None:
    naive = dt.datetime(2026, 5, 12, 9)  # noqa: DTZ001 - what the check refuses
    hook = PresendHook(_spec_of, [OLD], clock=lambda: naive)
    parts = [{"type": "http.request", "body": json.dumps(WRONG).encode()}]
    status, answer = _asked(hook, parts, at=int(naive.timestamp()))
    assert (status, answer["allow"], answer["reasons"][0]["code"]) == (500, False, "error")


@pytest.mark.parametrize("long", [{"body": "x" * 20_001}, {"context": {"inbound": "x" * 20_001}}])
def test_a_text_that_is_no_message_is_a_no(long: dict[str, Any]) -> None:
    parts = [{"type": "http.request", "body": json.dumps(CLEAN | long).encode()}]
    status, answer = _asked(PresendHook(_spec_of, [OLD], clock=lambda: NOW), parts)
    assert (status, answer["allow"], answer["reasons"][0]["code"]) == (413, False, "too_long")
    assert "has 20,001 characters; a message has at most 20,000" in answer["reasons"][0]["message"]


@pytest.mark.parametrize("keys", [[], [b""], [OLD, b"short"]])
def test_a_hook_without_a_proper_key_does_not_begin(keys: list[bytes]) -> None:
    with pytest.raises(ValueError, match="keys: expected one or more of 16 bytes"):
        PresendHook(_spec_of, keys)


@given(st.binary(), st.binary(min_size=16), st.integers(0, 10**11), st.data())
def test_a_signature_is_of_these_bytes_this_key_and_this_moment(
    body: bytes, key: bytes, at: int, data: st.DataObject
) -> None:
    header = sign(body, key, at=at)
    assert is_signed(body, header, [b"another key than it", key], now=at)
    other = data.draw(st.binary().filter(lambda other: other != body))
    assert not is_signed(other, header, [key], now=at)
    # HMAC pads a key with zero bytes: such two are one.
    wrong = data.draw(
        st.binary(min_size=16, max_size=64).filter(lambda k: k.rstrip(b"\0") != key.rstrip(b"\0"))
    )
    assert not is_signed(body, header, [wrong], now=at)
    assert not is_signed(body, header.replace(f"t={at}", f"t={at + 1}"), [key], now=at)


def test_the_example_answers_for_the_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/align.db"
    hook = hook_of({"ALIGN_HOOK_KEYS": f"{OLD.decode()}, {NEW.decode()}", "ALIGN_DATABASE_URL": url})
    at = int(dt.datetime.now(dt.UTC).timestamp())
    with served(hook) as address, httpx.Client(timeout=60, trust_env=False) as client:
        provider = Provider(address, client, NEW, at)
        assert _denied(provider.ask(CLEAN)) == (503, ["spec_unavailable"])
        engine = open_engine(url)
        Migrations(engine, tmp_path).upgrade()
        facts = {key: value for key, value in SPEC.to_dict().items() if key != "mission"}
        SpecStore(engine, checks=gate_checks()).add_persona(facts, Edit({}, "ana", "first"))
        engine.dispose()
        assert provider.ask(CLEAN).json()["allow"]
        assert _denied(provider.ask(WRONG)) == (200, ["price_contradiction"])
        assert _denied(provider.ask(CLEAN | {"persona": "nobody"})) == (404, ["unknown_persona"])
    with pytest.raises(ValueError, match="keys"):
        hook_of({})


def test_the_example_takes_no_spec_that_may_have_changed_since(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/align.db")
    Migrations(engine, tmp_path).upgrade()
    store = SpecStore(engine, checks=gate_checks(), fresh_seconds=0.0)
    facts = {key: value for key, value in SPEC.to_dict().items() if key != "mission"}
    store.add_persona(facts, Edit({}, "ana", "first"))
    assert spec_of(store, "marlow").persona == "marlow"
    engine.dispose()
    (tmp_path / "align.db").rename(tmp_path / "elsewhere.db")
    assert store.current("marlow").stale is not None
    with pytest.raises(StoreUnavailableError):
        spec_of(store, "marlow")
    engine.dispose()


@pytest.mark.parametrize(
    ("arguments", "environment", "told"),
    [
        ([], {}, "ALIGN_HOOK_KEYS: keys: expected one or more of 16 bytes or longer"),
        (["80x"], {"ALIGN_HOOK_KEYS": OLD.decode()}, "'80x' is no port"),
        (["99999"], {"ALIGN_HOOK_KEYS": OLD.decode()}, "'99999' is no port"),
        ([], {"ALIGN_HOOK_KEYS": OLD.decode(), "ALIGN_DATABASE_URL": "mysql://x"}, "ALIGN_DATABASE_URL: "),
    ],
)
def test_the_example_says_why_it_cannot_begin(
    arguments: list[str], environment: dict[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments, environment) == 2
    assert capsys.readouterr().err.startswith(f"presend_webhook: {told}")
