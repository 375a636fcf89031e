"""`align cost`: what model servers cost."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.options import Database, bad_input

cost_app = typer.Typer(help="Look at what model servers cost.", no_args_is_help=True, rich_markup_mode=None)


@cost_app.command("report")
def report(
    by: Annotated[
        list[Literal["task", "engine", "workflow", "model"]] | None,
        typer.Option("--by", help="Tell apart by this; may be given again. Default: task, engine, workflow."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="WHEN", help="Only what ended from this moment on, with its offset."),
    ] = None,
    prices: Annotated[
        str | None,
        typer.Option(
            "--prices", metavar="FILE", envvar="GPU_PRICES", help="The price table (TOML), for the machines."
        ),
    ] = None,
    output: Annotated[
        Literal["text", "json"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    database: Database = None,
) -> None:
    """Add up tokens, seconds and money, and the hours of leased machines."""
    with bad_input():
        from align.cli.cost import report_costs

        columns = tuple(dict.fromkeys(by or ("task", "engine", "workflow")))
        code = report_costs(database, columns, since, prices, form=output)
    raise typer.Exit(code)
