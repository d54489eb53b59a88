from datetime import date

from data_access import tables
from data_access.recorded_tallies import read_recorded_tallies
from domain.tally import TallyOrigin, TallyState
from domain.tally_entry import TallyEntry
from tests.data_access.election_rows import ELECTION, store, store_ground, tally

MATARAM, PHASE = "52.71", "factual"


def test_staff_see_the_newest_version_drafts_included(connection):
    store_ground(connection)
    first, second = date(2022, 11, 3), date(2022, 11, 4)
    cell = {"region_code": MATARAM, "phase_code": PHASE}
    store(
        connection,
        tables.tallies,
        tally(**cell, version=1, reported_on=first, known_on=first),
        tally(
            **cell,
            version=2,
            reported_on=second,
            known_on=second,
            state=TallyState.DRAFT,
            decided_on=None,
            verdict=None,
        ),
    )
    found = read_recorded_tallies(connection, ELECTION, PHASE, MATARAM)
    (only,) = found.values()
    assert (only.version, only.state, only.known_on) == (2, TallyState.DRAFT, second)
    assert isinstance(only.entry, TallyEntry)
    assert only.origin in TallyOrigin


def test_another_kab_kota_has_its_own(connection):
    store_ground(connection)
    assert read_recorded_tallies(connection, ELECTION, PHASE, MATARAM) == {}
