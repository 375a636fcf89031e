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
            "--input",
            "-i",
            metavar="FILE|-",
            help="JSONL: id, persona, body, template_key, values, goal, context, archetype, state, workflow.",
        ),
    ] = None,
    template: Annotated[str | None, typer.Option("--template", help="The key of the safe body.")] = None,
    goal: Annotated[str | None, typer.Option("--goal", help="What the message is for.")] = None,
    value: Annotated[
        list[str] | None,
        typer.Option("--value", metavar="NAME=TEXT", help="For {NAME} in the template; several times."),
    ] = None,
    archetype: Annotated[
        str | None, typer.Option("--archetype", help="What kind of client it is; chooses the workflow.")
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="How far things are; chooses the workflow.")
    ] = None,
    workflow: Annotated[
        str | None, typer.Option("--workflow", metavar="NAME", help="The engine's workflow.")
    ] = None,
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
        import secrets

        from align.cli.candidates import of_bounded_length, values_of
        from align.cli.drafts import InputError
        from align.cli.run import Options, run_file, run_one
        from align.context import DraftContext
        from align.gate.candidate import Candidate

        settings = gate_environment(
            engine=engine, mode=mode, outbox=outbox, judge=judge, questions=questions, deadline=deadline
        )
        options = Options(settings, database, jobs, output)
        said = (persona, text, template, value, goal, inbound, archetype, state, workflow)
        if source is not None:
            if any(option is not None for option in said) or time_locked:
                raise InputError("with --input, the candidates say themselves what other options say of one")
            code = run_file(options, source)
        elif persona is None:
            raise InputError("give --persona, or candidates with --input FILE")
        else:
            context, values = DraftContext(inbound, time_locked), values_of(value or ())
            name = f"cli-{secrets.token_hex(8)}"
            one = Candidate(name, persona, text, template, goal, context, archetype, state, workflow, values)
            code = run_one(options, of_bounded_length(one))
    raise typer.Exit(code)
