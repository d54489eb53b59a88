from datetime import date
from fractions import Fraction

import pytest

from domain.bilingual import Bilingual, Language
from domain.election import Election
from domain.party import (
    DecisionKind,
    DecisionResult,
    Party,
    PartyDecision,
    VerificationPath,
)
from domain.region import Region, RegionLevel
from tests.domain.builders import READ, milestone, named, schedule, stage


def election(**more):
    defaults = {
        "code": "pemilu-2024",
        "name": named("Pemilu 2024", "Election 2024"),
        "launched_on": date(2022, 6, 14),
        "voting_day": date(2024, 2, 14),
        "voting_day_name": named("Hari Kasih Suara", "Voting day"),
        "opens_on": date(2022, 9, 8),
        "legal_basis": "UU 7/2017; PKPU 3/2022",
        "provenance": READ,
    }
    return Election(**(defaults | more))


def decision(kind, result, day, number=None):
    return PartyDecision(
        kind=kind, result=result, decided_on=day, ballot_number=number, provenance=READ
    )


def ummat(*decisions):
    return Party(
        code="ummat",
        name="Partai Ummat",
        short_name="Ummat",
        order=24,
        is_parliamentary=False,
        path=VerificationPath.ADMINISTRATIVE_AND_FACTUAL,
        decisions=decisions,
        provenance=READ,
    )


def region(name, level):
    return Region(
        code="52.06",
        name=name,
        level=level,
        parent_code="52",
        districts=18,
        population=None,
        voters=None,
        provenance=READ,
    )


def test_a_name_is_told_in_indonesian_where_english_is_missing():
    assert Bilingual("Rekap", "Recap").to(Language.ENGLISH) == "Recap"
    assert Bilingual("Rekap", "Recap").to(Language.INDONESIAN) == "Rekap"
    assert Bilingual("Coklit", "").to(Language.ENGLISH) == "Coklit"


def test_a_name_needs_its_indonesian_form():
    with pytest.raises(ValueError, match="Indonesian"):
        Bilingual(" ", "Recap")


def test_stakeholder_day_lies_524_days_before_voting():
    assert election().days_to_voting(date(2022, 9, 8)) == 524
    assert election().days_to_voting(date(2024, 2, 15)) == -1


def test_no_election_votes_before_its_stages_open():
    with pytest.raises(ValueError, match="pemilu-2024 votes before"):
        election(voting_day=date(2022, 6, 13))


def test_partai_ummat_got_its_number_with_the_last_decision_on_it():
    refused = decision(
        DecisionKind.DETERMINATION, DecisionResult.INELIGIBLE, date(2022, 12, 14)
    )
    admitted = decision(
        DecisionKind.DETERMINATION, DecisionResult.DETERMINED, date(2022, 12, 30), 24
    )
    party = ummat(refused, admitted)
    assert party.latest(DecisionKind.DETERMINATION) is admitted
    assert party.ballot_number == 24
    assert ummat(refused).ballot_number is None
    assert ummat().latest(DecisionKind.DETERMINATION) is None


def test_a_city_is_told_from_the_regency_of_the_same_name():
    assert region("Bima", RegionLevel.CITY).title == "Kota Bima"
    assert region("Bima", RegionLevel.REGENCY).title == "Bima"


@pytest.mark.parametrize("kind", ["planned", "actual"])
def test_days_in_reverse_are_refused(kind):
    days = [date(2022, 9, 11), date(2022, 8, 2)]
    with pytest.raises(ValueError, match=f"{kind} end 2022-08-02 lies before"):
        schedule(*([None, None] if kind == "actual" else []), *days)


@pytest.mark.parametrize("share", [Fraction(-1, 100), Fraction(101, 100)])
def test_progress_outside_the_whole_is_refused(share):
    with pytest.raises(ValueError, match="M3-03: progress"):
        milestone(progress=share)


def test_the_run_off_is_told_from_the_statutory_stages():
    assert stage("R2d").is_run_off
    assert not stage("11").is_run_off
