"""`align run`: candidates through the whole gate; and its options."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.gate_options import Deadline, Engine, Judge, Mode, Outbox, Questions, gate_environment
from align.cli.options import Database, bad_input


def run_candidates(
    persona: Annotated[str | None, typer.Option("--persona", help="Whose message it is.")] = None,
    text: Annotated[
        str | None, typer.Option("--text", help="One draft; without it the engine writes one.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--input", "-i", metavar="FILE|-", help="JSONL: id, persona, body, template_key, goal, context."
        ),
    ] = None,
    template: Annotated[str | None, typer.Option("--template", help="The key of the safe body.")] = None,
    goal: Annotated[str | None, typer.Option("--goal", help="What the message is for.")] = None,
    inbound: Annotated[
        str | None, typer.Option("--inbound", help="The client's message that it answers.")
    ] = None,
    time_locked: Annotated[
        bool, typer.Option("--time-locked", help="The appointment time is agreed.")
    ] = False,
    engine: Engine = None,
    mode: Mode = None,
    outbox: Outbox = None,
    judge: Judge = None,
    questions: Questions = None,
    deadline: Deadline = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Candidates on their way at once.")] = 4,
    output: Annotated[
        Literal["text", "jsonl"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    database: Database = None,
) -> None:
    """Take candidates through the gate: validate, judge, redraft, template, or hold; record, and send or stage.

    Exit code 0: all may go; 1: something is held; 2: some input could not be used.
    """
    with bad_input():
        from align.cli.drafts import InputError
        from align.cli.run import Options, run_file, run_one

        settings = gate_environment(
            engine=engine, mode=mode, outbox=outbox, judge=judge, questions=questions, deadline=deadline
        )
        options = Options(settings, database, jobs, output)
        if source is not None:
            if any(option is not None for option in (persona, text, template, goal, inbound)) or time_locked:
                raise InputError(
                    "with --input, the candidates say persona, text, template, goal and context themselves"
                )
            code = run_file(options, source)
        else:
            code = run_one(options, persona, text, template, goal, (inbound, time_locked))
    raise typer.Exit(code)
