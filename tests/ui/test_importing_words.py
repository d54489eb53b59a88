from datetime import date
from functools import partial
from string import Formatter

import pytest

from data_access.imports.columns import HEADINGS, SLIP_WORDS
from data_access.imports.integrity_columns import (
    ASPECTS,
    ASSESSORS,
    BASES,
    PARTS,
    PLACES,
    STATUSES,
)
from data_access.imports.integrity_survey import WHOLE_OFFICE
from data_access.imports.lookup import key_of
from domain.bilingual import Language
from domain.importing import Field, Refusal, RefusalKind, RowStatus
from domain.integrity_assessment import Aspect, Assessor
from domain.integrity_duty import DutyPlace
from domain.timeline import SlipReason
from ui import language
from ui.importing_refusals import sentence
from ui.importing_templates import (
    accountability_labels,
    assessment_labels,
    duty_labels,
    figure_labels,
    milestone_labels,
    service_labels,
    survey_labels,
    tally_labels,
)
from ui.importing_words import heading, refusal_words, status_words
from ui.integrity_assessment_words import aspect_word, assessor_word
from ui.integrity_survey_words import basis_word, subject
from ui.integrity_words import part_word, place_word, service_status_word
from ui.words import slip_words

BOTH = pytest.mark.parametrize("spoken", Language)

ARGUMENTS = {
    "most": 5_000_000,
    "least": 0,
    "found": "Windows-1252",
    "expected": 9,
    "name": "DIGIT ONE",
    "whole": "1234",
    "share": "1 + 234/1000",
    "first": date(2000, 1, 1),
    "last": date(2099, 12, 31),
    "nearest": "Perindo",
    "codes": "52.06, 52.72",
    "others": "3, 4",
    "today": date(2022, 9, 8),
    "known_on": date(2022, 9, 9),
    "rule": "closed",
    "assessor": Assessor.SELF,
    "period": "2022",
    "aspect": Aspect.REFORM,
    "day": date(2022, 9, 8),
    "other": "Kepala Subbagian A",
    "place": DutyPlace.SERVICE_DESK,
}


def refusal(kind, **more):
    defaults = {"row": 7, "column": Field.SAMPLE, "value": "{0} x {name}"}
    return Refusal(
        kind=kind, **(defaults | {"arguments": tuple(ARGUMENTS.items())} | more)
    )


@BOTH
@pytest.mark.parametrize("kind", RefusalKind)
def test_every_kind_of_refusal_is_said_whole(kind, spoken):
    language.speak(spoken)
    said = refusal_words(refusal(kind))
    assert said[-1] in ".?"
    assert "  " not in said
    places = {name for _, name, _, _ in Formatter().parse(sentence(kind)) if name}
    assert places <= {"column", "value", "hint", *ARGUMENTS}
    assert "{" not in said.replace("{0} x {name}", "")


@pytest.mark.parametrize("kind", RefusalKind)
def test_every_kind_is_said_differently_in_each_language(kind):
    language.speak(Language.ENGLISH)
    english = refusal_words(refusal(kind))
    language.speak(Language.INDONESIAN)
    assert refusal_words(refusal(kind)) != english


def test_numbers_and_days_are_written_as_the_language_writes_them():
    language.speak(Language.INDONESIAN)
    assert refusal_words(refusal(RefusalKind.FILE_TOO_LARGE)) == (
        "Berkas melebihi 5.000.000 bita."
    )
    future = refusal(RefusalKind.IN_FUTURE, value="2022-09-10")
    assert refusal_words(future).endswith("8 September 2022.")


def test_an_unknown_name_is_said_with_its_nearest_or_alone():
    unknown = refusal(RefusalKind.UNKNOWN, column="party", value="Perindu")
    assert refusal_words(unknown) == (
        "“Perindu” is unknown in “Party”. Did you mean “Perindo”?"
    )
    alone = refusal(
        RefusalKind.UNKNOWN, column="party", value="x", arguments=(("nearest", ""),)
    )
    assert refusal_words(alone) == "“x” is unknown in “Party”."


def test_a_missing_value_is_a_dash():
    odd = refusal(RefusalKind.TOO_LARGE, value="9", arguments=(("most", None),))
    assert refusal_words(odd) == "9 is more than –."


def test_each_status_has_a_word():
    words = [status_words(status) for status in RowStatus]
    assert words == ["new", "changed", "unchanged"]


@BOTH
@pytest.mark.parametrize("field", Field)
def test_every_heading_of_a_template_is_one_that_the_import_knows(field, spoken):
    language.speak(spoken)
    assert key_of(heading(field)) in map(key_of, HEADINGS[field])


def test_no_heading_stands_for_two_fields():
    keys = [key_of(name) for names in HEADINGS.values() for name in names]
    assert len(keys) == len(set(keys))


@BOTH
@pytest.mark.parametrize("reason", SlipReason)
def test_every_reason_is_written_as_the_import_reads_it(reason, spoken):
    language.speak(spoken)
    assert slip_words(reason) in SLIP_WORDS[reason]


@BOTH
def test_every_choice_of_the_zone_is_written_as_the_import_reads_it(spoken):
    language.speak(spoken)
    told = (
        (ASSESSORS, assessor_word),
        (ASPECTS, aspect_word),
        (BASES, basis_word),
        (PLACES, place_word),
        (STATUSES, service_status_word),
        (PARTS, part_word),
    )
    for known, word in told:
        for choice, names in known.items():
            assert word(choice) in names
    assert subject(None, None) in WHOLE_OFFICE


def test_a_rule_that_names_a_number_is_said_with_it():
    rule = (("rule", "fewer_than_answered"), ("most", 29))
    broken = refusal(RefusalKind.BREAKS_RULE, arguments=rule)
    assert refusal_words(broken) == "No fewer were served than the 29 who answered."


@BOTH
@pytest.mark.parametrize(
    "labels",
    [
        milestone_labels,
        tally_labels,
        partial(assessment_labels, ()),
        partial(survey_labels, ()),
        accountability_labels,
        partial(service_labels, ()),
        partial(figure_labels, ()),
        duty_labels,
    ],
    ids=[
        "milestones",
        "tallies",
        "assessment",
        "survey",
        "accountability",
        "services",
        "figures",
        "duty",
    ],
)
def test_a_template_tells_its_rules(labels, spoken):
    language.speak(spoken)
    found = labels()
    assert found.language is spoken
    assert len(found.guide) == 8
    assert all(paragraph.endswith(".") for paragraph in found.guide)
    assert found.guide_title != found.title
