"""How much the service takes on, and how long it waits."""

from __future__ import annotations

import ipaddress
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

Seconds = Annotated[float, Field(gt=0, le=86_400)]
Count = Annotated[int, Field(ge=1)]


def _check_proxies(value: str) -> str:
    """Return the addresses as they stand; a name, which is none, would be trusted by nobody, and in silence."""
    for one in value.split(",") if value else ():
        try:
            ipaddress.ip_network(one.strip())
        except ValueError:
            raise ValueError("write addresses or networks, such as 10.0.0.7,192.168.0.0/16") from None
    return value


Proxies = Annotated[str, AfterValidator(_check_proxies)]


class ServiceSettings(BaseSettings):
    """Limits of the service, each from the variable `ALIGN_HTTP_` and its name in capitals.

    Bytes count what comes over the wire, where JSON may take 12 bytes for one character.
    """

    model_config = SettingsConfigDict(
        env_prefix="ALIGN_HTTP_",
        frozen=True,
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        validate_default=False,
    )

    body_bytes: Count = Field(2**20, description="The longest body of one request.")
    line_bytes: Count = Field(2**20, description="The longest line of a batch.")
    batch_bytes: Count = Field(2**30, description="The longest batch, and the longest answer to one.")
    bodies_bytes: Count = Field(
        64 * 2**20, description="The bodies of all requests under way together, those of batches aside."
    )
    connections: Count = Field(4096, description="Open connections, as far as the system lets them be.")
    in_flight: Count = Field(64, description="Requests under way at once, passes and batches aside.")
    align_in_flight: Count = Field(256, description="Requests to `/v1/align` under way at once.")
    batch_in_flight: Count = Field(16, description="Requests to `/v1/validate/batch` under way at once.")
    read_seconds: Seconds = Field(30.0, description="For the body of one request to come.")
    idle_seconds: Seconds = Field(30.0, description="Without a byte of a batch, in either direction.")
    answer_seconds: Seconds = Field(60.0, description="For an answer, those of `/v1/align` aside.")
    align_seconds: Seconds = Field(
        150.0, description="For an answer of `/v1/align`; the gate's own deadline is 60."
    )
    drain_seconds: Seconds = Field(30.0, description="After SIGTERM, for requests under way to end.")
    trusted_proxies: Proxies = Field(
        "",
        description="Addresses and networks, with commas, whose `X-Forwarded-For` and `-Proto` are believed.",
    )
    retry_seconds: Count = Field(1, description="What `Retry-After` tells who is to come again.")
