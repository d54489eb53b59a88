"""keep published totals

Revision ID: b4e7d20c61a8
Revises: a9d3514f7c02
Create Date: 2026-11-24 17:24:10.118204

"""

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "b4e7d20c61a8"
down_revision: str | None = "a9d3514f7c02"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "published_counts",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column(
            "confidence",
            sa.Enum(
                "verified",
                "partial",
                "inferred",
                "recalled",
                "simulated",
                name="confidence",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("election_code", sa.String(length=80), nullable=False),
        sa.Column("publication", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=80), nullable=False),
        sa.Column("region_code", sa.String(length=13), nullable=False),
        sa.Column("measure", sa.String(length=80), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.CheckConstraint("value >= 0", name=op.f("ck_published_counts_is_counted")),
        sa.ForeignKeyConstraint(
            ["election_code"],
            ["elections.code"],
            name=op.f("fk_published_counts_election_code"),
        ),
        sa.ForeignKeyConstraint(
            ["region_code"],
            ["regions.code"],
            name=op.f("fk_published_counts_region_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code",
            "publication",
            "part",
            name=op.f("pk_published_counts"),
        ),
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table("published_counts")
