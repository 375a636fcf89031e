"""A hook that a messaging provider calls before it sends, over the spec store: docs/integrations.md.

Needs the extra `serve`. ALIGN_HOOK_KEYS has the keys that the provider signs with, a comma between two;
ALIGN_DATABASE_URL names the store. `python examples/presend_webhook.py [PORT]` listens on the loopback; what the
world can reach is your own proxy, which speaks TLS.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import uvicorn

from align.integrations.presend import PresendHook
from align.operators.checks import gate_checks
from specs.store import SpecStore, StoreError, StoreUnavailableError, UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from specs import Spec


def hook_of(environment: Mapping[str, str]) -> PresendHook:
    """Return the hook that the variables ask for; raises `ValueError` without keys, `StoreError` for a wrong address."""
    keys = [key.strip().encode() for key in environment.get("ALIGN_HOOK_KEYS", "").split(",")]
    store = SpecStore.open(environment.get("ALIGN_DATABASE_URL", "sqlite:///align.db"), checks=gate_checks())
    return PresendHook(partial(spec_of, store), keys)


def spec_of(store: SpecStore, persona: str) -> Spec:
    """Return the spec that holds now; raises `LookupError` for a persona without facts.

    While the database is away a store gives the last spec that it read. That may have changed, and nothing asks again
    before this message is sent, so it raises `StoreUnavailableError`: the provider is told 503, and may ask again.
    """
    try:
        stored = store.current(persona)
    except UnknownPersonaError as error:
        raise LookupError(persona) from error
    if stored.stale is not None:
        raise StoreUnavailableError("the database is away", "start it")
    return stored.spec


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Serve the hook until a signal comes; return 2, with the reason on standard error, where it cannot begin."""
    port = arguments[0] if arguments else "8090"
    if not (port.isascii() and port.isdigit() and int(port) < 1 << 16):
        return _refuse(f"'{port}' is no port")
    try:
        hook = hook_of(environment)
    except ValueError as error:
        return _refuse(f"ALIGN_HOOK_KEYS: {error}")
    except StoreError as error:
        return _refuse(f"ALIGN_DATABASE_URL: {error}")
    uvicorn.run(hook, host="127.0.0.1", port=int(port), lifespan="off")
    return 0


def _refuse(reason: str) -> int:
    print(f"presend_webhook: {reason}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
