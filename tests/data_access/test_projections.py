import hashlib
from dataclasses import replace
from datetime import UTC

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from data_access.changes import Insert, Update
from data_access.database import writing
from data_access.projections import (
    LISTED,
    NotGreen,
    SheetsChanged,
    read_kept_sheets,
    read_projections,
    store_projection,
)
from data_access.recording import NotPermitted, SignedOut, write
from data_access.tables import journal, projections
from domain.person import Permission
from domain.projection import Check, Draft, Failure, Outcome, Preflight
from domain.violation import Refused
from tests.data_access.election_rows import ELECTION
from tests.data_access.recorders import (
    ADMIN,
    EDITOR,
    NOW,
    OPERATOR,
    TODAY,
    errand,
    prepare,
    revision,
)
from tests.data_access.staff import store_person

SHEETS = '<section class="sheet">Empat tahapan – “berjalan”</section>'
GREEN = Preflight(
    outcomes=tuple(
        Outcome(check=check, looked_at=place, failures=())
        for place, check in enumerate(Check)
    )
)


@pytest.fixture
def hall(engine):
    """An engine with an election, an editor and an administrator."""
    prepare(engine)
    with writing(engine).begin() as connection:
        store_person(connection, "budi", name="Budi")
        store_person(connection, "citra", name="Citra")
    return engine


def draft(engine, **values):
    known = {
        "election": ELECTION,
        "day": TODAY,
        "revision": revision(engine),
        "wish": "lembar=tahapan&detik=20",
        "content": SHEETS,
        "preflight": GREEN,
    }
    return Draft(**(known | values))


def show(engine, person=EDITOR, reason="Rapat pleno terbuka", **values):
    return store_projection(engine, errand(person, reason), draft(engine, **values))


def listed(engine, election=ELECTION):
    with engine.connect() as connection:
        return read_projections(connection, election)


def kept(engine, number):
    with engine.connect() as connection:
        return read_kept_sheets(connection, number)


def test_a_show_is_stored_with_everything_it_was(hall):
    before = revision(hall)
    number = show(hall)
    (stored,) = listed(hall)
    assert stored.number == number == before + 1 == revision(hall)
    assert (stored.election, stored.day, stored.revision) == (ELECTION, TODAY, before)
    assert (stored.presenter, stored.at) == ("Budi", NOW.astimezone(UTC))
    assert stored.occasion == "Rapat pleno terbuka"
    assert stored.wish == "lembar=tahapan&detik=20"
    assert stored.sha256 == hashlib.sha256(SHEETS.encode()).hexdigest()
    assert stored.looked_at == {check: place for place, check in enumerate(Check)}


def test_its_sheets_are_read_again_letter_by_letter(hall):
    number = show(hall)
    again = kept(hall, number)
    assert again.content == SHEETS
    assert (again.number, again.wish) == (number, "lembar=tahapan&detik=20")


def test_the_journal_has_the_hash_of_the_sheets(hall):
    number = show(hall)
    query = select(journal.c.after, journal.c.actor, journal.c.reason)
    with hall.connect() as connection:
        entry = connection.execute(query.where(journal.c.id == number)).one()
    assert f"sha256:{hashlib.sha256(SHEETS.encode()).hexdigest()}" in entry.after
    assert "section" not in entry.after
    assert (entry.actor, entry.reason) == ("budi", "Rapat pleno terbuka")


def test_an_unknown_number_has_no_sheets(hall):
    assert kept(hall, 1) is None


def test_sheets_that_were_changed_are_not_shown(hall):
    number = show(hall)
    with writing(hall).begin() as connection:
        connection.execute(update(projections).values(content=b"<section>other"))
    with pytest.raises(SheetsChanged):
        kept(hall, number)


def test_the_latest_show_comes_first_and_another_election_has_none(hall):
    numbers = [show(hall), show(hall, ADMIN)]
    assert [each.number for each in listed(hall)] == numbers[::-1]
    assert [each.presenter for each in listed(hall)] == ["Citra", "Budi"]
    assert listed(hall, "pemilu-2029") == ()


def test_a_list_holds_the_latest_shows(hall):
    numbers = [show(hall) for _ in range(LISTED + 1)]
    assert [each.number for each in listed(hall)] == numbers[:0:-1]


@pytest.mark.parametrize(
    "preflight",
    [
        Preflight(outcomes=()),
        Preflight(outcomes=GREEN.outcomes[1:]),
        Preflight(
            outcomes=(
                replace(GREEN.outcomes[0], failures=(Failure(sheet="partai-1"),)),
                *GREEN.outcomes[1:],
            )
        ),
    ],
)
def test_nothing_is_stored_before_every_check_is_green(hall, preflight):
    before = revision(hall)
    with pytest.raises(NotGreen) as refused:
        show(hall, preflight=preflight)
    assert refused.value.preflight is preflight
    assert revision(hall) == before


def test_an_operator_shows_nothing(hall):
    before = revision(hall)
    with pytest.raises(NotPermitted) as refused:
        show(hall, OPERATOR)
    assert refused.value.permission is Permission.PRESENT
    assert revision(hall) == before


def test_whose_session_ended_shows_nothing(hall):
    with pytest.raises(SignedOut):
        show(hall, None)


def test_a_show_has_an_occasion(hall):
    with pytest.raises(Refused):
        show(hall, reason="  ")
    assert show(hall, reason="  Rapat ")
    assert listed(hall)[0].occasion == "Rapat"


def test_no_later_write_changes_a_show(hall):
    number = show(hall)
    other = Update(
        table=projections,
        key={"number": number},
        values={"content": b"other"},
        expected_version=1,
    )
    with pytest.raises(KeyError):
        write(hall, errand(ADMIN), Permission.PRESENT, [other])
    assert kept(hall, number).content == SHEETS


@pytest.mark.parametrize(
    ("broken", "values"),
    [
        ("has_a_hash", {"sha256": "12"}),
        ("is_not_empty", {"content": b""}),
        ("shows_what_was_stored", {"revision": 10_000}),
    ],
)
def test_the_database_refuses_an_impossible_show(hall, broken, values):
    row = {
        "number": 10_000,
        "election_code": ELECTION,
        "day": TODAY,
        "revision": 0,
        "wish": "",
        "occasion": "Rapat",
        "presenter_code": "budi",
        "at": NOW,
        "content": b"sheets",
        "sha256": "a" * 64,
        "looked_at": {},
    }
    change = Insert(projections, row | values)
    with pytest.raises(IntegrityError, match=f"ck_projections_{broken}"):
        write(hall, errand(), Permission.PRESENT, [change])
