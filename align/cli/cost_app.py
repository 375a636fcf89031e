"""`align cost`: what model servers cost."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import typer

from align.cli.options import Database, bad_input

cost_app = typer.Typer(help="Look at what model servers cost.", no_args_is_help=True, rich_markup_mode=None)


class By(StrEnum):
    """What usage can be told apart by; Typer takes a list of nothing else."""

    TASK = "task"
    ENGINE = "engine"
    WORKFLOW = "workflow"
    MODEL = "model"


@cost_app.command("report")
def report(
    by: Annotated[
        list[By] | None,
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

        columns = by or (By.TASK, By.ENGINE, By.WORKFLOW)
        code = report_costs(database, tuple(dict.fromkeys(map(str, columns))), since, prices, form=output)
    raise typer.Exit(code)
