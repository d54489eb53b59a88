"""The sheets of the workbook: the plan, the tallies, the requirements."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.assessment import Assessment
from domain.slip import slip
from domain.tally import Tally, TallyOrigin
from exports.api.party_tables import Counted
from exports.edition import Edition
from reports.templates import Labels, Places, milestone_sheet, tally_sheet
from reports.workbook import Cell, Column, Sheet
from ui.badges import simulated_words
from ui.history_choices import choice_words
from ui.importing_templates import milestone_labels, tally_labels
from ui.language import gettext as _
from ui.language import name
from ui.words import confidence_word, status_word

NARROW, USUAL, WIDE = 12, 18, 48


def stages(edition: Edition) -> Sheet:
    """Return the sheet of the stages."""
    rows = (
        (
            each.stage.code,
            name(each.stage.name),
            each.stage.schedule.planned_start,
            each.stage.schedule.planned_end,
            each.stage.schedule.actual_start,
            each.stage.schedule.actual_end,
            status_word(each.status),
            each.done,
            len(each.milestones),
            round(float(each.share), 4),
            simulated_mark(is_simulated=each.is_simulated),
            each.stage.legal_basis,
            each.stage.provenance.source,
        )
        for each in edition.overview.stages
    )
    headings = (
        (_("Code"), NARROW), (_("Stage"), WIDE), (_("Planned start"), USUAL),
        (_("Planned end"), USUAL), (_("Actual start"), USUAL),
        (_("Actual end"), USUAL), (_("Status"), USUAL), (_("Milestones done"), NARROW),
        (_("Milestones"), NARROW), (_("Share done"), NARROW),
        (_("Simulated"), NARROW), (_("Legal basis"), WIDE), (_("Source"), WIDE),
    )  # fmt: skip
    return Sheet(title=_("Stages"), columns=columns(headings), rows=tuple(rows))


def milestones(edition: Edition) -> Sheet:
    """Return the sheet of the milestones, which an import takes as it is."""
    known = edition.overview.milestones
    labels = milestone_labels()
    base = milestone_sheet((each.milestone for each in known), labels)
    headings = (
        (_("Status"), USUAL), (_("Slip in working days"), NARROW),
        (_("Legal limit"), USUAL), (_("Done"), NARROW), (_("Of"), NARROW),
        (_("Measure"), USUAL), (_("Simulated"), NARROW), (_("Legal basis"), WIDE),
        (_("Source"), WIDE),
    )  # fmt: skip
    return _longer(base, headings, [_of_milestone(each, edition) for each in known])


def recaps(edition: Edition, counted: Sequence[Counted]) -> tuple[Sheet, Sheet]:
    """Return the sheet of the tallies, which an import takes, and of simulated ones.

    They are kept apart: filled in and sent back, simulated figures would look like
    facts.
    """
    labels = tally_labels()
    real = [each for each in counted if each.tally.origin is not TallyOrigin.SIMULATED]
    made_up = [each for each in counted if each.tally.origin is TallyOrigin.SIMULATED]
    apart = replace(labels, title=_("Simulated tallies"))
    return _tallies(edition, real, labels), _tallies(edition, made_up, apart)


def requirements(edition: Edition) -> Sheet:
    """Return the sheet of what a party needs."""
    choices = choice_words()
    rows = (
        (
            each.letter,
            name(each.name),
            choices.get(each.scope.value, each.scope.value),
            None if each.share is None else round(float(each.share), 6),
            each.fixed,
            None if each.per_population is None else float(each.per_population),
            choices.get(each.rounding.value, each.rounding.value),
            each.article,
            confidence_word(each.provenance.confidence),
            each.provenance.source,
        )
        for each in edition.overview.requirements
    )
    headings = (
        (_("Letter"), NARROW), (_("Requirement"), WIDE), (_("Level"), USUAL),
        (_("Share"), NARROW), (_("Fixed number"), NARROW),
        (_("Per inhabitant"), NARROW), (_("Rounding"), USUAL), (_("Article"), WIDE),
        (_("Confidence"), USUAL), (_("Source"), WIDE),
    )  # fmt: skip
    return Sheet(title=_("Thresholds"), columns=columns(headings), rows=tuple(rows))


def _of_milestone(item: Assessment, edition: Edition) -> tuple[Cell, ...]:
    days, progress = item.milestone.schedule, item.progress
    is_held = item.status.is_held
    overview = edition.overview
    return (
        status_word(item.status),
        slip(days, overview.day, overview.calendar) if is_held else None,
        item.limit.falls_on if item.limit else None,
        progress.done if progress else None,
        progress.total if progress else None,
        choice_words()[item.milestone.measure.value],
        simulated_mark(is_simulated=item.is_simulated),
        item.milestone.legal_basis,
        item.milestone.provenance.source,
    )


def _tallies(edition: Edition, counted: Sequence[Counted], labels: Labels) -> Sheet:
    overview = edition.overview
    places = Places(
        phases=overview.phases, parties=overview.parties, regions=overview.regencies
    )
    base = tally_sheet((each.tally for each in counted), places, labels)
    headings = (
        (_("Result"), NARROW), (_("State"), USUAL), (_("Decided on"), USUAL),
        (_("Minutes"), USUAL), (_("Simulated"), NARROW), (_("Source"), WIDE),
    )  # fmt: skip
    more = [(*_of_tally(each.tally), each.source) for each in counted]
    return _longer(base, headings, more)


def _of_tally(tally: Tally) -> tuple[Cell, ...]:
    return (
        None if tally.verdict is None else tally.verdict.value,
        choice_words()[tally.state.value],
        tally.decided_on,
        tally.minutes_number,
        simulated_mark(is_simulated=tally.origin is TallyOrigin.SIMULATED),
    )


def _longer(
    base: Sheet,
    headings: Sequence[tuple[str, int]],
    more: Iterable[tuple[Cell, ...]],
) -> Sheet:
    """Return a sheet of a template with further columns, and without its lists."""
    plain = (replace(column, choices=()) for column in base.columns)
    return Sheet(
        title=base.title,
        columns=(*plain, *columns(headings)),
        rows=tuple((*row, *rest) for row, rest in zip(base.rows, more, strict=True)),
    )


def columns(headings: Sequence[tuple[str, int]]) -> tuple[Column, ...]:
    """Return columns from their headings and widths."""
    return tuple(Column(heading=words, width=width) for words, width in headings)


def simulated_mark(*, is_simulated: bool) -> str:
    """Return the mark of a simulated row; empty for any other."""
    return simulated_words(is_simulated=is_simulated).strip(" ()")
