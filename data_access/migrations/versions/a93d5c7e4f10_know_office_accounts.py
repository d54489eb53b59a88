"""know office accounts

Revision ID: a93d5c7e4f10
Revises: e2c47a90b6d8
Create Date: 2026-11-24 13:58:20.117406

"""

import sqlalchemy as sa
from alembic import op

from data_access.database import DatabaseUnusable

# revision identifiers, used by Alembic.
revision: str = "a93d5c7e4f10"
down_revision: str | None = "e2c47a90b6d8"
branch_labels: str | None = None
depends_on: str | None = None

ONE_OF_TWO = sa.text(
    "SELECT min(code) FROM people WHERE email <> ''"
    " GROUP BY lower(email) HAVING count(*) > 1"
)
WAY_OUT = "UPDATE people SET email = '' WHERE code = …"


def upgrade() -> None:
    """Upgrade schema.

    Raises:
        DatabaseUnusable: Two people share an e-mail address.
    """
    # An address now tells who somebody is; whose it is, nobody but an administrator
    # can say.
    if shared := op.get_bind().scalar(ONE_OF_TWO):
        raise DatabaseUnusable(
            f"{shared} shares an e-mail address with somebody else; take it from "
            f"one of them first, in SQL: {WAY_OUT}"
        )
    op.execute("UPDATE people SET email = lower(email)")
    op.add_column("people", sa.Column("subject", sa.Text(), nullable=True))
    op.create_index(
        "uq_people_email",
        "people",
        ["email"],
        unique=True,
        sqlite_where=sa.text("email <> ''"),
        postgresql_where=sa.text("email <> ''"),
    )
    op.create_index("uq_people_subject", "people", ["subject"], unique=True)
    op.add_column("sessions", sa.Column("provider_subject", sa.Text(), nullable=True))


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_column("sessions", "provider_subject")
    op.drop_index("uq_people_subject", "people")
    op.drop_index("uq_people_email", "people")
    op.drop_column("people", "subject")
