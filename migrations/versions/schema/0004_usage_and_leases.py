"""The tables of usage and of leases; taking this back puts them aside, as in the steps before."""

import sqlalchemy as sa
from alembic import op

from specs.store.append_only import protect, unprotect
from specs.store.moments import UtcMoment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

GROWING = {"model_usage": ("batch", "part"), "lease_event": ("lease", "number")}
TABLES = (*GROWING, "gpu_lease")


def upgrade() -> None:
    """Create the tables, or bring back those that were put aside."""
    if not op.get_context().as_sql and sa.inspect(op.get_bind()).has_table("model_usage_put_aside"):
        for table in TABLES:
            op.rename_table(f"{table}_put_aside", table)
    else:
        _create_model_usage()
        _create_gpu_lease()
        _create_lease_event()
    for table, keys in GROWING.items():
        protect(op, table, *keys)


def downgrade() -> None:
    """Put the tables aside, with all that is in them."""
    for table in GROWING:
        unprotect(op, table)
    for table in TABLES:
        op.rename_table(table, f"{table}_put_aside")


def _id() -> sa.Column:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _create_model_usage() -> None:
    op.create_table(
        "model_usage",
        _id(),
        sa.Column("batch", sa.String(32), nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("minute", UtcMoment, nullable=False),
        sa.Column("task", sa.String(64), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=True),
        sa.Column("workflow", sa.Text, nullable=True),
        sa.Column("calls", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("prompt_tokens", sa.BigInteger, nullable=False),
        sa.Column("completion_tokens", sa.BigInteger, nullable=False),
        sa.Column("wall_seconds", sa.Float, nullable=False),
        sa.Column("gpu_seconds", sa.Float, nullable=False),
        sa.Column("amount_nano", sa.BigInteger, nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("recorded_at", UtcMoment, nullable=False),
        sa.UniqueConstraint("batch", "part", name="uq_model_usage_batch_part"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_model_usage_minute", "model_usage", ["minute"])


def _create_gpu_lease() -> None:
    op.create_table(
        "gpu_lease",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("since", UtcMoment, nullable=False),
        sa.Column("machine", sa.String(128), nullable=True),
        sa.Column("holder", sa.String(128), nullable=True),
        sa.Column("renewed_at", UtcMoment, nullable=False),
        sa.Column("used_at", UtcMoment, nullable=False),
        sa.Column("guest_at", UtcMoment, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("retry_at", UtcMoment, nullable=True),
        sa.Column("settles_at", UtcMoment, nullable=True),
    )


def _create_lease_event() -> None:
    op.create_table(
        "lease_event",
        _id(),
        sa.Column("lease", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("machine", sa.String(128), nullable=True),
        sa.Column("holder", sa.String(128), nullable=True),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("at", UtcMoment, nullable=False),
        sa.UniqueConstraint("lease", "number", name="uq_lease_event_lease_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lease_event_at", "lease_event", ["at"])
