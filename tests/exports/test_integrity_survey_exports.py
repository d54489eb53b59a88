"""Survey, SAKIP and stages on schedule in the workbook and in open data."""

import io

import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exports.api.routes import served
from exports.edition import edition_asked
from exports.limits import Limit
from exports.workbook import gather
from reports.book import book_of

DAY = "2022-11-06"


@pytest.fixture
def told(demonstration):
    """Returns the rows of a table of open data."""
    assert demonstration.exists()
    client = TestClient(Starlette(routes=served(Limit(1000))))
    return lambda name: client.get(f"/api/v1/{name}?tanggal={DAY}").json()


@pytest.fixture
def book(demonstration):
    assert demonstration.exists()
    edition = edition_asked({"bahasa": "en", "tanggal": DAY})
    return load_workbook(io.BytesIO(book_of(gather(edition, {}))))


def rows_of(book, title):
    head, *rows = book[title].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_open_data_tells_index_band_and_interval_and_marks_what_is_simulated(told):
    answer = told("survey-rounds")
    rows = {row["code"]: row for row in answer["rows"]}
    office, service = rows["kantor-2022-1"], rows["layanan-terpadu-2022-1"]
    assert (office["index"], office["band"], office["simulated"]) == (80.65, "B", True)
    assert office["complaints"] == 3.0
    assert office["service"] is None
    assert office["interval_is_bound"]
    assert service["service"] == "layanan-terpadu"
    assert (service["interval_low"], service["interval_high"]) == (83.6, 86.63)


def test_open_data_has_the_grade_of_2021_and_no_score(told):
    (row,) = told("accountability")["rows"]
    assert (row["year"], row["grade"], row["total"], row["planning"]) == (
        2021, "BB", None, None,
    )  # fmt: skip
    assert row["confidence"] == "recalled"


def test_open_data_and_the_workbook_count_the_same_milestones(told, book):
    rows = told("punctuality")["rows"]
    standings = [row["standing"] for row in rows]
    assert [standings.count(each) for each in ("in_time", "late", "unreported")] == [
        8, 4, 3,
    ]  # fmt: skip
    sheet = rows_of(book, "Stages held on schedule")
    assert [row["Code"] for row in sheet] == [row["code"] for row in rows]
    assert [row["Working days late"] for row in sheet] == [
        row["days_late"] for row in rows
    ]
    unknown = [row["days_late"] is None for row in rows]
    assert unknown == [each == "unreported" for each in standings]


def test_the_workbook_has_the_rounds_and_the_years(book):
    rows = {row["Code"]: row for row in rows_of(book, "Satisfaction survey")}
    assert len(rows) == 3
    office = rows["kantor-2022-1"]
    assert (office["IKM"], office["Band"], office["Simulated"]) == (
        80.65, "B", "simulated",
    )  # fmt: skip
    (year,) = rows_of(book, "SAKIP")
    assert (year["Year"], year["Grade"], year["Total score"]) == (2021, "BB", None)
