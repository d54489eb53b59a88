import asyncio
import re
from datetime import date

import pytest

from domain.bilingual import Language
from exports import first_paint
from exports.first_paint import FirstPaint, Screen, screen_of
from exports.public_copy import drawings
from exports.workshop import Workshop
from ui import kept, language, store
from web.first_answer import Asked

TITLE = "Dua kegiatan lewat batas"


def asked(path="/", query="", *, is_signed_in=False):
    return Asked(path, query, is_signed_in)


@pytest.fixture
def in_this_process(monkeypatch):
    """Charts are drawn in one width, without a process that takes a second each."""

    async def make(_, work, *args):
        return work(*args)

    monkeypatch.setattr(Workshop, "make", make)
    monkeypatch.setattr(drawings, "EVERY_SIZE", 1)


def drawing(paint, rounds=1):
    """Draw ahead for so many looks at the revision."""

    async def run(monkeypatch):
        looks = iter(range(rounds - 1))

        async def pause(_):
            if next(looks, None) is None:
                raise asyncio.CancelledError

        monkeypatch.setattr(first_paint.asyncio, "sleep", pause)
        with pytest.raises(asyncio.CancelledError):
            await paint.draw_ahead()

    with pytest.MonkeyPatch.context() as monkeypatch:
        asyncio.run(run(monkeypatch))


def words(said):
    return " ".join(re.sub(r"<[^>]*>", " ", said.content).split())


@pytest.mark.usefixtures("demonstration", "in_this_process")
def test_what_the_screens_open_on_is_drawn_ahead_in_both_languages():
    paint = FirstPaint()
    before = paint.ask(asked())
    assert words(before).startswith(TITLE)
    assert "<svg" not in before.content
    drawing(paint)
    home = paint.ask(asked())
    assert words(home).startswith(f"per 8 September 2022 {TITLE}")
    assert "20 dari 24 simulasi Administrasi" in words(home)
    assert home.content.count('class="chart') == 1 + 1 + 4
    assert "<details" not in home.content
    timeline = words(paint.ask(asked("/linimasa")))
    assert "Perencanaan program" in timeline
    assert "1 dari 14 selesai" in timeline
    assert "Belum mulai Verifikasi faktual 15 Okt – 4 Nov 2022" in timeline
    assert "Kegiatan menurut tahap" not in timeline
    parties = paint.ask(asked("/partai", "bahasa=en"))
    assert words(parties).startswith("as of 8 September 2022 Four of 24 parties")
    # Who is signed in may be shown more by the view than anybody is.
    assert "<svg" not in paint.ask(asked(is_signed_in=True)).content
    assert paint.ask(asked("/partai", is_signed_in=True)) is None


@pytest.mark.usefixtures("demonstration", "in_this_process")
def test_another_day_is_drawn_once_it_was_asked_for_and_a_new_revision_anew(
    monkeypatch,
):
    monkeypatch.setattr(first_paint, "VIEWS", {"/": first_paint.VIEWS["/"]})
    paint = FirstPaint()
    drawing(paint)
    november = asked("/", "tanggal=2022-11-06")
    assert "<svg" not in paint.ask(november).content
    drawing(paint)
    assert words(paint.ask(november)).startswith("per 6 November 2022")
    known = store.revision()
    monkeypatch.setattr(store, "revision", lambda: known + 1)
    assert "<svg" not in paint.ask(asked()).content
    drawing(paint)
    assert f"revisi data {known + 1}" in words(paint.ask(asked()))
    # An older revision is asked for by nobody, and would only fill the memory.
    assert {each.visit.revision for each in paint._drawn} == {known + 1}


@pytest.mark.usefixtures("demonstration")
def test_no_more_is_noted_than_can_be_drawn_soon():
    paint = FirstPaint()
    for year in range(2030, 2060):
        paint.ask(asked("/partai", f"tanggal={year}-01-01"))
    assert len(paint._wanted) == first_paint.WAITING


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/linimasa", "lihat=90hari"),
        ("/partai", "fase=factual"),
        ("/", "tanggal=2022-13-01"),
        ("/", "tanggal="),
        ("/", "bahasa=fr"),
        ("/", "pemilu=pemilu-1955"),
        ("/", "embed=true"),
        ("/pembaruan", ""),
    ],
)
def test_a_view_with_what_the_first_screen_does_not_follow_has_none(path, query):
    assert screen_of(asked(path, query)) is None


@pytest.mark.usefixtures("demonstration")
def test_a_screen_is_of_its_view_day_language_and_revision():
    screen = screen_of(asked("/partai", "tanggal=2022-11-06&bahasa=en&tema=gelap"))
    assert screen.path == "/partai"
    assert screen.visit.day == date(2022, 11, 6)
    assert screen.visit.language is Language.ENGLISH
    assert screen.visit.revision == store.revision()


@pytest.mark.usefixtures("demonstration", "in_this_process")
@pytest.mark.parametrize(
    "day", ["2000-01-01", "2022-06-14", "2024-02-14", "2099-12-31"]
)
def test_every_view_of_any_day_can_be_gathered_and_drawn(day):
    asked_for = [screen_of(asked(path, f"tanggal={day}")) for path in first_paint.VIEWS]
    assert all(words(said) for said in first_paint.drawn(asked_for))


@pytest.mark.usefixtures("empty_database", "in_this_process")
def test_an_empty_database_has_no_first_screen():
    paint = FirstPaint()
    drawing(paint)
    assert paint.ask(asked()) is None


@pytest.mark.usefixtures("demonstration", "in_this_process")
def test_a_lost_database_is_waited_for(monkeypatch):
    paint = FirstPaint()
    with monkeypatch.context() as away:
        away.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.db")
        drawing(paint)
    kept.forget()
    monkeypatch.setattr(first_paint, "VIEWS", {"/": first_paint.VIEWS["/"]})
    drawing(paint)
    assert "<svg" in paint.ask(asked()).content
    assert Screen("/", screen_of(asked()).visit) in paint._drawn
    language.speak(Language.INDONESIAN)
