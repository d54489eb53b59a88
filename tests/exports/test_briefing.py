import io
import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from domain.bilingual import Language
from exports import briefing
from exports.edition import Edition, Unanswerable, edition_asked
from exports.routes import DOCUMENTS
from reports.briefing import ORDINARY, pdf_of, pictures_of
from reports.briefing_words import Briefing
from reports.tables import Cell, Table
from ui import kept, wording
from ui.language import speak

NASTY = (
    'Partai "A" & <b>B</b>',
    "#text(red)[C] $x^2$ *D* _E_ `F` @g <h> // i /* j",
    "=HYPERLINK(1) [k](http://l) \\ #include",
    "حزب النور",
    "ཀ 漢字",
)


def asked(**parts):
    edition = edition_asked(parts)
    return edition, briefing.gather(edition, parts)


@pytest.fixture(scope="module")
def read(demonstration_file):
    """Reads a briefing of a day back: its edition, its words, its PDF."""
    with pytest.MonkeyPatch.context() as environ:
        environ.setenv("DATABASE_URL", f"sqlite:///{demonstration_file}")
        made = {}
        for language, day in (("id", "2022-09-08"), ("en", "2022-11-06")):
            edition, said = asked(bahasa=language, tanggal=day)
            pdf = PdfReader(io.BytesIO(pdf_of(said)))
            made[language] = Read(edition, said, pdf, text_of(pdf))
    speak(Language.INDONESIAN)
    kept.forget()
    return made


class Read(NamedTuple):
    edition: Edition
    said: Briefing
    pdf: PdfReader
    text: str


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_it_has_three_pages_a_title_and_a_language_and_is_tagged(read):
    for language, (_edition, said, pdf, _text) in read.items():
        assert len(pdf.pages) == 3
        assert pdf.metadata.title == said.title
        assert pdf.root_object["/Lang"] == language
        assert pdf.root_object["/MarkInfo"]["/Marked"]
        assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
        xmp = pdf.root_object["/Metadata"].get_data().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
        width, height = pdf.pages[0].mediabox[2:]
        assert (round(width), round(height)) == (595, 842)


def test_it_says_what_the_database_says(read):
    for edition, _said, _pdf, text in read.values():
        spoken = edition.visit.language
        closed = text.replace(" ", "")
        for each in edition.overview.stages:
            called = each.stage.group if each.stage.is_run_off else each.stage.name
            assert called.to(spoken).replace(" ", "") in closed
        assert edition.head[:12] in text
        assert str(edition.visit.revision) in text
        assert edition.visit.election.legal_basis in text
    for words in ("20 dari 24", "180.443 dari 181.467 anggota", "Halaman 2 dari 3"):
        assert words in read["id"].text
    for words in ("0 of 9", "18,040 of 18,205 members", "Page 2 of 3"):
        assert words in read["en"].text


def test_the_parties_of_the_phase_stand_in_official_order(read):
    edition, _said, pdf, _text = read["id"]
    lines = [line.split(" ")[0] for line in pdf.pages[1].extract_text().splitlines()]
    parties = sorted(edition.overview.parties, key=lambda each: each.order)
    named = [party.short_name.split(" ")[0] for party in parties]
    listed = [line for line in lines if line in named]
    assert len(listed) == 24
    assert listed == [each for each in named if each in listed]


def test_simulated_figures_are_called_so(read):
    assert read["id"].text.count("simulasi") >= 5
    assert read["en"].text.count("simulated") >= 5


def test_the_code_holds_the_whole_hash(read):
    edition, said, _pdf, _text = read["en"]
    assert said.stamp.head == edition.head
    assert edition.head in said.stamp.told


def test_it_compares_with_the_day_asked_for(demonstration):
    assert demonstration.exists()
    _edition, said = asked(tanggal="2022-11-06", sejak="2022-09-08")
    assert "8 Sep" in said.changes.heading
    assert len(said.changes.rows) > 4
    assert "lagi" in said.changes.foot


@pytest.mark.parametrize("since", ["2022-11-06", "2023-01-01", "kemarin"])
def test_a_day_that_is_not_before_the_edition_is_refused(demonstration, since):
    assert demonstration.exists()
    with pytest.raises(Unanswerable, match="sejak"):
        asked(tanggal="2022-11-06", sejak=since)


def test_before_the_stages_were_ordered_it_says_so(demonstration):
    assert demonstration.exists()
    _edition, said = asked(tanggal="2021-01-01")
    text = text_of(PdfReader(io.BytesIO(pdf_of(said))))
    assert wording.day(date(2021, 1, 1)) in text
    assert said.stages is None
    assert said.numbers == ()


def test_names_come_out_as_text(read):
    said = read["en"].said
    rows = tuple(
        (Cell(words=words), Cell(words="–"), Cell(words="–")) for words in NASTY
    )
    listed = Table(
        heading="#panic() 🎉",
        columns=("a", "b", "c"),
        widths=(0.8, 0.1, 0.1),
        rows=rows,
    )
    text = text_of(PdfReader(io.BytesIO(pdf_of(replace(said, changes=listed)))))
    for words in NASTY[:3]:
        assert words in text
    assert re.search("حزب|بزح", text)
    assert "#panic() [U+1F389]" in text
    assert "[U+6F22][U+5B57]" in text


def test_every_latin_letter_and_what_hides_can_be_printed(read):
    said = read["en"].said
    latin = "".join(sorted(ORDINARY))
    hidden = "a\u202eb\x07c"
    made = pdf_of(replace(said, headline=latin, sentence=hidden))
    assert "a[U+202E]b[U+0007]c" in text_of(PdfReader(io.BytesIO(made)))


def test_it_is_offered(demonstration):
    assert demonstration.exists()
    assert briefing.BRIEFING in DOCUMENTS
    assert briefing.BRIEFING.address == "/unduh/taklimat.pdf"


def test_its_pages_can_be_had_as_pictures(read):
    said = read["id"].said
    assert [made[:4] for made in pictures_of(said)] == [b"\x89PNG"] * 3
