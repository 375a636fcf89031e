"""`align key`: the keys of the service."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import typer

from align.cli.options import Author, Database, bad_input

key_app = typer.Typer(
    help="Make and take back keys of the service.", no_args_is_help=True, rich_markup_mode=None
)

Key = Annotated[str, typer.Argument(help="The key's id or name.")]


class Scope(StrEnum):
    """What a key can open; Typer takes a list of nothing else."""

    VALIDATE = "validate"
    ALIGN = "align"
    READ = "read"
    RECEIPTS = "receipts"
    REVIEW = "review"
    METRICS = "metrics"


@key_app.command("create")
def create(
    name: Annotated[str, typer.Option("--name", help="What the key is called; who uses it.")],
    scopes: Annotated[list[Scope], typer.Option("--scope", help="What it opens; may be given again.")],
    personas: Annotated[
        list[str] | None, typer.Option("--persona", help="Whose data it shows; may be given again.")
    ] = None,
    all_personas: Annotated[
        bool, typer.Option("--all-personas", help="Everybody's data, also that of personas to come.")
    ] = False,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="WHEN", help="2026-12-01 (UTC), or a time with its offset."),
    ] = None,
    author: Author = None,
    database: Database = None,
) -> None:
    """Make a key and print its token, once: it is stored nowhere."""
    with bad_input():
        from align.cli.key import create_key

        wanted = frozenset(map(str, scopes))
        whose = None if all_personas else frozenset(personas or ())
        if all_personas == bool(personas):
            from align.cli.drafts import InputError

            raise InputError("give --persona, or --all-personas")
        code = create_key(database, name, whose, wanted, expires, author)
    raise typer.Exit(code)


@key_app.command("list")
def list_keys(
    output: Annotated[
        Literal["text", "json"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    database: Database = None,
) -> None:
    """List every key that was ever made, without the tokens."""
    with bad_input():
        from align.cli.key import list_keys as listing

        code = listing(database, form=output)
    raise typer.Exit(code)


@key_app.command("rotate")
def rotate(
    key: Key,
    grace_hours: Annotated[
        float, typer.Option("--grace-hours", min=0, max=24 * 90, help="How long the old token still works.")
    ] = 0,
    author: Author = None,
    database: Database = None,
) -> None:
    """Make a key that opens the same, print its token once, and revoke the old one after the grace."""
    with bad_input():
        from align.cli.key import rotate_key

        code = rotate_key(database, key, grace_hours, author)
    raise typer.Exit(code)


@key_app.command("revoke")
def revoke(key: Key, author: Author = None, database: Database = None) -> None:
    """Take a key back; a running service refuses it within a second."""
    with bad_input():
        from align.cli.key import revoke_key

        code = revoke_key(database, key, author)
    raise typer.Exit(code)
