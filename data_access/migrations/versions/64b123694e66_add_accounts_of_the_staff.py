"""add accounts of the staff

Revision ID: 64b123694e66
Revises: c40d1f2e7a61
Create Date: 2026-11-24 11:51:32.901419

"""

import sqlalchemy as sa
from alembic import op

# revision identifiers, used by Alembic.
revision: str = "64b123694e66"
down_revision: str | None = "c40d1f2e7a61"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table(
        "people",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "operator",
                "editor",
                "admin",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("regions", sa.Text(), nullable=False),
        sa.Column("divisions", sa.Text(), nullable=False),
        sa.Column(
            "language",
            sa.Enum(
                "id",
                "en",
                name="language",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("password_set_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "code <> '' AND code = lower(code)",
            name=op.f("ck_people_code_is_lower_case"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_people_is_named")),
        sa.CheckConstraint(
            "version >= 1", name=op.f("ck_people_version_counts_from_1")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_people")),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("address", sa.String(length=80), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempts")),
    )
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sign_in_attempts_address_at", ["address", "at"], unique=False
        )
        batch_op.create_index(
            "ix_sign_in_attempts_code_at", ["code", "at"], unique=False
        )

    op.create_table(
        "credentials",
        sa.Column("person_code", sa.String(length=80), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_code"], ["people.code"], name=op.f("fk_credentials_person_code")
        ),
        sa.PrimaryKeyConstraint("person_code", name=op.f("pk_credentials")),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_code", sa.String(length=80), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "last_used_at >= opened_at", name=op.f("ck_sessions_is_used_once_open")
        ),
        sa.ForeignKeyConstraint(
            ["person_code"], ["people.code"], name=op.f("fk_sessions_person_code")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sessions_person_code"), ["person_code"], unique=False
        )


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sessions_person_code"))

    op.drop_table("sessions")
    op.drop_table("credentials")
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.drop_index("ix_sign_in_attempts_code_at")
        batch_op.drop_index("ix_sign_in_attempts_address_at")

    op.drop_table("sign_in_attempts")
    op.drop_table("people")
