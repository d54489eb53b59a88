"""What stands beside the charts of the self-assessment: evidence, sources, reform."""

from datetime import date

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


def source_words(standing: Standing) -> str:
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
    return f":small[{' · '.join(said)}]"


def _cited(article: str, provenance: Provenance) -> str:
    confidence = confidence_word(provenance.confidence)
    source = "" if article == provenance.source else f"; {provenance.source}"
    return plain(f"{article}{source} ({confidence})")


def reform_words(visit: Visit) -> str:
    """Return the agenda of the bureaucratic reform; empty where none is loaded."""
    areas = known.reform_areas(visit)
    if not areas:
        return ""
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
        source=plain(areas[0].provenance.source),
        confidence=confidence_word(areas[0].provenance.confidence),
    )
    return f"{plain(said)} {plain(note)} :small[{source}]"
