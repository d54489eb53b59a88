"""SAKIP on the page of the zone, and in a few words."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import streamlit as st

from domain.integrity_accountability import AccountabilityYear, check_weights, grade_of
from ui import integrity_survey_store, lines, wording
from ui.drawn import once
from ui.figure import plain
from ui.integrity_survey_store import Accountability
from ui.integrity_words import source_words
from ui.language import gettext as _
from ui.language import name
from ui.recording_words import violation_words
from ui.visit import Visit
from ui.words import confidence_word


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountabilitySummary:
    """The newest year in a few words, for whoever shows it elsewhere.

    Attributes:
        words: Year and grade, as a sentence.
        year: The year; None while none is known.
        grade: Its grade; empty while none is known.
        source: Source and confidence; empty while none is known.
    """

    words: str
    year: int | None
    grade: str
    source: str


def summary_of(visit: Visit) -> AccountabilitySummary:
    """Return the newest year known on the day of a visit in a few words."""
    known = integrity_survey_store.accountability(visit)
    if not known.years:
        words = _("No year of SAKIP is recorded on this day.")
        return AccountabilitySummary(words=words, year=None, grade="", source="")
    newest = known.years[-1]
    return AccountabilitySummary(
        words=_sentence(newest, known),
        year=newest.year,
        grade=_grade(newest, known),
        source=source_words(newest.provenance),
    )


def draw(visit: Visit) -> None:
    """Draw the section of SAKIP."""
    _draw(visit.view_of(integrity_survey_store.ACCOUNTABILITY), visit)


@once
def _draw(visit: Visit) -> None:
    known = integrity_survey_store.accountability(visit)
    st.header(_("Accountability of performance (SAKIP)"), anchor="sakip")
    st.markdown(f"**{plain(summary_of(visit).words)}**")
    if known.years:
        lines.table(_heads(known), [_row(found, known) for found in known.years])
    sources = (f":small[{each}]" for each in _sources(known))
    st.markdown("\n\n".join((*sources, *_rules(known))))


def _sentence(found: AccountabilityYear, known: Accountability) -> str:
    total = found.result.known_total
    grade = _grade(found, known) or _("not known")
    if total is None:
        words = _("SAKIP of {year}: {grade}; its scores are not known.")
        return words.format(year=found.year, grade=grade)
    words = _("SAKIP of {year}: {grade}, with {total} of 100 points.")
    return words.format(year=found.year, grade=grade, total=wording.decimal(total))


def _grade(found: AccountabilityYear, known: Accountability) -> str:
    """Return the grade as published, or the one that the published score earns."""
    total = found.result.known_total
    earned = None if total is None else grade_of(total, known.bands)
    grade = found.result.grade or earned
    return grade.value if grade else ""


def _heads(known: Accountability) -> tuple[str, ...]:
    components = (f"{name(w.name)} ({wording.number(w.weight)})" for w in known.weights)
    return (_("Year"), _("Grade"), _("Score"), *components)


def _row(found: AccountabilityYear, known: Accountability) -> tuple[str, ...]:
    scores = found.result.scores
    return (
        str(found.year),
        _grade(found, known) or "–",
        _points(found.result.known_total),
        *(_points(scores.get(weight.component)) for weight in known.weights),
    )


def _points(score: Fraction | None) -> str:
    return wording.decimal(score) if score is not None else "–"


def _sources(known: Accountability) -> Iterator[str]:
    for found in known.years:
        said = plain(source_words(found.provenance))
        known_on = _("known from {day}").format(day=wording.short_day(found.known_on))
        yield f"{found.year}: {said} · {known_on}"


def _rules(known: Accountability) -> Iterator[str]:
    """Yield weights and bands with their articles, and what is wrong with them."""
    yield from (plain(violation_words(each)) for each in check_weights(known.weights))
    bands = ", ".join(
        _("{grade} above {score} ({confidence})").format(
            grade=each.grade.value,
            score=wording.number(each.above),
            confidence=confidence_word(each.provenance.confidence),
        )
        for each in known.bands
        if each.above is not None
    )
    articles = sorted(
        {each.article for each in known.weights}
        | {each.article for each in known.bands}
    )
    if bands:
        words = _("Weights and grades: {articles}. Grades: {bands}; else D.")
        said = words.format(articles="; ".join(articles), bands=bands)
        yield f":small[{plain(said)}]"
