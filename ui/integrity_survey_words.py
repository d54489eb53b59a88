"""The words of the satisfaction survey and of SAKIP, in the current language."""

from fractions import Fraction

from charts.palette import CellKind
from domain.integrity_accountability import Component
from domain.integrity_survey import (
    LOWER_BOUNDS,
    TO_INDEX,
    Basis,
    Element,
    SurveyBand,
    SurveyRound,
    band_of,
    rounded,
)
from ui import integrity_store, wording
from ui.language import gettext as _
from ui.language import name
from ui.visit import Visit

BAND_LOOKS: dict[SurveyBand, CellKind] = {
    SurveyBand.A: CellKind.ELIGIBLE,
    SurveyBand.B: CellKind.IN_PROGRESS,
    SurveyBand.C: CellKind.CORRECTABLE,
    SurveyBand.D: CellKind.INELIGIBLE,
}
"""How a band is drawn: with the looks that cells have."""


def element_word(element: Element) -> str:
    """Return what an element is called, in short."""
    return {
        Element.REQUIREMENTS: _("Requirements to meet"),
        Element.PROCEDURE: _("Procedure"),
        Element.DURATION: _("Time of completion"),
        Element.COST: _("Cost or fee"),
        Element.PRODUCT: _("Product of the service"),
        Element.COMPETENCE: _("Competence of staff"),
        Element.CONDUCT: _("Conduct of staff"),
        Element.COMPLAINTS: _("Handling of complaints"),
        Element.FACILITIES: _("Facilities"),
    }[element]


def component_word(component: Component) -> str:
    """Return what a component of SAKIP is called, in short."""
    return {
        Component.PLANNING: _("Planning of performance"),
        Component.MEASUREMENT: _("Measurement of performance"),
        Component.REPORTING: _("Reporting of performance"),
        Component.EVALUATION: _("Internal evaluation"),
    }[component]


def basis_word(basis: Basis) -> str:
    """Return what the figures of a round are."""
    return {
        Basis.TOTALS: _("Sums of the scores"),
        Basis.AVERAGES: _("Averages"),
    }[basis]


def band_word(band: SurveyBand) -> str:
    """Return "A, Sangat Baik"."""
    meaning = {
        SurveyBand.A: _("very good"),
        SurveyBand.B: _("good"),
        SurveyBand.C: _("less good"),
        SurveyBand.D: _("not good"),
    }[band]
    return f"{band.value}, {meaning}"


def element_band(average: Fraction) -> SurveyBand:
    """Return the band of one element: its average on the scale of the index."""
    return band_of(rounded(average * TO_INDEX))


def bounds() -> dict[str, float]:
    """Return the average at which each band but the lowest begins."""
    return {
        band.value: float(lower / TO_INDEX)
        for band, lower in LOWER_BOUNDS.items()
        if band is not SurveyBand.D
    }


def subject(service_code: str | None, visit: Visit) -> str:
    """Return what a round asked about: a service, or the office as a whole."""
    if service_code is None:
        return _("The office as a whole")
    known = {each.code: each for each in integrity_store.services(visit)}
    found = known.get(service_code)
    return name(found.name) if found else service_code


def index_words(found: SurveyRound) -> str:
    """Return "IKM 91,48 (A, sangat baik)"."""
    index, band = wording.decimal(found.index), band_word(found.band)
    return _("IKM {index} ({band})").format(index=index, band=band)


def interval_words(found: SurveyRound) -> str:
    """Return the 95 % interval, and what it rests on."""
    interval = found.interval
    if interval is None:
        return _("One person answered; no interval can be told.")
    words = _(
        "Interval (95%) {low} to {high}, from the spread of the respondents' own "
        "indices (index ± 1.96 × deviation / √n)."
    )
    if interval.is_bound:
        words = _(
            "Interval (95%) at most {low} to {high}: only averages are known, so the "
            "largest spread that they allow is assumed (Bhatia–Davis); the true "
            "interval is no wider."
        )
    return words.format(
        low=wording.decimal(interval.low), high=wording.decimal(interval.high)
    )


def sample_words(found: SurveyRound) -> str:
    """Return how many answered of how many ought to."""
    answered = wording.number(found.respondents)
    if found.population is None or found.sample_needed is None:
        words = _("{answered} respondents; how many were served is not recorded.")
        return words.format(answered=answered)
    words = _(
        "{answered} respondents of {served} people served; the table of Krejcie and "
        "Morgan asks for {needed}."
    )
    return words.format(
        answered=answered,
        served=wording.number(found.population),
        needed=wording.number(found.sample_needed),
    )


def warnings(found: SurveyRound) -> tuple[str, ...]:
    """Return what limits a round: a short sample, few respondents."""
    short = _("Fewer people answered than the table asks for.")
    small = _("Fewer than 30 people answered; the interval is rough.")
    told = ((found.is_sample_short, short), (found.is_small, small))
    return tuple(words for is_so, words in told if is_so)


def figure_words(figure: Fraction) -> str:
    """Return a figure as somebody typed it: whole, or with its decimals."""
    places = 0 if figure.denominator == 1 else 4
    if not places:
        return wording.number(figure.numerator)
    return wording.decimal(figure, places).rstrip("0")


def field_words() -> dict[str, str]:
    """Return the label of each field of a round and of a year of SAKIP."""
    return {
        "round_code": _("Round of the survey"),
        "period_start": _("First day of the period"),
        "period_end": _("Last day of the period"),
        "respondents": _("Respondents"),
        "population": _("People served"),
        "basis": _("What the figures are"),
        "deviation": _("Deviation of the indices"),
        **{each.value: element_word(each) for each in Element},
        "year": _("Year"),
        "grade": _("Grade"),
        "above": _("Score above"),
        "total": _("Total score"),
        "component": _("Component"),
        "weight": _("Weight"),
        **{each.value: component_word(each) for each in Component},
    }


def rule_words() -> dict[str, str]:
    """Return what each rule on a round or a year asks, by its code."""
    return {
        "element_missing": _("All nine elements need a figure."),
        "average_on_scale": _("The average of an element lies between 1 and 4."),
        "whole_total": _("A sum of scores is a whole number."),
        "somebody_answered": _("At least one person must have answered."),
        "day_needed": _("A day is needed."),
        "fewer_than_answered": _("No fewer were served than the {most} who answered."),
        "deviation_possible": _("The scores of this round cannot spread like this."),
        "year_is_past": _("The year lies between 2004 and {most}."),
        "nothing_known": _("A grade or a score is needed."),
        "above_weight_of_component": _("The score is above the weight of {most}."),
        "score_not_negative": _("A score is not negative."),
        "total_on_scale": _("The total lies between 0 and 100."),
        "total_is_sum": _("The total is not that of the components."),
        "grade_of_score": _("The score earns another grade."),
        "weights_add_up": _("The weights add up to another number than {most}."),
    }
