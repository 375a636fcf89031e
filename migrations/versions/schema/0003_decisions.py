"""The tables of decisions and of candidates; taking this back puts them aside, as in the steps before."""

import sqlalchemy as sa
from alembic import op

from specs.store.append_only import protect, unprotect
from specs.store.moments import UtcMoment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

GROWING = {"decision": ("decision_id",), "late_judgement": ("decision_id",)}
ERASABLE = {"decision_body": ("decision_id", "part")}
TABLES = (*GROWING, *ERASABLE, "candidate")


def upgrade() -> None:
    """Create the tables, or bring back those that were put aside."""
    if not op.get_context().as_sql and sa.inspect(op.get_bind()).has_table("decision_put_aside"):
        for table in TABLES:
            op.rename_table(f"{table}_put_aside", table)
    else:
        _create_decision()
        _create_decision_body()
        _create_late_judgement()
        _create_candidate()
    for table, keys in GROWING.items():
        protect(op, table, *keys)
    for table, keys in ERASABLE.items():
        protect(op, table, *keys, may_erase=True)


def downgrade() -> None:
    """Put the tables aside, with all that is in them."""
    for table in GROWING:
        unprotect(op, table)
    for table in ERASABLE:
        unprotect(op, table, may_erase=True)
    for table in TABLES:
        op.rename_table(table, f"{table}_put_aside")


def _id() -> sa.Column:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _create_decision() -> None:
    op.create_table(
        "decision",
        _id(),
        sa.Column("decision_id", sa.String(64), nullable=False),
        sa.Column("candidate_id", sa.String(128), nullable=False),
        sa.Column("persona", sa.String(64), nullable=False),
        sa.Column("spec_version", sa.Integer, nullable=True),
        sa.Column("mission_version", sa.Integer, nullable=True),
        sa.Column("spec_digest", sa.String(64), nullable=True),
        sa.Column("facts_digest", sa.String(64), nullable=True),
        sa.Column("policy_digest", sa.String(64), nullable=True),
        sa.Column("mission_digest", sa.String(64), nullable=True),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("workflow", sa.Text, nullable=True),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column("now", UtcMoment, nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("is_unjudged", sa.Boolean, nullable=False),
        sa.Column("tags", sa.Text, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("holds", sa.Text, nullable=False),
        sa.Column("attempts", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("prompt_tokens", sa.Integer, nullable=False),
        sa.Column("completion_tokens", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("recorded_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("decision_id", name="uq_decision_decision_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_persona_id", "decision", ["persona", "id"])
    op.create_index("ix_decision_candidate_id", "decision", ["candidate_id"])
    op.create_index("ix_decision_now", "decision", ["now"])


def _create_decision_body() -> None:
    op.create_table(
        "decision_body",
        _id(),
        sa.Column("decision_id", sa.String(64), nullable=False),
        sa.Column("part", sa.String(8), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("recorded_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("decision_id", "part", name="uq_decision_body_decision_id_part"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_body_recorded_at", "decision_body", ["recorded_at"])


def _create_late_judgement() -> None:
    op.create_table(
        "late_judgement",
        _id(),
        sa.Column("decision_id", sa.String(64), nullable=False),
        sa.Column("is_bad", sa.Boolean, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("judged_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("decision_id", name="uq_late_judgement_decision_id"),
        sqlite_autoincrement=True,
    )


def _create_candidate() -> None:
    op.create_table(
        "candidate",
        _id(),
        sa.Column("candidate_id", sa.String(128), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("words", sa.Text, nullable=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("takes", sa.Integer, nullable=False),
        sa.Column("lease", sa.String(64), nullable=True),
        sa.Column("available_at", UtcMoment, nullable=False),
        sa.Column("decision_id", sa.String(64), nullable=True),
        sa.Column("outgoing", sa.Text, nullable=True),
        sa.Column("cause", sa.Text, nullable=True),
        sa.Column("queued_at", UtcMoment, nullable=False),
        sa.Column("changed_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("candidate_id", name="uq_candidate_candidate_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_candidate_status_available_at", "candidate", ["status", "available_at", "id"])
