import csv
import io
from datetime import date

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data_access import tallies
from exports.api.openapi import document
from exports.api.routes import served
from exports.api.tables import TABLES
from exports.limits import Limit, per_minute
from ui import store

load_all_checks()
OPENING = date(2022, 9, 8)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_the_document_says(demonstration, mode):
    assert demonstration.exists()
    application = Starlette(routes=served(Limit(100_000)))
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", application)
    asked = 0
    for operation in schema.get_all_operations():

        @given(case=operation.ok().as_strategy(generation_mode=mode))
        @settings(
            max_examples=3,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def ask(case):
            nonlocal asked
            case.call_and_validate()
            asked += 1

        ask()
    assert asked >= len(TABLES)


def test_the_document_tells_of_every_table_and_names_no_licence():
    told = document()
    assert set(told["paths"]) == {f"/api/v1/{name}" for name in TABLES}
    assert "license" not in told["info"]


def test_tallies_are_those_that_a_stranger_sees(site):
    found = site.get("/api/v1/tallies?batas=5000").json()
    with store.connect() as connection:
        known = tallies.read_province_tallies(
            connection, "pemilu-2024", OPENING, province="52"
        )
    assert found["total"] == len(found["rows"]) == len(known) > 0
    assert (found["day"], found["simulated"]) == ("2022-09-08", True)
    for row, tally in zip(found["rows"], known, strict=True):
        assert (row["phase"], row["party"], row["region"]) == tallies.cell_of(tally)
        assert (row["visited"], row["eligible"]) == (tally.visited, tally.eligible)
        assert row["state"] != "draft"
        assert row["simulated"]
        assert row["source"]


def test_verdicts_come_with_the_plenary(site):
    rows = site.get("/api/v1/tallies?tanggal=2022-11-06&batas=5000").json()["rows"]
    decided = {row["state"] for row in rows if row["eligible"] is not None}
    assert decided == {"decided"}
    assert {row["state"] for row in rows if row["eligible"] is None} == {"submitted"}


def test_csv_holds_the_rows_of_json(site):
    rows = site.get("/api/v1/milestones").json()["rows"]
    answer = site.get("/api/v1/milestones?format=csv")
    read = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["data-day"] == "2022-09-08"
    assert [row["code"] for row in read] == [row["code"] for row in rows]
    planned = [row["planned_start"] or "" for row in rows]
    assert [row["planned_start"] for row in read] == planned


def test_pages_of_rows_make_the_whole(site):
    whole = site.get("/api/v1/milestones").json()
    half = whole["total"] // 2 + 1
    pages = [
        site.get(f"/api/v1/milestones?batas={half}&lewati={start}").json()
        for start in (0, half)
    ]
    assert pages[0]["rows"] + pages[1]["rows"] == whole["rows"]
    assert pages[1]["total"] == whole["total"]


def test_filters_leave_only_what_they_name(site):
    address = "/api/v1/tallies?fase=administrative&partai=perindo&wilayah=52.71"
    rows = site.get(address).json()["rows"]
    assert [(row["party"], row["region"]) for row in rows] == [("perindo", "52.71")]


def test_what_somebody_has_already_is_not_sent_again(site):
    first = site.get("/api/v1/stages")
    tag = first.headers["etag"]
    assert "no-cache" in first.headers["cache-control"]
    again = site.get("/api/v1/stages", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    other = site.get("/api/v1/stages?tanggal=2022-11-06")
    assert other.headers["etag"] != tag


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("stages?pemilu=pemilu-1955", 404),
        ("tallies?partai=tidak-ada", 404),
        ("tallies?wilayah=11.01", 404),
        ("rahasia", 404),
        ("stages?tanggal=2022-02-30", 422),
        ("stages?tanggal=20220908", 422),
        ("stages?format=xml", 422),
        ("stages?bahasa=fr", 422),
        ("stages?batas=0", 422),
        ("stages?lewati=-1", 422),
        ("stages?tangal=2022-09-08", 422),
    ],
)
def test_what_means_nothing_gets_a_problem_document(site, address, status):
    answer = site.get(f"/api/v1/{address}")
    assert answer.status_code == answer.json()["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_open_data_cannot_be_written(site):
    answer = site.post("/api/v1/stages")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_address_that_asks_too_often_has_to_wait(demonstration):
    assert demonstration.exists()
    asker = TestClient(Starlette(routes=served(Limit(2))))
    found = [asker.get("/api/v1/elections?bahasa=en") for _ in range(3)]
    assert [each.status_code for each in found] == [200, 200, 429]
    assert found[2].headers["retry-after"] == "60"
    assert "Too many requests" in found[2].json()["detail"]


@pytest.mark.parametrize("named", ["0", "-1", "banyak", "1.5", ""])
def test_a_limit_that_means_nothing_ends_the_start(named):
    with pytest.raises(ValueError, match="API_PER_MINUTE"):
        per_minute({"API_PER_MINUTE": named})


@pytest.mark.usefixtures("empty_database")
def test_an_empty_database_has_no_open_data():
    asker = TestClient(Starlette(routes=served(Limit(10))))
    assert asker.get("/api/v1/elections").status_code == 404
