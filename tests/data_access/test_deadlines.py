from datetime import date, time

from data_access.deadlines import read_deadline_rules, read_holiday_overrides
from data_access.tables import deadline_rules, holiday_overrides
from domain.bilingual import Bilingual
from domain.deadlines import Bound, DeadlineRule, Direction, FirstDay, Unit
from domain.provenance import Confidence, Provenance
from domain.workdays import HolidayOverride
from tests.data_access.election_rows import (
    ELECTION,
    STAKEHOLDER_DAY,
    deadline_rule,
    holiday_override,
    store,
    store_ground,
)

READ = Provenance(source="PKPU 4/2022", confidence=Confidence.VERIFIED)


def test_the_closing_of_registration_comes_with_its_hour_and_zone(connection):
    store_ground(connection)
    closing = deadline_rule(
        "LD-03",
        anchor="M3-02",
        anchored_on=date(2022, 8, 14),
        direction=Direction.AT,
        amount=None,
        unit=Unit.CLOCK_TIME,
        closes_at=time(23, 59),
        zone="Asia/Jakarta",
        milestone_code="M3-03",
    )
    store(connection, deadline_rules, closing)
    assert read_deadline_rules(connection, ELECTION, STAKEHOLDER_DAY) == (
        DeadlineRule(
            code="LD-03",
            reading="a",
            subject=Bilingual("Dimulainya tahapan", "Start of the stages"),
            wording="paling lambat 20 bulan sebelum hari pemungutan suara",
            anchor="M3-02",
            anchor_end=True,
            anchored_on=date(2022, 8, 14),
            direction=Direction.AT,
            amount=None,
            unit=Unit.CLOCK_TIME,
            first_day=FirstDay.EXCLUSIVE,
            bound=Bound.LATEST,
            closes_at=time(23, 59),
            zone="Asia/Jakarta",
            milestone_code="M3-03",
            article="UU 7/2017 Ps. 167(6)",
            provenance=READ,
        ),
    )


def test_both_readings_of_a_rule_come_together(connection):
    store_ground(connection)
    store(
        connection,
        deadline_rules,
        deadline_rule("LD-41", reading="b"),
        deadline_rule("LD-02"),
        deadline_rule("LD-41", reading="a"),
    )
    rules = read_deadline_rules(connection, ELECTION, STAKEHOLDER_DAY)
    assert [(rule.code, rule.reading) for rule in rules] == [
        ("LD-02", "a"),
        ("LD-41", "a"),
        ("LD-41", "b"),
    ]


def test_a_rule_shows_from_the_day_of_its_regulation(connection):
    store_ground(connection)
    in_force = date(2024, 2, 12)
    store(connection, deadline_rules, deadline_rule("LD-50", known_on=in_force))
    assert read_deadline_rules(connection, ELECTION, date(2024, 2, 11)) == ()
    assert len(read_deadline_rules(connection, ELECTION, in_force)) == 1


def test_decisions_on_holidays_show_once_taken_oldest_first(connection):
    first, second = date(2022, 10, 11), date(2023, 3, 29)
    store(
        connection,
        holiday_overrides,
        holiday_override(date(2023, 4, 19), second),
        holiday_override(date(2023, 4, 19), first, is_working=True, name="Hari kerja"),
    )
    assert read_holiday_overrides(connection, date(2022, 10, 10)) == ()
    assert read_holiday_overrides(connection, first) == (
        HolidayOverride(
            day=date(2023, 4, 19),
            is_working=True,
            name="Hari kerja",
            decided_on=first,
            provenance=READ,
        ),
    )
    days = [each.decided_on for each in read_holiday_overrides(connection, second)]
    assert days == [first, second]
