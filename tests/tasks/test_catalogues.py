import pytest

from tasks.catalogues import gaps
from tasks.command_line import say

PAGE = """
_("Done")
ngettext("{count} stage runs", "{count} stages run", count)
"""

HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
DONE = 'msgid "Done"\nmsgstr "Selesai"\n\n'
STAGES = (
    'msgid "{count} stage runs"\nmsgid_plural "{count} stages run"\n'
    'msgstr[0] "{count} tahap berjalan"\nmsgstr[1] "{count} tahap berjalan"\n'
)


@pytest.fixture
def catalogue(tmp_path):
    """Writes the Indonesian catalogue of a small interface and returns its gaps."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "summary.py").write_text(PAGE)
    folder = tmp_path / "translations" / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True)

    def gaps_of(*entries):
        (folder / "messages.po").write_text(HEADER + "".join(entries))
        return list(gaps(tmp_path))

    return gaps_of


def test_a_catalogue_with_every_text_has_no_gap(catalogue):
    assert catalogue(DONE, STAGES) == []


@pytest.mark.parametrize(
    ("entry", "gap"),
    [
        ("", "is missing"),
        (DONE.replace("Selesai", ""), "is not translated"),
        ("#, fuzzy\n" + DONE, "is not settled (fuzzy)"),
    ],
)
def test_a_text_without_a_translation_is_named(catalogue, entry, gap):
    assert catalogue(entry, STAGES) == [
        f"translations/id/LC_MESSAGES/messages.po: 'Done' {gap}"
    ]


def test_a_plural_needs_each_of_its_forms(catalogue):
    one_form = STAGES.replace('[1] "{count} tahap berjalan"', '[1] ""')
    (gap,) = catalogue(DONE, one_form)
    assert gap.endswith("'{count} stage runs' is not translated")


def test_a_translation_may_not_name_another_placeholder(catalogue):
    (gap,) = catalogue(DONE, STAGES.replace("{count} tahap", "{jumlah} tahap"))
    assert gap.endswith("has a placeholder that the text has not")


def test_gaps_fail_the_command(capsys):
    assert say(["'Done' is missing"], "all well") == 1
    assert capsys.readouterr().err == "'Done' is missing\n"
