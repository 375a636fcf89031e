"""Options that say how the gate is put together, for every command that runs it; each goes before its variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from align.assembly.settings import GateEnvironment

Engine = Annotated[
    str | None,
    typer.Option(
        "--engine", help="`template`, or do-gpu-<model>_<build>. Default: ALIGN_ENGINE, else template."
    ),
]
Mode = Annotated[
    Literal["GO", "DRAFT", "PAUSE"] | None,
    typer.Option(
        "--mode",
        help=(
            "GO: send what passes; DRAFT: leave it for review; PAUSE: hold everything. Default: ALIGN_MODE, "
            "else DRAFT."
        ),
    ),
]
Outbox = Annotated[
    str | None,
    typer.Option(
        "--outbox",
        metavar="FILE|URL",
        help="Where GO sends to: a file, or a webhook. Default: ALIGN_OUTBOX, else outbox.jsonl",
    ),
]
Judge = Annotated[
    Literal["off", "shadow", "enforce"] | None,
    typer.Option(
        "--judge", help="shadow: scores are recorded and hold nothing. Default: ALIGN_JUDGE, else enforce."
    ),
]
Questions = Annotated[
    Literal["single", "decomposed"] | None,
    typer.Option(
        "--questions",
        help="One question for all dimensions, or one for each. Default: ALIGN_JUDGE_QUESTIONS, else decomposed.",
    ),
]
Deadline = Annotated[
    float | None,
    typer.Option(
        "--deadline",
        metavar="SECONDS",
        help="For a whole pass. Default: ALIGN_DEADLINE_SECONDS, else 60.",
    ),
]

_VARIABLES = {
    "engine": "align_engine",
    "mode": "align_mode",
    "outbox": "align_outbox",
    "judge": "align_judge",
    "questions": "align_judge_questions",
    "deadline": "align_deadline_seconds",
}


def gate_environment(**options: object) -> GateEnvironment:
    """Return the settings of the environment, with the options that were given before them.

    Raises `InputError` naming each option or variable that cannot be used.
    """
    from align.assembly.settings import read_gate_environment
    from align.cli.drafts import InputError
    from align.harness.settings import SettingsError

    given = {_VARIABLES[name]: value for name, value in options.items() if value is not None}
    try:
        return read_gate_environment(**given)
    except SettingsError as error:
        told = str(error)
        for name, variable in _VARIABLES.items():
            if variable in given:
                told = told.replace(f"{variable.upper()}:", f"--{name}:")
        raise InputError(told) from None
