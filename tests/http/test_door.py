"""The door: with keys, those that open; without, this machine alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.http.door import is_loopback
from align.http.keys import Grant
from specs.store.errors import StoreUnavailableError
from tests.http.service import Service, problem
from tests.http.test_isolation import REQUESTS
from tests.store.conftest import BEGIN

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN = ("/healthz", "/readyz", "/openapi.json")
KEYED = sorted({(method, path) for method, path, _scope, _body in REQUESTS})


@pytest.mark.parametrize(("method", "path"), KEYED)
def test_with_a_key_there_nothing_opens_without_one(service: Service, method: str, path: str) -> None:
    service.key("leo")
    answer = service.client().ask(method, path)
    assert problem(answer) == (401, "key-missing")
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/v1/", "/v1/nothing", "/metrics", "/v1/validate/"])
def test_what_is_not_there_is_no_way_in(service: Service, path: str) -> None:
    service.key("leo")
    assert problem(service.client().get(path))[0] == 401


@pytest.mark.parametrize("path", OPEN)
def test_how_the_service_stands_is_told_to_anybody(service: Service, path: str) -> None:
    service.key("leo")
    assert service.client().ask("GET", path, headers={"Host": "service.example"}).status_code == 200


def test_a_key_that_does_not_open_says_why(service: Service) -> None:
    token = service.key("leo")
    ends = service.keys.create(
        Grant("short", None, frozenset(("read",)), BEGIN + dt.timedelta(hours=1)), author="ana"
    )[0]
    gone = service.key("amara")
    service.keys.revoke(gone.split("_")[1], author="ana")
    service.clock.move(hours=1)
    for tried, why in ((ends, "expired"), (gone, "revoked"), (token[:-1], "unknown"), ("é", "unknown")):
        headers = {"Authorization": b"Bearer " + tried.encode()}
        answer = service.client().ask("GET", "/v1/rules", headers=headers)
        assert problem(answer) == (401, f"key-{why}")
    assert service.client(token).get("/v1/rules").status_code == 200


@pytest.mark.parametrize("scheme", ["bearer ", "BEARER ", "Bearer  "])
def test_the_scheme_is_read_as_http_says(service: Service, scheme: str) -> None:
    token = service.key("leo")
    answer = service.client().ask("GET", "/v1/rules", headers={"Authorization": scheme + token})
    assert answer.status_code == 200


@pytest.mark.parametrize("said", ["Basic {}", "{}", "Token {}"])
def test_another_scheme_is_no_key(service: Service, said: str) -> None:
    token = service.key("leo")
    answer = service.client().ask("GET", "/v1/rules", headers={"Authorization": said.format(token)})
    assert problem(answer) == (401, "key-missing")


def test_two_keys_at_once_are_none(service: Service) -> None:
    token = service.key("leo")
    headers = [("Authorization", f"Bearer {token}"), ("Authorization", f"Bearer {token}")]
    assert problem(service.client().ask("GET", "/v1/rules", headers=headers)) == (401, "key-missing")


@pytest.mark.parametrize(
    ("headers", "is_let_in"),
    [
        ({"Host": "127.0.0.1:8420"}, True),
        ({"Host": "localhost:8420"}, True),
        ({"Host": "LOCALHOST"}, True),
        ({"Host": "[::1]:8420"}, True),
        ({"Host": "127.8.9.10"}, True),
        ({"Host": "rebound.example:8420"}, False),
        ({"Host": "127.0.0.1.rebound.example"}, False),
        ({"Host": "localhost.rebound.example"}, False),
        ({"Host": "192.168.1.5"}, False),
        ({"Host": "0.0.0.0"}, False),  # noqa: S104 - nothing is bound to it
        ({"Host": "[::1"}, False),
        ({"Host": ""}, False),
        ({"Host": "user@localhost"}, True),
        ({"Host": "localhost:8420", "Origin": "http://localhost:8420"}, True),
        ({"Host": "localhost:8420", "Origin": "http://localhost:9999"}, False),
        ({"Host": "localhost:8420", "Origin": "https://page.example"}, False),
        ({"Host": "localhost:8420", "Origin": "null"}, False),
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/v1/rules", "/healthz", "/openapi.json", "/review", "/metrics"])
def test_without_keys_the_service_answers_its_own_machine_alone(
    service: Service, path: str, headers: Mapping[str, str], is_let_in: bool
) -> None:
    answer = service.client().ask("GET", path, headers=headers)
    if is_let_in:
        assert answer.status_code == (404 if path == "/review" else 200)
    else:
        assert problem(answer) == (403, "not-this-machine")


def test_without_keys_another_machine_is_refused(service: Service) -> None:
    app = service.app()

    async def go(address: str) -> int:
        transport = httpx.ASGITransport(app, client=(address, 5000))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return (await client.get("/v1/rules")).status_code

    import asyncio

    assert [asyncio.run(go(address)) for address in ("127.0.0.1", "::1", "10.0.0.5")] == [200, 200, 403]


def test_a_first_key_closes_a_running_service(service: Service) -> None:
    client = service.client()
    assert client.get("/v1/rules").status_code == 200
    service.key("leo")
    assert problem(client.get("/v1/rules")) == (401, "key-missing")


def test_nobody_is_let_in_while_keys_cannot_be_asked_for(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_key_id: str) -> Any:
        raise StoreUnavailableError("the database is away", "bring it back")

    monkeypatch.setattr(service.keys, "look_up", away)
    answer = service.client().get("/v1/rules")
    assert problem(answer) == (503, "store-unavailable")
    assert answer.headers["retry-after"] == "1"
    assert service.client().get("/healthz").status_code == 200


@given(st.text())
def test_any_name_is_of_this_machine_or_not(host: str) -> None:
    assert is_loopback(host) in {True, False}
