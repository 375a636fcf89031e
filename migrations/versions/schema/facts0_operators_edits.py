"""Where operators' edits of facts begin: a branch of its own, so that they never collide with the tables'."""

revision = "facts0"
down_revision = None
branch_labels = ("facts",)
depends_on = "0001"


def upgrade() -> None:
    """Change nothing: the first edits of two operators need one root."""


def downgrade() -> None:
    """Change nothing."""
