"""`align db`: upgrade, downgrade, current, check."""

from __future__ import annotations

from align.cli.operator import lines_of_failing
from align.cli.output import Output
from align.cli.visible import visible
from align.operators.settings import open_desk
from align.operators.templates import failing_of_revisions
from specs.store.errors import SchemaMissingError, StoreError
from specs.store.moments import utc_now


def upgrade(url: str | None, folder: str | None, target: str, *, sql: bool) -> int:
    """Apply what is pending up to `target`, or print the SQL of the tables."""
    desk = open_desk(url, folder)
    output = Output()
    if sql:
        text = desk.migrations.sql("schema@head" if target == "heads" else target)
        output.show([((line, ""),) for line in text.splitlines()])
        return 0
    pending = desk.migrations.pending()
    desk.migrations.upgrade(target)
    left = set(desk.migrations.pending())
    done = [revision for revision in pending if revision not in left]
    output.show([((f"applied {visible(revision)}", "green"),) for revision in done])
    if not done:
        output.show([(("nothing to apply: the database is up to date", ""),)])
    output.show(lines_of_failing(failing_of_revisions(desk.store, done, utc_now())))
    return 0


def downgrade(url: str | None, folder: str | None, target: str) -> int:
    """Take revisions back down to `target`."""
    desk = open_desk(url, folder)
    before = desk.migrations.applied()
    desk.migrations.downgrade(target)
    taken = sorted(before - desk.migrations.applied(), reverse=True)
    Output().show([((f"took back {visible(revision)}", "yellow"),) for revision in taken])
    return 0


def show_current(url: str | None, folder: str | None) -> int:
    """Print the applied revisions, newest first, and the pending ones."""
    desk = open_desk(url, folder)
    lines = [
        ((f"pending  {visible(revision)}", "yellow"),) for revision in reversed(desk.migrations.pending())
    ]
    applied = sorted(desk.migrations.applied(), reverse=True)
    lines += [((f"applied  {visible(revision)}", ""),) for revision in applied]
    Output().show(lines or [(("no revisions", ""),)])
    return 0


def check(url: str | None, folder: str | None) -> int:
    """Say what is to be done before the database can be used as it should be."""
    desk = open_desk(url, folder)
    output = Output()
    pending = desk.migrations.pending()
    found = [f"pending: {revision} (run: align db upgrade)" for revision in pending]
    if not pending:
        found += [
            f"the tables differ from this release: {difference}" for difference in desk.migrations.drift()
        ]
    try:
        personas = len(desk.store.personas())
    except SchemaMissingError:
        personas = 0
    except StoreError as error:
        found.append(str(error))
        personas = 0
    for line in found:
        output.show([((visible(line), "yellow"),)])
    if not found:
        output.show([((f"up to date, with {personas} personas", "green"),)])
    return int(bool(found))
