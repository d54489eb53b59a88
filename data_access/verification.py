"""Reads of the party verification, as known on a day."""

from datetime import date

from sqlalchemy import Connection, and_, func, select

from data_access.daily_totals import Recaps, read_daily_totals
from data_access.grounds import Ground
from data_access.rows import AnyRow, provenance_of
from data_access.tables import phases, reported_figures, requirements
from data_access.tallies import (
    read_party_tallies,
    read_region_tallies,
    read_tallies,
)
from data_access.totals import read_phase_totals
from domain.bilingual import Bilingual
from domain.requirement import Requirement
from domain.tally import ReportedFigure
from domain.verification import Phase

__all__ = [
    "Recaps",
    "read_daily_totals",
    "read_party_tallies",
    "read_phase_totals",
    "read_phases",
    "read_region_tallies",
    "read_reported_figures",
    "read_requirements",
    "read_tallies",
]

# Made once: an alias copies every column of its table.
any_version = requirements.alias()


PHASES_GROUND = Ground((phases,), (phases.c.known_on,))
"""What `read_phases` rests on."""

REQUIREMENTS_GROUND = Ground((requirements,), (requirements.c.known_on,))
"""What `read_requirements` rests on."""

REPORTED_FIGURES_GROUND = Ground((reported_figures,), (reported_figures.c.known_on,))
"""What `read_reported_figures` rests on."""


def read_phases(connection: Connection, election: str, day: date) -> tuple[Phase, ...]:
    """Return the phases ordered by a day, in their order."""
    query = (
        select(phases)
        .where(phases.c.election_code == election, phases.c.known_on <= day)
        .order_by(phases.c.position)
    )
    return tuple(map(_phase, connection.execute(query)))


def read_requirements(
    connection: Connection, election: str, day: date
) -> tuple[Requirement, ...]:
    """Return the requirements in the version known on a day, by letter and code."""
    newest = (
        select(func.max(any_version.c.known_on))
        .where(
            any_version.c.election_code == requirements.c.election_code,
            any_version.c.code == requirements.c.code,
            any_version.c.known_on <= day,
        )
        .scalar_subquery()
    )
    query = (
        select(requirements)
        .where(
            and_(
                requirements.c.election_code == election,
                requirements.c.known_on == newest,
            )
        )
        .order_by(requirements.c.letter, requirements.c.code)
    )
    return tuple(map(_requirement, connection.execute(query)))


def read_reported_figures(
    connection: Connection, election: str, day: date
) -> tuple[ReportedFigure, ...]:
    """Return the figures that others had published by a day, oldest first."""
    figures = reported_figures
    query = (
        select(figures)
        .where(figures.c.election_code == election, figures.c.known_on <= day)
        .order_by(
            figures.c.as_of, figures.c.phase_code, figures.c.area, figures.c.measure
        )
    )
    return tuple(map(_reported_figure, connection.execute(query)))


def _phase(row: AnyRow) -> Phase:
    return Phase(
        code=row.code,
        position=row.position,
        name=Bilingual(row.name_indonesian, row.name_english),
        short_name=Bilingual(row.short_name_indonesian, row.short_name_english),
        milestone_code=row.milestone_code,
        verdicts=row.verdicts,
        known_on=row.known_on,
        legal_basis=row.legal_basis,
    )


def _requirement(row: AnyRow) -> Requirement:
    return Requirement(
        code=row.code,
        letter=row.letter,
        name=Bilingual(row.name_indonesian, row.name_english),
        scope=row.scope,
        kind=row.kind,
        share=row.share,
        fixed=row.fixed,
        rounding=row.rounding,
        per_population=row.per_population,
        article=row.article,
        provenance=provenance_of(row),
    )


def _reported_figure(row: AnyRow) -> ReportedFigure:
    return ReportedFigure(
        phase_code=row.phase_code,
        area=row.area,
        parties=row.parties,
        measure=row.measure,
        value=row.value,
        is_approximate=row.is_approximate,
        as_of=row.as_of,
        provenance=provenance_of(row),
    )
