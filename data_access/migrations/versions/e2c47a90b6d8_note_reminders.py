"""note reminders

Revision ID: e2c47a90b6d8
Revises: 7b0c5d9e31f4
Create Date: 2026-11-24 13:02:11.418203

"""

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "e2c47a90b6d8"
down_revision: str | None = "7b0c5d9e31f4"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "reminders",
        sa.Column("person_code", sa.String(length=80), nullable=False),
        sa.Column("election_code", sa.String(length=80), nullable=False),
        sa.Column("milestone_code", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "7",
                "3",
                "1",
                "late",
                name=op.f("ck_reminders_kind"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["election_code", "milestone_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_reminders_election_code_milestone_code"),
        ),
        sa.ForeignKeyConstraint(
            ["person_code"], ["people.code"], name=op.f("fk_reminders_person_code")
        ),
        sa.PrimaryKeyConstraint(
            "person_code",
            "election_code",
            "milestone_code",
            "kind",
            "sent_on",
            name=op.f("pk_reminders"),
        ),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index(
            "uq_reminders_once",
            ["person_code", "election_code", "milestone_code", "kind"],
            unique=True,
            sqlite_where=sa.text("kind <> 'late'"),
            postgresql_where=sa.text("kind <> 'late'"),
        )


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index("uq_reminders_once")

    op.drop_table("reminders")
