"""`align workflow`: the chains of steps that engines run."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.options import Author, Database, Note, bad_input

workflow_app = typer.Typer(help="Keep the workflows.", no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="The workflow's name.")]


@workflow_app.command("add")
def add(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A workflow, as JSON.")],
    note: Note,
    author: Author = None,
    database: Database = None,
) -> None:
    """Store the next version of a workflow."""
    with bad_input():
        from align.cli.workflow import add_workflow

        code = add_workflow(database, file, author, note)
    raise typer.Exit(code)


@workflow_app.command("list")
def list_workflows(database: Database = None) -> None:
    """List the last version of each workflow, and for what it is meant."""
    with bad_input():
        from align.cli.workflow import list_workflows as listing

        code = listing(database)
    raise typer.Exit(code)


@workflow_app.command("show")
def show(name: Name, database: Database = None) -> None:
    """Show every version of a workflow."""
    with bad_input():
        from align.cli.workflow import show_workflow

        code = show_workflow(database, name)
    raise typer.Exit(code)


@workflow_app.command("withdraw")
def withdraw(name: Name, note: Note, author: Author = None, database: Database = None) -> None:
    """Withdraw a workflow; its history stays."""
    with bad_input():
        from align.cli.workflow import withdraw_workflow

        code = withdraw_workflow(database, name, author, note)
    raise typer.Exit(code)
