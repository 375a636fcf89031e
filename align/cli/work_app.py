"""`align work`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.gate_options import Deadline, Engine, Judge, Mode, Outbox, Questions, gate_environment
from align.cli.options import Database, bad_input


def work(
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Candidates at once.")] = 4,
    until_empty: Annotated[
        bool, typer.Option("--until-empty", help="End when nothing can be taken; else wait for more.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Do not report each candidate; only what needs somebody.")
    ] = False,
    engine: Engine = None,
    mode: Mode = None,
    outbox: Outbox = None,
    judge: Judge = None,
    questions: Questions = None,
    deadline: Deadline = None,
    database: Database = None,
) -> None:
    """Take candidates from the queue through the gate, by the mode, until a signal comes. Run as many as you like.

    The first SIGTERM or SIGINT lets it end what it is at; a second one gives that back at once. What a killed one had is
    taken over by another within a minute.

    Exit code 0: it ended as it was asked to; 128 and the signal's number: a second signal broke it off; 2: the
    settings or the database cannot be used.
    """
    with bad_input():
        from align.cli.work import Options
        from align.cli.work import work as working

        settings = gate_environment(
            engine=engine, mode=mode, outbox=outbox, judge=judge, questions=questions, deadline=deadline
        )
        code = working(Options(settings, database, workers, until_empty=until_empty, quiet=quiet))
    raise typer.Exit(code)
