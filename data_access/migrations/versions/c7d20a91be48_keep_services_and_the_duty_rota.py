"""keep services and the duty rota

Revision ID: c7d20a91be48
Revises: e81f3a5c92d6
Create Date: 2026-11-24 21:45:00.000000

"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "c7d20a91be48"
down_revision: str | None = "e81f3a5c92d6"
branch_labels: str | None = None
depends_on: str | None = None

CONFIDENCE = ("verified", "partial", "inferred", "recalled", "simulated")


def choice(table: str, name: str, values: Sequence[str]) -> sa.Enum:
    """Return the type of a column that holds one of some values."""
    return sa.Enum(
        *values,
        name=op.f(f"ck_{table}_{name}"),
        native_enum=False,
        create_constraint=True,
        length=40,
    )


def sourced(table: str) -> list[sa.Column[str]]:
    """Return the columns of every row that states a fact."""
    return [
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column(
            "confidence", choice(table, "confidence", CONFIDENCE), nullable=False
        ),
        sa.Column("note", sa.Text(), nullable=False),
    ]


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "services",
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            choice("services", "kind", ("flagship", "service", "innovation")),
            nullable=False,
        ),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
        *sourced("services"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "name_indonesian <> ''", name=op.f("ck_services_has_a_name")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_services")),
    )
    statuses = ("service_planned", "service_running", "service_paused", "service_ended")
    op.create_table(
        "service_states",
        sa.Column("service_code", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column(
            "status", choice("service_states", "status", statuses), nullable=False
        ),
        sa.Column("since", sa.Date(), nullable=True),
        *sourced("service_states"),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_service_states_version_counts_from_1")
        ),
        sa.CheckConstraint(
            "link = '' OR link LIKE 'https://%'",
            name=op.f("ck_service_states_link_is_https"),
        ),
        sa.ForeignKeyConstraint(
            ["service_code"],
            ["services.code"],
            name=op.f("fk_service_states_service_code"),
        ),
        sa.PrimaryKeyConstraint(
            "service_code", "version", name=op.f("pk_service_states")
        ),
    )
    op.create_table(
        "service_figures",
        sa.Column("service_code", sa.String(length=80), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("what_indonesian", sa.Text(), nullable=False),
        sa.Column("what_english", sa.Text(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        *sourced("service_figures"),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_service_figures_version_counts_from_1")
        ),
        sa.CheckConstraint(
            "counted >= 0", name=op.f("ck_service_figures_counts_from_0")
        ),
        sa.CheckConstraint(
            "what_indonesian <> ''", name=op.f("ck_service_figures_counts_something")
        ),
        sa.ForeignKeyConstraint(
            ["service_code"],
            ["services.code"],
            name=op.f("fk_service_figures_service_code"),
        ),
        sa.PrimaryKeyConstraint(
            "service_code", "month", "version", name=op.f("pk_service_figures")
        ),
    )
    places, parts = (
        ("duty_office", "service_desk"),
        ("whole_day", "morning", "afternoon"),
    )
    op.create_table(
        "duty_shifts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", choice("duty_shifts", "place", places), nullable=False),
        sa.Column("day_part", choice("duty_shifts", "day_part", parts), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        *sourced("duty_shifts"),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_duty_shifts_version_counts_from_1")
        ),
        sa.PrimaryKeyConstraint(
            "day", "place", "day_part", "version", name=op.f("pk_duty_shifts")
        ),
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table("duty_shifts")
    op.drop_table("service_figures")
    op.drop_table("service_states")
    op.drop_table("services")
