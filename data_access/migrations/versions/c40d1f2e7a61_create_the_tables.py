"""create the tables

Revision ID: c40d1f2e7a61
Revises:
Create Date: 2026-11-24 07:20:46.056792

"""

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "c40d1f2e7a61"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "elections",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
        sa.Column("launched_on", sa.Date(), nullable=False),
        sa.Column("voting_day", sa.Date(), nullable=False),
        sa.Column("voting_day_name_indonesian", sa.Text(), nullable=False),
        sa.Column("voting_day_name_english", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.CheckConstraint("name_indonesian <> ''", name=op.f("ck_elections_is_named")),
        sa.CheckConstraint(
            "launched_on <= voting_day", name=op.f("ck_elections_opens_before_it_votes")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_elections")),
    )
    op.create_table(
        "holiday_overrides",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("is_working", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", "decided_on", name=op.f("pk_holiday_overrides")),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column(
            "action",
            sa.Enum(
                "insert",
                "update",
                "purge",
                name="action",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("table_name", sa.String(length=80), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("actor <> ''", name=op.f("ck_journal_names_its_author")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    head = op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("last_hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_journal_head_is_the_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_head")),
    )
    op.create_table(
        "regions",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=13), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "negara",
                "provinsi",
                "kabupaten",
                "kota",
                "kecamatan",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("parent_code", sa.String(length=13), nullable=True),
        sa.Column("districts", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(parent_code IS NULL) = (level = 'negara')",
            name=op.f("ck_regions_lies_in_another"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_regions_is_named")),
        sa.CheckConstraint(
            "districts >= 0", name=op.f("ck_regions_districts_are_counted")
        ),
        sa.ForeignKeyConstraint(
            ["parent_code"], ["regions.code"], name=op.f("fk_regions_parent_code")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_regions")),
    )
    with op.batch_alter_table("regions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_regions_parent_code_code"),
            ["parent_code", "code"],
            unique=False,
        )

    op.create_table(
        "baselines",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["election_code"],
            ["elections.code"],
            name=op.f("fk_baselines_election_code"),
        ),
        sa.PrimaryKeyConstraint("election_code", "code", name=op.f("pk_baselines")),
    )
    op.create_table(
        "parties",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_parliamentary", sa.Boolean(), nullable=False),
        sa.Column(
            "path",
            sa.Enum(
                "administrative_only",
                "administrative_and_factual",
                name="path",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "name <> '' AND short_name <> ''", name=op.f("ck_parties_is_named")
        ),
        sa.CheckConstraint(
            "position >= 1", name=op.f("ck_parties_position_counts_from_1")
        ),
        sa.ForeignKeyConstraint(
            ["election_code"], ["elections.code"], name=op.f("fk_parties_election_code")
        ),
        sa.PrimaryKeyConstraint("election_code", "code", name=op.f("pk_parties")),
    )
    op.create_table(
        "region_figures",
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
        sa.Column("region_code", sa.String(length=13), nullable=False),
        sa.Column(
            "measure",
            sa.Enum(
                "population",
                "voters",
                name="measure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.CheckConstraint("value >= 0", name=op.f("ck_region_figures_is_counted")),
        sa.ForeignKeyConstraint(
            ["election_code"],
            ["elections.code"],
            name=op.f("fk_region_figures_election_code"),
        ),
        sa.ForeignKeyConstraint(
            ["region_code"],
            ["regions.code"],
            name=op.f("fk_region_figures_region_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code",
            "region_code",
            "measure",
            "known_on",
            name=op.f("pk_region_figures"),
        ),
    )
    op.create_table(
        "requirements",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("letter", sa.String(length=80), nullable=False),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
        sa.Column(
            "scope",
            sa.Enum(
                "national",
                "province",
                "regency",
                "district",
                name="scope",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "legal_entity",
                "board",
                "women",
                "members",
                "office",
                "document",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("share", sa.String(length=40), nullable=True),
        sa.Column("fixed", sa.Integer(), nullable=True),
        sa.Column(
            "rounding",
            sa.Enum(
                "half_up",
                "up",
                "down",
                name="rounding",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("per_population", sa.String(length=40), nullable=True),
        sa.Column("article", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "name_indonesian <> ''", name=op.f("ck_requirements_is_named")
        ),
        sa.CheckConstraint("fixed >= 0", name=op.f("ck_requirements_fixed_is_counted")),
        sa.ForeignKeyConstraint(
            ["election_code"],
            ["elections.code"],
            name=op.f("fk_requirements_election_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code", "code", "known_on", name=op.f("pk_requirements")
        ),
    )
    op.create_table(
        "stages",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
        sa.Column("short_name_indonesian", sa.Text(), nullable=False),
        sa.Column("short_name_english", sa.Text(), nullable=False),
        sa.Column("group_indonesian", sa.Text(), nullable=False),
        sa.Column("group_english", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("is_end_unrecorded", sa.Boolean(), nullable=False),
        sa.CheckConstraint("name_indonesian <> ''", name=op.f("ck_stages_is_named")),
        sa.CheckConstraint(
            "short_name_indonesian <> ''", name=op.f("ck_stages_is_named_in_short")
        ),
        sa.CheckConstraint(
            "position >= 1", name=op.f("ck_stages_position_counts_from_1")
        ),
        sa.CheckConstraint(
            "weight >= 0", name=op.f("ck_stages_weight_is_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["election_code"], ["elections.code"], name=op.f("fk_stages_election_code")
        ),
        sa.PrimaryKeyConstraint("election_code", "code", name=op.f("pk_stages")),
    )
    op.create_table(
        "baseline_days",
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
        sa.Column("baseline_code", sa.String(length=80), nullable=False),
        sa.Column("item_code", sa.String(length=80), nullable=False),
        sa.Column("planned_start", sa.Date(), nullable=True),
        sa.Column("planned_end", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "planned_start <= planned_end",
            name=op.f("ck_baseline_days_plan_runs_forward"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "baseline_code"],
            ["baselines.election_code", "baselines.code"],
            name=op.f("fk_baseline_days_election_code_baseline_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code", "baseline_code", "item_code", name=op.f("pk_baseline_days")
        ),
    )
    op.create_table(
        "milestones",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
        sa.Column("short_name_indonesian", sa.Text(), nullable=False),
        sa.Column("short_name_english", sa.Text(), nullable=False),
        sa.Column("group_indonesian", sa.Text(), nullable=False),
        sa.Column("group_english", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("is_end_unrecorded", sa.Boolean(), nullable=False),
        sa.Column("stage_code", sa.String(length=80), nullable=False),
        sa.Column("parent_code", sa.String(length=80), nullable=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("division", sa.Text(), nullable=False),
        sa.Column("region_code", sa.String(length=13), nullable=False),
        sa.Column(
            "measure",
            sa.Enum(
                "reported",
                "members",
                "regions",
                name="measure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "name_indonesian <> ''", name=op.f("ck_milestones_is_named")
        ),
        sa.CheckConstraint(
            "short_name_indonesian <> ''", name=op.f("ck_milestones_is_named_in_short")
        ),
        sa.CheckConstraint(
            "parent_code <> code", name=op.f("ck_milestones_is_not_its_own_part")
        ),
        sa.CheckConstraint(
            "position >= 1", name=op.f("ck_milestones_position_counts_from_1")
        ),
        sa.CheckConstraint(
            "weight >= 0", name=op.f("ck_milestones_weight_is_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "parent_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_milestones_election_code_parent_code"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "stage_code"],
            ["stages.election_code", "stages.code"],
            name=op.f("fk_milestones_election_code_stage_code"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code"],
            ["elections.code"],
            name=op.f("fk_milestones_election_code"),
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_milestones_region_code")
        ),
        sa.PrimaryKeyConstraint("election_code", "code", name=op.f("pk_milestones")),
    )
    op.create_table(
        "party_decisions",
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
        sa.Column("party_code", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "registration",
                "administrative",
                "factual",
                "determination",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "accepted",
                "returned",
                "not_filed",
                "incomplete",
                "MS",
                "BMS",
                "TMS",
                "determined",
                name="result",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("ballot_number", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "ballot_number IS NULL OR (ballot_number >= 1 AND result = 'determined')",
            name=op.f("ck_party_decisions_numbers_a_contestant"),
        ),
        sa.CheckConstraint(
            "decided_on <= known_on",
            name=op.f("ck_party_decisions_is_known_once_decided"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "party_code"],
            ["parties.election_code", "parties.code"],
            name=op.f("fk_party_decisions_election_code_party_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code",
            "party_code",
            "kind",
            "decided_on",
            name=op.f("pk_party_decisions"),
        ),
    )
    op.create_table(
        "stage_states",
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
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("planned_start", sa.Date(), nullable=True),
        sa.Column("planned_end", sa.Date(), nullable=True),
        sa.Column("relative_rule_indonesian", sa.Text(), nullable=False),
        sa.Column("relative_rule_english", sa.Text(), nullable=False),
        sa.Column("actual_start", sa.Date(), nullable=True),
        sa.Column("actual_end", sa.Date(), nullable=True),
        sa.Column(
            "holding",
            sa.Enum(
                "planned",
                "conditional",
                "not_held",
                name="holding",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("stage_code", sa.String(length=80), nullable=False),
        sa.CheckConstraint(
            "actual_end <= known_on", name=op.f("ck_stage_states_end_is_past")
        ),
        sa.CheckConstraint(
            "actual_start <= actual_end", name=op.f("ck_stage_states_runs_forward")
        ),
        sa.CheckConstraint(
            "actual_start <= known_on", name=op.f("ck_stage_states_start_is_past")
        ),
        sa.CheckConstraint(
            "planned_start <= planned_end",
            name=op.f("ck_stage_states_plan_runs_forward"),
        ),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_stage_states_version_counts_from_1")
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "stage_code"],
            ["stages.election_code", "stages.code"],
            name=op.f("fk_stage_states_election_code_stage_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code", "stage_code", "version", name=op.f("pk_stage_states")
        ),
    )
    op.create_table(
        "deadline_rules",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("reading", sa.String(length=80), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("subject_indonesian", sa.Text(), nullable=False),
        sa.Column("subject_english", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("anchor_end", sa.Boolean(), nullable=False),
        sa.Column("anchored_on", sa.Date(), nullable=True),
        sa.Column(
            "direction",
            sa.Enum(
                "before",
                "after",
                "at",
                name="direction",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column(
            "unit",
            sa.Enum(
                "calendar_days",
                "working_days",
                "months",
                "hours",
                "clock_time",
                "none",
                name="unit",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "first_day",
            sa.Enum(
                "inclusive",
                "exclusive",
                name="first_day",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "bound",
            sa.Enum(
                "latest",
                "earliest",
                "period_start",
                "conditional",
                name="bound",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("closes_at", sa.Time(), nullable=True),
        sa.Column("zone", sa.String(length=80), nullable=True),
        sa.Column("milestone_code", sa.String(length=80), nullable=True),
        sa.Column("article", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "amount IS NOT NULL OR unit IN ('clock_time', 'none')",
            name=op.f("ck_deadline_rules_has_an_amount"),
        ),
        sa.CheckConstraint(
            "amount >= 0", name=op.f("ck_deadline_rules_amount_is_counted")
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "milestone_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_deadline_rules_election_code_milestone_code"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code"],
            ["elections.code"],
            name=op.f("fk_deadline_rules_election_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code", "code", "reading", name=op.f("pk_deadline_rules")
        ),
    )
    op.create_table(
        "milestone_states",
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
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("planned_start", sa.Date(), nullable=True),
        sa.Column("planned_end", sa.Date(), nullable=True),
        sa.Column("relative_rule_indonesian", sa.Text(), nullable=False),
        sa.Column("relative_rule_english", sa.Text(), nullable=False),
        sa.Column("actual_start", sa.Date(), nullable=True),
        sa.Column("actual_end", sa.Date(), nullable=True),
        sa.Column(
            "holding",
            sa.Enum(
                "planned",
                "conditional",
                "not_held",
                name="holding",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("milestone_code", sa.String(length=80), nullable=False),
        sa.Column("progress_percent", sa.Integer(), nullable=True),
        sa.Column(
            "slip_reason",
            sa.Enum(
                "outside_system",
                "decision_of_centre",
                "dispute_or_ruling",
                "weather",
                "budget",
                "people",
                "other",
                name="slip_reason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("exception", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "actual_end <= known_on", name=op.f("ck_milestone_states_end_is_past")
        ),
        sa.CheckConstraint(
            "actual_start <= actual_end", name=op.f("ck_milestone_states_runs_forward")
        ),
        sa.CheckConstraint(
            "actual_start <= known_on", name=op.f("ck_milestone_states_start_is_past")
        ),
        sa.CheckConstraint(
            "planned_start <= planned_end",
            name=op.f("ck_milestone_states_plan_runs_forward"),
        ),
        sa.CheckConstraint(
            "progress_percent BETWEEN 0 AND 100",
            name=op.f("ck_milestone_states_progress_is_a_share"),
        ),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_milestone_states_version_counts_from_1")
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "milestone_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_milestone_states_election_code_milestone_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code",
            "milestone_code",
            "version",
            name=op.f("pk_milestone_states"),
        ),
    )
    op.create_table(
        "phases",
        sa.Column("version", sa.Integer(), nullable=False),
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
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_indonesian", sa.Text(), nullable=False),
        sa.Column("name_english", sa.Text(), nullable=False),
        sa.Column("short_name_indonesian", sa.Text(), nullable=False),
        sa.Column("short_name_english", sa.Text(), nullable=False),
        sa.Column("milestone_code", sa.String(length=80), nullable=False),
        sa.Column("verdicts", sa.String(length=20), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.CheckConstraint("name_indonesian <> ''", name=op.f("ck_phases_is_named")),
        sa.CheckConstraint("verdicts <> ''", name=op.f("ck_phases_gives_verdicts")),
        sa.CheckConstraint(
            "position >= 1", name=op.f("ck_phases_position_counts_from_1")
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "milestone_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_phases_election_code_milestone_code"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code"], ["elections.code"], name=op.f("fk_phases_election_code")
        ),
        sa.PrimaryKeyConstraint("election_code", "code", name=op.f("pk_phases")),
    )
    op.create_table(
        "predecessors",
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
        sa.Column("milestone_code", sa.String(length=80), nullable=False),
        sa.Column("predecessor_code", sa.String(length=80), nullable=False),
        sa.CheckConstraint(
            "milestone_code <> predecessor_code",
            name=op.f("ck_predecessors_comes_before_another"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "milestone_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_predecessors_election_code_milestone_code"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "predecessor_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_predecessors_election_code_predecessor_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code",
            "milestone_code",
            "predecessor_code",
            name=op.f("pk_predecessors"),
        ),
    )
    op.create_table(
        "milestone_phases",
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
        sa.Column("milestone_code", sa.String(length=80), nullable=False),
        sa.Column("phase_code", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["election_code", "milestone_code"],
            ["milestones.election_code", "milestones.code"],
            name=op.f("fk_milestone_phases_election_code_milestone_code"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "phase_code"],
            ["phases.election_code", "phases.code"],
            name=op.f("fk_milestone_phases_election_code_phase_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code", "milestone_code", name=op.f("pk_milestone_phases")
        ),
    )
    op.create_table(
        "reported_figures",
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
        sa.Column("phase_code", sa.String(length=80), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("measure", sa.String(length=80), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("is_approximate", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "as_of <= known_on", name=op.f("ck_reported_figures_is_known_once_reported")
        ),
        sa.CheckConstraint("value >= 0", name=op.f("ck_reported_figures_is_counted")),
        sa.ForeignKeyConstraint(
            ["election_code", "phase_code"],
            ["phases.election_code", "phases.code"],
            name=op.f("fk_reported_figures_election_code_phase_code"),
        ),
        sa.PrimaryKeyConstraint(
            "election_code",
            "phase_code",
            "area",
            "parties",
            "measure",
            "as_of",
            name=op.f("pk_reported_figures"),
        ),
    )
    op.create_table(
        "tallies",
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
        sa.Column("phase_code", sa.String(length=80), nullable=False),
        sa.Column("party_code", sa.String(length=80), nullable=False),
        sa.Column("region_code", sa.String(length=13), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("required", sa.Integer(), nullable=False),
        sa.Column("sample", sa.Integer(), nullable=False),
        sa.Column("visited", sa.Integer(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("eligible", sa.Integer(), nullable=False),
        sa.Column("correctable", sa.Integer(), nullable=False),
        sa.Column("ineligible", sa.Integer(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "MS",
                "BMS",
                "TMS",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "submitted",
                "decided",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("minutes_number", sa.Text(), nullable=True),
        sa.Column("minutes_date", sa.Date(), nullable=True),
        sa.Column("minutes_sha256", sa.String(length=64), nullable=True),
        sa.Column(
            "origin",
            sa.Enum(
                "sipol",
                "manual",
                "simulated",
                name="origin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "(origin = 'simulated') = (confidence = 'simulated')",
            name=op.f("ck_tallies_simulated_says_so"),
        ),
        sa.CheckConstraint(
            "(state = 'decided') = (decided_on IS NOT NULL)",
            name=op.f("ck_tallies_is_decided_on_a_day"),
        ),
        sa.CheckConstraint(
            "state <> 'decided' OR origin = 'simulated' OR (minutes_number IS NOT NULL"
            " AND minutes_date IS NOT NULL AND minutes_sha256 IS NOT NULL)",
            name=op.f("ck_tallies_minutes_stand_behind_it"),
        ),
        sa.CheckConstraint(
            "state = 'decided' OR minutes_number IS NULL",
            name=op.f("ck_tallies_minutes_are_of_a_plenary"),
        ),
        sa.CheckConstraint(
            "verdict IS NULL OR state = 'decided'",
            name=op.f("ck_tallies_verdict_is_decided"),
        ),
        sa.CheckConstraint(
            "decided_on <= known_on", name=op.f("ck_tallies_is_known_once_decided")
        ),
        sa.CheckConstraint(
            "eligible + correctable + ineligible <= visited",
            name=op.f("ck_tallies_verdicts_within_visited"),
        ),
        sa.CheckConstraint(
            "eligible >= 0 AND correctable >= 0 AND ineligible >= 0",
            name=op.f("ck_tallies_verdicts_are_counted"),
        ),
        sa.CheckConstraint(
            "length(minutes_sha256) = 64", name=op.f("ck_tallies_minutes_have_a_hash")
        ),
        sa.CheckConstraint(
            "members >= 0 AND required >= 0",
            name=op.f("ck_tallies_members_are_counted"),
        ),
        sa.CheckConstraint(
            "met BETWEEN 0 AND visited", name=op.f("ck_tallies_met_within_visited")
        ),
        sa.CheckConstraint(
            "replaces BETWEEN 1 AND version - 1",
            name=op.f("ck_tallies_replaces_an_older_one"),
        ),
        sa.CheckConstraint(
            "reported_on <= known_on", name=op.f("ck_tallies_is_known_once_reported")
        ),
        sa.CheckConstraint(
            "sample BETWEEN 0 AND members",
            name=op.f("ck_tallies_sample_within_members"),
        ),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_tallies_version_counts_from_1")
        ),
        sa.CheckConstraint(
            "visited BETWEEN 0 AND sample",
            name=op.f("ck_tallies_visited_within_sample"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "party_code"],
            ["parties.election_code", "parties.code"],
            name=op.f("fk_tallies_election_code_party_code"),
        ),
        sa.ForeignKeyConstraint(
            ["election_code", "phase_code"],
            ["phases.election_code", "phases.code"],
            name=op.f("fk_tallies_election_code_phase_code"),
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_tallies_region_code")
        ),
        sa.PrimaryKeyConstraint(
            "election_code",
            "phase_code",
            "party_code",
            "region_code",
            "version",
            name=op.f("pk_tallies"),
        ),
    )
    with op.batch_alter_table("tallies", schema=None) as batch_op:
        batch_op.create_index(
            "ix_tallies_latest",
            [
                "election_code",
                "phase_code",
                "party_code",
                "region_code",
                "reported_on",
                "version",
            ],
            unique=False,
        )

    op.bulk_insert(head, [{"id": 1, "last_id": 0, "last_hash": "0" * 64}])


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table("tallies", schema=None) as batch_op:
        batch_op.drop_index("ix_tallies_latest")

    op.drop_table("tallies")
    op.drop_table("reported_figures")
    op.drop_table("milestone_phases")
    op.drop_table("predecessors")
    op.drop_table("phases")
    op.drop_table("milestone_states")
    op.drop_table("deadline_rules")
    op.drop_table("stage_states")
    op.drop_table("party_decisions")
    op.drop_table("milestones")
    op.drop_table("baseline_days")
    op.drop_table("stages")
    op.drop_table("requirements")
    op.drop_table("region_figures")
    op.drop_table("parties")
    op.drop_table("baselines")
    with op.batch_alter_table("regions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_regions_parent_code_code"))

    op.drop_table("regions")
    op.drop_table("journal_head")
    op.drop_table("journal")
    op.drop_table("holiday_overrides")
    op.drop_table("elections")
