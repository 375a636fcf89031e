"""`align mission`: today's dial, which needs no revision."""

from __future__ import annotations

from typing import Annotated

import typer

from align.cli.options import Author, Database, Day, Persona, bad_input

mission_app = typer.Typer(help="Set the day's mission.", no_args_is_help=True, rich_markup_mode=None)


@mission_app.command("set")
def set_mission(
    persona: Persona,
    market: Annotated[
        str | None, typer.Option("--market", help="The place whose clients are addressed.")
    ] = None,
    goal: Annotated[str | None, typer.Option("--goal", help="What the day's messages are for.")] = None,
    slots: Annotated[
        list[str] | None, typer.Option("--slot", metavar="18:00-20:00", help="An open gap, local time.")
    ] = None,
    day: Day = None,
    note: Annotated[str, typer.Option("--note", "-m", help="Why.")] = "set",
    author: Author = None,
    database: Database = None,
) -> None:
    """Set the mission of a day; it replaces the one that was set before."""
    with bad_input():
        from align.cli.mission import Dial
        from align.cli.mission import set_mission as setting

        code = setting(database, persona, Dial(market, goal, slots or []), day=day, signed=(author, note))
    raise typer.Exit(code)


@mission_app.command("show")
def show(persona: Persona, day: Day = None, database: Database = None) -> None:
    """Show the mission of a day, and how it changed during the day."""
    with bad_input():
        from align.cli.mission import show_mission

        code = show_mission(database, persona, day=day)
    raise typer.Exit(code)


@mission_app.command("clear")
def clear(
    persona: Persona,
    day: Day = None,
    note: Annotated[str, typer.Option("--note", "-m", help="Why.")] = "cleared",
    author: Author = None,
    database: Database = None,
) -> None:
    """Clear the mission of a day."""
    with bad_input():
        from align.cli.mission import clear_mission

        code = clear_mission(database, persona, day=day, signed=(author, note))
    raise typer.Exit(code)
