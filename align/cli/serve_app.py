"""`align serve`: its options."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from align.cli.options import Database, Revisions, bad_input


def serve(
    host: Annotated[
        str, typer.Option("--host", help="Where to listen; another than the loopback needs a key.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0: any free one.")] = 8420,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Serve the gate over HTTP, until SIGTERM; what is under way then comes to its end.

    Exit code 0 after a signal; 2: it could not be started.
    """
    with bad_input():
        _check_extra()
        from align.cli.serve import serve as serving

        code = serving(host, port, database, revisions)
    raise typer.Exit(code)


def _check_extra() -> None:
    """Say what to install where the packages of the service are not."""
    if any(
        find_spec(name) is None
        for name in ("fastapi", "jinja2", "prometheus_client", "python_multipart", "structlog", "uvicorn")
    ):
        from align.cli.drafts import InputError

        raise InputError("the service needs an extra; run: pip install 'draft-alignment-gate[serve]'")
