"""record progress

Revision ID: d1f4a8c35b20
Revises: 64b123694e66
Create Date: 2026-11-24 12:10:00

"""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

# revision identifiers, used by Alembic.
revision: str = "d1f4a8c35b20"
down_revision: str | None = "64b123694e66"
branch_labels: str | None = None
depends_on: str | None = None

OF_TALLIES = {
    "ck_tallies_state": "state IN ('draft', 'submitted', 'decided', 'withdrawn')",
    "ck_tallies_takes_back_an_older_one": "takes_back BETWEEN 1 AND version - 1",
    "ck_tallies_public_takes_nothing_back": (
        "takes_back IS NULL OR state IN ('draft', 'withdrawn')"
    ),
    "ck_tallies_withdrawal_takes_all_back": (
        "state <> 'withdrawn' OR (takes_back IS NOT NULL AND takes_back = 1)"
    ),
}
OF_STATES = {
    "ck_milestone_states_minutes_have_number_and_date": (
        "(minutes_number IS NULL) = (minutes_date IS NULL)"
    )
}
LATEST = ["election_code", "phase_code", "party_code", "region_code", "reported_on"]
TAKEN_BACK = sa.text("takes_back IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("tallies") as batch:
        batch.add_column(sa.Column("takes_back", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("signers", sa.Text(), nullable=True))
        batch.drop_constraint(op.f("ck_tallies_state"), type_="check")
        _check(batch, OF_TALLIES)
    op.create_index(
        "ix_tallies_taken_back",
        "tallies",
        [*LATEST[:4], "version"],
        sqlite_where=TAKEN_BACK,
        postgresql_where=TAKEN_BACK,
    )
    with op.batch_alter_table("milestone_states") as batch:
        batch.add_column(
            sa.Column("remark", sa.Text(), nullable=False, server_default="")
        )
        batch.add_column(sa.Column("minutes_number", sa.Text(), nullable=True))
        batch.add_column(sa.Column("minutes_date", sa.Date(), nullable=True))
        batch.add_column(sa.Column("predecessor_codes", sa.Text(), nullable=True))
        _check(batch, OF_STATES)
    with op.batch_alter_table("milestone_states") as batch:
        batch.alter_column("remark", server_default=None)
    op.create_index(
        op.f("ix_journal_table_name_row_key"), "journal", ["table_name", "row_key"]
    )
    op.create_table(
        "scans",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "media_type",
            sa.Enum(
                "application/pdf",
                "image/png",
                "image/jpeg",
                name="media_type",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_scans_has_a_hash")),
        sa.CheckConstraint(
            "size BETWEEN 1 AND 5242880", name=op.f("ck_scans_is_not_too_large")
        ),
        sa.CheckConstraint("size = length(content)", name=op.f("ck_scans_is_whole")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_scans")),
    )


def downgrade() -> None:
    # What only the newer tables can hold would be lost or break the older ones.
    op.execute("DELETE FROM tallies WHERE state = 'withdrawn'")
    op.drop_table("scans")
    op.drop_index(op.f("ix_journal_table_name_row_key"), table_name="journal")
    with op.batch_alter_table("milestone_states") as batch:
        _drop(batch, OF_STATES)
        for column in ("remark", "minutes_number", "minutes_date", "predecessor_codes"):
            batch.drop_column(column)
    op.drop_index("ix_tallies_taken_back", table_name="tallies")
    with op.batch_alter_table("tallies") as batch:
        _drop(batch, OF_TALLIES)
        batch.create_check_constraint(
            op.f("ck_tallies_state"), "state IN ('draft', 'submitted', 'decided')"
        )
        batch.drop_column("signers")
        batch.drop_column("takes_back")


def _check(batch: BatchOperations, checks: Mapping[str, str]) -> None:
    for name, condition in checks.items():
        batch.create_check_constraint(op.f(name), condition)


def _drop(batch: BatchOperations, checks: Mapping[str, str]) -> None:
    for name in checks:
        batch.drop_constraint(op.f(name), type_="check")
