"""The files of the integrity zone, which belongs to the office, not to an election."""

from data_access import tables
from data_access.facts_cells import any_words, count, day, one_of, optional, words
from data_access.facts_columns import PROVENANCE, FactFile
from domain.integrity_services import ServiceKind, ServiceStatus

SERVICES = FactFile(
    name="services",
    table=tables.services,
    key=("code",),
    columns={
        "code": words,
        "position": count,
        "kind": one_of(ServiceKind),
        "name_indonesian": words,
        "name_english": any_words,
        **PROVENANCE,
    },
)

SERVICE_STATES = FactFile(
    name="service_states",
    table=tables.service_states,
    key=("service_code", "version"),
    references={"service_code": ("services",)},
    columns={
        "service_code": words,
        "version": count,
        "known_on": day,
        "owner": any_words,
        "link": any_words,
        "status": one_of(ServiceStatus),
        "since": optional(day),
        **PROVENANCE,
    },
)
