"""What a row of an import is of, in words."""

from datetime import date

from domain.integrity_assessment import Aspect, Assessor
from domain.integrity_duty import DutyPart, DutyPlace
from ui import history_store, integrity_survey_words, wording
from ui import integrity_assessment_store as assessments
from ui.importing_contents import Content
from ui.integrity_assessment_words import aspect_word, assessor_word
from ui.integrity_words import part_word, place_word
from ui.language import name
from ui.visit import Visit


def item_words(content: Content, codes: tuple[str, ...], *, visit: Visit) -> str:
    """Return what a row is of, by its codes, such as party and kab/kota."""
    return " · ".join(_parts(content, codes, visit))


def _parts(content: Content, codes: tuple[str, ...], visit: Visit) -> tuple[str, ...]:
    match content:
        case Content.MILESTONES:
            return _named(("milestone_code",), codes, visit)
        case Content.TALLIES:
            return _named(("phase_code", "party_code", "region_code"), codes, visit)
        case Content.ASSESSMENT:
            return _score(codes, visit)
        case Content.SURVEY:
            return _round(codes, visit)
        case Content.DUTY:
            return _shift(codes)


def _named(
    columns: tuple[str, ...], codes: tuple[str, ...], visit: Visit
) -> tuple[str, ...]:
    names = history_store.names(visit.revision, visit.election.code, visit.language)
    found = zip(columns, codes, strict=True)
    return tuple(names[column].get(code, code) for column, code in found)


def _score(codes: tuple[str, ...], visit: Visit) -> tuple[str, ...]:
    period, assessor, component, aspect = codes
    names = {
        each.code: name(each.short_name)
        for each in assessments.scheme(visit).components
    }
    assessed = f"{assessor_word(Assessor(assessor))} {period}"
    return assessed, names[component], aspect_word(Aspect(aspect))


def _round(codes: tuple[str, ...], visit: Visit) -> tuple[str, ...]:
    service, first, last = codes
    days = wording.span(date.fromisoformat(first), date.fromisoformat(last))
    return integrity_survey_words.subject(service or None, visit), days


def _shift(codes: tuple[str, ...]) -> tuple[str, ...]:
    day, place, part = codes
    return (
        wording.short_day(date.fromisoformat(day)),
        place_word(DutyPlace(place)),
        part_word(DutyPart(part)),
    )
