"""`align judge` and `align doctor`: their options."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.options import Database, Revisions, bad_input


def judge_late(
    limit: Annotated[int, typer.Option("--limit", min=1, help="Decisions to judge.")] = 100,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Seconds for each.")] = 30.0,
    database: Database = None,
) -> None:
    """Judge what passed while the judge was away; what it speaks against is raised.

    Exit code 0: nothing was raised; 1: something was; 2: no judge, or no database.
    """
    with bad_input():
        from align.cli.late import judge_unjudged

        code = judge_unjudged(database, limit=limit, seconds=seconds)
    raise typer.Exit(code)


def doctor(database: Database = None, revisions: Revisions = None) -> None:
    """Say what is configured, reachable, capable and up to date, and what to do about the rest.

    Exit code 0: all is well; 1: something is to be done.
    """
    with bad_input():
        from align.cli.doctor import examine

        code = examine(database, revisions)
    raise typer.Exit(code)
