"""What Pemeriksaan Data knows of the database, kept per data revision."""

from datetime import date

from data_access.accounts import read_people
from data_access.reconciliation import read_books
from data_access.sessions import read_last_sign_ins
from data_access.silence import read_region_reports
from domain.figure_age import FigureAge, figure_ages
from domain.person import Person
from domain.reconciliation import Light
from domain.reconciliation_books import Books
from domain.reconciliation_rules import lights as lights_in
from domain.silence import RegionReports, nothing_to_correct
from ui import store
from ui.kept import kept
from ui.visit import Visit


def lights(visit: Visit) -> tuple[Light, ...]:
    """Return every light of the election on the day of the visit."""
    return _lights(visit.revision, visit.election.code, visit.day)


def ages(visit: Visit) -> tuple[FigureAge, ...]:
    """Return how old the figures are on the day of the visit, the oldest first."""
    return _ages(visit.revision, visit.election.code, visit.day)


def reports(visit: Visit, phase: str) -> tuple[RegionReports, ...]:
    """Return what each kab/kota has sent in a phase by the day of the visit."""
    return _reports(visit.revision, visit.election.code, phase, visit.day)


def excused(visit: Visit, phase: str) -> frozenset[str]:
    """Return the kab/kota that have nothing to correct; none in a first round."""
    before = store.CORRECTED.get(phase)
    if before is None:
        return frozenset()
    code = visit.election.code
    return nothing_to_correct(store.tallies(visit.revision, code, before, visit.day))


@kept
def people(revision: int) -> tuple[Person, ...]:  # noqa: ARG001 - cache key
    """Return those who may sign in."""
    with store.connect() as connection:
        return read_people(connection)


def signed_in() -> frozenset[str]:
    """Return the codes of those who ever signed in.

    Asked anew by each run: a sign-in is no fact, so the data revision stays.
    """
    with store.connect() as connection:
        return frozenset(read_last_sign_ins(connection))


@kept
def _books(revision: int, election: str, day: date) -> Books:  # noqa: ARG001 - cache key
    with store.connect() as connection:
        return read_books(connection, election, day, province=store.province())


@kept
def _lights(revision: int, election: str, day: date) -> tuple[Light, ...]:
    return lights_in(_books(revision, election, day))


@kept
def _ages(revision: int, election: str, day: date) -> tuple[FigureAge, ...]:
    return figure_ages(_books(revision, election, day).tallies, day)


@kept
def _reports(
    revision: int,  # noqa: ARG001 - cache key
    election: str,
    phase: str,
    day: date,
) -> tuple[RegionReports, ...]:
    with store.connect() as connection:
        return read_region_reports(
            connection, election, phase, day, province=store.province()
        )
