"""find the state known on a day

Revision ID: a81c6f3d2b97
Revises: a93d5c7e4f10
Create Date: 2026-11-24 14:31:20.115032

"""

from alembic import op

# revision identifiers, used by Alembic.
revision: str = "a81c6f3d2b97"
down_revision: str | None = "a93d5c7e4f10"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Upgrade schema."""
    with op.batch_alter_table("milestone_states", schema=None) as batch_op:
        batch_op.create_index(
            "ix_milestone_states_known",
            ["election_code", "milestone_code", "known_on", "version"],
            unique=False,
        )


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table("milestone_states", schema=None) as batch_op:
        batch_op.drop_index("ix_milestone_states_known")
