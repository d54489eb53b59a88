"""The values of fixed lists as the journal keeps them, in words."""

from collections.abc import Mapping

from domain.integrity_accountability import Component
from domain.integrity_assessment import Aspect, Assessor, Predicate, PredicateStep
from domain.integrity_duty import DutyPart, DutyPlace
from domain.integrity_services import ServiceKind, ServiceStatus
from domain.integrity_survey import Basis
from domain.provenance import Confidence
from domain.timeline import SlipReason
from ui.integrity_assessment_words import (
    aspect_word,
    assessor_word,
    predicate_word,
    step_word,
)
from ui.integrity_survey_words import basis_word, component_word
from ui.integrity_words import kind_word, part_word, place_word, service_status_word
from ui.language import gettext as _
from ui.language import once_a_language
from ui.words import confidence_word, slip_words


@once_a_language
def choice_words() -> Mapping[str, str]:
    """Return what a value of a fixed list means, by the value."""
    return {
        **{each.value: slip_words(each) for each in SlipReason},
        **_of_tallies_and_plan(),
        **_of_parties(),
        **_of_rules(),
        **{each.value: aspect_word(each) for each in Aspect},
        **{each.value: assessor_word(each) for each in Assessor},
        **{each.value: predicate_word(each) for each in Predicate},
        **{each.value: step_word(each) for each in PredicateStep},
        **{each.value: kind_word(each) for each in ServiceKind},
        **{each.value: service_status_word(each) for each in ServiceStatus},
        **{each.value: place_word(each) for each in DutyPlace},
        **{each.value: part_word(each) for each in DutyPart},
        **{each.value: basis_word(each) for each in Basis},
        **{each.value: component_word(each) for each in Component},
        **{each.value: confidence_word(each) for each in Confidence},
    }


def _of_tallies_and_plan() -> dict[str, str]:
    return {
        "draft": _("draft"),
        "withdrawn": _("withdrawn"),
        "submitted": _("handed over"),
        "decided": _("decided in plenary"),
        "sipol": "Sipol",
        "manual": _("entered by hand"),
        "planned": _("planned"),
        "conditional": _("conditional"),
        "not_held": _("not held"),
        "reported": _("a percentage that staff report"),
        "members": _("members"),
        "regions": _("kab/kota"),
        "population": _("inhabitants"),
        "voters": _("voters"),
    }


def _of_parties() -> dict[str, str]:
    return {
        "registration": _("registration"),
        "administrative": _("administrative verification"),
        "factual": _("factual verification"),
        "determination": _("determination"),
        "accepted": _("accepted"),
        "returned": _("returned"),
        "not_filed": _("not filed"),
        "incomplete": _("incomplete"),
        "determined": _("determined as contestant"),
        "administrative_only": _("administrative only"),
        "administrative_and_factual": _("administrative and factual"),
    }


def _of_rules() -> dict[str, str]:
    return {
        "calendar_days": _("calendar days"),
        "working_days": _("working days"),
        "months": _("months"),
        "hours": _("hours"),
        "clock_time": _("hour of the day"),
        "none": _("no amount"),
        "before": _("before"),
        "after": _("after"),
        "at": _("on the day"),
        "inclusive": _("counts"),
        "exclusive": _("does not count"),
        "latest": _("at the latest"),
        "earliest": _("at the earliest"),
        "period_start": _("start of a period"),
        "national": _("national"),
        "province": _("province"),
        "regency": _("kab/kota"),
        "district": "kecamatan",
        "legal_entity": _("legal entity"),
        "board": _("board"),
        "women": _("women"),
        "office": _("office"),
        "document": _("document"),
        "half_up": _("half up"),
        "up": _("up"),
        "down": _("down"),
    }
