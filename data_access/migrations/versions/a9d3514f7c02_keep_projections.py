"""keep projections

Revision ID: a9d3514f7c02
Revises: f5b81c2d7e94
Create Date: 2026-11-24 14:40:52.601377

"""

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "a9d3514f7c02"
down_revision: str | None = "f5b81c2d7e94"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "projections",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("election_code", sa.String(length=80), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("presenter_code", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("looked_at", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "length(sha256) = 64", name=op.f("ck_projections_has_a_hash")
        ),
        sa.CheckConstraint(
            "length(content) > 0", name=op.f("ck_projections_is_not_empty")
        ),
        sa.CheckConstraint(
            "revision BETWEEN 0 AND number - 1",
            name=op.f("ck_projections_shows_what_was_stored"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code"],
            ["elections.code"],
            name=op.f("fk_projections_election_code"),
        ),
        sa.ForeignKeyConstraint(
            ["presenter_code"],
            ["people.code"],
            name=op.f("fk_projections_presenter_code"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_projections")),
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table("projections")
