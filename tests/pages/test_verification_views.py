from pathlib import Path

import pytest

VERIFICATION = Path(__file__).parents[2] / "pages" / "verification.py"
DAYS = ("2022-08-14", "2022-09-08", "2022-11-06", "2022-12-14", "2026-11-24")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("party", ["pkb", "gelora", "ummat"])
def test_one_party_on_any_day_since_it_registered(visit, day, party):
    at = visit(VERIFICATION, tanggal=day, partai=party)
    assert not at.exception
    assert len(at.title) == 1
    assert at.query_params["partai"] == party


@pytest.mark.parametrize("day", ["2022-06-01", *DAYS])
@pytest.mark.parametrize("region", ["52.01", "52.71"])
def test_one_regency_on_any_day(visit, day, region):
    at = visit(VERIFICATION, tanggal=day, wilayah=region)
    assert not at.exception
    assert len(at.title) == 1


def test_a_party_page_leads_back_to_all_parties(visit):
    at = visit(VERIFICATION, partai="gelora", tanggal="2022-11-06")
    at.button(key="all_parties").click().run()
    assert not at.exception
    assert "partai" not in at.query_params
    assert at.query_params["tanggal"] == "2022-11-06"


def test_a_phase_is_opened_by_its_name(visit):
    at = visit(VERIFICATION, tanggal="2022-12-08")
    at.button(key="phase_administrative").click().run()
    assert not at.exception
    assert at.query_params["fase"] == "administrative"


def test_a_party_is_opened_from_the_list(visit):
    at = visit(VERIFICATION, tanggal="2022-11-06")
    at.selectbox(key="open_partai").select("gelora").run()
    assert not at.exception
    assert at.query_params["partai"] == "gelora"


def test_a_cell_of_the_grid_opens_the_party(visit):
    at = visit(VERIFICATION, tanggal="2022-11-06", fase="factual")
    picked = {"selection": {"pick": [{"party": "gelora", "region": "52.71"}]}}
    at.session_state["grid_factual"] = picked
    at.run()
    assert not at.exception
    assert at.query_params["partai"] == "gelora"


def test_a_table_of_tallies_is_made_once_it_is_asked_for(visit):
    at = visit(VERIFICATION, partai="gelora", tanggal="2022-11-06", fase="factual")
    assert not at.dataframe
    at.session_state["table_pemilu-2024-partai-factual-gelora-2022-11-06"] = True
    at.run()
    assert not at.exception
    assert len(at.dataframe[0].value) == 10
