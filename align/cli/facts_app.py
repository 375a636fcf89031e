"""`align facts`: its commands and their options."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from align.cli.options import Author, Database, Effective, Note, Persona, Revisions, bad_input

facts_app = typer.Typer(
    help="Read, check and edit facts and policy.", no_args_is_help=True, rich_markup_mode=None
)

At = Annotated[str | None, typer.Option("--at", metavar="WHEN", help="A time with its offset. Default: now.")]
Apply = Annotated[bool, typer.Option("--apply", help="Apply it to the database as well.")]


@facts_app.command("lint")
def lint(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE...]", help="Fact documents. Default: the store's.")
    ] = None,
    database: Database = None,
) -> None:
    """Say what is wrong or doubtful in fact documents, and in the store also which templates fail, and when.

    Exit code 0: nothing; 1: there are findings; 2: a document cannot be used at all.
    """
    with bad_input():
        if files:
            from align.cli.facts import lint_facts

            code = lint_facts(files)
        else:
            from align.cli.facts_store import lint_store

            code = lint_store(database)
    raise typer.Exit(code)


@facts_app.command("schema")
def schema() -> None:
    """Print the JSON Schema of a fact document."""
    from align.cli.facts import show_schema

    raise typer.Exit(show_schema())


@facts_app.command("list")
def list_personas(database: Database = None) -> None:
    """List the personas with the version that holds now."""
    with bad_input():
        from align.cli.facts_store import list_personas as listing

        code = listing(database)
    raise typer.Exit(code)


@facts_app.command("show")
def show(
    persona: Persona,
    at: At = None,
    output: Annotated[
        Literal["text", "json", "prompt"],
        typer.Option(
            "--output", "-o", help="Lines of path and value, the document, or the generator's prompt."
        ),
    ] = "text",
    database: Database = None,
) -> None:
    """Show a persona's spec: the facts and policy that hold at a moment, with the day's mission."""
    with bad_input():
        from align.cli.facts_store import show_spec

        code = show_spec(database, persona, at=at, form=output)
    raise typer.Exit(code)


@facts_app.command("export")
def export(
    persona: Persona,
    at: At = None,
    file: Annotated[str, typer.Option("--file", "-f", metavar="FILE|-", help="Where to.")] = "-",
    database: Database = None,
) -> None:
    """Write a persona's fact document as JSON, as `align facts import` and `align validate` read it."""
    with bad_input():
        from align.cli.facts_store import export_spec

        code = export_spec(database, persona, at=at, file=file)
    raise typer.Exit(code)


@facts_app.command("history")
def history(
    persona: Persona,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    database: Database = None,
) -> None:
    """List every version of a persona's facts: when it begins, who made it, why, and what changed."""
    with bad_input():
        from align.cli.facts_store import show_history

        code = show_history(database, persona, as_json=as_json)
    raise typer.Exit(code)


@facts_app.command("diff")
def diff(
    persona: Persona,
    first: Annotated[
        int | None, typer.Argument(metavar="[A]", help="A version. Default: the one before.")
    ] = None,
    second: Annotated[
        int | None, typer.Argument(metavar="[B]", help="Another. Default: the last one.")
    ] = None,
    database: Database = None,
) -> None:
    """Show what differs between two versions, by field path. Exit code 1 when something does."""
    with bad_input():
        from align.cli.facts_store import show_diff

        code = show_diff(database, persona, first, second)
    raise typer.Exit(code)


@facts_app.command("set")
def set_facts(
    persona: Persona,
    note: Note,
    edits: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH=VALUE...]", help="'rates[60,outcall].amount=200'; a value is JSON or text."
        ),
    ] = None,
    unset: Annotated[
        list[str] | None, typer.Option("--unset", metavar="PATH", help="Take a field or entry out.")
    ] = None,
    effective: Effective = None,
    author: Author = None,
    apply: Apply = False,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Edit facts: check the edit, and write it as a revision for review (`align db upgrade` applies it)."""
    with bad_input():
        from align.cli.facts_edit import Signature
        from align.cli.facts_edit import set_facts as setting

        signature = Signature(author, note, effective)
        code = setting((database, revisions), persona, edits or [], unset or [], signature, apply=apply)
    raise typer.Exit(code)


@facts_app.command("edit")
def edit(
    persona: Persona,
    note: Note,
    effective: Effective = None,
    author: Author = None,
    apply: Apply = False,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Edit the whole document in $EDITOR, look at what changed, and write it as a revision."""
    with bad_input():
        from align.cli.facts_edit import Signature, edit_facts

        code = edit_facts((database, revisions), persona, Signature(author, note, effective), apply=apply)
    raise typer.Exit(code)


@facts_app.command("import")
def import_facts(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Fact documents.")],
    note: Note = "imported",
    effective: Effective = None,
    author: Author = None,
    apply: Apply = False,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Write fact documents as revisions: a new persona, or what differs from the facts that are stored."""
    with bad_input():
        from align.cli.facts_edit import Signature, import_files

        code = import_files((database, revisions), files, Signature(author, note, effective), apply=apply)
    raise typer.Exit(code)


@facts_app.command("plan")
def plan(
    persona: Annotated[
        str | None, typer.Argument(help="Whose facts, with edits that are not written yet.")
    ] = None,
    edits: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH=VALUE...]", help="As for `align facts set`.")
    ] = None,
    unset: Annotated[
        list[str] | None, typer.Option("--unset", metavar="PATH", help="Take a field or entry out.")
    ] = None,
    drafts: Annotated[
        str | None, typer.Option("--drafts", metavar="FILE", help="JSONL: persona, body, now, id, context.")
    ] = None,
    stored: Annotated[
        int | None,
        typer.Option("--stored", min=1, help="Replay the bodies of the last N recorded decisions, too."),
    ] = None,
    last: Annotated[int, typer.Option("--last", min=1, help="How many of the last drafts to replay.")] = 1000,
    examples: Annotated[int, typer.Option("--examples", min=0, help="Texts to show for each rule.")] = 3,
    output: Annotated[
        Literal["text", "json"], typer.Option("--output", "-o", help="How to report.")
    ] = "text",
    effective: Effective = None,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Show what the pending edits would do: which templates and recent drafts would be held, released or changed.

    Nothing is stored. Exit code 0: nothing that passes now would be held; 1: something would; 2: bad input, or an
    edit that would be refused.
    """
    with bad_input():
        from align.cli.facts_plan import Replay, show_plan

        tried = (persona, edits or [], unset or [], effective)
        code = show_plan((database, revisions), tried, Replay(drafts, last, examples, stored), form=output)
    raise typer.Exit(code)
