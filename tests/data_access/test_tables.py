from datetime import date, datetime
from fractions import Fraction

import pytest
from sqlalchemy import literal, select
from sqlalchemy.exc import IntegrityError, StatementError

from data_access import tables
from data_access.tables.base import Instant, Share, TextSet, VerdictSet
from domain.party import DecisionResult
from domain.provenance import Confidence
from domain.region import RegionLevel
from domain.scan import MediaType
from domain.tally import TallyOrigin, TallyState
from domain.verification import Verdict
from tests.data_access.election_rows import (
    STAFF,
    STAKEHOLDER_DAY,
    baseline_day,
    deadline_rule,
    decided,
    decision,
    election,
    milestone,
    milestone_state,
    party,
    phase,
    predecessor,
    region,
    region_figure,
    reported_figure,
    requirement,
    simulated,
    stage,
    stage_state,
    store,
    store_ground,
    tally,
)

DAY = STAKEHOLDER_DAY
LATER = date(2022, 9, 9)
NO_FACTS = (
    tables.journal,
    tables.journal_head,
    tables.journal_subjects,
    tables.projections,
    tables.scans,
    tables.reminders,
    tables.people,
    tables.credentials,
    tables.pledges,
    tables.pledge_refusals,
    tables.pledge_keys,
    tables.pledge_uses,
    tables.sessions,
    tables.reminders,
    tables.sign_in_attempts,
)


def scan(**values):
    found = {"sha256": "a" * 64, "content": b"%PDF-", "size": 5}
    return found | {"media_type": MediaType.PDF, "at": STAFF.at} | values


def test_every_fact_names_its_source_and_how_far_it_may_be_trusted():
    facts = [table for table in tables.metadata.sorted_tables if table not in NO_FACTS]
    assert facts
    for table in facts:
        assert {"source", "confidence", "note"} <= set(table.c.keys()), table.name


@pytest.mark.parametrize(
    ("broken", "values"),
    [
        ("version_counts_from_1", {"version": 0}),
        ("replaces_an_older_one", {"version": 2, "replaces": 2}),
        (
            "takes_back_an_older_one",
            {"version": 2, "takes_back": 2, "state": TallyState.DRAFT},
        ),
        ("public_takes_nothing_back", {"version": 2, "takes_back": 1}),
        (
            "withdrawal_takes_all_back",
            {"version": 3, "takes_back": 2, "state": TallyState.WITHDRAWN},
        ),
        (
            "withdrawal_takes_all_back",
            {"version": 3, "state": TallyState.WITHDRAWN},
        ),
        ("is_known_once_reported", {"reported_on": LATER, "known_on": DAY}),
        ("members_are_counted", {"required": -1}),
        ("sample_within_members", {"members": 499, "sample": 500}),
        ("visited_within_sample", {"sample": 100, "visited": 101}),
        ("met_within_visited", {"visited": 90, "met": 91}),
        ("verdicts_are_counted", {"visited": 90, "eligible": -1}),
        (
            "verdicts_within_visited",
            {"visited": 90, "eligible": 60, "correctable": 20, "ineligible": 11},
        ),
        ("is_decided_on_a_day", decided(DAY, decided_on=None)),
        ("is_decided_on_a_day", {"decided_on": DAY}),
        ("is_known_once_decided", decided(LATER)),
        ("verdict_is_decided", {"verdict": Verdict.ELIGIBLE}),
        ("minutes_are_of_a_plenary", {"minutes_number": "12/BA/2022"}),
        ("minutes_stand_behind_it", decided(DAY, minutes_number=None)),
        ("minutes_stand_behind_it", decided(DAY, minutes_sha256=None)),
        ("minutes_have_a_hash", decided(DAY, minutes_sha256="12")),
        ("simulated_says_so", {"origin": TallyOrigin.SIMULATED}),
        ("simulated_says_so", {"confidence": Confidence.SIMULATED}),
    ],
)
def test_the_database_refuses_an_impossible_tally(connection, broken, values):
    store_ground(connection)
    with pytest.raises(IntegrityError, match=f"ck_tallies_{broken}"):
        store(connection, tables.tallies, tally(DAY) | values)


def test_the_plenary_of_a_simulated_tally_has_no_minutes(connection):
    store_ground(connection)
    made_up = simulated() | decided(
        DAY, minutes_number=None, minutes_date=None, minutes_sha256=None
    )
    store(connection, tables.tallies, tally(DAY, **made_up))
    assert connection.scalar(select(tables.tallies.c.state)) is TallyState.DECIDED


@pytest.mark.parametrize(
    ("table", "broken", "row"),
    [
        ("elections", "is_named", election("pemilu-2029", name_indonesian="")),
        (
            "elections",
            "opens_before_it_votes",
            election("pemilu-2029", voting_day=date(2022, 6, 13)),
        ),
        ("regions", "is_named", region("52.72", name="")),
        ("regions", "districts_are_counted", region("52.72", districts=-1)),
        ("regions", "lies_in_another", region("52.72", parent_code=None)),
        ("regions", "lies_in_another", region("1", level=RegionLevel.COUNTRY)),
        (
            "region_figures",
            "is_counted",
            region_figure("52.71", tables.RegionMeasure.VOTERS, DAY, -1),
        ),
        ("stages", "is_named", stage("4", name_indonesian="")),
        ("stages", "is_named_in_short", stage("4", short_name_indonesian="")),
        ("stages", "position_counts_from_1", stage("4", position=0)),
        ("stages", "weight_is_not_negative", stage("4", weight=-1)),
        (
            "stage_states",
            "plan_runs_forward",
            stage_state("3", DAY, planned_start=LATER, planned_end=DAY),
        ),
        (
            "stage_states",
            "runs_forward",
            stage_state("3", LATER, actual_start=LATER, actual_end=DAY),
        ),
        (
            "stage_states",
            "start_is_past",
            stage_state("3", DAY, actual_start=LATER),
        ),
        (
            "stage_states",
            "end_is_past",
            stage_state("3", DAY, actual_end=LATER),
        ),
        ("stage_states", "version_counts_from_1", stage_state("3", DAY, version=0)),
        ("milestones", "is_not_its_own_part", milestone("M3-09", parent_code="M3-09")),
        (
            "milestone_states",
            "progress_is_a_share",
            milestone_state("M3-03", DAY, progress_percent=101),
        ),
        (
            "milestone_states",
            "minutes_have_number_and_date",
            milestone_state("M3-03", DAY, minutes_number="7/BA/2022"),
        ),
        (
            "milestone_states",
            "minutes_have_number_and_date",
            milestone_state("M3-03", DAY, minutes_date=DAY),
        ),
        ("scans", "has_a_hash", scan(sha256="a")),
        ("scans", "is_not_too_large", scan(content=b"", size=0)),
        ("scans", "is_whole", scan(size=6)),
        ("predecessors", "comes_before_another", predecessor("M3-03", "M3-03")),
        ("parties", "is_named", party("partai-x", 9, short_name="")),
        ("parties", "position_counts_from_1", party("partai-x", 0)),
        (
            "party_decisions",
            "is_known_once_decided",
            decision("gelora", LATER, known_on=DAY),
        ),
        (
            "party_decisions",
            "numbers_a_contestant",
            decision("gelora", DAY, ballot_number=7),
        ),
        (
            "party_decisions",
            "numbers_a_contestant",
            decision("gelora", DAY, ballot_number=0, result=DecisionResult.DETERMINED),
        ),
        ("phases", "is_named", phase("reverification", name_indonesian="")),
        ("phases", "position_counts_from_1", phase("reverification", position=0)),
        ("phases", "gives_verdicts", phase("reverification", verdicts=frozenset())),
        ("requirements", "is_named", requirement("board", DAY, name_indonesian="")),
        ("requirements", "fixed_is_counted", requirement("board", DAY, fixed=-1)),
        ("deadline_rules", "amount_is_counted", deadline_rule("LD-01", amount=-1)),
        ("deadline_rules", "has_an_amount", deadline_rule("LD-01", amount=None)),
        ("reported_figures", "is_counted", reported_figure(DAY, value=-1)),
        (
            "reported_figures",
            "is_known_once_reported",
            reported_figure(LATER, known_on=DAY),
        ),
    ],
)
def test_the_database_refuses_an_impossible_fact(connection, table, broken, row):
    store_ground(connection)
    with pytest.raises(IntegrityError, match=f"ck_{table}_{broken}"):
        store(connection, tables.metadata.tables[table], row)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("tallies", tally(DAY, party_code="partai-x")),
        ("tallies", tally(DAY, phase_code="reverification")),
        ("tallies", tally(DAY, region_code="52.99")),
        ("stages", stage("4", election_code="pemilu-2029")),
        ("milestone_states", milestone_state("M3-99", DAY)),
        ("milestones", milestone("M3-09", parent_code="M3-99")),
        ("phases", phase("reverification", milestone_code="M3-99")),
        ("baseline_days", baseline_day("pkpu-3-2022", "3", DAY, DAY)),
        ("regions", region("53.71", parent_code="53")),
    ],
)
def test_the_database_refuses_a_row_on_something_it_does_not_know(
    connection, table, row
):
    store_ground(connection)
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        store(connection, tables.metadata.tables[table], row)


def test_the_database_refuses_a_word_outside_its_list(connection):
    store_ground(connection)
    with pytest.raises(IntegrityError, match="ck_tallies_state"):
        store(connection, tables.tallies, tally(DAY, state="approved"))


def test_an_instant_without_a_zone_is_refused(connection):
    naive = datetime(2022, 9, 8, 11, 15)  # noqa: DTZ001 - what must be refused
    with pytest.raises(StatementError, match="names no zone"):
        connection.scalar(select(literal(naive, Instant)))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Share(), Fraction(3, 4)),
        (Share(), None),
        (VerdictSet(), frozenset({Verdict.ELIGIBLE, Verdict.INELIGIBLE})),
        (VerdictSet(), None),
        (TextSet(), frozenset({"52.71", "52.72"})),
        (TextSet(), frozenset()),
        (TextSet(), None),
        (Instant(), None),
    ],
)
def test_a_value_comes_back_as_it_was_stored(connection, kind, value):
    assert connection.scalar(select(literal(value, kind))) == value
