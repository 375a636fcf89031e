"""`align labels`: what people decided in reviews, as labelled drafts."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.options import Database, Revisions, bad_input

labels_app = typer.Typer(
    help="Labelled drafts, made of what people decided.", no_args_is_help=True, rich_markup_mode=None
)


@labels_app.command("export")
def export(
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="WHEN", help="Only actions from this moment on, with its offset."),
    ] = None,
    persona: Annotated[
        list[str] | None, typer.Option("--persona", help="Only those of this persona; may be repeated.")
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|-",
            help=(
                "Where to, with the fact documents in personas/ beside it. Default: the lines alone, to standard "
                "output."
            ),
        ),
    ] = "-",
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Write one labelled draft for each action of a review, in the gold format that `align eval --gold` reads.

    An action whose words were erased, or were never kept, is left out and counted on standard error.
    """
    with bad_input():
        from align.cli.labels import export_labels

        code = export_labels(database, revisions, output, since, persona)
    raise typer.Exit(code)
