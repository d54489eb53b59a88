"""The checks before a show, on sheets drawn from the demonstration."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, insert, make_url, select
from starlette.datastructures import QueryParams

from data_access.database import engine_for, writing
from data_access.tables import tallies
from domain.assessment import Status
from domain.bilingual import Language
from domain.projection import Check, ShownFigure
from domain.tally import TallyState
from projector.figures import age_mark, hatched
from projector.pledge import Pledged
from projector.preflight import examine
from projector.rehearsal import looks
from projector.sheets import drawn, show_of, waiting
from projector.show import SheetName, visit_of, wish_of
from tasks.command_line import DONE, run
from ui import kept, language

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)
RUNNING, DECIDED = "2022-10-27", "2022-11-08"
ADDRESS = "http://kpu.test"


@pytest.fixture(scope="module")
def simulated_file(migrated_file, tmp_path_factory):
    """The SQLite file of the demonstration."""
    file = tmp_path_factory.mktemp("demonstration") / "election.db"
    shutil.copy(migrated_file, file)
    assert run(["demo"], {"DATABASE_URL": f"sqlite:///{file}"}, NOW) == DONE
    engine_for(make_url(f"sqlite:///{file}")).dispose()
    return file


@pytest.fixture(autouse=True)
def engine(simulated_file, tmp_path, monkeypatch):
    """The engine of a demonstration that a test may write to; words are English."""
    url = make_url(f"sqlite:///{shutil.copy(simulated_file, tmp_path / 'own.db')}")
    monkeypatch.setenv("DATABASE_URL", str(url))
    for name in ("PROVINCE", "OFFICE_ZONE"):
        monkeypatch.delenv(name, raising=False)
    kept.forget()
    language.speak(Language.ENGLISH)
    yield writing(engine_for(url))
    language.speak(Language.INDONESIAN)
    kept.forget()
    engine_for(url).dispose()


def show(day, *names):
    wish = wish_of(QueryParams(f"tanggal={day}&bahasa=en"))
    pledged = Pledged(counts=(), address=f"{ADDRESS}ikrar")
    return show_of(names or tuple(SheetName), visit_of(wish), ADDRESS, pledged)


def with_sheet(shown, place, **changes):
    """Return a show one sheet of which says something else."""
    sheets = list(shown.sheets)
    sheets[place] = replace(sheets[place], **changes)
    return replace(shown, sheets=tuple(sheets))


def red(shown, css=None):
    """Return the checks that stand against a show, with the first sheet and item."""
    failed = examine(shown, css or looks()).failed
    return {
        each.check: (each.failures[0].sheet, each.failures[0].item) for each in failed
    }


@pytest.mark.parametrize(
    "day", ["2022-06-01", "2022-09-08", RUNNING, DECIDED, "2022-12-12", "2024-02-14"]
)
def test_every_usual_show_of_the_demonstration_may_be_shown(day):
    assert red(show(day)) == {}


def test_the_checks_look_at_what_is_drawn():
    counts = {
        each.check: each.looked_at for each in examine(show(DECIDED), looks()).outcomes
    }
    assert counts[Check.VERDICTS_DECIDED] == 89  # nine parties in ten kab/kota, but one
    assert counts[Check.PARTIES_IN_ORDER] == 9
    assert counts[Check.TITLED] == len(SheetName) + 1  # the zone has two
    assert counts[Check.SOURCED] == 7  # all but the address for phones
    assert counts[Check.SIMULATED_MARKED] > 89


def test_a_verdict_without_a_plenary_is_found():
    shown = show(DECIDED, SheetName.PARTIES)
    first, *others = shown.sheets[0].verdicts
    early = replace(first, state=TallyState.SUBMITTED)
    found = red(with_sheet(shown, 0, verdicts=(early, *others)))
    assert found == {Check.VERDICTS_DECIDED: ("partai-1", first.name)}


@pytest.mark.parametrize("name", [SheetName.COUNTDOWN, *list(SheetName)[2:5]])
def test_a_simulated_figure_without_its_mark_is_found(name):
    shown = show(RUNNING, name)
    assert shown.sheets[0].is_simulated
    assert list(red(with_sheet(shown, 0, is_simulated=False))) == [
        Check.SIMULATED_MARKED
    ]


def test_parties_out_of_their_order_are_found():
    shown = show(DECIDED, SheetName.PARTIES)
    turned = shown.sheets[0].parties[::-1]
    (found,) = red(with_sheet(shown, 0, parties=turned))
    assert found is Check.PARTIES_IN_ORDER


def test_a_colour_of_ones_own_is_found():
    shown = show(DECIDED, SheetName.PARTIES)
    *others, last = shown.sheets[0].parties
    red_one = replace(last, colours=dict.fromkeys(last.colours, "#FF0000"))
    found = red(with_sheet(shown, 0, parties=(*others, red_one)))
    assert found == {Check.PARTIES_NEUTRAL: ("partai-1", last.name)}


def test_a_party_is_drawn_in_the_colours_that_the_checks_are_told():
    shown = show(DECIDED, SheetName.PARTIES)
    for party in shown.sheets[0].parties:
        for colour in party.colours.values():
            assert f"background-color:{colour}" in shown.sheets[0].body
    heads = re.findall(r"<th scope=.row[^>]*>", shown.sheets[0].body)
    assert heads == ['<th scope="row">'] * 9


@pytest.mark.parametrize(
    ("changes", "check"),
    [({"title": ""}, Check.TITLED), ({"source": ""}, Check.SOURCED)],
)
def test_a_missing_title_or_source_is_found(changes, check):
    broken = with_sheet(show(RUNNING), 1, **changes)
    assert red(broken) == {check: ("tahapan", "")}


def test_a_missing_day_is_found():
    assert list(red(waiting())) == [Check.DATED]
    assert "as of" not in drawn(waiting())


def test_text_that_is_too_small_is_found():
    css = looks() + ".note { font-size: calc(1.8 * var(--u)); }"
    assert red(show(RUNNING), css) == {Check.TEXT_LARGE_ENOUGH: ("", ".note")}


def test_a_stale_figure_that_is_not_hatched_is_found(engine):
    report_last(engine, date(2022, 10, 17))
    shown = show(RUNNING, SheetName.PARTIES)
    bare = tuple(replace(each, is_hatched=False) for each in shown.sheets[0].figures)
    assert list(red(with_sheet(shown, 0, figures=bare))) == [Check.STALE_HATCHED]


def test_stale_figures_are_drawn_hatched_with_clock_and_age(engine):
    report_last(engine, date(2022, 10, 17))
    shown = show(RUNNING)
    assert red(shown) == {}
    by_code = {each.code: each.body for each in shown.sheets}
    assert "10 days old" in by_code["verifikasi"]
    assert "10 days old" in by_code["perhatian"]
    assert "not reported anew, up to 10 days old" in by_code["partai-1"]
    assert "<circle" in by_code["partai-1"]
    assert 'class="cell plain stale"' in by_code["partai-1"]


def test_fresh_figures_are_not():
    bodies = "".join(each.body for each in show(RUNNING).sheets)
    assert "aged" not in bodies
    assert "stale" not in bodies.replace('id="stale"', "")


def test_the_age_is_said_only_of_a_stale_figure():
    figure = ShownFigure(
        name="Recap", reported_on=date(2022, 10, 15), status=Status.RUNNING
    )
    day = date(2022, 10, 27)
    assert "12 days old" in age_mark(hatched(figure, day), day)
    assert age_mark(hatched(figure, date(2022, 10, 20)), date(2022, 10, 20)) == ""


def test_a_show_is_its_sheets_one_after_another():
    shown = show(RUNNING, SheetName.STAGES, SheetName.PHONES)
    html = drawn(shown)
    assert html.index('data-sheet="tahapan"') < html.index('data-sheet="ponsel" hidden')
    assert html.count("as of 27 October 2022") == 2


def report_last(engine, day):
    """Leave of the factual tallies those of a day alone."""
    own = tallies.c.phase_code == "factual"
    with engine.begin() as connection:
        rows = connection.execute(select(tallies).where(own)).mappings().all()
        connection.execute(delete(tallies).where(own))
        first = {}
        for row in sorted(rows, key=lambda row: row["reported_on"]):
            if row["visited"]:
                first.setdefault((row["party_code"], row["region_code"]), dict(row))
        early = [
            row | {"version": 1, "reported_on": day, "known_on": day}
            for row in first.values()
        ]
        connection.execute(insert(tallies), early)
    kept.forget()
