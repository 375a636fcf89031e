"""What the configuration of the tests' proxy names: who knows keys (`custom_auth`), and a function that makes a guardrail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litellm.proxy._types import UserAPIKeyAuth

from align.integrations.litellm import AlignGuardrail
from specs import load_spec
from tests.frameworks.proxied import KEY, OF_MARLOW, OF_SOFIES_TEAM, ROOT

if TYPE_CHECKING:
    from fastapi import Request

_METADATA: dict[str, dict[str, Any]] = {
    KEY: {},
    OF_MARLOW: {"metadata": {"align_persona": "marlow"}},
    OF_SOFIES_TEAM: {"team_metadata": {"align_persona": "sofie"}},
}


async def key_of(request: Request, api_key: str) -> UserAPIKeyAuth:  # noqa: ARG001 - LiteLLM passes it by name
    """Return what is known of a key; raises `KeyError` for an unknown one."""
    return UserAPIKeyAuth(api_key=api_key, **_METADATA[api_key])


def made(**params: Any) -> AlignGuardrail:
    """Return a guardrail for Marlow, as a program of a user's own would."""
    marlow = load_spec(ROOT / "fixtures/demo/personas/marlow.json")
    return AlignGuardrail(spec_of={"marlow": marlow}.__getitem__, persona="marlow", **params)
