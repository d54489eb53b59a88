"""count pledges

Revision ID: f5b81c2d7e94
Revises: a81c6f3d2b97
Create Date: 2026-11-24 14:35:07.530118

"""

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "f5b81c2d7e94"
down_revision: str | None = "a81c6f3d2b97"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "pledges",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("region_code", sa.String(length=13), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.CheckConstraint("counted >= 1", name=op.f("ck_pledges_counts_from_1")),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_pledges_region_code")
        ),
        sa.PrimaryKeyConstraint("day", "region_code", name=op.f("pk_pledges")),
    )
    op.create_table(
        "pledge_refusals",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "refusal",
            sa.Enum(
                "malformed",
                "foreign",
                "unsealed",
                "early",
                "late",
                "region",
                "twice",
                "network",
                "ceiling",
                name=op.f("ck_pledge_refusals_refusal"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "counted >= 1", name=op.f("ck_pledge_refusals_counts_from_1")
        ),
        sa.PrimaryKeyConstraint("day", "refusal", name=op.f("pk_pledge_refusals")),
    )
    op.create_table(
        "pledge_keys",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_pledge_keys")),
    )
    op.create_table(
        "pledge_uses",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.CheckConstraint("counted >= 1", name=op.f("ck_pledge_uses_counts_from_1")),
        sa.PrimaryKeyConstraint("day", "mark", name=op.f("pk_pledge_uses")),
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table("pledge_uses")
    op.drop_table("pledge_keys")
    op.drop_table("pledge_refusals")
    op.drop_table("pledges")
