"""The options of `align check-templates`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.options import bad_input


def check_templates(
    paths: Annotated[
        list[str], typer.Argument(metavar="DIR|FILE...", help="Folders, or .txt, .md, .json, .jsonl files.")
    ],
    facts: Annotated[
        str, typer.Option("--facts", "-f", metavar="FILE|DIR", help="A fact document, or a folder of them.")
    ],
    output: Annotated[
        Literal["text", "json", "sarif"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    now: Annotated[
        str | None,
        typer.Option("--now", help="The moment of the check, with its UTC offset. Default: the present."),
    ] = None,
    literal: Annotated[bool, typer.Option("--literal", help="Braces are text, not places to fill.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Leave clean templates out of a text report.")
    ] = False,
) -> None:
    """Check templates in files against facts, for CI.

    Exit code 0: all are clean; 1: something is held; 2: some input could not be used.
    """
    with bad_input():
        from datetime import UTC, datetime

        from align.cli.check_templates import check_templates as checking
        from align.cli.drafts import parse_now

        moment = datetime.now(UTC) if now is None else parse_now(now, field="--now")
        code = checking(paths, facts, form=output, now=moment, literal=literal, quiet=quiet)
    raise typer.Exit(code)
