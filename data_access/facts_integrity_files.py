"""The files of the integrity zone, which belongs to the office, not to an election."""

from collections.abc import Sequence

from data_access import tables
from data_access.facts_cells import (
    any_words,
    count,
    day,
    fraction,
    one_of,
    optional,
    points,
    words,
)
from data_access.facts_columns import NAMES, PROVENANCE, FactFile
from data_access.facts_csv import Fact
from data_access.integrity_components import component_of
from domain.integrity_accountability import Component, Grade
from domain.integrity_assessment import Predicate, PredicateStep, Scheme
from domain.integrity_scores import WeightRule, check_weights
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


def _check_weights(facts: Sequence[Fact]) -> None:
    for fact in facts:
        of_area = [fact.values[f"{each}_weight"] for each in ("compliance", "reform")]
        is_result = fact.values["result_weight"] is not None
        if [each is None for each in of_area] != [is_result] * 2:
            raise fact.refuse("result_weight", "the weight of a result, or of no area")
    components = [component_of(fact.values) for fact in facts]
    wrong = check_weights(Scheme(components=components))
    if wrong is None or not facts:
        return
    column = "result_weight" if wrong is WeightRule.RESULTS else "compliance_weight"
    named = [each for each in facts if each.values[column] is not None]
    raise (named or facts)[-1].refuse(column, wrong)


INTEGRITY_COMPONENTS = FactFile(
    name="integrity_components",
    table=tables.integrity_components,
    key=("code",),
    agree=_check_weights,
    columns={
        "code": words,
        "position": count,
        **NAMES,
        "compliance_weight": optional(points),
        "reform_weight": optional(points),
        "result_weight": optional(points),
        "article": words,
        **PROVENANCE,
    },
)

INTEGRITY_THRESHOLDS = FactFile(
    name="integrity_thresholds",
    table=tables.integrity_thresholds,
    key=("predicate",),
    columns={
        "predicate": one_of(Predicate),
        "total": points,
        "leverage": points,
        "anti_corruption": points,
        "performance": points,
        "service": points,
        "area_share": fraction,
        "article": words,
        **PROVENANCE,
    },
)

INTEGRITY_PREDICATES = FactFile(
    name="integrity_predicates",
    table=tables.integrity_predicates,
    key=("predicate", "step"),
    columns={
        "predicate": one_of(Predicate),
        "step": one_of(PredicateStep),
        "period": count,
        "day": optional(day),
        "known_on": day,
        **PROVENANCE,
    },
)

REFORM_AREAS = FactFile(
    name="reform_areas",
    table=tables.reform_areas,
    key=("code",),
    columns={
        "code": words,
        "position": count,
        "name_indonesian": words,
        "name_english": any_words,
        **PROVENANCE,
    },
)

ASSESSMENT_FILES = (
    INTEGRITY_COMPONENTS,
    INTEGRITY_THRESHOLDS,
    INTEGRITY_PREDICATES,
    REFORM_AREAS,
)
"""The files of the self-assessment."""
