"""Tables of the integrity zone; it is of the office, not of an election."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Named,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from data_access.tables.base import CODE, Sourced, Versioned, metadata, one_of
from domain.integrity_duty import DutyPart, DutyPlace
from domain.integrity_services import ServiceKind, ServiceStatus


class ServiceColumns(Sourced, Versioned):
    """Columns of the `services` table: what each is called."""

    code: Named[str] = Column(CODE, primary_key=True)
    position: Named[int] = Column(Integer)
    kind: Named[ServiceKind] = Column(one_of(ServiceKind, "kind"))
    name_indonesian: Named[str] = Column(Text)
    name_english: Named[str] = Column(Text, default="")


services = Table(
    "services",
    metadata,
    ServiceColumns,
    CheckConstraint("name_indonesian <> ''", name="has_a_name"),
)


class ServiceStateColumns(Sourced):
    """Columns of the append-only `service_states` table."""

    service_code: Named[str] = Column(CODE, ForeignKey("services.code"))
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    owner: Named[str] = Column(Text, default="")
    link: Named[str] = Column(Text, default="")
    status: Named[ServiceStatus] = Column(one_of(ServiceStatus, "status"))
    since: Named[date | None]


service_states = Table(
    "service_states",
    metadata,
    ServiceStateColumns,
    PrimaryKeyConstraint("service_code", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    CheckConstraint("link = '' OR link LIKE 'https://%'", name="link_is_https"),
)


class ServiceFigureColumns(Sourced):
    """Columns of the append-only `service_figures` table.

    `month` is the first day of the month that is counted.
    """

    service_code: Named[str] = Column(CODE, ForeignKey("services.code"))
    month: Named[date]
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    what_indonesian: Named[str] = Column(Text)
    what_english: Named[str] = Column(Text, default="")
    counted: Named[int] = Column(Integer)


service_figures = Table(
    "service_figures",
    metadata,
    ServiceFigureColumns,
    PrimaryKeyConstraint("service_code", "month", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    CheckConstraint("counted >= 0", name="counts_from_0"),
    CheckConstraint("what_indonesian <> ''", name="counts_something"),
)


class DutyShiftColumns(Sourced):
    """Columns of the append-only `duty_shifts` table; nobody's name is empty."""

    day: Named[date]
    place: Named[DutyPlace] = Column(one_of(DutyPlace, "place"))
    day_part: Named[DutyPart] = Column(one_of(DutyPart, "day_part"))
    version: Named[int] = Column(Integer)
    known_on: Named[date]
    person: Named[str] = Column(Text, default="")


duty_shifts = Table(
    "duty_shifts",
    metadata,
    DutyShiftColumns,
    # From a day straight to its shifts; the newest has the greatest version.
    PrimaryKeyConstraint("day", "place", "day_part", "version"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
)
