from datetime import UTC, date, datetime

from ical.calendar_stream import IcsCalendarStream

from domain.timeline import Holding
from reports.calendar import Calendar, Event, ics_of
from tests.pages.nasty import READABLE

AT = datetime(2022, 9, 8, 1, tzinfo=UTC)


def event(**given):
    usual = {
        "uid": "a",
        "first": date(2022, 9, 14),
        "last": date(2022, 9, 28),
        "title": "Verifikasi",
        "text": "Direncanakan",
        "category": "",
        "holding": Holding.PLANNED,
        "sequence": 2,
        "changed_at": AT,
    }
    return Event(**{**usual, **given})


def written(*events, url=""):
    return ics_of(
        Calendar(
            name="Pemilu",
            text="Per 8 September 2022",
            language="id",
            url=url,
            written_at=AT,
            events=events,
        )
    )


def read(content):
    return IcsCalendarStream.calendar_from_ics(content.decode()).events


def test_a_client_reads_whole_days_to_the_last_one():
    (found,) = read(written(event()))
    assert (found.dtstart, found.dtend) == (date(2022, 9, 14), date(2022, 9, 29))
    assert (found.sequence, found.dtstamp, found.last_modified) == (2, AT, AT)
    assert found.status == "CONFIRMED"


def test_what_is_not_held_is_cancelled_and_what_may_be_is_tentative():
    held = (Holding.NOT_HELD, Holding.CONDITIONAL)
    content = written(*(event(uid=each, holding=each) for each in held))
    assert [each.status for each in read(content)] == ["CANCELLED", "TENTATIVE"]


def test_texts_come_back_letter_by_letter():
    content = written(
        *(
            event(uid=name, title=text, text=f"{text}\n{text};,\\n", category=text)
            for name, text in READABLE.items()
        )
    )
    found = {each.uid: each for each in read(content)}
    for name, text in READABLE.items():
        assert found[name].summary == text
        assert found[name].description == f"{text}\n{text};,\\n"


def test_lines_end_and_fold_as_the_standard_asks():
    content = written(event(title="Verifikasi faktual 🗳 " * 20), url="https://x.id")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"\r\nURL:https://x.id\r\n" in content


def test_a_calendar_may_be_empty():
    assert read(written()) == []
