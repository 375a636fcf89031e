"""The keys of the proxy that the tests start: what LiteLLM asks for a caller's key (`custom_auth`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litellm.proxy._types import UserAPIKeyAuth

if TYPE_CHECKING:
    from fastapi import Request

KEY = "sk-of-nobody"
OF_MARLOW = "sk-of-marlow"
OF_SOFIES_TEAM = "sk-of-sofies-team"

_METADATA: dict[str, dict[str, Any]] = {
    KEY: {},
    OF_MARLOW: {"metadata": {"align_persona": "marlow"}},
    OF_SOFIES_TEAM: {"team_metadata": {"align_persona": "sofie"}},
}


async def key_of(request: Request, api_key: str) -> UserAPIKeyAuth:  # noqa: ARG001 - LiteLLM passes it by name
    """Return what is known of a key; raises `KeyError` for an unknown one."""
    return UserAPIKeyAuth(api_key=api_key, **_METADATA[api_key])
