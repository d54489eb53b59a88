from datetime import date

import pytest

from domain.bilingual import Language
from domain.recording import EditRule, MilestoneEdit
from domain.tally import TallyState
from domain.tally_entry import EntryRule, TallyEntry
from domain.tally_moves import MoveRule
from domain.tally_plenary import Decision, PlenaryRule
from domain.tally_rules import TallyRule
from domain.timeline import SlipReason
from domain.typed_days import DayRule
from domain.typed_text import TextRule
from domain.violation import Violation
from ui import language
from ui.recording_words import field_word, rule_words, value_words, violation_words

RULES = (EditRule, EntryRule, MoveRule, PlenaryRule, TallyRule, DayRule, TextRule)


@pytest.fixture(autouse=True)
def indonesian():
    language.speak(Language.INDONESIAN)


@pytest.mark.parametrize("rule", [rule for rules in RULES for rule in rules])
@pytest.mark.parametrize("spoken", Language)
def test_every_rule_has_its_words(rule, spoken):
    language.speak(spoken)
    assert rule_words()[rule].endswith(".")


@pytest.mark.parametrize("kind", [MilestoneEdit, TallyEntry, Decision])
def test_every_field_that_can_be_wrong_has_its_label(kind):
    for field in kind.__dataclass_fields__:
        assert field_word(field)


def test_a_message_names_field_value_and_rule():
    broken = Violation(
        field="actual_end", value=date(2022, 9, 9), rule=DayRule.NOT_IN_FUTURE
    )
    assert violation_words(broken) == (
        "Realisasi selesai: 9 Sep 2022. Tanggal ini melewati hari pencatatan."
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "kosong"),
        ("", "kosong"),
        (frozenset(), "kosong"),
        (frozenset({"M3-02", "M3-01"}), "M3-01, M3-02"),
        (1200, "1.200"),
        (SlipReason.WEATHER, "cuaca"),
        (TallyState.DRAFT, "draf"),
        ("a\u202eb", "a\N{REPLACEMENT CHARACTER}b"),
        ("x" * 70, "x" * 60 + "…"),
    ],
)
def test_a_value_is_said_as_it_is_read(value, words):
    assert value_words(value) == words
