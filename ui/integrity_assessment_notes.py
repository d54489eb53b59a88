"""What stands around the charts of the self-assessment, in words."""

from collections.abc import Sequence
from datetime import date

from domain.assessment import Status
from domain.integrity_assessment import PredicateStep
from domain.provenance import Confidence, Provenance
from ui import integrity_assessment_store as known
from ui import integrity_assessment_words as words
from ui import wording
from ui.figure import plain
from ui.integrity_assessment_store import Standing
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.visit import Visit
from ui.words import confidence_word

SAID_OF_REFORM, SAID_ON = 11, date(2022, 9, 8)
"""Areas of the reform that KPU NTB itself spoke of, and when; the regulation has 8."""


def areas_title(standing: Standing) -> str:
    """Return what stands above the chart of the areas."""
    title = _("Areas of change and results; upright line = least for {predicate}")
    return title.format(predicate=words.predicate_word(standing.goal))


def trend_title() -> str:
    """Return what stands above the chart of the periods."""
    return _("Total by period; upright lines = WBK and WBBM")


def attained_chips(standing: Standing) -> list[tuple[Status, str]]:
    """Return the predicates obtained or declared, in words, with their status."""
    return [
        (
            Status.DONE if each.step is PredicateStep.OBTAINED else Status.RUNNING,
            words.attained_words(each),
        )
        for each in standing.attained
    ]


def assessed_words(standing: Standing, visit: Visit) -> str:
    """Return who assessed which period, and how long that is known; or nothing."""
    found = standing.newest
    if found is None:
        return ""
    age = (visit.day - found.known_on).days
    said = ngettext(
        "{assessed}, known since {day}, {count} day ago.",
        "{assessed}, known since {day}, {count} days ago.",
        age,
    )
    return said.format(
        assessed=wording.capitalised(words.assessed_words(found)),
        day=wording.day(found.known_on),
        count=wording.number(age),
    )


def missing_words(standing: Standing) -> tuple[str, Sequence[str], str]:
    """Return what lacks for the next predicate, or that nothing does.

    Returns:
        A sentence; what lacks, one part each; and which area closes it.
    """
    gap = standing.distance
    if standing.newest is None or gap is None:
        return "", (), ""
    goal = words.predicate_word(standing.goal)
    if gap.is_met:
        return _("Nothing lacks for {predicate}.").format(predicate=goal), (), ""
    title = _("What lacks for {predicate}:").format(predicate=goal)
    return title, words.missing_words(gap), words.closing_words(gap)


def evidence_words(standing: Standing) -> str:
    """Return how complete the evidence is, and where most of it lacks."""
    scores = standing.newest.scores if standing.newest else ()
    present = sum(each.evidence for each in scores)
    needed = sum(each.evidence_needed for each in scores)
    if not needed:
        return _("No evidence is listed.")
    said = _("Evidence: {present} of {needed} present.").format(
        present=wording.number(present), needed=wording.number(needed)
    )
    worst = max(scores, key=lambda each: each.evidence_needed - each.evidence)
    lack = worst.evidence_needed - worst.evidence
    if not lack:
        return said
    component = next(
        each.component
        for each in standing.parts
        if each.component.code == worst.component
    )
    most = ngettext(
        "Most of it lacks in {component}, {aspect}: {count} piece.",
        "Most of it lacks in {component}, {aspect}: {count} pieces.",
        lack,
    )
    return f"{said} " + most.format(
        component=name(component.name),
        aspect=words.aspect_word(worst.aspect),
        count=wording.number(lack),
    )


def sources(standing: Standing) -> str:
    """Return where weights, thresholds and conversion come from, and how sure."""
    said = [
        _("Weights: {source}").format(source=_cited(each.article, each.provenance))
        for each in standing.scheme.components[:1]
    ]
    said += [
        _("Thresholds: {source}").format(source=_cited(each.article, each.provenance))
        for each in list(standing.scheme.thresholds.values())[:1]
    ]
    said.append(
        _("IPAK and IPKP: index / 4 of the weight ({confidence})").format(
            confidence=confidence_word(Confidence.INFERRED)
        )
    )
    return " · ".join(said)


def _cited(article: str, provenance: Provenance) -> str:
    confidence = confidence_word(provenance.confidence)
    source = "" if article == provenance.source else f"; {provenance.source}"
    return f"{article}{source} ({confidence})"


def reform_words(visit: Visit) -> str:
    """Return the agenda of the bureaucratic reform as Markdown; empty without one."""
    said, source = reform(visit)
    return f"{plain(said)} :small[{plain(source)}]" if said else ""


def reform(visit: Visit) -> tuple[str, str]:
    """Return the agenda of the bureaucratic reform, and its source; or nothing."""
    areas = known.reform_areas(visit)
    if not areas:
        return "", ""
    named = "; ".join(name(each.name) for each in areas)
    said = ngettext(
        "Agenda of the bureaucratic reform, {count} area: {names}.",
        "Agenda of the bureaucratic reform, {count} areas: {names}.",
        len(areas),
    ).format(count=wording.number(len(areas)), names=named)
    note = ""
    if visit.day >= SAID_ON:
        note = _(
            "On {day} KPU NTB spoke of {count} areas; the regulation has {areas}."
        ).format(
            day=wording.day(SAID_ON),
            count=wording.number(SAID_OF_REFORM),
            areas=wording.number(len(areas)),
        )
    source = _("Source: {source} ({confidence})").format(
        source=areas[0].provenance.source,
        confidence=confidence_word(areas[0].provenance.confidence),
    )
    return f"{said} {note}".strip(), source
