"""Options that several commands share, and what all of them do with input that cannot be used."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

UNUSABLE = 2
"""The exit code for input that cannot be used."""

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        "-d",
        metavar="URL",
        envvar="ALIGN_DATABASE_URL",
        help="sqlite:///FILE or postgresql://... Default: sqlite:///align.db",
    ),
]
Revisions = Annotated[
    str | None,
    typer.Option(
        "--revisions",
        metavar="DIR",
        envvar="ALIGN_FACTS_FOLDER",
        help="The folder of your edits. Default: migrations/versions/facts in a checkout, else ./facts",
    ),
]
Persona = Annotated[str, typer.Argument(help="The persona's key.")]
Note = Annotated[str, typer.Option("--note", "-m", help="Why; kept with the version.")]
Author = Annotated[
    str | None, typer.Option("--author", envvar="ALIGN_AUTHOR", help="Who. Default: the user's name.")
]
Effective = Annotated[
    str | None,
    typer.Option(
        "--effective", metavar="WHEN", help="2026-12-01, or a time with its offset. Default: at once."
    ),
]
Day = Annotated[
    str | None,
    typer.Option("--day", metavar="DATE", help="The local day. Default: today where the persona is."),
]


@contextmanager
def bad_input() -> Iterator[None]:
    """Turn unusable input or settings, and what the spec store refuses, into a message and exit code 2."""
    from align.cli.drafts import InputError
    from align.cli.output import complain

    try:
        yield
    except InputError as error:
        told = str(error)
    except Exception as error:
        if not isinstance(error, _refusals()):
            raise
        told = str(error)
    else:
        return
    for line in told.splitlines():
        complain(line)
    raise typer.Exit(UNUSABLE) from None


def _refusals() -> tuple[type[Exception], ...]:
    """Return the errors of rooms that are loaded only by the commands that use them."""
    import sys

    named = (
        ("specs.store.errors", "StoreError"),
        ("align.harness.settings", "SettingsError"),
        ("align.replay.errors", "ReplayError"),
    )
    return tuple(getattr(sys.modules[room], name) for room, name in named if room in sys.modules)
