"""Corrections may be erased with the words of the decisions that they quote; taking this back forbids it again."""

from alembic import op

from specs.store.append_only import protect, unprotect

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let rows of corrections be deleted; they still cannot be changed."""
    unprotect(op, "correction")
    protect(op, "correction", "correction_id", may_erase=True)


def downgrade() -> None:
    """Let none be deleted."""
    unprotect(op, "correction", may_erase=True)
    protect(op, "correction", "correction_id")
