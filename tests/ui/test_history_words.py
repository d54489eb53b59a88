from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data_access.tables import metadata
from domain.bilingual import Language
from domain.history import Action, Difference, Entry, Kind, Withheld
from ui import history_words, language
from ui.history_choices import choice_words
from ui.history_fields import field_words

NAMES = {
    "party_code": {"gelora": "Gelora"},
    "region_code": {"52.71": "Kota Mataram"},
    "phase_code": {"factual": "Faktual"},
}
ENTRY = Entry(
    number=1,
    batch=1,
    at=datetime(2022, 9, 8, 6, 5, tzinfo=UTC),
    actor="ani",
    reason="weekly report",
    action=Action.INSERT,
    table="tallies",
    key={"party_code": "gelora", "phase_code": "factual", "region_code": "52.71"},
    before=None,
    after={"confidence": "verified"},
)


@pytest.fixture(autouse=True)
def english():
    language.speak(Language.ENGLISH)
    yield
    language.speak(Language.INDONESIAN)


def test_every_kind_of_record_is_a_table_and_has_a_word():
    assert {kind.value for kind in Kind} <= metadata.tables.keys()
    assert history_words.kind_words().keys() == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_column_of_a_public_record_has_a_word(kind):
    columns = {column.name for column in metadata.tables[kind].columns}
    assert columns <= field_words().keys()


@pytest.mark.parametrize("kind", Kind)
def test_every_value_of_a_fixed_list_has_a_word(kind):
    for column in metadata.tables[kind].columns:
        values = getattr(column.type, "enums", [])
        if column.name in history_words.CHOICES:
            assert set(values) <= choice_words().keys() | {"MS", "BMS", "TMS"}
        elif values:
            assert column.name in {"verdict", "level", "grade"}


def test_every_column_of_days_is_said_as_a_day():
    days = {
        column.name
        for kind in Kind
        for column in metadata.tables[kind].columns
        if column.type.python_type.__name__ == "date"
    }
    assert days == history_words.DAYS


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("visited", None, "–"),
        ("visited", 1234, "1,234"),
        ("eligible", Withheld.UNDECIDED, "public once decided"),
        ("is_working", True, "Yes"),
        ("is_working", False, "No"),
        ("planned_end", "2022-09-11", "11 Sep 2022"),
        ("verdicts", ["MS", "TMS"], "MS, TMS"),
        ("state", "submitted", "handed over"),
        ("party_code", "gelora", "Gelora"),
        ("party_code", "unknown", "unknown"),
        ("legal_basis", "PKPU 4/2022", "PKPU 4/2022"),
    ],
)
def test_a_value_is_said_as_the_page_says_it(field, value, words):
    assert history_words.value_words(field, value, NAMES) == words


def test_an_item_is_named_by_what_its_key_names():
    assert history_words.item_words(ENTRY, NAMES) == "Gelora · Kota Mataram · Faktual"


def test_an_item_with_a_name_of_its_own_is_named_by_it():
    named = {"name_indonesian": "Kampanye", "name_english": "Campaign"}
    stage = replace(ENTRY, table="stages", key={"code": "7"}, after=named)
    assert history_words.item_words(stage, NAMES) == "Campaign"


def test_an_item_without_any_name_is_named_by_its_kind():
    bare = replace(ENTRY, table="stages", key={"code": "7"}, after={})
    assert history_words.item_words(bare, NAMES) == "Stages"


def test_an_internal_record_is_not_named():
    internal = replace(ENTRY, table="people", key={}, after=None)
    assert history_words.item_words(internal, NAMES) == "Internal record"
    assert history_words.kind_word(internal) == "Internal record"


def test_a_removal_is_one_of_simulated_tallies():
    removal = replace(ENTRY, action=Action.PURGE, before={"rows": 3}, after=None)
    assert history_words.item_words(removal, NAMES) == "Simulated tallies"
    assert history_words.action_word(removal) == "removed"


def test_changes_stand_in_reading_order_and_fields_without_words_are_left_out():
    entry = replace(ENTRY, after={"zeal": 1, "source": "x", "visited": 3})
    changes = history_words.changes_of(entry)
    assert [each.field for each in changes] == ["visited", "source"]
    row = history_words.row_words(Difference(field="zeal", before=0, after=1), NAMES)
    assert row == ("zeal", "0", "1")


def test_an_instant_is_said_by_the_clock_of_the_office(monkeypatch):
    monkeypatch.delenv("OFFICE_ZONE", raising=False)
    assert history_words.at_words(ENTRY.at) == "8 Sep 2022, 14:05 WITA"
