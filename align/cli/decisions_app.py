"""`align decisions`: what the gate decided, and why."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.options import Database, bad_input

decisions_app = typer.Typer(
    help="Look at what the gate decided.", no_args_is_help=True, rich_markup_mode=None
)

Whose = Annotated[str | None, typer.Option("--persona", help="Only those of this persona.")]
Came = Annotated[
    Literal["passed", "downgraded", "held"] | None,
    typer.Option("--outcome", help="Only those that came out so."),
]
Tag = Annotated[
    str | None, typer.Option("--tag", help="Only those held for this reason, such as spec_conflict.")
]
Rule = Annotated[
    str | None, typer.Option("--rule", help="Only those that this rule or dimension spoke against.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="WHEN", help="Only those from this moment on, with its offset."),
]
Unjudged = Annotated[
    bool, typer.Option("--unjudged", help="Only those that passed while the judge was absent.")
]
Raised = Annotated[
    bool, typer.Option("--raised", help="Only those that passed and that a late judgement speaks against.")
]


@decisions_app.command("list")
def list_decisions(
    persona: Whose = None,
    outcome: Came = None,
    tag: Tag = None,
    rule: Rule = None,
    since: Since = None,
    unjudged: Unjudged = False,
    raised: Raised = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many, the newest first.")] = 20,
    database: Database = None,
) -> None:
    """List decisions, the newest first, without the words of messages."""
    with bad_input():
        from align.cli.decisions import filter_of
        from align.cli.decisions import list_decisions as listing

        wanted = filter_of(persona, outcome, tag, rule, since, unjudged=unjudged, raised=raised)
        code = listing(database, wanted, limit)
    raise typer.Exit(code)


@decisions_app.command("show")
def show(
    decision: Annotated[str, typer.Argument(help="The decision's id, or the beginning of it.")],
    output: Annotated[
        Literal["text", "json"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    database: Database = None,
) -> None:
    """Show a decision: every body that was looked at, what was found in it, and why it was held."""
    with bad_input():
        from align.cli.decisions import show_decision

        code = show_decision(database, decision, form=output)
    raise typer.Exit(code)


@decisions_app.command("export")
def export(
    persona: Whose = None,
    outcome: Came = None,
    tag: Tag = None,
    rule: Rule = None,
    since: Since = None,
    unjudged: Unjudged = False,
    raised: Raised = False,
    file: Annotated[
        str, typer.Option("--file", metavar="FILE|-", help="Where to. Default: standard output.")
    ] = "-",
    database: Database = None,
) -> None:
    """Write decisions as JSONL, the oldest first, with the words of messages that are kept."""
    with bad_input():
        from align.cli.decisions import export_decisions, filter_of

        wanted = filter_of(persona, outcome, tag, rule, since, unjudged=unjudged, raised=raised)
        code = export_decisions(database, wanted, file)
    raise typer.Exit(code)


@decisions_app.command("prune")
def prune(
    before: Annotated[
        str,
        typer.Option("--before", metavar="WHEN", help="The moment, with its offset, up to which to erase."),
    ],
    database: Database = None,
) -> None:
    """Erase the words of messages that were recorded before a moment, for good. The decisions stay."""
    with bad_input():
        from align.cli.decisions import prune_words

        code = prune_words(database, before)
    raise typer.Exit(code)
