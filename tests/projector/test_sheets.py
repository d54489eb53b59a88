import re
from dataclasses import replace
from datetime import timedelta
from html import escape

import pytest

from domain.assessment import Status
from projector import sheets
from projector.parties import ROWS
from projector.pledge import Pledged
from projector.show import SheetName
from projector.stages import stages_sheet
from ui import store
from ui.words import status_word

HERE = "https://tahapan.example/"
NO_PLEDGES = Pledged(counts=(), address=f"{HERE}ikrar")
OTHER_AGES = {"zona": "sejak 20 Jun 2022", "zona-piket": "s.d. 26 Agu 2022"}
DAYS = ["2022-06-01", "2022-09-08", "2022-11-06", "2022-12-20", "2024-02-14"]


def drawn(visit, *names):
    asked = names or tuple(SheetName)
    return sheets.drawn(sheets.show_of(asked, visit, HERE, NO_PLEDGES))


def each(html):
    return re.findall(r"<section.*?</section>", html, re.DOTALL)


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("day", DAYS)
def test_every_sheet_of_any_day_has_one_title_its_day_and_its_place(
    looking, day, language
):
    found = each(drawn(looking(f"tanggal={day}&bahasa={language}")))
    assert len(found) >= len(SheetName)
    for place, sheet in enumerate(found, start=1):
        assert len(re.findall("<h1", sheet)) == 1
        assert f"{place}/{len(found)}" in sheet
        # Pledges are counted as they come in, whatever day is shown.
        assert day[:4] in words(sheet) or 'data-sheet="ikrar"' in sheet
        assert sheet.count('class="dot') == len(found)
        assert (" hidden" in sheet.split(">", 1)[0]) is (place > 1)


def test_every_sheet_with_figures_says_where_they_come_from_and_how_old_they_are(
    looking,
):
    for sheet in each(drawn(looking("tanggal=2022-09-08"))):
        code = re.search(r'data-sheet="([\w-]+)"', sheet)[1]
        source = re.search(r'class="source">(.*?)<', sheet)
        age = OTHER_AGES.get(code, "s.d. 7 Sep 2022")
        if code not in {"ikrar", "ponsel"}:
            assert age in source[1].replace("\xa0", " "), code


def test_a_share_of_a_stage_that_nobody_reported_anew_is_hatched_with_its_age(looking):
    visit = looking("tanggal=2022-09-08")
    overview = store.overview(
        visit.revision, visit.election, visit.election.code, visit.day
    )
    assert "stale" not in stages_sheet(overview, visit).body
    late = [_reported_earlier(stage, days=12) for stage in overview.stages]
    sheet = stages_sheet(replace(overview, stages=tuple(late)), visit)
    assert "13 hari" in sheet.body
    assert sheet.body.count('<b class="stale"') == 1
    assert [each.name for each in sheet.figures if each.is_hatched] == [
        "Pendaftaran dan verifikasi peserta"
    ]


def _reported_earlier(stage, days):
    """Return a stage whose figures are older by some days."""

    def earlier(item):
        if item.progress is None:
            return item
        day = item.progress.reported_on - timedelta(days=days)
        return replace(item, progress=replace(item.progress, reported_on=day))

    return replace(stage, milestones=tuple(map(earlier, stage.milestones)))


def test_titles_have_at_most_ten_words(looking):
    for day in DAYS:
        titles = re.findall(
            r'<h1 class="title">(.*?)</h1>', drawn(looking(f"tanggal={day}"))
        )
        assert max(len(title.split()) for title in titles) <= 10


def test_a_sheet_says_when_its_figures_are_simulated_and_only_then(looking):
    marked = {
        re.search(r'data-sheet="([\w-]+)"', sheet)[1]
        for sheet in each(drawn(looking("tanggal=2022-09-08")))
        if 'class="simulated"' in sheet
    }
    assert {"verifikasi", "partai-1", "tahapan", "perhatian"} <= marked
    assert marked.isdisjoint({"ikrar", "ponsel"})


def test_a_stage_at_risk_through_simulated_figures_is_marked_as_simulated(looking):
    (sheet,) = each(drawn(looking("tanggal=2022-11-06"), SheetName.STAGES))
    assert status_word(Status.AT_RISK) in sheet
    assert 'class="simulated"' in sheet


def test_the_eleven_stages_stand_with_their_official_names_and_status(looking):
    visit = looking("tanggal=2022-09-08")
    (sheet,) = each(drawn(visit, SheetName.STAGES))
    overview = store.overview(
        visit.revision, visit.election, visit.election.code, visit.day
    )
    held = [stage for stage in overview.stages if not stage.stage.is_run_off]
    assert sheet.count("<tr>") == len(held) + 1
    for stage in held:
        assert escape(stage.stage.name.indonesian) in sheet
        assert status_word(stage.status) in sheet
    assert "putaran" not in sheet.lower()


def test_what_is_overdue_comes_first_with_how_late_it_is(looking):
    (sheet,) = each(drawn(looking("tanggal=2022-09-08"), SheetName.ATTENTION))
    first = re.findall(r"<li><div>.*?</li>", sheet)[0]
    assert status_word(Status.OVERDUE) in first
    assert "lewat 4 hari kerja" in first


def test_parties_stand_in_official_order_over_as_many_sheets_as_needed(looking):
    visit = looking("tanggal=2022-09-08")
    found = each(drawn(visit, SheetName.PARTIES))
    rows = [re.findall(r'<th scope="row">(.*?)</th>', sheet) for sheet in found]
    assert all(len(names) <= ROWS for names in rows)
    overview = store.overview(
        visit.revision, visit.election, visit.election.code, visit.day
    )
    known = [party.short_name for party in overview.parties]
    shown = [words(name).strip() for names in rows for name in names]
    assert len(shown) == 24
    assert shown == [name for name in known if name in shown]


def test_numbers_of_parties_are_shown_only_once_they_were_drawn(looking):
    before = drawn(looking("tanggal=2022-11-06"), SheetName.PARTIES)
    after = drawn(looking("tanggal=2022-12-20"), SheetName.PARTIES)
    assert 'class="number"' not in before
    assert 'class="number"' in after


def test_before_the_stages_open_each_sheet_says_so(looking):
    found = each(drawn(looking("tanggal=2021-01-01")))
    assert len(found) == len(SheetName)
    silent = [sheet for sheet in found if "belum ditetapkan" in sheet]
    # The countdown, the pledges and the phones stand; the zone has its own words.
    assert len(silent) == len(SheetName) - 4


@pytest.mark.usefixtures("empty_database")
def test_an_empty_database_has_a_sheet_that_says_so():
    (sheet,) = each(drawn(None))
    assert "Belum ada Pemilu yang tersimpan" in sheet


def test_words_of_the_database_are_never_markup(looking):
    assert "<script" not in drawn(looking())
    (sheet,) = each(
        sheets.drawn(
            sheets.show_of(
                [SheetName.PHONES], looking(), "https://x/<script>alert(1)</script>"
            )
        )
    )
    assert "<script>" not in sheet
