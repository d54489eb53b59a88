"""Workbooks to be filled in and imported, filled with what is recorded now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from domain.bilingual import Language
from domain.importing import Field
from domain.party import Party
from domain.region import Region
from domain.tally import Tally
from domain.tally_rules import COUNTS
from domain.timeline import Milestone
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
    Field.ASSESSOR: 30,
    Field.COMPONENT: 48,
    Field.EVIDENCE_LINK: 48,
    Field.SERVICE: 40,
    Field.BASIS: 20,
    Field.PERSON: 40,
    Field.OWNER: 30,
    Field.LINK: 48,
    Field.WHAT: 40,
    Field.WHAT_ENGLISH: 40,
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
        choices: Words for the codes of the fields that offer a choice.
        guide_title: Name of the sheet with the rules.
        guide: The rules, a paragraph each.
    """

    language: Language
    title: str
    headings: Mapping[Field, str]
    choices: Mapping[Field, Mapping[str, str]]
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
    rows = (_milestone_row(each, labels) for each in milestones)
    return sheet_of(MILESTONE_FIELDS, rows, labels)


def tally_sheet(tallies: Iterable[Tally], places: Places, labels: Labels) -> Sheet:
    """Return the sheet with the figures of tallies, whose verdicts must be known."""
    phases = {each.code: each.name.to(labels.language) for each in places.phases}
    parties = {each.code: each.short_name for each in places.parties}
    regions = {each.code: each.title for each in places.regions}
    choices = {Field.PHASE: phases, Field.PARTY: parties, Field.REGION: regions}
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
    return sheet_of(TALLY_FIELDS, rows, replace(labels, choices=choices))


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
        None if reason is None else labels.choices[Field.SLIP_REASON][reason],
        milestone.provenance.note,
    )


def sheet_of(
    fields: tuple[Field, ...], rows: Iterable[tuple[Cell, ...]], labels: Labels
) -> Sheet:
    """Return a sheet with a column for each field, and its rules beside it."""
    return Sheet(
        title=labels.title,
        columns=tuple(
            Column(
                heading=labels.headings[field],
                width=WIDTHS.get(field, USUAL_WIDTH),
                choices=tuple(labels.choices.get(field, {}).values()),
            )
            for field in fields
        ),
        rows=rows,
        guide_title=labels.guide_title,
        guide=labels.guide,
    )
