"""`align waiver`: words that a rule leaves alone for some days."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.options import Author, Database, Persona, Revisions, bad_input

waiver_app = typer.Typer(
    help="Waive words for one rule, for some days.", no_args_is_help=True, rich_markup_mode=None
)

Apply = Annotated[bool, typer.Option("--apply", help="Apply it to the database as well.")]


@waiver_app.command("add")
def add(
    persona: Persona,
    rule: Annotated[str, typer.Option("--rule", help="The rule that was wrong.")],
    said: Annotated[str, typer.Option("--said", help="The words that it flagged, all of them.")],
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="The last local day; at most 90 days ahead.")
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why; kept with the waiver.")],
    claimed: Annotated[
        str | None,
        typer.Option("--claimed", help="Only where they are read as this: 'claimed' of the violation."),
    ] = None,
    begins: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first local day. Default: at once.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--id", help="Its name. Default: the author's, and a number.")
    ] = None,
    author: Author = None,
    apply: Apply = False,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Waive words for a rule: checked, and written as a revision for review (`align db upgrade` applies it)."""
    with bad_input():
        from align.cli.waiver import add_waiver, exemption_of

        exemption = exemption_of((rule, said, claimed), (begins, until), (author, reason), name)
        code = add_waiver((database, revisions), persona, exemption, apply=apply)
    raise typer.Exit(code)


@waiver_app.command("list")
def list_waivers(
    persona: Persona,
    every: Annotated[bool, typer.Option("--all", help="Also those that are over or were ended.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    database: Database = None,
) -> None:
    """List the waivers that hold now, and those to come."""
    with bad_input():
        from align.cli.waiver import list_waivers as listing

        code = listing(database, persona, every=every, as_json=as_json)
    raise typer.Exit(code)


@waiver_app.command("end")
def end(
    persona: Persona,
    name: Annotated[str, typer.Argument(metavar="ID", help="The waiver's name.")],
    note: Annotated[str, typer.Option("--note", "-m", help="Why; kept with the version.")] = "ended",
    author: Author = None,
    apply: Apply = False,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """End a waiver before its time: written as a revision, as when it was added."""
    with bad_input():
        from align.cli.waiver import end_waiver

        code = end_waiver((database, revisions), persona, name, (author, note), apply=apply)
    raise typer.Exit(code)
