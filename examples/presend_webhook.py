"""A hook that a messaging provider calls before it sends, over the spec store: docs/integrations.md.

Needs the extra `serve`. ALIGN_HOOK_KEYS has the keys that the provider signs with, a comma between two;
ALIGN_DATABASE_URL names the store. `python examples/presend_webhook.py [PORT]` listens on the loopback; what the
world can reach is your own proxy, which speaks TLS.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import uvicorn

from align.integrations.presend import PresendHook
from align.operators.checks import gate_checks
from specs.store import SpecStore, UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specs import Spec


def hook_of(environment: Mapping[str, str]) -> PresendHook:
    """Return the hook that the variables ask for; raises `ValueError` without keys."""
    keys = [key.strip().encode() for key in environment.get("ALIGN_HOOK_KEYS", "").split(",")]
    store = SpecStore.open(environment.get("ALIGN_DATABASE_URL", "sqlite:///align.db"), checks=gate_checks())

    def spec_of(persona: str) -> Spec:
        try:
            return store.current(persona).spec
        except UnknownPersonaError as error:
            raise LookupError(persona) from error

    return PresendHook(spec_of, keys)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8090
    uvicorn.run(hook_of(os.environ), host="127.0.0.1", port=port, lifespan="off")
