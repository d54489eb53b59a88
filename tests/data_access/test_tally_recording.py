import hashlib
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from data_access.history import read_entries
from data_access.journal import VersionConflict
from data_access.scans import read_scan
from data_access.staff_tallies import read_recorded_tallies, read_tally_versions
from data_access.tables import journal, scans, tallies
from data_access.tally_deciding import correct_tally
from data_access.tally_recording import (
    record_tally,
    refuse_tally,
    who_recorded,
    withdraw_tally,
)
from data_access.verification import (
    Recaps,
    read_daily_totals,
    read_phase_totals,
    read_region_tallies,
    read_tallies,
)
from domain.history import Deed, HistoryFilter
from domain.provenance import Confidence
from domain.scan import MediaType
from domain.tally import TallyOrigin, TallyState
from domain.verification import Verdict
from domain.violation import Refused
from tests.data_access.election_rows import (
    ELECTION,
    NTB,
    simulated,
    store,
    tally,
)
from tests.data_access.recorders import (
    COUNTED,
    FIGURES_OF,
    LOMBOK_UTARA,
    MATARAM,
    MINUTES,
    NOW,
    PLENARY,
    TODAY,
    broken,
    cell,
    correct,
    decide,
    decision,
    draft,
    entry,
    errand,
    new_minutes,
    opened,
    prepare,
    revision,
    stored,
    submit,
)

TOMORROW = TODAY + timedelta(days=1)
LATER = NOW + timedelta(days=1)


def public(engine, day=TODAY, phase="administrative"):
    with engine.connect() as connection:
        return read_tallies(connection, ELECTION, phase, day, province=NTB)


def totals(engine, day=TODAY):
    with engine.connect() as connection:
        return read_phase_totals(connection, ELECTION, day, province=NTB)


def daily(engine, day=TODAY):
    recaps = Recaps(phase="administrative", party="perindo", province=NTB)
    with engine.connect() as connection:
        return [
            (each.reported_on, each.visited)
            for each in read_daily_totals(connection, ELECTION, day, recaps)
        ]


def refuse(engine, version=1, at=NOW):
    return refuse_tally(engine, errand(at=at), opened(version))


def withdraw(engine, version=1, at=NOW):
    return withdraw_tally(engine, errand(at=at), opened(version))


def test_a_first_draft_is_stored_for_staff_alone(engine):
    prepare(engine)
    draft(engine, visited=40)
    (row,) = stored(engine)
    assert (row.version, row.state, row.known_on) == (1, TallyState.DRAFT, TODAY)
    assert (row.origin, row.confidence) == (TallyOrigin.MANUAL, Confidence.PARTIAL)
    assert row.source == "Catatan staf KPU, belum ada berita acara"
    assert public(engine) == ()


def test_submitted_figures_show_progress_and_no_verdict(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    (shown,) = public(engine)
    assert (shown.visited, shown.met, shown.eligible) == (500, 480, None)
    assert (shown.state, shown.verdict) == (TallyState.SUBMITTED, None)
    assert public(engine, TODAY - timedelta(days=1)) == ()


def test_figures_of_the_same_day_say_which_they_replace(engine):
    prepare(engine)
    submit(engine, visited=40)
    submit(engine, 1, visited=45)
    submit(engine, 2, reported_on=PLENARY, visited=90)
    assert [row.replaces for row in stored(engine)] == [None, 1, None]
    assert [each.visited for each in public(engine)] == [90]


def test_a_draft_of_the_next_day_leaves_what_the_public_sees(engine):
    prepare(engine)
    submit(engine, visited=40)
    draft(engine, 1, reported_on=PLENARY, visited=90)
    assert [each.visited for each in public(engine)] == [40]
    submit(engine, 2, reported_on=PLENARY, visited=91)
    assert [each.visited for each in public(engine)] == [91]


@pytest.mark.parametrize(
    ("where", "values", "found"),
    [
        ({}, {"visited": 501}, [("visited", "within_sample")]),
        ({}, {"members": -1, "sample": -1}, [("members", "not_negative")]),
        ({}, {"reported_on": TOMORROW}, [("reported_on", "not_in_future")]),
        ({}, {"reported_on": date(1022, 11, 4)}, [("reported_on", "within_years")]),
        ({}, {"note": "a\x07"}, [("note", "control_characters")]),
        ({"region": "52.71.01"}, {}, [("region", "unknown_region")]),
        ({"region": "0"}, {}, [("region", "unknown_region")]),
        ({"party": "ppp"}, {}, [("party", "unknown_party")]),
        ({"phase": "recount"}, {}, [("phase", "unknown_phase")]),
    ],
)
@pytest.mark.parametrize("submits", [False, True])
def test_figures_that_cannot_be_are_refused(engine, where, values, found, submits):
    prepare(engine)
    before = revision(engine)
    with pytest.raises(Refused) as refused:
        record_tally(
            engine, errand(), opened(**where), entry(**values), submits=submits
        )
    assert [each for each in broken(refused) if each in found] == found
    assert revision(engine) == before


def test_the_plenary_makes_verdicts_public_with_its_minutes(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    decide(engine)
    (shown,) = public(engine)
    assert (shown.eligible, shown.correctable, shown.ineligible) == (450, 50, 0)
    assert (shown.verdict, shown.decided_on) == (Verdict.ELIGIBLE, PLENARY)
    row = stored(engine)[-1]
    assert (row.replaces, row.origin) == (1, TallyOrigin.MANUAL)
    assert row.source == "Berita acara 12/PL.01.1-BA/5271/2022"
    assert row.confidence is Confidence.VERIFIED
    assert (row.minutes_date, row.signers) == (PLENARY, "Ketua dan empat anggota")


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"decided_on": TOMORROW}, ("decided_on", "not_in_future")),
        ({"minutes_date": TOMORROW}, ("minutes_date", "not_in_future")),
        (
            {"decided_on": FIGURES_OF - timedelta(days=1)},
            ("decided_on", "before_figures"),
        ),
        (
            {"minutes_date": FIGURES_OF - timedelta(days=1)},
            ("minutes_date", "before_figures"),
        ),
        ({"minutes_number": ""}, ("minutes_number", "too_short")),
        ({"minutes_sha256": "A" * 64}, ("minutes_sha256", "not_a_hash")),
        ({"minutes_sha256": "a" * 63}, ("minutes_sha256", "not_a_hash")),
        ({"signers": ""}, ("signers", "too_short")),
        ({"verdict": Verdict.INELIGIBLE}, ("verdict", "verdict_of_phase")),
    ],
)
def test_a_decision_that_cannot_be_is_refused(engine, values, found):
    prepare(engine)
    submit(engine, **COUNTED)
    with pytest.raises(Refused) as refused:
        decide(engine, **values)
    assert broken(refused) == [found]
    assert [row.state for row in stored(engine)] == [TallyState.SUBMITTED]


def test_a_plenary_on_the_day_of_the_figures_is_in_time(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    decide(engine, decided_on=FIGURES_OF, minutes_date=FIGURES_OF)
    assert stored(engine)[-1].decided_on == FIGURES_OF


@pytest.mark.parametrize("first", [draft, None])
def test_only_submitted_figures_are_decided(engine, first):
    prepare(engine)
    if first:
        first(engine)
    with pytest.raises(Refused) as refused:
        decide(engine, 1 if first else 0)
    assert broken(refused) == [("state", "not_allowed_now")]


def test_older_figures_are_not_decided_over_newer_ones(engine):
    prepare(engine)
    submit(engine, reported_on=PLENARY, **COUNTED)
    submit(engine, 1, **COUNTED)
    with pytest.raises(Refused) as refused:
        decide(engine, 2)
    assert broken(refused) == [("reported_on", "not_the_latest")]


def test_no_plenary_decides_on_simulated_figures(engine):
    prepare(engine)
    with engine.begin() as connection:
        store(connection, tallies, tally(FIGURES_OF, **COUNTED, **simulated()))
    with pytest.raises(Refused) as refused:
        decide(engine)
    assert broken(refused) == [("origin", "simulated")]


def test_a_decided_figure_changes_by_a_correction_with_new_minutes(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    decide(engine)
    for act in (submit, draft):
        with pytest.raises(Refused) as refused:
            act(engine, 2)
        assert broken(refused) == [("state", "not_allowed_now")]
    with pytest.raises(Refused):
        withdraw(engine, 2)
    correct(engine)
    (shown,) = public(engine)
    assert (shown.eligible, shown.correctable) == (440, 60)
    assert shown.minutes_number == "15/PL.01.1-BA/5271/2022"
    assert [row.replaces for row in stored(engine)] == [None, 1, 2]


def test_a_correction_needs_other_minutes_than_it_corrects(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    decide(engine)
    with pytest.raises(Refused) as refused:
        correct_tally(engine, errand(), opened(2), entry(**COUNTED), decision())
    assert broken(refused) == [
        ("minutes_number", "new_minutes"),
        ("minutes_sha256", "new_minutes"),
    ]


def test_a_correction_does_not_go_behind_the_day_it_corrects(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    decide(engine)
    earlier = entry(FIGURES_OF - timedelta(days=1), **COUNTED)
    with pytest.raises(Refused) as refused:
        correct_tally(engine, errand(), opened(2), earlier, new_minutes())
    assert broken(refused) == [("reported_on", "not_the_latest")]


def test_figures_sent_back_leave_the_public_from_that_day_on(engine):
    prepare(engine)
    submit(engine, visited=40)
    submit(engine, 1, reported_on=PLENARY, visited=500)
    refuse(engine, 2, at=LATER)
    assert [each.visited for each in public(engine, TODAY)] == [500]
    assert [each.visited for each in public(engine, TOMORROW)] == [40]
    assert daily(engine, TODAY) == [(FIGURES_OF, 40), (PLENARY, 500)]
    assert daily(engine, TOMORROW) == [(FIGURES_OF, 40)]
    row = stored(engine)[-1]
    assert (row.state, row.visited) == (TallyState.DRAFT, 500)
    assert (row.replaces, row.takes_back) == (2, 2)


def test_first_figures_sent_back_are_expected_and_tell_nothing(engine):
    prepare(engine)
    submit(engine, visited=40)
    number = refuse(engine)
    assert public(engine) == ()
    with engine.connect() as connection:
        asked = HistoryFilter(deed=Deed.RETURNED, with_drafts=True)
        assert [each.number for each in read_entries(connection, asked)] == [number]
    (found,) = totals(engine)
    assert (found.recaps_expected, found.visited) == (1, 0)


def test_figures_sent_back_come_again_corrected(engine):
    prepare(engine)
    submit(engine, visited=40)
    refuse(engine)
    draft(engine, 2, visited=41)
    submit(engine, 3, visited=42)
    assert [each.visited for each in public(engine)] == [42]


def test_a_withdrawn_tally_is_none_from_that_day_on(engine):
    prepare(engine)
    submit(engine, reported_on=FIGURES_OF, visited=40)
    submit(engine, 1, reported_on=PLENARY, visited=90)
    withdraw(engine, 2, at=LATER)
    with engine.connect() as connection:
        of_region = read_region_tallies(connection, ELECTION, MATARAM, TOMORROW)
    assert of_region == public(engine, TOMORROW) == totals(engine, TOMORROW) == ()
    assert daily(engine, TOMORROW) == []
    assert [each.visited for each in public(engine, TODAY)] == [90]
    assert totals(engine, TODAY)[0].visited == 90
    assert daily(engine, TODAY) == [(FIGURES_OF, 40), (PLENARY, 90)]


def test_a_withdrawn_draft_is_expected_no_more(engine):
    prepare(engine)
    draft(engine)
    assert len(totals(engine)) == 1
    withdraw(engine)
    assert totals(engine) == ()


def test_after_a_withdrawal_a_cell_begins_anew_even_with_an_older_day(engine):
    prepare(engine)
    submit(engine, reported_on=PLENARY, visited=90)
    withdraw(engine)
    with pytest.raises(Refused):
        withdraw(engine, 2)
    submit(engine, 2, reported_on=FIGURES_OF, visited=40)
    assert [each.visited for each in public(engine)] == [40]
    decide(engine, 3)
    assert stored(engine)[-1].state is TallyState.DECIDED


def test_figures_after_a_withdrawal_correct_nothing(engine):
    prepare(engine)
    submit(engine)
    withdraw(engine)
    submit(engine, 2)
    assert [row.replaces for row in stored(engine)] == [None, 1, None]


def test_a_withdrawal_in_one_cell_leaves_the_others(engine):
    prepare(engine)
    submit(engine, visited=40)
    submit(engine, region=LOMBOK_UTARA, visited=50)
    withdraw(engine)
    assert [each.region_code for each in public(engine)] == [LOMBOK_UTARA]


def test_an_import_by_mistake_can_be_undone(engine):
    prepare(engine)
    row = tally(FIGURES_OF, origin=TallyOrigin.SIPOL, known_on=TODAY)
    with engine.begin() as connection:
        store(connection, tallies, row)
    withdraw(engine)
    assert public(engine) == ()
    assert stored(engine)[-1].origin is TallyOrigin.SIPOL


def test_a_stale_decision_is_a_conflict_before_it_is_anything_else(engine):
    prepare(engine)
    submit(engine)
    draft(engine, 1)
    with pytest.raises(VersionConflict):
        decide(engine, 1, minutes_number="")


def scanned(content, **values):
    sha256 = hashlib.sha256(content).hexdigest()
    return {"scan": content, "minutes_sha256": sha256} | values


def test_a_scan_is_kept_once_under_its_hash_and_not_in_the_journal(engine):
    prepare(engine)
    for region in (MATARAM, LOMBOK_UTARA):
        submit(engine, region=region, **COUNTED)
        decide(engine, region=region, **scanned(MINUTES))
    sha256 = hashlib.sha256(MINUTES).hexdigest()
    with engine.connect() as connection:
        scan = read_scan(connection, sha256)
        assert read_scan(connection, "0" * 64) is None
        assert connection.scalars(select(scans.c.size)).all() == [len(MINUTES)]
        after = connection.scalar(
            select(journal.c.after).where(journal.c.table_name == "scans")
        )
    assert (scan.sha256, scan.media_type) == (sha256, MediaType.PDF)
    assert scan.content == MINUTES
    assert f'"content":"sha256:{sha256}"' in after
    assert stored(engine)[-1].minutes_sha256 == sha256


@pytest.mark.parametrize(
    ("scan", "found"),
    [
        (scanned(b"MZ program"), "not_a_scan"),
        (scanned(b""), "not_a_scan"),
        (scanned(MINUTES, minutes_sha256="a" * 64), "scan_of_other_minutes"),
        (scanned(b"%PDF-" + bytes(5 * 1024 * 1024)), "scan_too_large"),
    ],
)
def test_a_file_that_is_no_scan_of_these_minutes_is_refused(engine, scan, found):
    prepare(engine)
    submit(engine, **COUNTED)
    with pytest.raises(Refused) as refused:
        decide(engine, **scan)
    assert broken(refused) == [("scan", found)]


def test_a_scan_of_five_megabytes_is_kept(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    largest = b"%PDF-" + bytes(5 * 1024 * 1024 - 5)
    decide(engine, **scanned(largest))
    with engine.connect() as connection:
        assert connection.scalar(select(scans.c.size)) == len(largest)


def recorded(engine, day=TODAY, region=MATARAM):
    with engine.connect() as connection:
        return read_recorded_tallies(
            connection, ELECTION, "administrative", day, region=region
        )


def test_staff_see_drafts_and_undecided_verdicts(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    draft(engine, 1, note="ulang", **(COUNTED | {"eligible": 449}))
    (seen,) = recorded(engine)
    assert (seen.version, seen.tally.state) == (2, TallyState.DRAFT)
    assert (seen.tally.eligible, seen.tally.correctable) == (449, 50)
    assert (seen.replaces, seen.provenance.note) == (1, "ulang")
    assert recorded(engine, TODAY - timedelta(days=1)) == ()
    assert recorded(engine, region=LOMBOK_UTARA) == ()


def test_staff_see_what_was_sent_back_and_what_was_withdrawn(engine):
    prepare(engine)
    submit(engine)
    refuse(engine)
    (sent_back,) = recorded(engine)
    withdraw(engine, 2)
    (withdrawn,) = recorded(engine)
    assert (sent_back.is_refused, sent_back.takes_back) == (True, 1)
    assert (withdrawn.is_refused, withdrawn.version) == (False, 3)
    assert withdrawn.tally.state is TallyState.WITHDRAWN


def test_staff_see_the_parties_of_a_regency_in_their_order(engine):
    prepare(engine)
    for party in ("perindo", "gelora"):
        where = opened(party=party)
        record_tally(engine, errand(), where, entry(), submits=False)
    assert [each.tally.party_code for each in recorded(engine)] == ["gelora", "perindo"]


def test_staff_see_every_version_newest_first_as_known_on_a_day(engine):
    prepare(engine)
    submit(engine, **COUNTED)
    decide(engine)
    refused_later = LATER
    with pytest.raises(Refused):
        refuse(engine, 2, at=refused_later)
    with engine.connect() as connection:
        versions = read_tally_versions(connection, cell(), TODAY)
        before = read_tally_versions(connection, cell(), TODAY - timedelta(days=1))
    assert [each.version for each in versions] == [2, 1]
    assert versions[0].minutes_date == PLENARY
    assert versions[0].minutes_sha256 == hashlib.sha256(MINUTES).hexdigest()
    assert versions[0].signers == "Ketua dan empat anggota"
    assert before == ()


def test_who_recorded_a_tally_and_when_is_told(engine):
    prepare(engine)
    submit(engine)
    with engine.connect() as connection:
        told = [who_recorded(connection, opened(version)) for version in (1, 2)]
    assert told == [("budi", NOW), None]
