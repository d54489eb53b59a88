"""The services of the commission and their figures: read as known, and recorded."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select

from data_access.changes import Append, Insert, Values
from data_access.grounds import Ground
from data_access.integrity_versions import known_on_day
from data_access.recording import Errand, write_prepared
from data_access.rows import AnyRow, provenance_of
from data_access.staff_sources import source_of
from data_access.tables import service_figures, service_states, services
from domain.bilingual import Bilingual
from domain.integrity_service_rules import (
    ServiceRule,
    check_figure,
    check_new_service,
    check_service,
)
from domain.integrity_services import (
    FigureEdit,
    NewService,
    Service,
    ServiceEdit,
    ServiceFigure,
)
from domain.person import Permission, Person
from domain.violation import Refused, Violation, insist

SERVICES_GROUND = Ground((services, service_states), (service_states.c.known_on,))
"""What `read_services` rests on."""

FIGURES_GROUND = Ground((service_figures,), (service_figures.c.known_on,))
"""What `read_service_figures` rests on."""

_NAMING = ("kind", "name_indonesian", "name_english")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedService:
    """A service, or its figure of a month, as somebody opened it.

    Attributes:
        code: Code of the service.
        version: Newest version then; 0 for none.
        month: First day of the month, of a figure; else None.
    """

    code: str
    version: int
    month: date | None = None

    @property
    def table(self) -> Table:
        """Return the table that its versions stand in."""
        return service_states if self.month is None else service_figures

    @property
    def key(self) -> Values:
        """Return the key of its versions, without their number."""
        month = {} if self.month is None else {"month": self.month}
        return {"service_code": self.code, **month}


def read_services(connection: Connection, day: date) -> tuple[Service, ...]:
    """Return the services known on a day, in their order."""
    states = known_on_day(service_states, day).subquery()
    named = (services.c.kind, services.c.name_indonesian, services.c.name_english)
    query = (
        select(states, *named)
        .join_from(states, services, services.c.code == states.c.service_code)
        .order_by(services.c.position, services.c.code)
    )
    return tuple(map(_service, connection.execute(query)))


def read_service_figures(
    connection: Connection, day: date, *, since: date | None = None
) -> tuple[ServiceFigure, ...]:
    """Return the figures known on a day, by service, oldest month first.

    Args:
        connection: The database.
        day: The day.
        since: First day of the first month to return; None for every month.
    """
    known = known_on_day(service_figures, day).subquery()
    query = select(known).order_by(known.c.service_code, known.c.month)
    if since is not None:
        query = query.where(known.c.month >= since)
    return tuple(map(_figure, connection.execute(query)))


def record_service(
    engine: Engine, errand: Errand, opened: OpenedService, edit: ServiceEdit
) -> int:
    """Store the next state of a service, and return the data revision it made.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        VersionConflict: Somebody saved first.
        Refused: The edit breaks rules.
    """

    def prepare(connection: Connection, _: Person) -> Sequence[Append]:
        _require_service(connection, opened.code)
        insist(check_service(edit, errand.day))
        return (_append(opened, asdict(edit), errand),)

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def add_service(engine: Engine, errand: Errand, edit: NewService) -> int:
    """Store a service that nobody recorded before; return the data revision it made.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        Refused: The edit breaks rules, or there is a service of that name.
    """

    def prepare(connection: Connection, _: Person) -> Sequence[Insert | Append]:
        known = set(connection.scalars(select(services.c.code)))
        insist(check_new_service(edit, errand.day, known))
        told = asdict(edit)
        named = {name: told.pop(name) for name in _NAMING}
        last = connection.scalar(select(func.max(services.c.position))) or 0
        its = {"code": edit.code, "position": last + 1, **named, **source_of(None)}
        opened = OpenedService(code=edit.code, version=0)
        return (Insert(services, its), _append(opened, told, errand))

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def record_service_figure(
    engine: Engine, errand: Errand, opened: OpenedService, edit: FigureEdit
) -> int:
    """Store the figure of a service in the month it was opened for.

    Returns:
        The data revision it made.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        VersionConflict: Somebody saved first.
        Refused: The edit breaks rules.
    """
    month = opened.month or errand.day.replace(day=1)

    def prepare(connection: Connection, _: Person) -> Sequence[Append]:
        _require_service(connection, opened.code)
        insist(check_figure(edit, month, errand.day))
        of_month = replace(opened, month=month)
        return (_append(of_month, asdict(edit), errand),)

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def _append(opened: OpenedService, values: dict[str, Any], errand: Errand) -> Append:
    return Append(
        table=opened.table,
        key=opened.key,
        values={**values, **source_of(None), "known_on": errand.day},
        expected_version=opened.version,
    )


def _require_service(connection: Connection, code: str) -> None:
    known = select(services.c.code).where(services.c.code == code)
    if connection.scalar(known) is None:
        rule = ServiceRule.UNKNOWN_SERVICE
        raise Refused((Violation(field="service_code", value=code, rule=rule),))


def _service(row: AnyRow) -> Service:
    return Service(
        code=row.service_code,
        kind=row.kind,
        name=Bilingual(row.name_indonesian, row.name_english),
        state=ServiceEdit(
            owner=row.owner, link=row.link, status=row.status, since=row.since
        ),
        known_on=row.known_on,
        version=row.newest,
        provenance=provenance_of(row),
    )


def _figure(row: AnyRow) -> ServiceFigure:
    return ServiceFigure(
        service_code=row.service_code,
        month=row.month,
        what=Bilingual(row.what_indonesian, row.what_english),
        counted=row.counted,
        known_on=row.known_on,
        version=row.newest,
        provenance=provenance_of(row),
    )
