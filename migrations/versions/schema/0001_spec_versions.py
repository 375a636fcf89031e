"""The tables of facts and missions.

Taking this back keeps what is stored: the tables are put aside under another name, and are found
there when the step is made again.
"""

import sqlalchemy as sa
from alembic import op

from specs.store.append_only import protect, unprotect
from specs.store.moments import UtcMoment

revision = "0001"
down_revision = None
branch_labels = ("schema",)
depends_on = None

TABLES = {"spec_version": ("persona", "version"), "mission_version": ("persona", "day", "version")}


def upgrade() -> None:
    """Create the tables, or bring back those that were put aside."""
    if not _brought_back():
        _create_spec_version()
        _create_mission_version()
    for table, keys in TABLES.items():
        protect(op, table, *keys)


def downgrade() -> None:
    """Put the tables aside, with all that is in them."""
    for table in TABLES:
        unprotect(op, table)
        op.rename_table(table, f"{table}_put_aside")


def _brought_back() -> bool:
    if op.get_context().as_sql or not sa.inspect(op.get_bind()).has_table("spec_version_put_aside"):
        return False
    for table in TABLES:
        op.rename_table(f"{table}_put_aside", table)
    return True


def _id() -> sa.Column:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _create_spec_version() -> None:
    op.create_table(
        "spec_version",
        _id(),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("schema_version", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("revision", sa.String(32), nullable=True),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.Column("effective_from", UtcMoment, nullable=False),
        sa.UniqueConstraint("persona", "version", name="uq_spec_version_persona_version"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_spec_version_persona_effective", "spec_version", ["persona", "effective_from", "version"]
    )
    op.create_index("ix_spec_version_persona_id", "spec_version", ["persona", "id"])
    by_migration = sa.text("revision IS NOT NULL")
    op.create_index(
        "ix_spec_version_revision",
        "spec_version",
        ["revision"],
        sqlite_where=by_migration,
        postgresql_where=by_migration,
    )


def _create_mission_version() -> None:
    op.create_table(
        "mission_version",
        _id(),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=True),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("persona", "day", "version", name="uq_mission_version_persona_day_version"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mission_version_persona_id", "mission_version", ["persona", "id"])
