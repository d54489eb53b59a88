"""find entries by deed

Revision ID: e81f3a5c92d6
Revises: b4e7d20c61a8
Create Date: 2026-11-24 18:21:40.530218

"""

import json

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "e81f3a5c92d6"
down_revision: str | None = "b4e7d20c61a8"
branch_labels: str | None = None
depends_on: str | None = None

AT_A_TIME = 1000
DEEDS = (
    "recorded",
    "submitted",
    "returned",
    "decided",
    "withdrawn",
    "imported",
    "undone",
    "restored",
    "removed",
)
TOLD_BY_STATE = frozenset({"submitted", "decided", "withdrawn"})
journal = sa.table("journal", *map(sa.column, ("id", "action", "table_name", "after")))
subjects = sa.table("journal_subjects", *map(sa.column, ("entry_id", "deed", "action")))


def fill() -> None:
    """Tell of every entry there is what was done, as far as the entry tells."""
    connection = op.get_bind()
    is_purge = subjects.c.action == "purge"
    plain = sa.case((is_purge, "removed"), else_="recorded")
    connection.execute(sa.update(subjects).values(deed=plain))
    of_tallies = (
        sa.select(journal.c.id, journal.c.after)
        .where(journal.c.table_name == "tallies", journal.c.after.is_not(None))
        .order_by(journal.c.id)
        .limit(AT_A_TIME)
    )
    change = (
        sa.update(subjects)
        .where(subjects.c.entry_id == sa.bindparam("entry"))
        .values(deed=sa.bindparam("told"))
    )
    last = 0
    while rows := connection.execute(of_tallies.where(journal.c.id > last)).all():
        states = ((row.id, json.loads(row.after)["state"]) for row in rows)
        told = [
            {"entry": number, "told": state}
            for number, state in states
            if state in TOLD_BY_STATE
        ]
        if told:
            connection.execute(change, told)
        last = rows[-1].id


def upgrade() -> None:
    """Upgrade schema."""
    with op.batch_alter_table("journal_subjects", schema=None) as batch_op:
        batch_op.add_column(sa.Column("deed", sa.String(length=40), nullable=True))
    fill()
    with op.batch_alter_table("journal_subjects", schema=None) as batch_op:
        batch_op.alter_column(
            "deed", existing_type=sa.String(length=40), nullable=False
        )
        batch_op.create_check_constraint(
            op.f("ck_journal_subjects_deed"), sa.column("deed").in_(DEEDS)
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_deed_entry_id"),
            ["deed", "entry_id"],
            unique=False,
        )


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table("journal_subjects", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_subjects_deed_entry_id"))
        batch_op.drop_constraint(op.f("ck_journal_subjects_deed"), type_="check")
        batch_op.drop_column("deed")
