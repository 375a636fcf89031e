"""`align classify`: its options."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.options import Database, bad_input


def classify_messages(
    text: Annotated[str | None, typer.Option("--text", help="One message that came in.")] = None,
    source: Annotated[
        str | None, typer.Option("--input", "-i", metavar="FILE|-", help="JSONL: id, and inbound or text.")
    ] = None,
    output: Annotated[
        Literal["text", "jsonl"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Messages under way at once.")] = 4,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Seconds for each.")] = 15.0,
    database: Database = None,
) -> None:
    """Name the move of messages that came in: what a prospect wants, or that it is from none.

    Exit code 0: all are classified; 1: some could not be; 2: no classifier, or some input could not be used.
    """
    with bad_input():
        from align.cli.classify import Options, classify_file, classify_one
        from align.cli.drafts import InputError

        options = Options(jobs, seconds, output, database)
        if text is not None and source is not None:
            raise InputError("--text and --input: give one of them")
        if text is not None:
            code = classify_one(text, options)
        elif source is not None:
            code = classify_file(source, options)
        else:
            raise InputError("give --text, or messages with --input FILE")
    raise typer.Exit(code)
