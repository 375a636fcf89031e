"""The table of templates; taking this back puts it aside, as in the step before."""

import sqlalchemy as sa
from alembic import op

from specs.store.append_only import protect, unprotect
from specs.store.moments import UtcMoment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLE = "template_version"


def upgrade() -> None:
    """Create the table, or bring back the one that was put aside."""
    if not op.get_context().as_sql and sa.inspect(op.get_bind()).has_table(f"{TABLE}_put_aside"):
        op.rename_table(f"{TABLE}_put_aside", TABLE)
    else:
        _create()
    protect(op, TABLE, "persona", "key", "version")


def downgrade() -> None:
    """Put the table aside, with all that is in it."""
    unprotect(op, TABLE)
    op.rename_table(TABLE, f"{TABLE}_put_aside")


def _create() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=True),
        sa.Column("digest", sa.String(64), nullable=True),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.Column("effective_from", UtcMoment, nullable=False),
        sa.UniqueConstraint("persona", "key", "version", name="uq_template_version_persona_key_version"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_template_version_persona_effective",
        TABLE,
        ["persona", "key", "effective_from", "version"],
    )
