"""`align queue`: candidates that wait for `align work`; its options."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.options import Database, bad_input

queue_app = typer.Typer(
    help="Candidates that wait for `align work`.", no_args_is_help=True, rich_markup_mode=None
)

Whose = Annotated[str, typer.Argument(metavar="PERSONA", help="Whose message it is.")]
Name = Annotated[str, typer.Argument(metavar="ID", help="The candidate's id.")]
AsJson = Annotated[Literal["text", "json"], typer.Option("--output", "-o", help="How to report.")]


@queue_app.command("add")
def add(
    source: Annotated[
        str,
        typer.Option(
            "--input",
            "-i",
            metavar="FILE|-",
            help=(
                "JSONL, as for `align run`: id, persona, body, template_key, values, goal, context, archetype, "
                "state, workflow."
            ),
        ),
    ],
    database: Database = None,
) -> None:
    """Queue candidates; a line that cannot be used is named, and the others are queued.

    Adding the same ones again changes nothing. Exit code 0, or 2 when some input could not be used.
    """
    with bad_input():
        from align.cli.queue_add import add_candidates

        code = add_candidates(database, source)
    raise typer.Exit(code)


@queue_app.command("list")
def list_candidates(
    status: Annotated[
        Literal[
            "queued",
            "taken",
            "sending",
            "dispatched",
            "pending_review",
            "held",
            "failed",
            "reviewed",
            "rejected",
        ]
        | None,
        typer.Option("--status", help="Only those that stand there."),
    ] = None,
    persona: Annotated[str | None, typer.Option("--persona", help="Only those of this persona.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many, the oldest first.")] = 100,
    output: Annotated[
        Literal["text", "jsonl"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    database: Database = None,
) -> None:
    """List candidates, the oldest first, without the words of messages."""
    with bad_input():
        from align.cli import queue

        code = queue.list_candidates(database, status, persona, limit, form=output)
    raise typer.Exit(code)


@queue_app.command("show")
def show(persona: Whose, name: Name, output: AsJson = "text", database: Database = None) -> None:
    """Show a candidate with its words, and where it stands."""
    with bad_input():
        from align.cli import queue

        code = queue.show_candidate(database, persona, name, form=output)
    raise typer.Exit(code)


@queue_app.command("requeue")
def requeue(persona: Whose, name: Name, database: Database = None) -> None:
    """Have a held or failed candidate worked on again."""
    with bad_input():
        from align.cli import queue

        code = queue.requeue(database, persona, name)
    raise typer.Exit(code)


@queue_app.command("counts")
def counts(output: AsJson = "text", database: Database = None) -> None:
    """Say how many candidates stand where."""
    with bad_input():
        from align.cli import queue

        code = queue.show_counts(database, form=output)
    raise typer.Exit(code)


@queue_app.command("prune")
def prune(
    before: Annotated[
        str,
        typer.Option("--before", metavar="WHEN", help="The moment, with its offset, up to which to erase."),
    ],
    database: Database = None,
) -> None:
    """Erase the words of candidates that came to an end before a moment, for good. Their rows stay."""
    with bad_input():
        from align.cli import queue

        code = queue.prune(database, before)
    raise typer.Exit(code)
