"""Hold a real service against its OpenAPI document: `python -m tests.contract [options of schemathesis run]` (docs/fuzzing.md).

Every phase and every check with a key that opens everything; then once more with a key of each scope alone, where
what the scope does not open has to be refused as the document says.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.contract.service import Running, serving

CONFIG: Final = Path(__file__).with_name("schemathesis.toml")
HOOKS: Final = Path(__file__).with_name("hooks.py")
PROGRAM: Final = "SCHEMATHESIS"
"""Names the program, which has an environment of its own (.ci/contract)."""
_ALONE: Final = ("--phases", "examples")
"""With a key of one scope: what can be asked is the same, so the shortest phase does."""


def main() -> int:
    """Serve, ask, and return 0 when all that came back is as the document says."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as service:
        told = {"all scopes": _ask(service, service.token, Path(folder), sys.argv[1:])}
        for scope, token in service.tokens.items():
            told[f"scope {scope}"] = _ask(service, token, Path(folder), _ALONE)
    for name, code in told.items():
        said = "as documented" if code == 0 else f"schemathesis ended with {code}"
        sys.stdout.write(f"{name}: {said}\n")
    return max(told.values())


def _ask(service: Running, token: str, folder: Path, options: tuple[str, ...] | list[str]) -> int:
    """Run schemathesis with one key; its folder of examples is kept nowhere."""
    program = (os.environ[PROGRAM], "--config-file", str(CONFIG), "run")
    command = [*program, f"{service.url}/openapi.json", *options]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "ALIGN_TOKEN": token, "PYTHONPATH": "", "ALIGN_HOOKS": str(HOOKS)},
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
