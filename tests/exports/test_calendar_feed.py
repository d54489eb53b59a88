from datetime import date, timedelta

import pytest
from ical.calendar_stream import IcsCalendarStream

from data_access import history, timeline
from exports.calendar_feed import subscription
from ui import store


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


def test_a_subscription_keeps_whose_calendar_it_is_but_no_day():
    parts = {"tanggal": "2022-09-08", "bahasa": "en", "tema": "gelap"}
    found = subscription("https://pantau.example.go.id/", parts | {"divisi": "A & B"})
    assert (
        found == "webcal://pantau.example.go.id/kalender.ics?bahasa=en&divisi=A+%26+B"
    )
