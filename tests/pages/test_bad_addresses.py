import pytest

from domain.bilingual import Language

PARTS = (
    "tanggal", "bahasa", "pemilu", "tema",
    "lihat", "tahap", "kegiatan", "status", "acuan",
    "fase", "partai", "wilayah",
    "oleh", "jenis", "tindakan", "dari", "sampai", "penyimpanan", "sebelum",
)  # fmt: skip
SHARED = {"tanggal", "bahasa", "pemilu", "tema"}
READ_BY = {
    "summary": SHARED,
    "timeline": SHARED | {"lihat", "tahap", "kegiatan", "status", "acuan"},
    "integrity": SHARED,
    "verification": SHARED | {"fase", "partai", "wilayah"},
    "history": SHARED
    | {"oleh", "jenis", "tindakan", "kegiatan", "partai", "wilayah", "dari", "sampai"}
    | {"penyimpanan", "sebelum"},
}
HOSTILE = {
    "nothing": "",
    "markup": "<script>alert(1)</script>",
    "picture": "<img src=x onerror=alert(1)>",
    "markdown": "[](https://example.org) :red[x] $x$ `x` **x** ![](y)",
    "sql": "'; DROP TABLE journal; --",
    "percent": "%00%s{0}{part}",
    "unicode": "\u202etahap\u0000\U0001f5f3é",
    "path": "../../etc/passwd",
    "long": "x" * 5000,
    "far year": "9999-12-31",
    "first year": "0001-01-01",
    "no such day": "2022-02-30",
    "number": "-1",
}
MESSAGE = "The address asked for {part} “{value}”, which does not exist here."


def told(at):
    return [each.value for each in at.info if each.icon == ":material/info:"]


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_nonsense_in_every_part_of_the_address_is_told_once(visit, page, value):
    at = visit(page, **dict.fromkeys(PARTS, value))
    assert not at.exception
    assert len(at.title) == 1
    read = READ_BY[page.stem]
    assert len(told(at)) == len(read)
    assert not read & set(at.query_params)
    assert not told(at.run())


def test_nonsense_falls_back_to_the_view_without_it(visit, page):
    titles = [each.value for each in visit(page).title]
    at = visit(page, **dict.fromkeys(PARTS, "omong-kosong"))
    assert [each.value for each in at.title] == titles


@pytest.mark.parametrize("language", Language)
def test_what_was_not_understood_is_named_in_the_language_of_the_page(
    visit, page, said, language
):
    at = visit(page, bahasa=language.value, tanggal="2022-02-30")
    words = said(MESSAGE, language)
    assert told(at) == [words.format(part="tanggal", value="2022-02-30")]


def test_a_hostile_value_loses_its_signs(visit, page):
    at = visit(page, tema="<b>[x](y)`$:red[gelap]</b>")
    assert "“bxyredgelapb”" in told(at)[0]


def test_one_unknown_status_among_known_ones_leaves_the_known(visit, page):
    at = visit(page, status=["at_risk", "<b>", "at_risk"])
    assert not at.exception
    if page.stem == "timeline":
        assert at.query_params["status"] == "at_risk"
        assert len(told(at)) == 1


def test_a_part_named_twice_is_read_once(visit, page):
    at = visit(page, **{part: ["x", "y"] for part in PARTS})
    assert not at.exception
    assert len(told(at)) == len(READ_BY[page.stem])


def test_parts_that_nobody_reads_are_left_alone(visit, page):
    at = visit(page, tak_dikenal="<script>")
    assert not at.exception
    assert not told(at)


@pytest.mark.usefixtures("empty_database")
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_nonsense_with_an_empty_database_still_says_what_to_do(dashboard, value):
    at = dashboard(**dict.fromkeys(PARTS, value))
    assert not at.exception
    assert at.code[0].value == "python -m tasks demo"
