from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from data_access.reminders import claim, release, unsent
from data_access.tables import reminders
from domain.reminding import Reminder, ReminderKind
from tests.data_access.election_rows import ELECTION, store_ground
from tests.data_access.staff import store_newcomer
from tests.domain.builders import assessed, milestone

DAY = date(2022, 9, 8)
NEXT = DAY + timedelta(days=1)
WHOSE = ("baiq", ELECTION)


def reminder(code, kind=ReminderKind.WEEK):
    (assessment,) = assessed(milestone(code), day=DAY)
    return Reminder(assessment=assessment, kind=kind, due_on=DAY, working_days=1)


SOON, LATE = reminder("M3-03"), reminder("M3-08", ReminderKind.LATE)


@pytest.fixture
def staffed(engine):
    with engine.begin() as connection:
        store_ground(connection)
        store_newcomer(connection)
        store_newcomer(connection, "lalu")
    return engine


def test_what_was_claimed_is_not_claimed_again_but_what_is_late_is_next_day(staffed):
    with staffed.begin() as connection:
        assert claim(connection, *WHOSE, (SOON, LATE), DAY) == (SOON, LATE)
    with staffed.begin() as connection:
        assert claim(connection, *WHOSE, (SOON, LATE), DAY) == ()
        assert claim(connection, *WHOSE, (SOON, LATE), NEXT) == (LATE,)


def test_each_kind_and_each_person_is_reminded(staffed):
    with staffed.begin() as connection:
        claim(connection, *WHOSE, (SOON,), DAY)
        closer = reminder("M3-03", ReminderKind.ONE_DAY)
        assert unsent(connection, *WHOSE, (SOON, closer), DAY) == (closer,)
        assert unsent(connection, "lalu", ELECTION, (SOON,), DAY) == (SOON,)


def test_what_was_released_is_claimed_again_and_nothing_else(staffed):
    with staffed.begin() as connection:
        claim(connection, *WHOSE, (SOON, LATE), DAY)
        release(connection, *WHOSE, (LATE,), DAY)
        assert unsent(connection, *WHOSE, (SOON, LATE), DAY) == (LATE,)


def test_two_runs_at_once_claim_once(staffed):
    def run(_):
        with staffed.begin() as connection:
            return claim(connection, *WHOSE, (SOON, LATE), DAY)

    with ThreadPoolExecutor(4) as runs:
        claimed = list(runs.map(run, range(4)))
    assert sorted(map(len, claimed)) == [0, 0, 0, 2]


@pytest.mark.parametrize(
    ("kind", "on"), [(ReminderKind.WEEK, NEXT), (ReminderKind.LATE, DAY)]
)
def test_the_database_refuses_a_second_one(staffed, kind, on):
    row = dict(zip(("person_code", "election_code"), WHOSE, strict=True))
    row |= {"milestone_code": "M3-03", "kind": kind}
    with staffed.begin() as connection:
        connection.execute(insert(reminders).values(row | {"sent_on": DAY}))
    with pytest.raises(IntegrityError), staffed.begin() as connection:
        connection.execute(insert(reminders).values(row | {"sent_on": on}))
    with staffed.connect() as connection:
        assert len(connection.execute(select(reminders)).all()) == 1
