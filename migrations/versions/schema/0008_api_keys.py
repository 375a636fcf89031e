"""The tables of the service's keys; taking this back puts them aside, as in the steps before."""

import sqlalchemy as sa
from alembic import op

from specs.store.append_only import protect, unprotect
from specs.store.moments import UtcMoment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = {"api_key": ("key_id",), "api_key_revocation": ("key_id", "revoked_at")}


def upgrade() -> None:
    """Create the tables, or bring back those that were put aside."""
    if not op.get_context().as_sql and sa.inspect(op.get_bind()).has_table("api_key_put_aside"):
        for table in TABLES:
            op.rename_table(f"{table}_put_aside", table)
    else:
        _create_api_key()
        _create_api_key_revocation()
    for table, keys in TABLES.items():
        protect(op, table, *keys)


def downgrade() -> None:
    """Put the tables aside, with all that is in them."""
    for table in TABLES:
        unprotect(op, table)
        op.rename_table(table, f"{table}_put_aside")


def _id() -> sa.Column:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _create_api_key() -> None:
    op.create_table(
        "api_key",
        _id(),
        sa.Column("key_id", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("personas", sa.Text, nullable=True),
        sa.Column("scopes", sa.Text, nullable=False),
        sa.Column("rotated_from", sa.String(16), nullable=True),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.Column("expires_at", UtcMoment, nullable=True),
        sa.UniqueConstraint("key_id", name="uq_api_key_key_id"),
        sqlite_autoincrement=True,
    )


def _create_api_key_revocation() -> None:
    op.create_table(
        "api_key_revocation",
        _id(),
        sa.Column("key_id", sa.String(16), nullable=False),
        sa.Column("revoked_at", UtcMoment, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("key_id", "revoked_at", name="uq_api_key_revocation_key_id_revoked_at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_api_key_revocation_key_id", "api_key_revocation", ["key_id"])
