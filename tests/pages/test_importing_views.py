import csv
import shutil
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, make_url, select

from data_access.database import engine_for, writing
from data_access.integrity_duty_recording import assign
from data_access.recording import Errand
from data_access.sign_in import Attempt, sign_in
from data_access.tables import duty_shifts, journal, milestone_states
from domain.bilingual import Language
from domain.integrity_duty import Slot
from domain.person import Person, Role
from domain.provenance import Confidence
from reports.workbook import csv_of
from tests.data_access.staff import PASSWORD, store_person
from ui import importing_page
from ui.importing_contents import Content, offered_to
from ui.importing_sheets import Wanted, template

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "pages" / "importing.py"
REASON = "laporan mingguan"


@pytest.fixture
def engine(demonstration_file, tmp_path, monkeypatch):
    """The engine of a demonstration that a test may write to."""
    file = shutil.copy(demonstration_file, tmp_path / "demonstration.db")
    url = make_url(f"sqlite:///{file}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    yield writing(engine_for(url))
    engine_for(url).dispose()


@pytest.fixture
def open_as(engine, cookies, visit):
    """Return what signs somebody in and opens the page."""

    def enter(role, **parts):
        regions = frozenset({"52.71"}) if role is Role.OPERATOR else frozenset()
        with engine.begin() as connection:
            store_person(connection, role=role, regions=regions)
        now = datetime.now(UTC)
        attempt = Attempt(code="baiq", password=PASSWORD, address="", at=now)
        cookies["sesi"] = sign_in(engine, attempt).token
        at = visit(PAGE, **parts)
        assert not at.exception
        return at

    return enter


CODE, PROGRESS, NOTE = 1, 7, 9  # columns of the template


def filled_in(*cells):
    """Return the template of the eighth of September with some cells changed."""
    editor = Person(code="baiq", name="Baiq Ratna", role=Role.EDITOR)
    wanted = Wanted(
        content=Content.MILESTONES,
        election="pemilu-2024",
        day=date(2022, 9, 8),
        language=Language.ENGLISH,
        person=editor,
    )
    workbook = load_workbook(BytesIO(template(wanted)))
    for row, column, value in cells:
        workbook.worksheets[0].cell(row, column, value)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def noted(*more):
    """Return the template with another note on the first milestone, M1-01."""
    return filled_in((2, NOTE, "Dokumen diterima"), *more)


def give(at, content, name="isian.xlsx"):
    at.file_uploader[0].upload(name, content).run()
    assert not at.exception
    return at


def can_import(at):
    return "import_save" in [each.key for each in at.button]


def counts(at):
    return [each.value for each in at.metric]


def tables(at):
    return [each.proto.body for each in at.get("html") if "<table" in each.proto.body]


def entries(engine):
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(journal))


def test_a_stranger_is_sent_to_sign_in_and_may_give_no_file(visit):
    at = visit(PAGE, bahasa="en")
    assert not at.exception
    assert at.info[0].value == "This page is for staff of the commission."
    assert not at.file_uploader


def test_an_editor_imports_a_good_file(engine, open_as):
    at = open_as(Role.EDITOR, bahasa="en")
    assert at.title[0].value == "Import milestones from a workbook"
    give(at, noted())
    assert at.title[0].value == "1 row is ready to import"
    assert counts(at) == ["0", "1", "49", "0"]
    assert "Dokumen diterima" in tables(at)[0]
    before = entries(engine)
    at.text_input[0].input(REASON)
    at.button(key="import_save").click().run()
    assert not at.exception
    assert at.success[0].value == "1 row imported"
    assert not at.metric
    assert entries(engine) == before + 1
    link = at.get("page_link")[0].proto
    assert f"penyimpanan={before + 1}" in link.query_string
    with engine.connect() as connection:
        notes = connection.scalars(
            select(milestone_states.c.note).where(
                milestone_states.c.milestone_code == "M1-01"
            )
        ).all()
    assert "Dokumen diterima" in notes
    assert not give(at, noted()).success
    assert counts(at) == ["0", "0", "50", "0"]
    assert at.title[0].value == "This file changes nothing"


def test_refused_rows_are_named_and_left_out(engine, open_as):
    at = open_as(Role.EDITOR, bahasa="en")
    give(at, noted((3, CODE, "<b>M9"), (4, PROGRESS, "x")))
    assert at.title[0].value == "2 rows are refused"
    assert counts(at) == ["0", "1", "47", "2"]
    refused = tables(at)[0]
    assert "“&lt;b&gt;M9” is unknown in “Milestone code”." in refused
    assert "“x” is not a number." in refused
    before = entries(engine)
    at.text_input[0].input(REASON)
    at.button(key="import_save").click().run()
    assert at.success[0].value == "1 row imported"
    assert entries(engine) == before + 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old Excel"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"Catatan\nx\n", "“Milestone code” is missing"),
    ],
)
def test_an_unreadable_file_is_refused_as_a_whole(open_as, content, said):
    at = give(open_as(Role.EDITOR, bahasa="en"), content, "isian.xlsx")
    assert at.title[0].value == "This file cannot be imported"
    assert said in at.error[0].value
    assert not at.metric
    assert not can_import(at)


def test_a_row_of_another_region_is_refused_to_an_operator(open_as):
    at = give(open_as(Role.OPERATOR, bahasa="en"), noted())
    assert "You do not record for Nusa Tenggara Barat." in tables(at)[0]
    assert not can_import(at)


def test_a_reason_is_needed_and_nothing_is_stored_without(engine, open_as):
    at = give(open_as(Role.EDITOR, bahasa="en"), noted())
    before = entries(engine)
    at.button(key="import_save").click().run()
    assert "The text is too short." in at.error[0].value
    assert entries(engine) == before
    assert counts(at) == ["0", "1", "49", "0"]


def test_a_session_that_ended_meanwhile_stores_nothing(engine, open_as, monkeypatch):
    at = give(open_as(Role.EDITOR, bahasa="en"), noted())
    before = entries(engine)
    monkeypatch.setattr("ui.access.identify", lambda: lambda _: None)
    at.text_input[0].input(REASON)
    at.button(key="import_save").click().run()
    assert at.error[0].value.startswith("Your session has ended.")
    assert entries(engine) == before


def test_a_check_is_kept_until_something_else_is_asked(open_as, monkeypatch):
    at = give(open_as(Role.EDITOR, bahasa="en"), noted())
    checked = []
    check = importing_page.importing_store.check

    def count(*given):
        checked.append(given)
        return check(*given)

    monkeypatch.setattr(importing_page.importing_store, "check", count)
    at.text_input[0].input(REASON).run()
    assert checked == []
    at.button(key="on").click().run()
    assert len(checked) == 1


def test_recaps_are_imported_from_a_template_of_their_own(open_as):
    at = open_as(Role.OPERATOR, bahasa="en", isi="rekap")
    assert at.title[0].value == "Import recaps from a workbook"
    give(at, noted())
    assert "“Verification phase” is missing" in at.error[0].value


def test_the_template_comes_as_a_workbook_and_as_csv(open_as):
    at = open_as(Role.EDITOR, bahasa="en")
    words = [each.proto.label for each in at.get("download_button")]
    assert "The same as CSV" in words
    wanted = Wanted(
        content=Content.MILESTONES,
        election="pemilu-2024",
        day=date(2022, 9, 8),
        language=Language.ENGLISH,
        person=Person(code="baiq", name="Baiq Ratna", role=Role.EDITOR),
    )
    lines = template(wanted, csv_of).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Milestone code;")
    assert lines[1].startswith("M1-01;")


def test_the_template_of_an_operator_has_only_their_region():
    operator = Person(
        code="op", name="Operator", role=Role.OPERATOR, regions=frozenset({"52.71"})
    )
    wanted = Wanted(
        content=Content.TALLIES,
        election="pemilu-2024",
        day=date(2022, 9, 8),
        language=Language.ENGLISH,
        person=operator,
    )
    guide = load_workbook(BytesIO(template(wanted))).worksheets[1]
    listed = {str(cell.value) for row in guide.iter_rows() for cell in row}
    assert "Kota Mataram" in listed
    assert "Kabupaten Bima" not in listed


def lines_of(content):
    """Return the template of a content as rows of cells."""
    wanted = Wanted(
        content=content,
        election="pemilu-2024",
        day=date(2022, 9, 8),
        language=Language.ENGLISH,
        person=Person(code="baiq", name="Baiq Ratna", role=Role.EDITOR),
    )
    text = template(wanted, csv_of).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def sheet(lines):
    """Return rows of cells as the CSV that staff send."""
    file = StringIO()
    csv.writer(file, delimiter=";").writerows(lines)
    return file.getvalue().encode()


def test_an_operator_is_offered_nothing_of_the_zone(open_as):
    at = open_as(Role.OPERATOR, bahasa="en", isi="piket")
    assert at.title[0].value == "Import milestones from a workbook"
    operator = Person(code="op", name="Operator", role=Role.OPERATOR)
    assert offered_to(operator) == (Content.MILESTONES, Content.TALLIES)


def test_the_template_of_the_rota_has_five_weeks_of_working_days():
    lines = lines_of(Content.DUTY)
    assert lines[0] == ["Day", "Place", "Part of the day", "On duty"]
    days = [line[0] for line in lines[1:]]
    assert (days[0], days[-1]) == ("2022-09-05", "2022-10-07")
    assert lines[4][:3] == ["2022-09-08", "office", "whole day"]


def test_an_editor_imports_a_rota(engine, open_as):
    lines = lines_of(Content.DUTY)
    lines[4][3] = "Kepala Bagian Teknis"
    at = open_as(Role.EDITOR, bahasa="en", isi="piket")
    assert at.title[0].value == "Import the duty rota"
    give(at, sheet(lines), "piket.csv")
    assert at.title[0].value == "1 row is ready to import"
    assert "8 Sep 2022 · office · whole day" in tables(at)[0]
    at.text_input[0].input(REASON)
    at.button(key="import_save").click().run()
    assert at.success[0].value == "1 row imported"
    with engine.connect() as connection:
        people = connection.scalars(
            select(duty_shifts.c.person).where(
                duty_shifts.c.day == date(2022, 9, 8),
                duty_shifts.c.confidence == Confidence.PARTIAL,
            )
        ).all()
    assert people == ["Kepala Bagian Teknis"]


def test_a_rota_that_somebody_filled_meanwhile_is_refused_in_words(engine, open_as):
    lines = [["Day", "Place", "On duty"], ["2023-01-02", "service desk", "Kepala A"]]
    at = give(open_as(Role.EDITOR, bahasa="en", isi="piket"), sheet(lines))
    slot = Slot(date(2023, 1, 2))
    errand = Errand(
        identify=lambda _: Person(code="budi", name="Budi", role=Role.EDITOR),
        reason=REASON,
        at=datetime(2022, 9, 8, 1, 0, tzinfo=UTC),
    )
    assign(engine, errand, {slot: 0}, {slot: "Kepala A"})
    at.text_input[0].input(REASON)
    at.button(key="import_save").click().run()
    assert at.title[0].value == "This file cannot be imported"
    assert "On 2 January 2023, Kepala A is at the office at that time." in tables(at)[0]


def test_a_whole_assessment_is_imported_and_a_missing_score_refused(open_as):
    lines = lines_of(Content.ASSESSMENT)
    assert len(lines) == 16
    for line in lines[1:]:
        line[5 if line[2].startswith("Survey of") else 4] = "2.5"
    at = open_as(Role.EDITOR, bahasa="en", isi="penilaian")
    give(at, sheet(lines[:-1]))
    assert at.title[0].value == "This file cannot be imported"
    assert "has no score of result for" in at.error[0].value
    assert not can_import(at)
    give(at, sheet(lines))
    assert at.title[0].value == "15 rows are ready to import"
    assert "self-assessment 2022" in tables(at)[0]
    at.text_input[0].input(REASON)
    at.button(key="import_save").click().run()
    assert at.success[0].value == "15 rows imported"


def test_a_round_is_imported_beside_one_that_is_refused(engine, open_as):
    heading = lines_of(Content.SURVEY)[0]
    good = ["E-Arsip", "2022-07-01", "2022-08-31", "29", "40", "Averages", *["3.5"] * 9]
    lines = [heading, [*good, ""], ["", *good[1:6], "4,5", *good[7:], ""]]
    at = open_as(Role.EDITOR, bahasa="en", isi="survei")
    give(at, sheet(lines))
    assert at.title[0].value == "1 row is refused"
    refused, new = tables(at)
    assert "The average of an element lies between 1 and 4." in refused
    assert "E-Archive · 1 Jul – 31 Aug 2022" in new
    before = entries(engine)
    at.text_input[0].input(REASON)
    at.button(key="import_save").click().run()
    assert at.success[0].value == "1 row imported"
    assert entries(engine) == before + 1
