"""Migrations run by a program: from a checkout, and from an installed package without one.

The schema's revisions ship with the package. An operator's own revisions, which edit facts, lie in a
folder of the deployment and are a branch of their own (`facts`), so that an upgrade of the package never
collides with them.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError

from specs.store.all_tables import metadata
from specs.store.engine import reading, writing
from specs.store.errors import SchemaMissingError, StoreError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection, Engine

    from specs.store.checks import Checks

FACTS_BRANCH: Final = "facts"
SCHEMA_BRANCH: Final = "schema"

_HERE: Final = Path(__file__).resolve().parent.parent


def scripts_folder() -> Path:
    """Return the folder of `env.py`: inside an installed package, or in the checkout beside it."""
    shipped = _HERE / "_migrations"
    return shipped if shipped.is_dir() else _HERE.parent / "migrations"


@dataclass(frozen=True, slots=True)
class Migrations:
    """The revisions of a database: those of the package, and the operator's own in `facts_folder`.

    `checks` is what the gate lends; None leaves it to `env.py`. `clock` gives the present moment.
    """

    engine: Engine
    facts_folder: Path
    checks: Checks | None = None
    clock: Callable[[], dt.datetime] = utc_now

    def scripts(self) -> ScriptDirectory:
        """Return every revision there is; raises `StoreError` for files that are none."""
        try:
            scripts = ScriptDirectory.from_config(self._config())
            scripts.get_heads()
        except Exception as error:
            # Each file is a program that somebody may have changed by hand: it can fail in any way.
            told = f"{type(error).__name__}: {error}"
            raise StoreError(f"the revisions in {self.facts_folder} cannot be read: {told}") from error
        return scripts

    def applied(self) -> frozenset[str]:
        """Return the ids of all revisions that the database has, their ancestors included."""
        try:
            with reading(self.engine) as connection:
                return self._applied(connection)
        except SchemaMissingError:
            return frozenset()  # there is no database yet

    def pending(self, branch: str | None = None) -> tuple[str, ...]:
        """Return the ids of the revisions not applied yet, in the order in which they would be."""
        scripts, applied = self.scripts(), self.applied()
        found = [s for s in scripts.walk_revisions() if s.revision not in applied]
        mine = [s for s in found if branch is None or branch in s.branch_labels]
        return tuple(script.revision for script in reversed(mine))

    def upgrade(self, target: str = "heads") -> None:
        """Apply the revisions up to `target`, all in one transaction: all of them, or none."""
        with writing(self.engine, patience="endless") as connection:
            self.upgrade_on(connection, target)

    def upgrade_on(self, connection: Connection, target: str = "heads") -> None:
        """Apply revisions inside a caller's transaction, which decides whether they stay."""
        self._run(command.upgrade, connection, target)

    def downgrade(self, target: str) -> None:
        """Take revisions back down to `target`: an edit of facts by appending its inverse."""
        with writing(self.engine, patience="endless") as connection:
            self._run(command.downgrade, connection, target)

    def sql(self, target: str = f"{SCHEMA_BRANCH}@head") -> str:
        """Return the upgrade from nothing to `target` as SQL; raises `StoreError` for edits of facts."""
        config = self._config()
        config.attributes["url"] = self.engine.url.render_as_string(hide_password=False)
        config.output_buffer = buffer = io.StringIO()
        with redirect_stdout(buffer):
            _explained(command.upgrade, config, target, sql=True)
        return buffer.getvalue()

    def drift(self) -> list[str]:
        """Return in what the database's tables differ from the models, a line each."""
        with reading(self.engine) as connection:
            options = {
                "include_name": lambda name, kind, _parents: kind != "table" or name in metadata.tables
            }
            context = MigrationContext.configure(connection, opts={"compare_type": True, **options})
            return [str(difference) for difference in compare_metadata(context, metadata)]

    def _applied(self, connection: Connection) -> frozenset[str]:
        scripts = self.scripts()
        left = list(MigrationContext.configure(connection).get_current_heads())
        found: set[str] = set()
        while left:
            name = left.pop()
            if name in found:
                continue
            try:
                script = scripts.get_revision(name)
            except CommandError:
                script = None
            if script is None:
                raise StoreError(
                    f"the database is at revision {name}, which is not here; use the release and the facts folder"
                    f" that it was made with (now: {self.facts_folder})"
                )
            found.add(script.revision)
            left += [*_several(script.down_revision), *_several(script.dependencies)]
        return frozenset(found)

    def _run(self, action: Callable[..., None], connection: Connection, target: str) -> None:
        config = self._config()
        config.attributes.update(connection=connection, checks=self.checks, clock=self.clock)
        _explained(action, config, target)

    def _config(self) -> Config:
        folder = scripts_folder()
        config = Config(stdout=io.StringIO())
        config.set_main_option("script_location", _escaped(folder))
        config.set_main_option("path_separator", "newline")
        places = [folder / "versions" / "schema", self.facts_folder]
        config.set_main_option("version_locations", "\n".join(map(_escaped, places)))
        return config


def _several(names: str | Iterable[str] | None) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names or ())


def _explained(action: Callable[..., None], *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - Alembic's own
    try:
        action(*arguments, **options)
    except CommandError as error:
        raise StoreError(f"Alembic: {error}") from None
    except (StoreError, DBAPIError):
        raise
    except Exception as error:
        # A revision is a program that somebody may have changed by hand: it can fail in any way.
        raise StoreError(f"a revision cannot be run: {type(error).__name__}: {error}") from error


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")
