"""Workbooks to be filled in and imported, filled with what is recorded now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.bilingual import Language
from domain.importing import Field
from domain.party import Party
from domain.region import Region
from domain.tally import Tally
from domain.tally_rules import COUNTS
from domain.timeline import Milestone, SlipReason
from domain.verification import Phase
from reports.workbook import Cell, Column, Sheet

WIDTHS: Mapping[Field, int] = {
    Field.CODE: 16,
    Field.NAME: 48,
    Field.PHASE: 34,
    Field.PARTY: 24,
    Field.REGION: 22,
    Field.SLIP_REASON: 24,
    Field.NOTE: 48,
}
USUAL_WIDTH = 16

MILESTONE_FIELDS = (
    Field.CODE,
    Field.NAME,
    Field.PLANNED_START,
    Field.PLANNED_END,
    Field.ACTUAL_START,
    Field.ACTUAL_END,
    Field.PROGRESS,
    Field.SLIP_REASON,
    Field.NOTE,
)
TALLY_FIELDS = (
    Field.PHASE,
    Field.PARTY,
    Field.REGION,
    Field.REPORTED_ON,
    *map(Field, COUNTS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The words of a template, in one language.

    Attributes:
        language: That language, for names that have two forms.
        title: Name of the sheet.
        headings: Heading of each field.
        slip_reasons: Word of each reason of slip.
        guide_title: Name of the sheet with the rules.
        guide: The rules, a paragraph each.
    """

    language: Language
    title: str
    headings: Mapping[Field, str]
    slip_reasons: Mapping[SlipReason, str]
    guide_title: str
    guide: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What the codes of tallies stand for.

    Attributes:
        phases: Verification phases.
        parties: Parties.
        regions: Kab/kota.
    """

    phases: tuple[Phase, ...]
    parties: tuple[Party, ...]
    regions: tuple[Region, ...]


def milestone_sheet(milestones: Iterable[Milestone], labels: Labels) -> Sheet:
    """Return the sheet with the days, progress, reason and note of milestones."""
    choices = {Field.SLIP_REASON: tuple(labels.slip_reasons.values())}
    rows = (_milestone_row(each, labels) for each in milestones)
    return _sheet(MILESTONE_FIELDS, rows, labels, choices)


def tally_sheet(tallies: Iterable[Tally], places: Places, labels: Labels) -> Sheet:
    """Return the sheet with the figures of tallies, whose verdicts must be known."""
    phases = {each.code: each.name.to(labels.language) for each in places.phases}
    parties = {each.code: each.short_name for each in places.parties}
    regions = {each.code: each.title for each in places.regions}
    names = (phases, parties, regions)
    fields = (Field.PHASE, Field.PARTY, Field.REGION)
    choices = {
        field: tuple(each.values()) for field, each in zip(fields, names, strict=True)
    }
    rows = (
        (
            phases[each.phase_code],
            parties[each.party_code],
            regions[each.region_code],
            each.reported_on,
            *(getattr(each, name) for name in COUNTS),
        )
        for each in tallies
    )
    return _sheet(TALLY_FIELDS, rows, labels, choices)


def _milestone_row(milestone: Milestone, labels: Labels) -> tuple[Cell, ...]:
    days, progress = milestone.schedule, milestone.progress
    reason = milestone.slip_reason
    return (
        milestone.code,
        milestone.name.to(labels.language),
        days.planned_start,
        days.planned_end,
        days.actual_start,
        days.actual_end,
        None if progress is None else int(progress * 100),
        None if reason is None else labels.slip_reasons[reason],
        milestone.provenance.note,
    )


def _sheet(
    fields: tuple[Field, ...],
    rows: Iterable[tuple[Cell, ...]],
    labels: Labels,
    choices: Mapping[Field, tuple[str, ...]],
) -> Sheet:
    return Sheet(
        title=labels.title,
        columns=tuple(
            Column(
                heading=labels.headings[field],
                width=WIDTHS.get(field, USUAL_WIDTH),
                choices=choices.get(field, ()),
            )
            for field in fields
        ),
        rows=rows,
        guide_title=labels.guide_title,
        guide=labels.guide,
    )
