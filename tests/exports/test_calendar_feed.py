import shutil
from datetime import date, timedelta

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream
from sqlalchemy import insert, make_url

from data_access import history, tables, timeline
from data_access.database import engine_for, writing
from domain.timeline import Holding
from tests.data_access.election_rows import milestone_state
from ui import kept, store


def events(site, query=""):
    answer = site.get(f"/kalender.ics?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return IcsCalendarStream.calendar_from_ics(answer.text).events


def test_every_milestone_with_days_stands_on_them(site):
    found = {each.summary: each for each in events(site, "bahasa=en")}
    with store.connect() as connection:
        known = timeline.read_milestones(connection, "pemilu-2024", date(2022, 9, 8))
        last = history.read_entry(connection, store.revision())
    dated = [each for each in known if each.schedule.planned_start]
    assert len(dated) > 30
    for each in dated:
        shown, days = found[each.name.english], each.schedule
        assert shown.dtstamp == last.at.replace(microsecond=0)
        if not days.actual_start and days.planned_end:
            after = days.planned_end + timedelta(days=1)
            assert (shown.dtstart, shown.dtend) == (days.planned_start, after)


def test_legal_deadlines_stand_there_as_well(site):
    found = [each.summary for each in events(site) if "hukum" in each.categories[0]]
    assert len(found) > 20
    assert any(each.startswith("Hari terakhir menurut hukum: ") for each in found)


def test_events_keep_their_identity_and_count_their_changes(site):
    before = {each.uid: each for each in events(site)}
    after = {each.uid: each for each in events(site, "tanggal=2024-03-01&bahasa=en")}
    assert before.keys() <= after.keys()
    moved = [uid for uid, each in before.items() if after[uid].sequence > each.sequence]
    assert moved
    assert all(after[uid].sequence >= each.sequence for uid, each in before.items())
    for uid in set(before) - set(moved):
        assert after[uid].dtstart == before[uid].dtstart
    assert "CANCELLED" in {each.status for each in after.values()}


def test_a_division_and_a_region_have_calendars_of_their_own(site):
    whole = {each.uid for each in events(site)}
    own = {each.uid for each in events(site, "divisi=Teknis+Penyelenggaraan")}
    assert own < whole
    assert own
    there = {each.uid for each in events(site, "wilayah=52.71")}
    assert own < there <= whole


@pytest.fixture
def without_an_anchor(demonstration, site, tmp_path, monkeypatch):
    """A client on a plan in which the day that LD-09 counts from went, twice."""
    url = make_url(f"sqlite:///{shutil.copy(demonstration, tmp_path / 'own.db')}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    kept.forget()
    on, planned = date(2022, 9, 1), {"planned_end": date(2022, 12, 19)}
    states = [
        milestone_state("M2-02", on, version=3, planned_end=date(2022, 12, 15)),
        milestone_state("M2-02", on, version=4),
        milestone_state("M2-02", date(2022, 9, 5), version=5, **planned),
        milestone_state(
            "M2-02", date(2022, 9, 8), 6, holding=Holding.NOT_HELD, **planned
        ),
    ]
    with writing(engine_for(url)).begin() as connection:
        for state in states:
            connection.execute(insert(tables.milestone_states), state)
    yield site
    engine_for(url).dispose()


def test_a_deadline_whose_anchor_went_is_cancelled_until_it_comes_back(
    without_an_anchor,
):
    found = [
        deadline(without_an_anchor, f"tanggal=2022-{day}")
        for day in ("08-31", "09-01", "09-05", "09-08")
    ]
    assert [(str(each["status"]), each["dtstart"].dt) for each in found] == [
        ("CONFIRMED", date(2023, 3, 14)),
        ("CANCELLED", date(2023, 3, 15)),
        ("CONFIRMED", date(2023, 3, 19)),
        ("CANCELLED", date(2023, 3, 19)),
    ]
    assert len({each["uid"] for each in found}) == 1
    counted = [each["sequence"] for each in found]
    assert sorted(set(counted)) == counted


def deadline(site, query):
    file = icalendar.Calendar.from_ical(site.get(f"/kalender.ics?{query}").content)
    (found,) = (
        each
        for each in file.walk("VEVENT")
        if "Pemutakhiran data pemilih oleh KPU" in each["summary"]
        and each["categories"].cats == ["Tenggat hukum"]
    )
    return found


def shifts(site, query):
    return {each.dtstart: each for each in events(site, f"piket=saja&{query}")}


def test_the_duty_rota_stands_in_the_calendar_once_it_is_asked_for(site):
    plain = {each.uid for each in events(site)}
    whole = {each.uid for each in events(site, "piket=ya")}
    rota = {each.uid for each in events(site, "piket=saja")}
    assert rota
    assert whole == plain | rota
    assert not plain & rota
    duty = shifts(site, "tanggal=2022-09-08")[date(2022, 9, 8)]
    assert duty.summary == "Piket: Kepala Subbagian C (simulasi)"
    assert duty.description.startswith("Simulasi, bukan data resmi")
    assert duty.categories == ["Manajer piket"]


def test_shifts_keep_their_identity_through_a_swap_and_a_call_off(site):
    on, swapped = date(2022, 11, 8), "tanggal=2022-11-06"
    before, after = (shifts(site, day)[on] for day in ("tanggal=2022-11-01", swapped))
    assert before.uid == after.uid
    assert (before.sequence, after.sequence) == (0, 1)
    assert before.summary != after.summary
    called_off = [
        each
        for each in events(site, f"piket=saja&{swapped}")
        if each.status == "CANCELLED"
    ]
    assert [(each.dtstart, each.sequence) for each in called_off] == [
        (date(2022, 9, 15), 1)
    ]


def test_a_calendar_that_somebody_has_is_not_sent_again(site):
    tag = site.get("/kalender.ics").headers["etag"]
    again = site.get("/kalender.ics", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert site.get("/kalender.ics?bahasa=en").headers["etag"] != tag


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("divisi=Sihir", 404),
        ("wilayah=11.01", 404),
        ("pemilu=x", 404),
        ("tanggal=besok", 422),
        ("bahasa=fr", 422),
        ("x=1", 422),
        ("piket=mungkin", 422),
    ],
)
def test_what_means_nothing_gets_a_problem_document(site, query, status):
    assert site.get(f"/kalender.ics?{query}").status_code == status
