import io
import struct
import zipfile
from dataclasses import replace
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from domain.bilingual import Language
from exports import slides
from exports.edition import Edition, edition_asked
from exports.routes import DOCUMENTS
from reports.deck import Deck
from reports.slides import pptx_of
from reports.tables import Cell, Number, Table
from ui import kept
from ui.language import speak

NASTY = (
    'Partai "A" & <b>B</b>',
    "=HYPERLINK(1) *B* #text _x0007_ [k](http://l)",
    "حزب النور 🎉 漢字",
)


class Made(NamedTuple):
    edition: Edition
    deck: Deck
    file: bytes


@pytest.fixture(scope="module")
def made(demonstration_file):
    """The slides of 6 November 2022, in Indonesian."""
    with pytest.MonkeyPatch.context() as environ:
        environ.setenv("DATABASE_URL", f"sqlite:///{demonstration_file}")
        edition = edition_asked({"tanggal": "2022-11-06"})
        deck = slides.gather(edition, {})
    kept.forget()
    return Made(edition, deck, pptx_of(deck))


def opened(file):
    return Presentation(io.BytesIO(file))


def texts(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        elif shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def pictures(slide):
    return [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]


def test_every_slide_has_its_message_as_title_a_foot_and_a_number(made):
    read = opened(made.file)
    assert (read.slide_width, read.slide_height) == (12191695, 6858000)
    assert len(read.slides) == len(made.deck.pages) == 12
    for slide, page in zip(read.slides, made.deck.pages, strict=True):
        assert slide.shapes.title.text == page.title
        kinds = {each.placeholder_format.type for each in slide.placeholders}
        assert {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER} <= kinds
        assert made.deck.foot in texts(slide)
    assert made.edition.head[:12] in made.deck.foot
    assert str(made.edition.visit.revision) in made.deck.foot


def test_charts_are_crisp_and_say_what_they_show(made):
    drawn = [(slide, pictures(slide)) for slide in opened(made.file).slides]
    large = [(s, p) for s, each in drawn for p in each if p.width > 1_000_000]
    assert len(large) == 3
    for _slide, picture in large:
        wide = struct.unpack(">I", picture.image.blob[16:20])[0]
        assert wide / (picture.width / 914_400) > 140  # pixels an inch
        assert picture._element._nvXxPr.cNvPr.get("descr")


def test_nothing_leaves_the_slide_or_covers_its_foot(made):
    read = opened(made.file)
    for slide in read.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= read.slide_width
            is_foot = shape.top > 6_300_000
            assert is_foot or shape.top + shape.height <= 6_356_000, shape.name


def test_it_says_what_the_database_says(made):
    read = opened(made.file)
    first = " ".join(texts(read.slides[0]))
    totals = made.edition.overview.totals["factual"]
    assert f"{totals.regions_submitted} dari {totals.regions_expected}" in first
    notes = read.slides[5].notes_slide.notes_text_frame.text
    assert str(totals.visited) in notes
    parties = read.slides[6].notes_slide.notes_text_frame.text.splitlines()
    named = [line.split(";")[0].removeprefix("Partai: ") for line in parties]
    order = {party.short_name: party.order for party in made.edition.overview.parties}
    assert [order[each] for each in named] == sorted(order[each] for each in named)
    assert len(named) == 9


def test_simulated_figures_are_called_so(made):
    marked = [
        any("Simulasi, bukan data resmi" in text for text in texts(slide))
        for slide in opened(made.file).slides
    ]
    assert marked == [page.is_simulated for page in made.deck.pages]
    assert marked.count(True) >= 4


def test_the_file_is_whole_and_carries_nothing_left_over(made):
    with zipfile.ZipFile(io.BytesIO(made.file)) as package:
        assert package.testzip() is None
        names = package.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
        layouts = [n for n in names if n.startswith("ppt/slideLayouts/slideLayout")]
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert len(layouts) == 1
    assert not [n for n in names if "printerSettings" in n or "thumbnail" in n]
    assert "Calibri" not in theme
    about = opened(made.file).core_properties
    assert about.title == "Paparan per 6 November 2022"
    assert about.author == "KPU Provinsi NTB"


def test_every_word_is_in_the_language_of_the_slides(made):
    for slide in opened(made.file).slides:
        spoken = {run.get("lang") for run in slide._element.iter("{*}rPr")}
        assert spoken == {"id-ID"}


def test_names_come_out_as_text(made):
    rows = tuple((Cell(words=words), Cell(words="a\u202eb\x07")) for words in NASTY)
    listed = Table(heading="h", columns=("a", "b"), widths=(0.6, 0.4), rows=rows)
    page = replace(made.deck.pages[0], title=NASTY[0], table=listed, notes=NASTY)
    number = Number(label=NASTY[1], value="1", total="", meaning="", is_simulated=False)
    page = replace(page, numbers=(number,), sentence=NASTY[2])
    slide = opened(pptx_of(replace(made.deck, pages=(page,)))).slides[0]
    said = list(texts(slide))
    assert slide.shapes.title.text == NASTY[0]
    assert NASTY[2] in said
    assert all(words in said for words in NASTY)
    assert "a[U+202E]b[U+0007]" in said
    assert any(text.startswith(NASTY[1]) for text in said)
    assert slide.notes_slide.notes_text_frame.text == "\n".join(NASTY)


def test_long_tables_are_smaller_and_empty_ones_say_so(made):
    row = (Cell(words="a"), Cell(words="b"))
    long = Table(heading="h", columns=("a", "b"), widths=(0.5, 0.5), rows=(row,) * 8)
    tables = (replace(long, foot="and 3 more"), Table(heading="h", foot="Nothing."))
    pages = tuple(replace(made.deck.pages[-1], lines=(), table=each) for each in tables)
    full, empty = opened(pptx_of(replace(made.deck, pages=pages))).slides
    assert {"a", "b", "and 3 more"} <= set(texts(full))
    assert "Nothing." in texts(empty)
    assert not [shape for shape in empty.shapes if shape.has_table]


def test_before_the_stages_were_ordered_it_says_so(demonstration):
    assert demonstration.exists()
    edition = edition_asked({"tanggal": "2021-01-01", "bahasa": "en"})
    deck = slides.gather(edition, {})
    read = opened(pptx_of(deck))
    assert len(read.slides) == 2
    assert "1 January 2021" in " ".join(texts(read.slides[0]))
    speak(Language.INDONESIAN)


def test_it_is_offered():
    assert slides.SLIDES in DOCUMENTS
    assert slides.SLIDES.address == "/unduh/paparan.pptx"
