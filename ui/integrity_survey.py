"""The satisfaction survey on the page of the zone, and in a few words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from charts.integrity_survey import ElementBar, element_bars
from charts.palette import STATUS_LOOKS
from charts.template import Spec
from domain.assessment import Status
from domain.integrity_survey import SurveyRound, newest_by_subject
from ui import (
    badges,
    figure,
    integrity_store,
    integrity_survey_store,
    integrity_survey_words,
    integrity_words,
    lines,
    wording,
)
from ui.drawn import View, made, once
from ui.figure import Table, plain
from ui.language import gettext as _
from ui.visit import Visit

NAME = "survei-kepuasan"
"""Name of the files of the chart, and its identity on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveySummary:
    """The newest round in a few words, for whoever shows it elsewhere.

    Attributes:
        words: The index with its band, as a sentence.
        index: The index, rounded to 2 decimals; None while no round is known.
        band: What it is called; empty while no round is known.
        elements: Name of each element with its average from 1 to 4 and its words.
        source: Source and confidence of the round; empty while none is known.
        is_simulated: Whether the round is simulated.
    """

    words: str
    index: Decimal | None
    band: str
    elements: tuple[tuple[str, float, str], ...]
    source: str
    is_simulated: bool


def summary_of(visit: Visit) -> SurveySummary:
    """Return the newest round known on the day of a visit in a few words."""
    found = newest(visit)
    if found is None:
        return SurveySummary(
            words=_nothing(),
            index=None,
            band="",
            elements=(),
            source="",
            is_simulated=False,
        )
    return SurveySummary(
        words=_sentence(found, visit),
        index=found.index,
        band=integrity_survey_words.band_word(found.band),
        elements=tuple((bar.name, bar.average, bar.words) for bar in _bars(found)),
        source=integrity_words.source_words(found.provenance),
        is_simulated=found.is_simulated,
    )


def draw(visit: Visit) -> None:
    """Draw the section of the survey."""
    view = visit.view_of(integrity_survey_store.ROUNDS, integrity_store.SERVICES)
    _draw(view, visit, view)
    found = newest(visit)
    if found:
        figure.table_and_downloads(
            NAME,
            lambda: elements_table(found),
            lambda: elements_chart(view, found, visit),
        )


@once
def _draw(visit: Visit, view: View) -> None:
    st.header(title(), anchor="survei")
    found = newest(visit)
    if found is None:
        st.markdown(_nothing())
        return
    said = badges.marked(
        f"**{plain(_sentence(found, visit))}**", is_simulated=found.is_simulated
    )
    sample, interval, source = limits(found)
    warned = " ".join(
        badges.look_badge(STATUS_LOOKS[status], words)
        for status, words in warned_chips(found)
    )
    parts = (said, warned, sample, plain(interval), f":small[{plain(source)}]")
    st.markdown("\n\n".join(filter(None, parts)))
    spec = elements_chart(view, found, visit)
    figure.chart(spec, key=NAME, alt=_sentence(found, visit))
    _draw_rounds(integrity_survey_store.rounds(visit), visit)
    st.markdown(_foot())


def title() -> str:
    """Return what stands above the survey."""
    return _("Public satisfaction")


def newest(visit: Visit) -> SurveyRound | None:
    """Return the newest round of the office; of a service where it has none."""
    known = integrity_survey_store.rounds(visit)
    of_office = [each for each in known if each.service_code is None]
    chosen = of_office or known
    return chosen[-1] if chosen else None


def _nothing() -> str:
    return _("No round of the survey is recorded on this day.")


def _sentence(found: SurveyRound, visit: Visit) -> str:
    return _("{subject}, {days}: {index}.").format(
        subject=integrity_survey_words.subject(found.service_code, visit),
        days=wording.span(found.period_start, found.period_end),
        index=integrity_survey_words.index_words(found),
    )


def warned_chips(found: SurveyRound) -> list[tuple[Status, str]]:
    """Return what limits a round, in words, with the status that it is shown in."""
    return [(Status.AT_RISK, each) for each in integrity_survey_words.warnings(found)]


def limits(found: SurveyRound) -> tuple[str, str, str]:
    """Return sample, interval and source of a round in words."""
    known_on = _("known from {day}").format(day=wording.short_day(found.known_on))
    source = integrity_words.source_words(found.provenance)
    return (
        integrity_survey_words.sample_words(found),
        integrity_survey_words.interval_words(found),
        f"{source} · {known_on}",
    )


@made
def elements_chart(found: SurveyRound, visit: Visit) -> Spec:
    """Return the average of each element of a round against the bands."""
    bounds = integrity_survey_words.bounds()
    return element_bars(_bars(found), bounds, theme=visit.theme)


def _bars(found: SurveyRound) -> list[ElementBar]:
    bars = []
    for element, average in found.averages.items():
        band = integrity_survey_words.element_band(average)
        bars.append(
            ElementBar(
                name=integrity_survey_words.element_word(element),
                average=float(average),
                kind=integrity_survey_words.BAND_LOOKS[band],
                words=f"{wording.decimal(average)} {band.value}",
            )
        )
    return bars


def elements_table(found: SurveyRound) -> Table:
    """Return the average of each element of a round, with its band."""
    columns = (_("Element"), _("Average"), _("Band"), _("Simulated"))
    mark = badges.simulated_words(is_simulated=found.is_simulated).strip(" ()")
    rows = [
        (
            integrity_survey_words.element_word(element),
            wording.decimal(average, 4),
            integrity_survey_words.element_band(average).value,
            mark,
        )
        for element, average in found.averages.items()
    ]
    return Table(columns=columns, rows=rows)


def _draw_rounds(known: Sequence[SurveyRound], visit: Visit) -> None:
    """Draw every round as a row, each beside the one before it."""
    heads = (
        _("Asked about"), _("Period"), _("IKM"), _("Interval (95%)"),
        _("Respondents"), _("Change"),
    )  # fmt: skip
    rows = [
        _row(found, before, visit)
        for rounds in newest_by_subject(known).values()
        for before, found in zip((None, *rounds), rounds, strict=False)
    ]
    lines.table(heads, rows)


def _row(
    found: SurveyRound, before: SurveyRound | None, visit: Visit
) -> tuple[str, ...]:
    mark = badges.simulated_words(is_simulated=found.is_simulated)
    interval = found.interval
    return (
        integrity_survey_words.subject(found.service_code, visit),
        wording.span(found.period_start, found.period_end),
        f"{wording.decimal(found.index)} {found.band.value}{mark}",
        f"{wording.decimal(interval.low)}–{wording.decimal(interval.high)}"
        if interval
        else "–",
        wording.number(found.respondents),
        _change(found, before),
    )


def _change(found: SurveyRound, before: SurveyRound | None) -> str:
    if before is None:
        return "–"
    change = found.index - before.index
    sign = "+" if change >= 0 else "−"
    return f"{sign}{wording.decimal(abs(change))}"


def _foot() -> str:
    words = _(
        "PermenPANRB 14/2017: nine elements, each weighing 1/9; IKM = sum of the "
        "averages × 1/9 × 25; bands from 25.00 (D), 65.00 (C), 76.61 (B), 88.31 (A), "
        "after rounding. Formula and bands were read in a secondary text. A figure "
        "that an agency publishes with the weight 0.11 is lower by 1%."
    )
    return f":small[{words}]"
