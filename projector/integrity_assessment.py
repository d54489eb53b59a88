"""The self-assessment of the integrity zone as a sheet shows it."""

from domain.assessment import Status
from projector.integrity_sheet import MOST_WORDS, ZoneBar, ZoneView
from ui import (
    integrity_assessment,
    integrity_punctuality,
    integrity_survey,
    wording,
)
from ui.integrity_assessment import AreaSummary, AssessmentSummary
from ui.language import gettext as _
from ui.visit import Visit


def assessment_view(visit: Visit) -> ZoneView | None:
    """Return what the sheet of the assessment shows; None where there is none."""
    found = integrity_assessment.summary_of(visit)
    if found is None:
        return None
    title = found.headline
    if len(title.split()) > MOST_WORDS:
        title = _("{total} points in the self-assessment").format(total=found.total)
    survey = integrity_survey.summary_of(visit)
    timely = integrity_punctuality.summary_of(visit)
    index = wording.decimal(survey.index) if survey.index is not None else ""
    on_time = wording.of_total(timely.in_time, timely.counted)
    least = _("Areas of change; line = least for {predicate}")
    others = survey.is_simulated or timely.is_simulated
    return ZoneView(
        title=title,
        numbers=(
            (found.total, _("points of the integrity zone")),
            *([(index, _("satisfaction index (IKM)"))] if index else ()),
            *([(on_time, _("milestones on schedule"))] if timely.counted else ()),
        ),
        caption=least.format(predicate=found.predicate),
        bars=tuple(_area(each, found) for each in found.areas),
        source=_assessed(found),
        is_simulated=found.is_simulated or others,
    )


def _area(area: AreaSummary, found: AssessmentSummary) -> ZoneBar:
    words = _("{points} of {weight}").format(points=area.points, weight=area.weight)
    return ZoneBar(
        name=area.name,
        words=words,
        share=area.share,
        least=area.least_share,
        status=Status.DONE if area.is_enough else Status.AT_RISK,
        is_simulated=found.is_simulated,
    )


def _assessed(found: AssessmentSummary) -> str:
    day = wording.short_day(found.known_on)
    words = _("{assessed}, known since {day}")
    return words.format(assessed=found.assessed, day=wording.unbroken(day))
