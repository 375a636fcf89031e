"""`align replay` and its options."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.options import Database, bad_input

_SPEC = (
    "A fact document, a folder of them, or PERSONA[@VERSION|@MOMENT] of the store; @ or @MOMENT for all "
    "of its personas."
)


def replay(
    drafts: Annotated[
        str,
        typer.Option(
            "--drafts", metavar="PATH", help="JSONL or Parquet, or a folder: body, now, persona, id, context."
        ),
    ],
    spec: Annotated[str, typer.Option("--spec", metavar="A", help=f"What holds. {_SPEC}")],
    against: Annotated[str, typer.Option("--against", metavar="B", help="What would hold instead; as A.")],
    output: Annotated[
        Literal["text", "json"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write the report as a page, too.")
    ] = None,
    examples: Annotated[
        int, typer.Option("--examples", min=0, max=10, help="Drafts to show for each verdict and rule.")
    ] = 3,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes to check with. Default: all cores.")
    ] = None,
    engine: Annotated[
        Literal["local", "ray"], typer.Option("--engine", help="Processes of this machine, or Ray's workers.")
    ] = "local",
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", metavar="ADDR", help="A running Ray. Default: one of its own, here."),
    ] = None,
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="FILE", help="Keep the progress here, and go on from what is there."),
    ] = None,
    database: Database = None,
) -> None:
    """Check stored drafts under two specs, and say what B would hold that A passes, release, or hold otherwise.

    Exit code 0: nothing changes; 1: something does; 2: some input could not be used.
    """
    with bad_input():
        from align.cli.replay import Engine, Show, replay_drafts

        code = replay_drafts(
            drafts,
            (spec, against, database),
            Show(output, html, examples),
            Engine(engine, ray_address, jobs),
            state,
        )
    raise typer.Exit(code)
