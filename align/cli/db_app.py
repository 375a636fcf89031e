"""`align db`: the database's migrations."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.options import Database, Revisions, bad_input

db_app = typer.Typer(help="Migrate the spec store's database.", no_args_is_help=True, rich_markup_mode=None)


@db_app.command("upgrade")
def upgrade(
    target: Annotated[str, typer.Argument(help="Up to which revision.")] = "heads",
    sql: Annotated[bool, typer.Option("--sql", help="Print the SQL instead (tables only).")] = False,
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Apply the package's and your own revisions: all that are pending, or none."""
    with bad_input():
        from align.cli.db import upgrade as upgrading

        code = upgrading(database, revisions, target, sql=sql)
    raise typer.Exit(code)


@db_app.command("downgrade")
def downgrade(
    target: Annotated[str, typer.Argument(help="Down to which revision: facts@-1 takes the last edit back.")],
    database: Database = None,
    revisions: Revisions = None,
) -> None:
    """Take revisions back. An edit of facts is taken back by appending its inverse: history stays."""
    with bad_input():
        from align.cli.db import downgrade as downgrading

        code = downgrading(database, revisions, target)
    raise typer.Exit(code)


@db_app.command("current")
def current(database: Database = None, revisions: Revisions = None) -> None:
    """Say which revisions the database has, and which are pending."""
    with bad_input():
        from align.cli.db import show_current

        code = show_current(database, revisions)
    raise typer.Exit(code)


@db_app.command("check")
def check(database: Database = None, revisions: Revisions = None) -> None:
    """Check that the database can be used and is up to date. Exit code 1 when something is to be done."""
    with bad_input():
        from align.cli.db import check as checking

        code = checking(database, revisions)
    raise typer.Exit(code)
