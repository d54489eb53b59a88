"""Reads of the rules on legal deadlines and of the decisions on holidays."""

from datetime import date

from sqlalchemy import Connection, select

from data_access.grounds import Ground
from data_access.rows import AnyRow, provenance_of
from data_access.tables import deadline_rules, holiday_overrides
from domain.bilingual import Bilingual
from domain.deadlines import DeadlineRule
from domain.workdays import HolidayOverride

RULES_GROUND = Ground((deadline_rules,), (deadline_rules.c.known_on,))
"""What `read_deadline_rules` rests on."""

OVERRIDES_GROUND = Ground((holiday_overrides,), (holiday_overrides.c.decided_on,))
"""What `read_holiday_overrides` rests on."""


def read_deadline_rules(
    connection: Connection, election: str, day: date
) -> tuple[DeadlineRule, ...]:
    """Return the rules known on a day, every reading of each, in order of codes."""
    query = (
        select(deadline_rules)
        .where(
            deadline_rules.c.election_code == election, deadline_rules.c.known_on <= day
        )
        .order_by(deadline_rules.c.code, deadline_rules.c.reading)
    )
    return tuple(map(_rule, connection.execute(query)))


def read_holiday_overrides(
    connection: Connection, day: date
) -> tuple[HolidayOverride, ...]:
    """Return the decisions on holidays taken by a day, oldest first."""
    query = (
        select(holiday_overrides)
        .where(holiday_overrides.c.decided_on <= day)
        .order_by(holiday_overrides.c.decided_on, holiday_overrides.c.day)
    )
    return tuple(map(_override, connection.execute(query)))


def _rule(row: AnyRow) -> DeadlineRule:
    return DeadlineRule(
        code=row.code,
        reading=row.reading,
        subject=Bilingual(row.subject_indonesian, row.subject_english),
        wording=row.wording,
        anchor=row.anchor,
        anchor_end=row.anchor_end,
        anchored_on=row.anchored_on,
        direction=row.direction,
        amount=row.amount,
        unit=row.unit,
        first_day=row.first_day,
        bound=row.bound,
        closes_at=row.closes_at,
        zone=row.zone,
        milestone_code=row.milestone_code,
        article=row.article,
        provenance=provenance_of(row),
    )


def _override(row: AnyRow) -> HolidayOverride:
    return HolidayOverride(
        day=row.day,
        is_working=row.is_working,
        name=row.name,
        decided_on=row.decided_on,
        provenance=provenance_of(row),
    )
