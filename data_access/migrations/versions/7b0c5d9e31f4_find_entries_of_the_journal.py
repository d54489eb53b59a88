"""find entries of the journal

Revision ID: 7b0c5d9e31f4
Revises: d1f4a8c35b20
Create Date: 2026-11-24 11:50:25.975137

"""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "7b0c5d9e31f4"
down_revision: str | None = "d1f4a8c35b20"
branch_labels: str | None = None
depends_on: str | None = None

AT_A_TIME = 1000
SUBJECTS = ("election_code", "milestone_code", "party_code", "region_code")
NAMED_BY = {
    "baseline_days": ("item_code", "milestone_code"),
    "elections": ("code", "election_code"),
    "milestones": ("code", "milestone_code"),
    "parties": ("code", "party_code"),
    "regions": ("code", "region_code"),
}
INSTANT = sa.DateTime(timezone=True)
journal = sa.table(
    "journal",
    sa.column("id", sa.Integer),
    sa.column("at", INSTANT),
    *map(sa.column, ("actor", "reason", "action", "table_name", "row_key", "after")),
)
subjects = sa.table(
    "journal_subjects",
    *map(sa.column, ("entry_id", "batch", "actor", "action", "table_name", "item")),
    sa.column("at", INSTANT),
    *map(sa.column, SUBJECTS),
    sa.column("is_draft", sa.Boolean),
)


def fill() -> None:
    """Tell of every entry there is what it is about."""
    connection = op.get_bind()
    writing: tuple[Any, ...] = ()
    batch = 0
    for rows in _entries(connection):
        found = []
        for row in rows:
            if (row.at, row.actor, row.reason) != writing:
                writing, batch = (row.at, row.actor, row.reason), row.id
            found.append({"batch": batch, **_subject(row)})
        connection.execute(sa.insert(subjects), found)


def _entries(connection: sa.Connection) -> Iterator[list[Any]]:
    last = 0
    query = sa.select(journal).order_by(journal.c.id).limit(AT_A_TIME)
    while rows := list(connection.execute(query.where(journal.c.id > last))):
        yield rows
        last = rows[-1].id


def _subject(row: sa.Row[Any]) -> dict[str, Any]:
    key = json.loads(row.row_key)
    named = {name: key.get(name) for name in SUBJECTS}
    if row.table_name in NAMED_BY:
        column, subject = NAMED_BY[row.table_name]
        named[subject] = key[column]
    item = {name: value for name, value in key.items() if name != "version"}
    is_tally = row.table_name == "tallies" and row.after is not None
    return named | {
        "entry_id": row.id,
        "at": row.at,
        "actor": row.actor,
        "action": row.action,
        "table_name": row.table_name,
        "item": json.dumps(
            item, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        ),
        "is_draft": is_tally and json.loads(row.after)["state"] == "draft",
    }


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "journal_subjects",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column(
            "action",
            sa.Enum(
                "insert",
                "update",
                "purge",
                name="action",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("table_name", sa.String(length=80), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("election_code", sa.String(length=80), nullable=True),
        sa.Column("milestone_code", sa.String(length=80), nullable=True),
        sa.Column("party_code", sa.String(length=80), nullable=True),
        sa.Column("region_code", sa.String(length=13), nullable=True),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_journal_subjects")),
    )
    with op.batch_alter_table("journal_subjects", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_action_entry_id"),
            ["action", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_actor_entry_id"),
            ["actor", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_at_entry_id"),
            ["at", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_batch_entry_id"),
            ["batch", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_item_entry_id"),
            ["item", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_milestone_code_entry_id"),
            ["milestone_code", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_party_code_entry_id"),
            ["party_code", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_region_code_entry_id"),
            ["region_code", "entry_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_journal_subjects_table_name_entry_id"),
            ["table_name", "entry_id"],
            unique=False,
        )

    fill()


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table("journal_subjects", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_subjects_table_name_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_region_code_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_party_code_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_milestone_code_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_item_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_batch_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_at_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_actor_entry_id"))
        batch_op.drop_index(batch_op.f("ix_journal_subjects_action_entry_id"))

    op.drop_table("journal_subjects")
