"""The tables of open data, in the order in which their document lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exports.api.assessment_tables import (
    COMPONENTS,
    PREDICATES,
    SCORES,
    THRESHOLDS,
)
from exports.api.fields import Table, must
from exports.api.integrity_survey_tables import (
    ACCOUNTABILITY,
    PUNCTUALITY,
    SURVEY_ROUNDS,
)
from exports.api.integrity_tables import DUTY_ROTA, SERVICE_FIGURES, SERVICES
from exports.api.party_tables import DECISIONS, PARTIES, REGIONS, TALLIES
from exports.api.plan_tables import (
    ELECTIONS,
    MILESTONES,
    PHASES,
    REQUIREMENTS,
    STAGES,
)
from exports.edition import Edition


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the journal."""

    entries: int
    hash: str


def _head(edition: Edition) -> tuple[Head]:
    return (Head(edition.visit.revision, edition.head),)


JOURNAL_HEAD: Table[Head] = Table(
    name="journal-head",
    says="The end of the journal as it is now, whatever day is asked for",
    items=_head,
    fields=(
        must("entries", int, "Entries, as of now", lambda each: each.entries),
        must(
            "hash",
            str,
            "SHA-256 of the last entry, which holds that of the one before",
            lambda each: each.hash,
        ),
    ),
)

TABLES: Mapping[str, Table[Any]] = {
    table.name: table
    for table in (
        ELECTIONS,
        STAGES,
        MILESTONES,
        PARTIES,
        DECISIONS,
        REGIONS,
        PHASES,
        TALLIES,
        REQUIREMENTS,
        SCORES,
        COMPONENTS,
        THRESHOLDS,
        PREDICATES,
        SERVICES,
        SERVICE_FIGURES,
        DUTY_ROTA,
        SURVEY_ROUNDS,
        ACCOUNTABILITY,
        PUNCTUALITY,
        JOURNAL_HEAD,
    )
}
