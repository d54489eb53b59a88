"""Which reminders were sent; each is noted first, so that no letter goes twice."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, and_, delete, insert, or_, select

from data_access.chain import take_turn
from data_access.tables import reminders
from domain.reminding import Reminder, ReminderKind


def unsent(
    connection: Connection,
    person: str,
    election: str,
    due: Sequence[Reminder],
    day: date,
) -> tuple[Reminder, ...]:
    """Return the reminders that a person has not been sent.

    Args:
        connection: The database.
        person: Code of the person.
        election: Code of the election.
        due: What is due.
        day: Today; what is late is said once a day, all else once.
    """
    query = select(reminders.c.milestone_code, reminders.c.kind).where(
        reminders.c.person_code == person,
        reminders.c.election_code == election,
        or_(reminders.c.kind != ReminderKind.LATE, reminders.c.sent_on == day),
    )
    sent = {(row.milestone_code, row.kind) for row in connection.execute(query)}
    return tuple(
        each for each in due if (each.assessment.milestone.code, each.kind) not in sent
    )


def claim(
    connection: Connection,
    person: str,
    election: str,
    due: Sequence[Reminder],
    day: date,
) -> tuple[Reminder, ...]:
    """Note the reminders that a person has not been sent as sent, and return them.

    Another run waits until the transaction ends, and then finds them noted.
    """
    take_turn(connection)
    mine = unsent(connection, person, election, due, day)
    rows = [
        {
            "person_code": person,
            "election_code": election,
            "milestone_code": each.assessment.milestone.code,
            "kind": each.kind,
            "sent_on": day,
        }
        for each in mine
    ]
    if rows:
        connection.execute(insert(reminders), rows)
    return mine


def release(
    connection: Connection,
    person: str,
    election: str,
    claimed: Sequence[Reminder],
    day: date,
) -> None:
    """Take back what was noted as sent: the letter did not leave."""
    of_letter = or_(
        *(
            and_(
                reminders.c.milestone_code == each.assessment.milestone.code,
                reminders.c.kind == each.kind,
            )
            for each in claimed
        )
    )
    connection.execute(
        delete(reminders).where(
            reminders.c.person_code == person,
            reminders.c.election_code == election,
            reminders.c.sent_on == day,
            of_letter,
        )
    )
