"""What a row of an import is of, in words."""

from collections.abc import Callable, Mapping
from datetime import date

from domain.integrity_assessment import Aspect, Assessor
from domain.integrity_duty import DutyPart, DutyPlace
from ui import history_store, integrity_survey_words, integrity_words, wording
from ui import integrity_assessment_store as assessments
from ui.importing_contents import Content
from ui.integrity_assessment_words import aspect_word, assessor_word
from ui.integrity_words import part_word, place_word
from ui.language import name
from ui.visit import Visit


def item_words(content: Content, codes: tuple[str, ...], *, visit: Visit) -> str:
    """Return what a row is of, by its codes, such as party and kab/kota."""
    return " · ".join(_PARTS[content](codes, visit))


def _milestone(codes: tuple[str, ...], visit: Visit) -> tuple[str, ...]:
    return _named(("milestone_code",), codes, visit)


def _tally(codes: tuple[str, ...], visit: Visit) -> tuple[str, ...]:
    return _named(("phase_code", "party_code", "region_code"), codes, visit)


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


def _year(codes: tuple[str, ...], _visit: Visit) -> tuple[str, ...]:
    return codes


def _service(codes: tuple[str, ...], visit: Visit) -> tuple[str, ...]:
    return tuple(integrity_survey_words.subject(code, visit) for code in codes)


def _figure(codes: tuple[str, ...], visit: Visit) -> tuple[str, ...]:
    service, first = codes
    month = integrity_words.month(date.fromisoformat(first))
    return integrity_survey_words.subject(service, visit), month


def _shift(codes: tuple[str, ...], _visit: Visit) -> tuple[str, ...]:
    day, place, part = codes
    return (
        wording.short_day(date.fromisoformat(day)),
        place_word(DutyPlace(place)),
        part_word(DutyPart(part)),
    )


_PARTS: Mapping[Content, Callable[[tuple[str, ...], Visit], tuple[str, ...]]] = {
    Content.MILESTONES: _milestone,
    Content.TALLIES: _tally,
    Content.ASSESSMENT: _score,
    Content.SURVEY: _round,
    Content.ACCOUNTABILITY: _year,
    Content.SERVICES: _service,
    Content.FIGURES: _figure,
    Content.DUTY: _shift,
}
