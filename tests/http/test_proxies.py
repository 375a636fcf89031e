"""Who asks through a proxy: believed of the proxies that the settings name, and of nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from align.http.settings import ServiceSettings
from tests.http.service import problem

if TYPE_CHECKING:
    from tests.http.service import Service

FORWARDED = {"X-Forwarded-For": "127.0.0.1, 203.0.113.5"}


@pytest.mark.parametrize(
    ("trusted", "is_refused"),
    [("", False), ("127.0.0.1", True), ("10.0.0.7, 127.0.0.0/8", True), ("10.0.0.7", False)],
)
def test_a_service_without_keys_sees_past_a_proxy_that_it_trusts(
    service: Service, trusted: str, is_refused: bool
) -> None:
    """The tests ask from 127.0.0.1; what a client itself puts in front of the list is not believed."""
    client = service.client(settings={"trusted_proxies": trusted})
    answer = client.ask("GET", "/v1/rules", headers=FORWARDED)
    if is_refused:
        assert problem(answer) == (403, "not-this-machine")
    else:
        assert answer.status_code == 200


@pytest.mark.parametrize("value", ["*", "proxy.internal", "10.0.0.7,", "10.0.0.0/99"])
def test_what_is_no_address_is_refused_at_the_start(value: str) -> None:
    with pytest.raises(ValidationError, match="write addresses or networks"):
        ServiceSettings(trusted_proxies=value)
