"""find the days on which rows begin to count

Revision ID: e5a2c8f61b30
Revises: d3f5b8206e17
Create Date: 2026-11-25 01:10:00.000000

"""

from alembic import op

# revision identifiers, used by Alembic.
revision: str = "e5a2c8f61b30"
down_revision: str | None = "d3f5b8206e17"
branch_labels: str | None = None
depends_on: str | None = None

TABLES = (
    "duty_shifts",
    "integrity_scores",
    "milestone_states",
    "party_decisions",
    "service_figures",
)


def upgrade() -> None:
    """Upgrade schema."""
    for table in TABLES:
        op.create_index(f"ix_{table}_known_on", table, ["known_on"])


def downgrade() -> None:
    """Downgrade schema."""
    for table in TABLES:
        op.drop_index(f"ix_{table}_known_on", table)
