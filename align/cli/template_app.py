"""`align template`: the safe bodies that are sent when a draft cannot be."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.options import Author, Database, Effective, Note, Persona, bad_input

template_app = typer.Typer(help="Keep the templates.", no_args_is_help=True, rich_markup_mode=None)

Key = Annotated[str, typer.Argument(help="The template's key.")]


@template_app.command("set")
def set_template(
    persona: Persona,
    key: Key,
    note: Note,
    text: Annotated[str | None, typer.Option("--text", help="The body.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", "-f", metavar="FILE|-", help="The body, UTF-8.")
    ] = None,
    effective: Effective = None,
    author: Author = None,
    database: Database = None,
) -> None:
    """Store a template's body, and say whether the gate would hold it. Exit code 1 when it would."""
    with bad_input():
        from align.cli.template import set_template as setting

        code = setting(database, (persona, key), (text, file), signed=(author, note, effective))
    raise typer.Exit(code)


@template_app.command("withdraw")
def withdraw(
    persona: Persona,
    key: Key,
    note: Note,
    effective: Effective = None,
    author: Author = None,
    database: Database = None,
) -> None:
    """Withdraw a template; its history stays."""
    with bad_input():
        from align.cli.template import withdraw_template

        code = withdraw_template(database, (persona, key), signed=(author, note, effective))
    raise typer.Exit(code)


@template_app.command("list")
def list_templates(persona: Persona, database: Database = None) -> None:
    """List the templates that hold now."""
    with bad_input():
        from align.cli.template import list_templates as listing

        code = listing(database, persona)
    raise typer.Exit(code)


@template_app.command("show")
def show(persona: Persona, key: Key, database: Database = None) -> None:
    """Show every version of a template."""
    with bad_input():
        from align.cli.template import show_template

        code = show_template(database, persona, key)
    raise typer.Exit(code)
