"""keep the survey and the accountability

Revision ID: d5b81c3e7f60
Revises: c7d20a91be48
Create Date: 2026-11-24 22:10:00.000000

"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "d5b81c3e7f60"
down_revision: str | None = "c7d20a91be48"
branch_labels: str | None = None
depends_on: str | None = None

CONFIDENCE = ("verified", "partial", "inferred", "recalled", "simulated")
GRADES = ("AA", "A", "BB", "B", "CC", "C", "D")
COMPONENTS = (
    "sakip_planning",
    "sakip_measurement",
    "sakip_reporting",
    "sakip_evaluation",
)
ELEMENTS = (
    "survey_requirements",
    "survey_procedure",
    "survey_duration",
    "survey_cost",
    "survey_product",
    "survey_competence",
    "survey_conduct",
    "survey_complaints",
    "survey_facilities",
)


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


def holds(table: str, name: str, rule: str) -> sa.CheckConstraint:
    """Return a named check of a table."""
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "survey_rounds",
        sa.Column("round_code", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("service_code", sa.String(length=80), nullable=True),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("respondents", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column(
            "basis",
            choice("survey_rounds", "basis", ("survey_totals", "survey_averages")),
            nullable=False,
        ),
        *(sa.Column(each, sa.String(length=40), nullable=False) for each in ELEMENTS),
        sa.Column("deviation", sa.String(length=40), nullable=True),
        *sourced("survey_rounds"),
        holds("survey_rounds", "version_counts_from_1", "version >= 1"),
        holds("survey_rounds", "somebody_answered", "respondents >= 1"),
        holds(
            "survey_rounds", "served_as_many_as_answered", "population >= respondents"
        ),
        holds("survey_rounds", "days_in_order", "period_end >= period_start"),
        sa.ForeignKeyConstraint(
            ["service_code"],
            ["services.code"],
            name=op.f("fk_survey_rounds_service_code"),
        ),
        sa.PrimaryKeyConstraint("round_code", "version", name=op.f("pk_survey_rounds")),
    )
    op.create_table(
        "accountability_weights",
        sa.Column(
            "component",
            choice("accountability_weights", "component", COMPONENTS),
            nullable=False,
        ),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        *sourced("accountability_weights"),
        holds(
            "accountability_weights",
            "weight_is_of_100",
            "weight > 0 AND weight <= 100",
        ),
        sa.PrimaryKeyConstraint("component", name=op.f("pk_accountability_weights")),
    )
    op.create_table(
        "accountability_bands",
        sa.Column(
            "grade", choice("accountability_bands", "grade", GRADES), nullable=False
        ),
        sa.Column("above", sa.Integer(), nullable=True),
        sa.Column("article", sa.Text(), nullable=False),
        *sourced("accountability_bands"),
        holds("accountability_bands", "above_is_of_100", "above >= 0 AND above < 100"),
        sa.PrimaryKeyConstraint("grade", name=op.f("pk_accountability_bands")),
    )
    op.create_table(
        "accountability_years",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column(
            "grade", choice("accountability_years", "grade", GRADES), nullable=True
        ),
        sa.Column("total", sa.String(length=40), nullable=True),
        *(sa.Column(each, sa.String(length=40), nullable=True) for each in COMPONENTS),
        *sourced("accountability_years"),
        holds("accountability_years", "version_counts_from_1", "version >= 1"),
        sa.PrimaryKeyConstraint(
            "year", "version", name=op.f("pk_accountability_years")
        ),
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table("accountability_years")
    op.drop_table("accountability_bands")
    op.drop_table("accountability_weights")
    op.drop_table("survey_rounds")
