"""The self-assessment on the page of the zone, and in a few words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import streamlit as st

from charts.palette import STATUS_LOOKS
from domain.integrity_standing import Part, total_of
from ui import badges, figure
from ui import integrity_assessment_store as known
from ui import integrity_assessment_words as words
from ui.drawn import View, once
from ui.figure import plain
from ui.integrity_assessment_bars import (
    areas_chart,
    areas_table,
    trend_chart,
    trend_table,
)
from ui.integrity_assessment_notes import (
    areas_title,
    assessed_words,
    attained_chips,
    evidence_words,
    missing_words,
    reform_words,
    sources,
    trend_title,
)
from ui.integrity_assessment_store import Standing
from ui.language import name
from ui.visit import Visit

AREAS, TREND = "zi_areas", "zi_trend"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSummary:
    """An area of change in words.

    Attributes:
        name: Its name.
        points: Points given.
        least: Least points for the next predicate.
        weight: Points it is worth.
        is_enough: Whether it has the least.
        share: Points of the weight, from 0 to 1.
        least_share: Least points of the weight, from 0 to 1.
    """

    name: str
    points: str
    least: str
    weight: str
    is_enough: bool
    share: float
    least_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSummary:
    """The self-assessment in a few words, for whoever shows it elsewhere.

    Attributes:
        headline: The takeaway as a sentence.
        total: Points in all.
        predicate: Next predicate.
        is_met: Whether the assessment reaches it.
        attained: Predicates obtained or declared, in words.
        assessed: Who assessed which period.
        known_on: Day from which that is known.
        missing: What lacks for the next predicate, one sentence each.
        closing: Which area closes it with the fewest points; may be empty.
        areas: The six areas of change.
        evidence: How complete the evidence is, as a sentence.
        is_simulated: Whether the assessment is made up for the demonstration.
    """

    headline: str
    total: str
    predicate: str
    is_met: bool
    attained: tuple[str, ...]
    assessed: str
    known_on: date
    missing: tuple[str, ...]
    closing: str
    areas: tuple[AreaSummary, ...]
    evidence: str
    is_simulated: bool


def summary_of(visit: Visit) -> AssessmentSummary | None:
    """Return the self-assessment known on the day of a visit; None without any."""
    standing = known.standing(visit)
    gap, found = standing.distance, standing.newest
    if found is None or gap is None:
        return None
    areas = tuple(
        _area(each, gap.threshold.least(each.component))
        for each in standing.parts
        if each.component.is_area
    )
    return AssessmentSummary(
        headline=words.headline(standing),
        total=words.points(total_of(standing.parts)),
        predicate=words.predicate_word(standing.goal),
        is_met=gap.is_met,
        attained=tuple(map(words.attained_words, standing.attained)),
        assessed=words.assessed_words(found),
        known_on=found.known_on,
        missing=words.missing_words(gap),
        closing=words.closing_words(gap),
        areas=areas,
        evidence=evidence_words(standing),
        is_simulated=found.is_simulated,
    )


def _area(part: Part, least: Decimal) -> AreaSummary:
    weight = part.component.weight
    return AreaSummary(
        name=name(part.component.name),
        points=words.points(part.total),
        least=words.points(least),
        weight=words.points(weight),
        is_enough=part.total >= least,
        share=float(part.total / weight),
        least_share=float(least / weight),
    )


def headline(visit: Visit) -> str:
    """Return the title of the page: what the assessment comes to."""
    return words.headline(known.standing(visit))


def draw(visit: Visit) -> None:
    """Draw the section of the self-assessment."""
    standing, reform = known.standing(visit), reform_words(visit)
    view = visit.view_of(known.STANDING)
    told = (*view, visit.day.isoformat(), reform)
    _draw_state(told, standing, visit, reform)
    if standing.newest is None:
        return
    _draw_areas(view, standing, visit, view)
    figure.table_and_downloads(
        AREAS,
        lambda: areas_table(standing),
        lambda: areas_chart(view, standing, visit),
    )
    _draw_trend((*view, reform), standing, visit, view, reform)
    figure.table_and_downloads(
        TREND,
        lambda: trend_table(standing),
        lambda: trend_chart(view, standing, visit),
    )


@once
def _draw_state(standing: Standing, visit: Visit, reform: str) -> None:
    attained = " ".join(
        badges.look_badge(STATUS_LOOKS[status], plain(said))
        for status, said in attained_chips(standing)
    )
    found = standing.newest
    assessed = plain(assessed_words(standing, visit))
    if found:
        assessed = badges.marked(assessed, is_simulated=found.is_simulated)
    title, missing, closing = missing_words(standing)
    parts = [
        attained,
        assessed,
        f"**{title}**" if missing else title,
        "\n".join(f"- {plain(each)}" for each in missing),
        plain(closing),
    ]
    if standing.newest is None:
        parts.append(reform)
    st.markdown("\n\n".join(filter(None, parts)))


@once
def _draw_areas(standing: Standing, visit: Visit, view: View) -> None:
    st.header(areas_title(standing), anchor="penilaian")
    spec = areas_chart(view, standing, visit)
    figure.chart(spec, key=AREAS, alt=words.headline(standing))
    found = standing.newest
    said = badges.marked(
        plain(evidence_words(standing)), is_simulated=bool(found and found.is_simulated)
    )
    st.markdown(f"{said}\n\n:small[{plain(sources(standing))}]")


@once
def _draw_trend(standing: Standing, visit: Visit, view: View, reform: str) -> None:
    st.header(trend_title())
    spec = trend_chart(view, standing, visit)
    figure.chart(spec, key=TREND, alt=words.trend_sentence(standing))
    is_simulated = any(each.is_simulated for each in standing.assessments)
    said = badges.marked(
        plain(words.trend_sentence(standing)), is_simulated=is_simulated
    )
    st.markdown(f"{said}\n\n{reform}")
