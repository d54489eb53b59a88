"""The files of the integrity zone, which belongs to the office, not to an election."""

from data_access import tables
from data_access.facts_cells import (
    any_words,
    count,
    day,
    fraction,
    one_of,
    optional,
    words,
)
from data_access.facts_columns import PROVENANCE, FactFile
from domain.integrity_accountability import Component, Grade
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

ACCOUNTABILITY_WEIGHTS = FactFile(
    name="accountability_weights",
    table=tables.accountability_weights,
    key=("component",),
    columns={
        "component": one_of(Component),
        "name_indonesian": words,
        "name_english": any_words,
        "weight": count,
        "article": words,
        **PROVENANCE,
    },
)

ACCOUNTABILITY_BANDS = FactFile(
    name="accountability_bands",
    table=tables.accountability_bands,
    key=("grade",),
    columns={
        "grade": one_of(Grade),
        "above": optional(count),
        "article": words,
        **PROVENANCE,
    },
)

ACCOUNTABILITY_YEARS = FactFile(
    name="accountability_years",
    table=tables.accountability_years,
    key=("year", "version"),
    columns={
        "year": count,
        "version": count,
        "known_on": day,
        "grade": optional(one_of(Grade)),
        "total": optional(fraction),
        **{component.value: optional(fraction) for component in Component},
        **PROVENANCE,
    },
)
