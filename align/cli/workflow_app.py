"""`align workflow`: the chains of steps that engines run, and what operators corrected of what they wrote."""

from __future__ import annotations

from typing import Annotated, Literal

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


@workflow_app.command("correct")
def correct(
    decision: Annotated[str, typer.Argument(help="The decision's id, or the beginning of it.")],
    note: Note,
    text: Annotated[str | None, typer.Option("--text", help="What the message ought to say.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", "-f", metavar="FILE|-", help="The same, UTF-8.")
    ] = None,
    author: Author = None,
    database: Database = None,
) -> None:
    """Keep what a draft ought to have said, for its engine build and workflow version; nothing is sent."""
    with bad_input():
        from align.cli.corrections import correct_decision
        from align.cli.operator import body_of

        code = correct_decision(database, decision, body_of(text, file), author, note)
    raise typer.Exit(code)


@workflow_app.command("corrections")
def corrections(
    engine: Annotated[str | None, typer.Option("--engine", help="Only of what this engine wrote.")] = None,
    workflow: Annotated[
        str | None, typer.Option("--workflow", metavar="NAME[@VERSION]", help="Only by this workflow.")
    ] = None,
    persona: Annotated[str | None, typer.Option("--persona", help="Only of this persona.")] = None,
    last: Annotated[int | None, typer.Option("--last", min=1, help="Only the last so many.")] = None,
    output: Annotated[
        Literal["text", "jsonl"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    database: Database = None,
) -> None:
    """Show corrections, the oldest first; as JSONL they are pairs to tune a model with."""
    with bad_input():
        from align.cli.corrections import list_corrections

        code = list_corrections(database, (engine, workflow, persona), last, output)
    raise typer.Exit(code)
