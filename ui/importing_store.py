"""What an import asks of the database: the check, and the writing."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Connection

from data_access import database
from data_access.changes import Append, Change
from data_access.imports.integrity_accountability import preview_years
from data_access.imports.integrity_assessment import preview_assessments
from data_access.imports.integrity_duty import checked_rota, preview_rota
from data_access.imports.integrity_services import (
    preview_figures,
    preview_services,
)
from data_access.imports.integrity_survey import preview_rounds
from data_access.imports.milestones import preview_milestones
from data_access.imports.preview import Preview, for_person
from data_access.imports.tallies import preview_tallies
from data_access.recording import Errand, write_prepared
from data_access.staff_sources import source_of
from domain.history import Deed
from domain.importing import Terms, Told
from domain.person import Person
from ui import access, clock, history_store, store
from ui.importing_contents import PERMISSIONS, Content
from ui.visit import Visit

Previewed: TypeAlias = Callable[[Connection, bytes, Terms, Told], Preview]
"""Tells what a file would change."""

PREVIEWS: Mapping[Content, Previewed] = {
    Content.MILESTONES: preview_milestones,
    Content.TALLIES: preview_tallies,
    Content.ASSESSMENT: preview_assessments,
    Content.SURVEY: preview_rounds,
    Content.ACCOUNTABILITY: preview_years,
    Content.SERVICES: preview_services,
    Content.FIGURES: preview_figures,
    Content.DUTY: preview_rota,
}


def check(
    file: bytes, content: Content, person: Person, visit: Visit, told: Told
) -> Preview:
    """Return what a file would change, the rows of other regions refused.

    Args:
        file: The file.
        content: What it holds.
        person: Who would import it.
        visit: The visit; its day is the day of the import.
        told: Is told how many rows are read.
    """
    election = visit.election.code
    terms = Terms(
        election=election,
        province=store.province(),
        known_on=visit.day,
        **source_of(None),
    )
    names = history_store.names(visit.revision, election, visit.language)
    with store.connect() as connection:
        found = PREVIEWS[content](connection, file, terms, told)
    return for_person(found, person, PERMISSIONS[content], names["region_code"])


def save(changes: Sequence[Append], content: Content, reason: str, visit: Visit) -> int:
    """Store changes, all or none, and return the number of their first entry.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: A row is not the person's to record.
        Refused: The reason is too short or too long.
            Or the rota does not take them any more.
        VersionConflict: Somebody saved one of the rows since the check.
        DBAPIError: The database does not answer, or takes a row for wrong.
    """
    errand = Errand(
        identify=access.identify(),
        reason=reason,
        at=clock.now(clock.office_zone(os.environ)),
        known_on=visit.day,
        deed=Deed.IMPORTED,
    )
    engine = database.engine_for(database.url_from(os.environ))

    def prepare(connection: Connection, _: Person) -> Sequence[Change]:
        if content is Content.DUTY:
            return checked_rota(connection, changes, visit.day)
        return changes

    last = write_prepared(engine, errand, PERMISSIONS[content], prepare)
    return last - len(changes) + 1
