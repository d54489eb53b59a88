import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from charts.palette import LIGHT
from domain.bilingual import Language
from exports.public_copy import site
from tasks.command_line import DONE, FAILED, run
from tests.conftest import NOW
from ui import kept, language, store
from ui.summary_numbers import four_numbers

LARGEST_PAGE = 300_000  # bytes
PAGES = ["index", "linimasa", "partai", "zona-integritas"]
NOTHING_ELSE = ("src", "href", "poster", "data", "action", "srcset")


class Links(HTMLParser):
    """Every address a page names, the words it shows, and the charts it draws."""

    def __init__(self, text):
        super().__init__()
        self.addresses, self.words, self.alone, self.charts = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.addresses += [named[name] for name in NOTHING_ELSE if name in named]
        self.alone += [tag] if tag in {"script", "iframe", "img", "object"} else []
        if tag == "svg" and named.get("role") == "img":
            self.charts.append(named["aria-label"])

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def published(demonstration_file, tmp_path_factory):
    """The public copy of 8 September, and then of 6 November 2022."""
    place = tmp_path_factory.mktemp("public") / "copy"
    environ = {"DATABASE_URL": f"sqlite:///{demonstration_file}"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", environ["DATABASE_URL"])
        patch.delenv("PROVINCE", raising=False)
        kept.forget()
        assert run(["publish", str(place)], environ, NOW) == DONE
        later = ["publish", str(place), "--day", "2022-11-06"]
        assert run(later, environ, NOW) == DONE
    language.speak(Language.INDONESIAN)
    kept.forget()
    return place


def pages(published):
    return sorted(published.rglob("*.html"))


def test_there_is_every_view_in_both_languages_and_by_day(published):
    found = {str(page.relative_to(published)) for page in pages(published)}
    views = {f"{there}{page}.html" for there in ("", "en/") for page in PAGES}
    days = {
        f"arsip/{day}/{page}" for day in ("2022-09-08", "2022-11-06") for page in views
    }
    assert found == views | days | {"arsip/index.html", "arsip/en/index.html"}


def test_a_page_asks_for_nothing_but_files_beside_it(published):
    for page in pages(published):
        links = Links(page.read_text())
        assert links.alone == []
        for address in links.addresses:
            there = page.parent / address.split("#")[0]
            assert there.exists(), f"{page}: {address}"
    for wanted in re.findall(
        r"url\(([^)]*)\)", (published / "aset/situs.css").read_text()
    ):
        assert (published / "aset" / wanted.strip('"')).exists()


def test_a_page_says_its_day_its_revision_and_the_head_of_the_journal(published):
    told = json.loads((published / "index.json").read_text())
    words = " ".join(Links((published / "index.html").read_text()).words)
    assert "per 6 November 2022" in words
    assert f"revisi data {told['revision']}" in words
    assert told["journal_head"][:12] in words
    old = " ".join(Links((published / "arsip/2022-09-08/index.html").read_text()).words)
    assert "per 8 September 2022" in old
    assert "6 November" not in old.split("Salinan publik")[1]


def test_a_page_is_small_enough_for_a_slow_line(published):
    largest = max(page.stat().st_size for page in pages(published))
    assert largest <= LARGEST_PAGE


def test_charts_are_named_for_those_who_do_not_see_them_and_have_their_table(published):
    text = (published / "partai.html").read_text()
    links = Links(text)
    assert len(links.charts) == 6
    assert all(links.charts)
    assert text.count("<details>") == 2
    told = json.loads((published / "partai.json").read_text())
    (grid,) = [part for part in told["parts"] if part.get("chart") == "grid"]
    assert grid["rows"][0]["Partai"] == "Buruh"
    assert grid["rows"][0]["Hasil"] in " ".join(links.words)
    assert not re.search(f'fill="({LIGHT.ink}|{LIGHT.paper})"', text)


def test_the_figures_are_those_of_the_screen_with_denominator_and_mark(
    published, demonstration
):
    assert demonstration.exists()
    told = json.loads((published / "arsip/2022-09-08/index.json").read_text())
    (shown,) = [part["numbers"] for part in told["parts"] if "numbers" in part]
    (spoken, *_) = site.gather(None, None)
    edition = spoken.edition
    language.speak(Language.INDONESIAN)
    expected = four_numbers(edition.overview, edition.visit)
    assert [card["label"] for card in shown] == [each.label for each in expected]
    assert shown[2]["total"] == "dari 24"
    assert shown[2]["is_simulated"]
    assert "per 7 Sep 2022" in shown[2]["meaning"]
    page = (published / "arsip/2022-09-08/index.html").read_text()
    assert page.count('class="chip simulated"') >= 3


def test_the_stage_beside_the_chart_has_its_milestones(published):
    there = published / "arsip/2022-09-08/linimasa"
    told = json.loads(there.with_suffix(".json").read_text())
    (stage,) = [part for part in told["parts"] if "stage" in part]
    assert stage["stage"] == "3. Pendaftaran dan verifikasi Peserta Pemilu"
    assert stage["facts"]["Kegiatan"] == "1 dari 14 selesai"
    assert len(stage["milestones"]) == 14
    shown = " ".join(Links(there.with_suffix(".html").read_text()).words)
    for each in stage["milestones"]:
        assert each["name"] in shown


def test_names_with_markup_come_out_as_text(demonstration, tmp_path):
    assert demonstration.exists()
    nasty = '<script>alert("x")</script> & "الحزب" 🗳'
    told = site.gather(None, None)
    view, drawn = told[0].views[0]
    marked = replace(view, title=nasty, sentence=nasty, foot=nasty)
    told[0] = replace(told[0], views=((marked, drawn), *told[0].views[1:]))
    site.write(told, tmp_path, None)
    page = Links((tmp_path / "index.html").read_text())
    assert page.alone == []
    assert nasty in "".join(page.words)
    assert json.loads((tmp_path / "index.json").read_text())["title"] == nasty


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--election", "pemilu-1955"], "pemilu: pemilu-1955"),
        (["--day", "2001-01-01"], ""),
    ],
)
def test_an_election_that_is_unknown_is_refused_and_an_early_day_is_not(
    demonstration, tmp_path, capsys, arguments, said
):
    environ = {"DATABASE_URL": f"sqlite:///{demonstration}"}
    code = run(["publish", str(tmp_path / "copy"), *arguments], environ, NOW)
    assert code == (FAILED if said else DONE)
    assert said in capsys.readouterr().err
    assert (tmp_path / "copy").exists() != bool(said)


def test_a_lost_database_leaves_the_copy_before_in_place(
    published, tmp_path, monkeypatch, capsys
):
    before = {page: page.read_bytes() for page in pages(published)}
    lost = f"sqlite:///{tmp_path}/nowhere/election.db"
    monkeypatch.setenv("DATABASE_URL", lost)
    kept.forget()
    assert run(["publish", str(published)], {"DATABASE_URL": lost}, NOW) == FAILED
    assert capsys.readouterr().err.count("\n") == 1
    assert {page: page.read_bytes() for page in pages(published)} == before


def test_data_that_change_while_they_are_read_are_read_again(
    demonstration, monkeypatch
):
    assert demonstration.exists()
    known = store.revision()
    answers = iter([known, known, known + 1])
    monkeypatch.setattr(store, "revision", lambda: next(answers, known))
    told = site.gather(None, None)
    assert {each.edition.visit.revision for each in told} == {known}
