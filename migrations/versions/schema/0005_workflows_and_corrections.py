"""The tables of workflows and corrections; taking this back puts them aside, as in the steps before."""

import sqlalchemy as sa
from alembic import op

from specs.store.append_only import protect, unprotect
from specs.store.moments import UtcMoment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = {"workflow_version": ("name", "version"), "correction": ("correction_id",)}


def upgrade() -> None:
    """Create the tables, or bring back those that were put aside."""
    if not op.get_context().as_sql and sa.inspect(op.get_bind()).has_table("workflow_version_put_aside"):
        for table in TABLES:
            op.rename_table(f"{table}_put_aside", table)
    else:
        _create_workflow_version()
        _create_correction()
    for table, keys in TABLES.items():
        protect(op, table, *keys)


def downgrade() -> None:
    """Put the tables aside, with all that is in them."""
    for table in TABLES:
        unprotect(op, table)
        op.rename_table(table, f"{table}_put_aside")


def _id() -> sa.Column:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _create_workflow_version() -> None:
    op.create_table(
        "workflow_version",
        _id(),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=True),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("name", "version", name="uq_workflow_version_name_version"),
        sqlite_autoincrement=True,
    )


def _create_correction() -> None:
    op.create_table(
        "correction",
        _id(),
        sa.Column("correction_id", sa.String(64), nullable=False),
        sa.Column("decision_id", sa.String(64), nullable=False),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("workflow", sa.Text, nullable=True),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("correction_id", name="uq_correction_correction_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_correction_engine_workflow", "correction", ["engine", "workflow", "id"])
