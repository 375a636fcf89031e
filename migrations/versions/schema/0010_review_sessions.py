"""The table of sessions of the review page; taking this back signs everybody out."""

import sqlalchemy as sa
from alembic import op

from specs.store.moments import UtcMoment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "review_session",
        sa.Column("token_digest", sa.String(64), primary_key=True),
        sa.Column("key_id", sa.String(16), nullable=True),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("created_at", UtcMoment, nullable=False),
        sa.Column("expires_at", UtcMoment, nullable=False),
    )
    op.create_index("ix_review_session_expires_at", "review_session", ["expires_at"])


def downgrade() -> None:
    """Drop the table: a session is worth nothing later."""
    op.drop_table("review_session")
