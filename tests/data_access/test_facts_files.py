"""The facts that come with the project, file by file."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from data_access.facts_csv import read_facts
from data_access.facts_files import COMMON_FILES, ELECTION_FILE, ELECTION_FILES
from data_access.facts_loading import FOLDER
from domain.deadlines import Unit
from domain.party import DecisionKind, DecisionResult
from domain.provenance import Confidence
from domain.region import RegionLevel
from domain.timeline import Holding
from domain.verification import Verdict

HOME = FOLDER / "pemilu-2024"
FILES = {
    **{file.name: (FOLDER, file) for file in COMMON_FILES},
    **{file.name: (HOME, file) for file in (ELECTION_FILE, *ELECTION_FILES)},
}


def facts(name):
    folder, file = FILES[name]
    return [fact.values for fact in read_facts(folder / f"{name}.csv", file.columns)]


def by_code(name):
    return {fact["code"]: fact for fact in facts(name)}


def test_every_csv_file_of_the_folder_is_loaded():
    assert {path.stem for path in Path(FOLDER).rglob("*.csv")} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_fact_has_a_source_and_is_not_called_simulated(name):
    for fact in facts(name):
        assert fact["source"]
        assert fact["confidence"] is not Confidence.SIMULATED


@pytest.mark.parametrize("name", FILES)
def test_files_end_their_lines_alike_and_carry_no_stray_blanks(name):
    folder, _ = FILES[name]
    content = (folder / f"{name}.csv").read_text(encoding="utf-8")
    assert "\r" not in content
    for row in csv.reader(content.splitlines()):
        assert [cell.strip() for cell in row] == row


def test_the_election_is_that_of_the_demonstration():
    (election,) = facts("elections")
    assert election["voting_day"] == date(2024, 2, 14)
    assert election["voting_day_name_indonesian"] == "Hari Kasih Suara"
    assert election["opens_on"] == date(2022, 9, 8)


def test_there_are_eleven_stages_and_six_blocks_of_the_run_off():
    holding = Counter(stage["holding"] for stage in facts("stages"))
    assert holding == {Holding.PLANNED: 11, Holding.CONDITIONAL: 6}
    assert [s["code"] for s in facts("stages")][:11] == [str(n) for n in range(1, 12)]


def test_the_run_off_is_not_held_from_20_march_2024():
    for name in ("stages", "milestones"):
        days = {f["not_held_on"] for f in facts(name) if f["not_held_on"]}
        assert days == {date(2024, 3, 20)}


def test_all_milestones_of_the_source_and_the_sub_phases_are_there():
    milestones = by_code("milestones")
    assert len([code for code in milestones if code.startswith("M")]) == 105
    assert len([code for code in milestones if not code.startswith("M")]) == 19
    assert all(
        milestones[code]["parent_code"] for code in milestones if code[0] in "PX"
    )


def test_parts_weigh_nothing_where_their_whole_is_weighed():
    milestones = by_code("milestones")
    assert {m["weight"] for c, m in milestones.items() if c[0] in "PX"} == {0}
    assert [c for c, m in milestones.items() if c[0] == "M" and not m["weight"]] == [
        "M6-01",
        "M6-09",
        "M6-24",
    ]


def test_short_names_fit_a_row_of_the_chart():
    for name in ("stages", "milestones", "phases"):
        for fact in facts(name):
            assert len(fact["short_name_indonesian"]) <= 34
            assert len(fact["short_name_english"]) <= 34


def test_names_tell_nothing_that_only_came_later():
    for milestone in facts("milestones"):
        for column in ("name_indonesian", "name_english", "legal_basis"):
            assert "Kpt" not in milestone[column]
            assert "TMS" not in milestone[column]
            assert "nomor urut 24" not in milestone[column]


def test_the_reverifications_enter_the_plan_when_they_were_ordered():
    milestones = by_code("milestones")
    assert milestones["M3-12"]["known_on"] == date(2022, 12, 20)
    assert milestones["M3-13"]["known_on"] == date(2023, 3, 20)
    assert milestones["M3-12"]["exception"].startswith("Putusan Bawaslu 006")


def test_a_day_that_no_source_tells_stays_open():
    milestones = by_code("milestones")
    for code in ("M1-01", "M2-04", "M3-01", "M6-12", "M9-03", "P12b"):
        assert milestones[code]["actual_end"] is None
    assert len([m for m in milestones.values() if m["actual_end"]]) == 56


def test_ntb_closed_its_recapitulation_one_day_past_the_plan():
    recap = by_code("milestones")["M9-05"]
    assert recap["planned_end"] == date(2024, 3, 10)
    assert recap["actual_end"] == date(2024, 3, 11)


def test_the_check_of_members_was_planned_twice():
    days = {
        (day["baseline_code"], day["item_code"]): (
            day["planned_start"],
            day["planned_end"],
        )
        for day in facts("baseline_days")
    }
    assert days["kpt-260-2022", "P03a"] == (date(2022, 8, 16), date(2022, 8, 29))
    assert days["kpt-309-2022", "P03a"] == (date(2022, 8, 22), date(2022, 9, 4))


def test_43_national_parties_held_an_account_and_none_is_local_to_aceh():
    assert len(facts("parties")) == 43
    assert not {"pna", "pda", "pa", "sira", "gabthat", "pas-aceh"} & set(
        by_code("parties")
    )
    assert Counter(p["is_parliamentary"] for p in facts("parties"))[True] == 9


def test_decisions_add_up_to_the_published_numbers():
    found = Counter(
        (d["kind"], d["result"], d["decided_on"]) for d in facts("party_decisions")
    )
    registered, administrative = DecisionKind.REGISTRATION, DecisionKind.ADMINISTRATIVE
    closing, announced = date(2022, 8, 14), date(2022, 10, 14)
    assert found[registered, DecisionResult.ACCEPTED, closing] == 24
    assert found[registered, DecisionResult.RETURNED, date(2022, 8, 16)] == 16
    assert found[registered, DecisionResult.NOT_FILED, closing] == 3
    assert found[administrative, DecisionResult.ELIGIBLE, announced] == 18
    assert found[administrative, DecisionResult.INELIGIBLE, announced] == 2
    factual = DecisionKind.FACTUAL
    assert found[factual, DecisionResult.CORRECTABLE, date(2022, 11, 9)] == 9
    assert found[factual, DecisionResult.ELIGIBLE, date(2022, 12, 14)] == 8


def test_ballot_numbers_are_those_of_the_two_determinations():
    numbers = {
        d["ballot_number"]: d["decided_on"]
        for d in facts("party_decisions")
        if d["ballot_number"]
    }
    assert sorted(numbers) == [*range(1, 18), 24]
    assert numbers[24] == date(2022, 12, 30)


def test_each_phase_gives_the_verdicts_of_its_round():
    first = frozenset({Verdict.ELIGIBLE, Verdict.CORRECTABLE})
    last = frozenset({Verdict.ELIGIBLE, Verdict.INELIGIBLE})
    assert {code: phase["verdicts"] for code, phase in by_code("phases").items()} == {
        "administrative": first,
        "administrative_correction": last,
        "factual": first,
        "factual_correction": last,
        "reverification": last,
    }


def test_the_requirements_are_letters_a_to_i():
    assert [r["letter"] for r in facts("requirements")] == list("abcdefghi")


def test_there_are_65_deadline_rules_three_with_a_second_reading():
    readings = Counter(rule["code"] for rule in facts("deadline_rules"))
    assert len(readings) == 65
    assert [code for code, n in readings.items() if n == 2] == [
        "LD-46",
        "LD-48",
        "LD-54",
    ]


def test_a_rule_without_an_amount_is_a_clock_time_or_a_condition():
    for rule in facts("deadline_rules"):
        has_none = rule["unit"] in {Unit.CLOCK_TIME, Unit.NONE}
        assert (rule["amount"] is None) == has_none


def test_rules_anchor_on_what_is_known_or_say_it_in_words():
    known = {*by_code("milestones"), *by_code("deadline_rules"), "voting_day"}
    for rule in facts("deadline_rules"):
        assert rule["anchor"] in known or " " in rule["anchor"]


def test_the_regions_are_one_country_38_provinces_and_ntb_in_full():
    levels = Counter(region["level"] for region in facts("regions"))
    assert levels[RegionLevel.COUNTRY] == 1
    assert levels[RegionLevel.PROVINCE] == 38
    assert levels[RegionLevel.REGENCY] == 8
    assert levels[RegionLevel.CITY] == 2
    assert levels[RegionLevel.DISTRICT] == 117


def test_each_kabkota_has_as_many_kecamatan_as_it_says():
    inside = Counter(region["parent_code"] for region in facts("regions"))
    for region in facts("regions"):
        if region["level"] in {RegionLevel.REGENCY, RegionLevel.CITY}:
            assert inside[region["code"]] == region["districts"]


def test_names_of_kabkota_leave_out_their_type():
    assert by_code("regions")["52.72"]["name"] == "Bima"
    assert by_code("regions")["52.06"]["name"] == "Bima"


def test_the_ten_kabkota_miss_three_voters_of_the_stated_total():
    voters = {
        f["region_code"]: f["value"]
        for f in facts("region_figures")
        if f["measure"] == "voters"
    }
    ten = sum(value for code, value in voters.items() if code.startswith("52."))
    assert voters["52"] - ten == 3


def test_the_reported_figures_of_ntb_are_kept_as_reported():
    reported = {
        (f["area"], f["parties"], f["measure"]): (f["value"], f["is_approximate"])
        for f in facts("reported_figures")
    }
    assert reported["NTB (10 kab/kota)", "9 parpol", "sample_members"] == (18000, True)
    assert reported["Kota Mataram", "8 parpol", "sample_members"] == (1789, False)
    assert reported["KLU+Loteng+Lotim+Sumbawa", "Perindo", "sample_members"] == (
        1070,
        False,
    )
