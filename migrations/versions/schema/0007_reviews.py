"""The tables of reviews; taking this back puts them aside, as in the steps before."""

import sqlalchemy as sa
from alembic import op

from specs.store.append_only import protect, unprotect
from specs.store.moments import UtcMoment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

GROWING = {"review_action": ("action_id",), "review_step": ("action_id", "step")}
ERASABLE = {"review_words": ("action_id", "part")}
TABLES = (*GROWING, *ERASABLE)
REVIEWABLE = sa.text("outcome = 'held' OR mode = 'DRAFT'")
BAD = {"sqlite_where": sa.text("is_bad = 1"), "postgresql_where": sa.text("is_bad")}
CLOSING = {"sqlite_where": sa.text("is_closing = 1"), "postgresql_where": sa.text("is_closing")}


def upgrade() -> None:
    """Create the tables, or bring back those that were put aside; index what a person has to look at."""
    if not op.get_context().as_sql and sa.inspect(op.get_bind()).has_table("review_action_put_aside"):
        for table in TABLES:
            op.rename_table(f"{table}_put_aside", table)
    else:
        _create_review_action()
        _create_review_step()
        _create_review_words()
    for table, keys in GROWING.items():
        protect(op, table, *keys)
    for table, keys in ERASABLE.items():
        protect(op, table, *keys, may_erase=True)
    op.create_index(
        "ix_decision_reviewable", "decision", ["id"], sqlite_where=REVIEWABLE, postgresql_where=REVIEWABLE
    )
    op.create_index("ix_late_judgement_bad", "late_judgement", ["decision_id"], **BAD)


def downgrade() -> None:
    """Put the tables aside, with all that is in them."""
    op.drop_index("ix_late_judgement_bad", "late_judgement")
    op.drop_index("ix_decision_reviewable", "decision")
    for table in GROWING:
        unprotect(op, table)
    for table in ERASABLE:
        unprotect(op, table, may_erase=True)
    for table in TABLES:
        op.rename_table(table, f"{table}_put_aside")


def _id() -> sa.Column:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _create_review_action() -> None:
    op.create_table(
        "review_action",
        _id(),
        sa.Column("action_id", sa.String(64), nullable=False),
        sa.Column("decision_id", sa.String(64), nullable=False),
        sa.Column("candidate_id", sa.String(128), nullable=False),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("is_closing", sa.Boolean, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("cause", sa.String(64), nullable=True),
        sa.Column("body_digest", sa.String(64), nullable=True),
        sa.Column("spec_digest", sa.String(64), nullable=True),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("acted_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("action_id", name="uq_review_action_action_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_review_action_closing",
        "review_action",
        ["decision_id"],
        unique=True,
        **CLOSING,
    )
    op.create_index("ix_review_action_candidate_id", "review_action", ["candidate_id", "persona"])


def _create_review_step() -> None:
    op.create_table(
        "review_step",
        _id(),
        sa.Column("action_id", sa.String(64), nullable=False),
        sa.Column("step", sa.String(8), nullable=False),
        sa.Column("status", sa.String(16), nullable=True),
        sa.Column("new_decision_id", sa.String(64), nullable=True),
        sa.Column("cause", sa.Text, nullable=True),
        sa.Column("stepped_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("action_id", "step", name="uq_review_step_action_id_step"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_step_status", "review_step", ["status", "new_decision_id"])


def _create_review_words() -> None:
    op.create_table(
        "review_words",
        _id(),
        sa.Column("action_id", sa.String(64), nullable=False),
        sa.Column("part", sa.String(16), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("recorded_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("action_id", "part", name="uq_review_words_action_id_part"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_words_recorded_at", "review_words", ["recorded_at"])
