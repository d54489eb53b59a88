"""The accountability of performance (SAKIP): its rules and years, read and recorded."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, Engine, select

from data_access.changes import Append, Values
from data_access.grounds import Ground
from data_access.integrity_versions import known_on_day
from data_access.recording import Errand, write_prepared
from data_access.rows import AnyRow, provenance_of
from data_access.staff_sources import source_of
from data_access.tables import (
    accountability_bands,
    accountability_weights,
    accountability_years,
)
from domain.bilingual import Bilingual
from domain.integrity_accountability import (
    AccountabilityYear,
    Band,
    Component,
    Grade,
    Weight,
    YearEdit,
    check_year,
)
from domain.person import Permission, Person
from domain.violation import insist

ACCOUNTABILITY_GROUND = Ground(
    (accountability_weights, accountability_bands, accountability_years),
    (accountability_years.c.known_on,),
)
"""What `read_accountability_years`, `read_weights` and `read_bands` rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedYear:
    """A year as somebody opened it.

    Attributes:
        year: The year.
        version: Newest version then; 0 for a new one.
    """

    year: int
    version: int

    @property
    def key(self) -> Values:
        """Return its key, the version left aside."""
        return {"year": self.year}


def read_weights(connection: Connection) -> tuple[Weight, ...]:
    """Return the weights of the components, in the official order."""
    order = list(Component)
    found = (
        Weight(
            component=row.component,
            name=Bilingual(row.name_indonesian, row.name_english),
            weight=row.weight,
            article=row.article,
            provenance=provenance_of(row),
        )
        for row in connection.execute(select(accountability_weights))
    )
    return tuple(sorted(found, key=lambda each: order.index(each.component)))


def read_bands(connection: Connection) -> tuple[Band, ...]:
    """Return the bands of the grades, best first."""
    order = list(Grade)
    found = (
        Band(
            grade=row.grade,
            above=row.above,
            article=row.article,
            provenance=provenance_of(row),
        )
        for row in connection.execute(select(accountability_bands))
    )
    return tuple(sorted(found, key=lambda each: order.index(each.grade)))


def read_accountability_years(
    connection: Connection, day: date
) -> tuple[AccountabilityYear, ...]:
    """Return the years known on a day, oldest first."""
    known = known_on_day(accountability_years, day).subquery()
    query = select(known).order_by(known.c.year)
    return tuple(map(_year, connection.execute(query)))


def record_accountability_year(
    engine: Engine, errand: Errand, opened: OpenedYear, edit: YearEdit
) -> int:
    """Store the next version of a year, and return the data revision it made.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        VersionConflict: Somebody saved first.
        Refused: What is to be recorded breaks rules.
    """

    def prepare(connection: Connection, _: Person) -> Sequence[Append]:
        rules = read_weights(connection), read_bands(connection)
        insist(check_year(opened.year, edit, rules, errand.day))
        values = {**asdict(edit), **source_of(None), "known_on": errand.day}
        return (
            Append(
                table=accountability_years,
                key=opened.key,
                values=values,
                expected_version=opened.version,
            ),
        )

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def _year(row: AnyRow) -> AccountabilityYear:
    return AccountabilityYear(
        year=row.year,
        result=YearEdit(
            grade=row.grade,
            total=row.total,
            **{each.value: getattr(row, each.value) for each in Component},
        ),
        known_on=row.known_on,
        version=row.newest,
        provenance=provenance_of(row),
    )
