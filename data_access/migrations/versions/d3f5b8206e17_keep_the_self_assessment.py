"""keep the self-assessment

Revision ID: d3f5b8206e17
Revises: d5b81c3e7f60
Create Date: 2026-11-24 22:15:00.000000

"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "d3f5b8206e17"
down_revision: str | None = "d5b81c3e7f60"
branch_labels: str | None = None
depends_on: str | None = None

CONFIDENCE = ("verified", "partial", "inferred", "recalled", "simulated")
PREDICATES = ("wbk", "wbbm")
STEPS = ("predicate_obtained", "predicate_declared")
ASPECTS = ("compliance", "reform", "result")
ASSESSORS = ("self_assessment", "internal_team", "national_team")


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


def points(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """Return a column of points, kept in digits."""
    return sa.Column(name, sa.String(length=40), nullable=nullable)


def named() -> tuple[sa.Column[str], sa.Column[int], sa.Column[str], sa.Column[str]]:
    """Return the columns of a code and its name."""
    return (
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
    )


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "integrity_components",
        *named(),
        sa.Column("short_name_indonesian", sa.Text(), nullable=False),
        sa.Column("short_name_english", sa.Text(), nullable=False),
        points("compliance_weight", nullable=True),
        points("reform_weight", nullable=True),
        points("result_weight", nullable=True),
        sa.Column("article", sa.Text(), nullable=False),
        *sourced("integrity_components"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "name_indonesian <> ''", name=op.f("ck_integrity_components_has_a_name")
        ),
        sa.CheckConstraint(
            "(result_weight IS NULL) = (compliance_weight IS NOT NULL)"
            " AND (compliance_weight IS NULL) = (reform_weight IS NULL)",
            name=op.f("ck_integrity_components_is_an_area_or_a_result"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_integrity_components")),
    )
    op.create_table(
        "integrity_thresholds",
        sa.Column(
            "predicate",
            choice("integrity_thresholds", "predicate", PREDICATES),
            nullable=False,
        ),
        *map(
            points,
            ("total", "leverage", "anti_corruption", "performance", "service"),
        ),
        sa.Column("area_share", sa.String(length=40), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        *sourced("integrity_thresholds"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("predicate", name=op.f("pk_integrity_thresholds")),
    )
    _create_scores()
    op.create_table(
        "integrity_predicates",
        sa.Column(
            "predicate",
            choice("integrity_predicates", "predicate", PREDICATES),
            nullable=False,
        ),
        sa.Column(
            "step", choice("integrity_predicates", "step", STEPS), nullable=False
        ),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=False),
        *sourced("integrity_predicates"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "predicate", "step", name=op.f("pk_integrity_predicates")
        ),
    )
    op.create_table(
        "reform_areas",
        *named(),
        *sourced("reform_areas"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_reform_areas")),
    )


def _create_scores() -> None:
    table = "integrity_scores"
    op.create_table(
        table,
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("component_code", sa.String(length=80), nullable=False),
        sa.Column("aspect", choice(table, "aspect", ASPECTS), nullable=False),
        sa.Column("assessor", choice(table, "assessor", ASSESSORS), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        points("points"),
        points("survey_index", nullable=True),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("evidence_needed", sa.Integer(), nullable=False),
        sa.Column("evidence_link", sa.Text(), nullable=False),
        *sourced(table),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_integrity_scores_version_counts_from_1")
        ),
        sa.CheckConstraint(
            "points NOT LIKE '-%'",
            name=op.f("ck_integrity_scores_points_not_negative"),
        ),
        sa.CheckConstraint(
            "evidence BETWEEN 0 AND evidence_needed",
            name=op.f("ck_integrity_scores_evidence_is_of_what_is_needed"),
        ),
        sa.CheckConstraint(
            "evidence_link = '' OR evidence_link LIKE 'https://%'",
            name=op.f("ck_integrity_scores_link_is_https"),
        ),
        sa.ForeignKeyConstraint(
            ["component_code"],
            ["integrity_components.code"],
            name=op.f("fk_integrity_scores_component_code"),
        ),
        sa.PrimaryKeyConstraint(
            "period",
            "component_code",
            "aspect",
            "assessor",
            "version",
            name=op.f("pk_integrity_scores"),
        ),
    )


def downgrade() -> None:
    """Downgrade schema."""
    for table in (
        "reform_areas",
        "integrity_predicates",
        "integrity_scores",
        "integrity_thresholds",
        "integrity_components",
    ):
        op.drop_table(table)
