"""The sheets of the workbook on the self-assessment of the integrity zone."""

from collections.abc import Iterator
from itertools import chain

from domain.integrity_assessment import Aspect
from domain.provenance import Provenance
from exports.api.assessment_tables import (
    Given,
    attained_in,
    components_in,
    scores_in,
    thresholds_in,
)
from exports.edition import Edition
from exports.workbook_sheets import NARROW, USUAL, WIDE, columns, simulated_mark
from reports.workbook import Cell, Sheet
from ui.integrity_assessment_words import (
    aspect_word,
    assessor_word,
    attained_words,
    predicate_word,
)
from ui.language import gettext as _
from ui.language import name
from ui.words import confidence_word


def sheets(edition: Edition) -> tuple[Sheet, ...]:
    """Return the sheets of the self-assessment, in the language of the edition."""
    return _scores(edition), _requirements(edition)


def sources(edition: Edition) -> set[str]:
    """Return the sources of what the sheets hold."""
    facts: Iterator[Provenance] = chain(
        (each.score.provenance for each in scores_in(edition)),
        (each.provenance for each in components_in(edition)),
        (each.provenance for each in thresholds_in(edition)),
        (each.provenance for each in attained_in(edition)),
    )
    return {each.source for each in facts}


def _scores(edition: Edition) -> Sheet:
    by_code = {each.code: each for each in components_in(edition)}
    rows = (
        (
            each.assessment.period,
            assessor_word(each.assessment.assessor),
            name(by_code[each.score.component].name),
            aspect_word(each.score.aspect),
            float(by_code[each.score.component].weights[each.score.aspect]),
            *_given(each),
        )
        for each in scores_in(edition)
    )
    headings = (
        (_("Period"), NARROW), (_("Assessed by"), USUAL), (_("Component"), WIDE),
        (_("Aspect"), USUAL), (_("Weight"), NARROW), (_("Points"), NARROW),
        (_("Index, 0 to 4"), NARROW), (_("Evidence present"), NARROW),
        (_("Evidence needed"), NARROW), (_("Evidence lies at"), WIDE),
        (_("Known on"), USUAL), (_("Simulated"), NARROW), (_("Confidence"), USUAL),
        (_("Source"), WIDE),
    )  # fmt: skip
    title = _("Self-assessment")
    return Sheet(title=title, columns=columns(headings), rows=tuple(rows))


def _given(each: Given) -> tuple[Cell, ...]:
    score = each.score
    return (
        float(score.points),
        None if score.index is None else float(score.index),
        score.evidence,
        score.evidence_needed,
        score.link,
        score.known_on,
        simulated_mark(is_simulated=each.is_simulated),
        *_told(score.provenance),
    )


def _requirements(edition: Edition) -> Sheet:
    """Return the weights, what the predicates ask, and what was obtained."""
    weights = [
        _("Weight of {aspect}").format(aspect=aspect_word(each)) for each in Aspect
    ]
    least = [
        _("Least for {predicate}").format(predicate=predicate_word(each.predicate))
        for each in thresholds_in(edition)
    ]
    headings = (
        (_("Component"), WIDE), *((each, NARROW) for each in (*weights, *least)),
        (_("Article"), USUAL), (_("Confidence"), USUAL), (_("Source"), WIDE),
    )  # fmt: skip
    return Sheet(
        title=_("Weights and thresholds"),
        columns=columns(headings),
        rows=(
            *_component_rows(edition),
            *_sum_rows(edition),
            *_attained_rows(edition),
        ),
    )


def _component_rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    for component in components_in(edition):
        weights = component.weights
        yield (
            name(component.name),
            *(float(weights[each]) if each in weights else None for each in Aspect),
            *(float(each.least(component)) for each in thresholds_in(edition)),
            component.article,
            *_told(component.provenance),
        )


def _sum_rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    asked = thresholds_in(edition)
    sums = {
        _("Total"): [float(each.total) for each in asked],
        _("Areas together"): [float(each.leverage) for each in asked],
    }
    if not asked:
        return
    first = asked[0]
    for title, least in sums.items():
        weights = [None] * len(Aspect)
        yield title, *weights, *least, first.article, *_told(first.provenance)


def _attained_rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    blank = [None] * (len(Aspect) + len(thresholds_in(edition)) + 1)
    for each in attained_in(edition):
        yield attained_words(each), *blank, *_told(each.provenance)


def _told(provenance: Provenance) -> tuple[Cell, ...]:
    return confidence_word(provenance.confidence), provenance.source
