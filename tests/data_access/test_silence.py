from datetime import timedelta

from data_access.silence import read_region_reports
from data_access.tables import tallies
from data_access.tally_recording import record_tally, refuse_tally, withdraw_tally
from domain.silence import RegionReports
from tests.data_access.election_rows import ELECTION, NTB, simulated, store, tally
from tests.data_access.recorders import (
    FIGURES_OF,
    LOMBOK_UTARA,
    MATARAM,
    NOW,
    PLENARY,
    TODAY,
    draft,
    entry,
    errand,
    opened,
    prepare,
    submit,
)


def read(engine, day=TODAY, phase="administrative"):
    with engine.connect() as connection:
        found = read_region_reports(connection, ELECTION, phase, day, province=NTB)
    return {each.region_code: each for each in found}


def reports(region, sent_on=None, reported_on=None, refused=0, is_simulated=False):
    return RegionReports(
        region_code=region,
        sent_on=sent_on,
        reported_on=reported_on,
        refused=refused,
        is_simulated=is_simulated,
    )


def test_every_regency_is_listed_though_it_sent_nothing(engine):
    prepare(engine)
    assert list(read(engine)) == [LOMBOK_UTARA, MATARAM]
    assert read(engine)[MATARAM] == reports(MATARAM)


def test_a_draft_is_not_sent(engine):
    prepare(engine)
    draft(engine)
    assert read(engine)[MATARAM] == reports(MATARAM)


def test_the_last_recording_and_the_last_day_of_figures_are_told(engine):
    prepare(engine)
    submit(engine)
    submit(engine, 1, reported_on=PLENARY)
    assert read(engine)[MATARAM] == reports(MATARAM, TODAY, PLENARY)
    assert read(engine)[LOMBOK_UTARA] == reports(LOMBOK_UTARA)
    assert read(engine, TODAY - timedelta(days=1))[MATARAM] == reports(MATARAM)


def test_figures_of_another_phase_are_not_sent_in_this_one(engine):
    prepare(engine)
    submit(engine)
    assert read(engine, phase="factual")[MATARAM] == reports(MATARAM)


def test_figures_sent_back_are_counted_until_they_come_again(engine):
    prepare(engine)
    submit(engine)
    refuse_tally(engine, errand(), opened(1))
    assert read(engine)[MATARAM] == reports(MATARAM, refused=1)
    draft(engine, 2)
    assert read(engine)[MATARAM].refused == 1
    submit(engine, 3)
    assert read(engine)[MATARAM] == reports(MATARAM, TODAY, FIGURES_OF)


def test_a_withdrawal_answers_what_was_sent_back(engine):
    prepare(engine)
    submit(engine)
    refuse_tally(engine, errand(), opened(1))
    withdraw_tally(engine, errand(at=NOW + timedelta(days=1)), opened(2))
    assert read(engine)[MATARAM].refused == 1
    assert read(engine, TODAY + timedelta(days=1))[MATARAM] == reports(MATARAM)


def test_simulated_figures_say_so(engine):
    prepare(engine)
    with engine.begin() as connection:
        store(connection, tallies, tally(FIGURES_OF, **simulated()))
    assert read(engine)[MATARAM].is_simulated


def test_each_cell_is_answered_for_itself(engine):
    prepare(engine)
    for party in ("perindo", "gelora"):
        where = opened(party=party)
        record_tally(engine, errand(), where, entry(), submits=True)
        refuse_tally(engine, errand(), opened(1, party=party))
    assert read(engine)[MATARAM].refused == 2
    record_tally(engine, errand(), opened(2, party="gelora"), entry(), submits=True)
    assert read(engine)[MATARAM].refused == 1
    assert read(engine)[LOMBOK_UTARA].refused == 0
