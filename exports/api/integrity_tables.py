"""Open data of the integrity zone: services, their figures, the duty rota."""

from collections.abc import Sequence
from datetime import date

from data_access.integrity_duty import read_whole_rota
from domain.integrity_duty import DutyPart, DutyPlace, Shift
from domain.integrity_services import (
    Service,
    ServiceFigure,
    ServiceKind,
    ServiceStatus,
)
from exports.api.fields import Filter, Table, may, must, named, simulated, sourced
from exports.edition import Edition
from ui import integrity_store, store


def services_in(edition: Edition) -> Sequence[Service]:
    """Return the services of an edition, in their order."""
    return integrity_store.services(edition.visit)


def figures_in(edition: Edition) -> Sequence[ServiceFigure]:
    """Return the figures of services of an edition, oldest month first in each."""
    return tuple(integrity_store.all_figures(edition.visit).values())


def rota_in(edition: Edition) -> Sequence[Shift]:
    """Return the shifts of an edition that somebody has, in order of their days."""
    with store.connect() as connection:
        known = read_whole_rota(connection, edition.visit.day)
    return tuple(each for each in known if each.person)


def _codes(edition: Edition) -> Sequence[str]:
    return [each.code for each in services_in(edition)]


SERVICES: Table[Service] = Table(
    name="services",
    says="The services of the commission known on the day; of no election",
    items=services_in,
    fields=(
        must("code", str, "Code of it", lambda each: each.code),
        must("kind", ServiceKind, "What it is called", lambda each: each.kind),
        *named("name", "Name", lambda each: each.name),
        must(
            "status",
            ServiceStatus,
            "How far it has come",
            lambda each: each.state.status,
        ),
        may(
            "since",
            date,
            "Day from which the status holds, where known",
            lambda each: each.state.since,
        ),
        must(
            "owner",
            str,
            "Division that answers for it, or empty where not known",
            lambda each: each.state.owner,
        ),
        must(
            "link",
            str,
            "Address with https, or empty where not known",
            lambda each: each.state.link,
        ),
        must("known_on", date, "Day this was recorded for", lambda each: each.known_on),
        *sourced(lambda each: each.provenance),
        simulated(lambda _: False),
    ),
)

SERVICE_FIGURES: Table[ServiceFigure] = Table(
    name="service-figures",
    says="What was counted of the services, month by month, as known on the day",
    items=figures_in,
    filters=(Filter(part="layanan", field="service", known=_codes),),
    fields=(
        must("service", str, "Code of the service", lambda each: each.service_code),
        must("month", date, "First day of the month", lambda each: each.month),
        *named("counts", "What is counted", lambda each: each.what),
        must("counted", int, "How many", lambda each: each.counted),
        must("known_on", date, "Day this was recorded for", lambda each: each.known_on),
        *sourced(lambda each: each.provenance),
        simulated(lambda each: each.is_simulated),
    ),
)

DUTY_ROTA: Table[Shift] = Table(
    name="duty-rota",
    says="Who is the manager on duty, as known on the day, in order of the days",
    items=rota_in,
    fields=(
        must("day", date, "Day of the shift", lambda each: each.slot.day),
        must("place", DutyPlace, "Where", lambda each: each.slot.place),
        must("part", DutyPart, "Part of the day", lambda each: each.slot.part),
        must("person", str, "Name or position", lambda each: each.person),
        must("known_on", date, "Day this was recorded for", lambda each: each.known_on),
        *sourced(lambda each: each.provenance),
        simulated(lambda each: each.is_simulated),
    ),
)
