"""What an import asks of the database: the template, the check, and the writing."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from data_access import database, parties, regions, timeline, verification
from data_access.changes import Change
from data_access.imports.current_tallies import read_current_tallies
from data_access.imports.milestones import preview_milestones
from data_access.imports.preview import Preview, for_person
from data_access.imports.tallies import preview_tallies
from data_access.recording import Errand, write
from data_access.staff_sources import source_of
from domain.bilingual import Language
from domain.history import Deed
from domain.importing import Terms, Told
from domain.person import Permission, Person
from reports.templates import Places, milestone_sheet, tally_sheet
from reports.workbook import Sheet, xlsx_of
from ui import access, clock, history_store, importing_templates, language, store
from ui.visit import Visit


class Content(StrEnum):
    """What a workbook holds, as the address names it."""

    MILESTONES = "tahapan"
    TALLIES = "rekap"


PERMISSIONS = {
    Content.MILESTONES: Permission.RECORD_MILESTONE,
    Content.TALLIES: Permission.RECORD_TALLY,
}


Written: TypeAlias = Callable[[Sheet], bytes]
"""Writes a sheet as a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A template that is asked for.

    Attributes:
        content: What it holds.
        election: Code of the election.
        day: Day whose values it is filled with.
        language: Language of its words.
        person: Who fills it in; it has only the rows they may record.
    """

    content: Content
    election: str
    day: date
    language: Language
    person: Person


def template(wanted: Wanted, written: Written = xlsx_of) -> bytes:
    """Return a workbook filled with what is recorded, as XLSX or as CSV."""
    # A download is made outside the run of the page, which speaks its language.
    language.speak(wanted.language)
    makes = {Content.MILESTONES: _milestones, Content.TALLIES: _tallies}
    return written(makes[wanted.content](wanted))


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
    previews = {
        Content.MILESTONES: preview_milestones,
        Content.TALLIES: preview_tallies,
    }
    election = visit.election.code
    terms = Terms(
        election=election,
        province=store.province(),
        known_on=visit.day,
        **source_of(None),
    )
    names = history_store.names(visit.revision, election, visit.language)
    with store.connect() as connection:
        found = previews[content](connection, file, terms, told)
    return for_person(found, person, PERMISSIONS[content], names["region_code"])


def save(changes: Sequence[Change], content: Content, reason: str, visit: Visit) -> int:
    """Store changes, all or none, and return the number of their first entry.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: A row is not the person's to record.
        Refused: The reason is too short or too long.
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
    last = write(engine, errand, PERMISSIONS[content], changes)
    return last - len(changes) + 1


def _milestones(wanted: Wanted) -> Sheet:
    with store.connect() as connection:
        known = timeline.read_milestones(connection, wanted.election, wanted.day)
    own = [each for each in known if _is_own(wanted, each.region_code)]
    return milestone_sheet(own, importing_templates.milestone_labels())


def _tallies(wanted: Wanted) -> Sheet:
    election, day, province = wanted.election, wanted.day, store.province()
    with store.connect() as connection:
        known = read_current_tallies(connection, election, day, province=province)
        phases = verification.read_phases(connection, election, day)
        contenders = parties.read_parties(connection, election, day)
        places = regions.read_regions(connection, election, day, parent=province)
    own = Places(
        phases=phases,
        parties=contenders,
        regions=tuple(each for each in places if _is_own(wanted, each.code)),
    )
    rows = [each for each in known if _is_own(wanted, each.region_code)]
    return tally_sheet(rows, own, importing_templates.tally_labels())


def _is_own(wanted: Wanted, region: str) -> bool:
    return wanted.person.may(PERMISSIONS[wanted.content], region)
