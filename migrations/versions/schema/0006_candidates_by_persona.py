"""A candidate's id is its persona's own: two personas may use the same one.

Taking this back puts the candidates aside whose id an older one of another persona has, for the table before this
step has room for one of them; applying it again brings them back.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

from specs.store.moments import UtcMoment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ASIDE = "candidate_of_personas_put_aside"
PERSONA_CHARS = 64
OLD_KEY, NEW_KEY = "uq_candidate_candidate_id", "uq_candidate_persona_candidate_id"


def upgrade() -> None:
    """Say of every candidate whose it is, and bring back those that were put aside."""
    op.add_column("candidate", sa.Column("persona", sa.String(PERSONA_CHARS), nullable=True))
    if not op.get_context().as_sql:  # tables written as SQL are new ones, with nothing in them
        _fill(op.get_bind())
    with _changed(_table(OLD_KEY, "candidate_id")) as batch:
        batch.alter_column("persona", existing_type=sa.String(PERSONA_CHARS), nullable=False)
        batch.drop_constraint(OLD_KEY, type_="unique")
        batch.create_unique_constraint(NEW_KEY, ["persona", "candidate_id"])
    if not op.get_context().as_sql and sa.inspect(op.get_bind()).has_table(ASIDE):
        op.execute(_copied(_aside(), _table(NEW_KEY, "persona", "candidate_id")))
        op.drop_table(ASIDE)


def downgrade() -> None:
    """Leave one candidate to each id, and put the others aside."""
    op.create_table(ASIDE, *_columns())
    now = _table(NEW_KEY, "persona", "candidate_id")
    first = sa.select(sa.func.min(now.c.id)).group_by(now.c.candidate_id)
    op.execute(_copied(now, _aside(), now.c.id.not_in(first)))
    op.execute(sa.delete(now).where(now.c.id.not_in(first)))
    with _changed(_table(NEW_KEY, "persona", "candidate_id")) as batch:
        batch.drop_constraint(NEW_KEY, type_="unique")
        batch.create_unique_constraint(OLD_KEY, ["candidate_id"])
        batch.drop_column("persona")


def _fill(connection: sa.Connection) -> None:
    """Take the persona from the candidate's words; where they are erased, from its decision; else leave it empty."""
    connection.execute(
        sa.text(
            "UPDATE candidate SET persona = coalesce((SELECT persona FROM decision"
            " WHERE decision.decision_id = candidate.decision_id), '')"
        )
    )
    kept = sa.text("SELECT id, words FROM candidate WHERE words IS NOT NULL")
    named = sa.text("UPDATE candidate SET persona = :persona WHERE id = :id")
    for id_, words in connection.execute(kept).all():
        connection.execute(named, {"persona": _column(json.loads(words)["persona"]), "id": id_})


def _column(persona: str) -> str:
    """Return a persona as decisions have it in their column: escaped, and one that is too long cut, with its digest."""
    whole = json.dumps(persona)[1:-1]
    digest = hashlib.sha256(json.dumps(persona).encode("ascii")).hexdigest()[:16]
    return whole if len(whole) <= PERSONA_CHARS else f"{whole[: PERSONA_CHARS - 17]}~{digest}"


def _copied(source: sa.Table, target: sa.Table, *which: sa.ColumnElement[bool]) -> sa.Insert:
    names = [column.name for column in _columns()]
    return target.insert().from_select(names, sa.select(*(source.c[name] for name in names)).where(*which))


def _aside() -> sa.Table:
    return sa.Table(ASIDE, sa.MetaData(), *_columns())


def _changed(table: sa.Table):  # noqa: ANN202 - Alembic's own
    """Change the table in place; SQLite copies it into a new one."""
    return op.batch_alter_table("candidate", copy_from=table, table_kwargs={"sqlite_autoincrement": True})


def _table(name: str, *key: str) -> sa.Table:
    """Return the table as it is before a change, which SQL that is written ahead of time cannot look up."""
    return sa.Table(
        "candidate",
        sa.MetaData(),
        *_columns(),
        sa.UniqueConstraint(*key, name=name),
        sa.Index("ix_candidate_status_available_at", "status", "available_at", "id"),
        sqlite_autoincrement=True,
    )


def _columns() -> list[sa.Column]:
    return [
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("persona", sa.String(PERSONA_CHARS), nullable=True),
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
    ]
