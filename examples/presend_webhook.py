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
from specs.store import SpecStore, StoreError, UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from specs import Spec


def hook_of(environment: Mapping[str, str]) -> PresendHook:
    """Return the hook that the variables ask for; raises `ValueError` without keys, `StoreError` for a wrong address."""
    keys = [key.strip().encode() for key in environment.get("ALIGN_HOOK_KEYS", "").split(",")]
    store = SpecStore.open(environment.get("ALIGN_DATABASE_URL", "sqlite:///align.db"), checks=gate_checks())

    def spec_of(persona: str) -> Spec:
        try:
            return store.current(persona).spec
        except UnknownPersonaError as error:
            raise LookupError(persona) from error

    return PresendHook(spec_of, keys)


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
