"""The files of facts on parties and their verification."""

from data_access import tables
from data_access.facts_cells import (
    count,
    day,
    flag,
    fraction,
    one_of,
    optional,
    some_of,
    words,
)
from data_access.facts_columns import NAMES, PROVENANCE, FactFile
from domain.party import DecisionKind, DecisionResult, VerificationPath
from domain.requirement import RequirementKind, RequirementScope, Rounding
from domain.verification import Verdict

PARTIES = FactFile(
    name="parties",
    table=tables.parties,
    key=("code",),
    columns={
        "code": words,
        "name": words,
        "short_name": words,
        "position": count,
        "is_parliamentary": flag,
        "path": one_of(VerificationPath),
        "known_on": day,
        **PROVENANCE,
    },
)

PARTY_DECISIONS = FactFile(
    name="party_decisions",
    table=tables.party_decisions,
    key=("party_code", "kind", "decided_on"),
    in_order=(("decided_on", "known_on"),),
    references={"party_code": ("parties",)},
    columns={
        "party_code": words,
        "kind": one_of(DecisionKind),
        "result": one_of(DecisionResult),
        "decided_on": day,
        "known_on": day,
        "ballot_number": optional(count),
        **PROVENANCE,
    },
)

PHASES = FactFile(
    name="phases",
    table=tables.phases,
    key=("code",),
    references={"milestone_code": ("milestones",)},
    columns={
        "code": words,
        "position": count,
        **NAMES,
        "milestone_code": words,
        "verdicts": some_of(Verdict),
        "known_on": day,
        "legal_basis": words,
        **PROVENANCE,
    },
)

REQUIREMENTS = FactFile(
    name="requirements",
    table=tables.requirements,
    key=("code", "known_on"),
    columns={
        "code": words,
        "known_on": day,
        "letter": words,
        "name_indonesian": words,
        "name_english": words,
        "scope": one_of(RequirementScope),
        "kind": one_of(RequirementKind),
        "share": optional(fraction),
        "fixed": optional(count),
        "rounding": one_of(Rounding),
        "per_population": optional(fraction),
        "article": words,
        **PROVENANCE,
    },
)

REPORTED_FIGURES = FactFile(
    name="reported_figures",
    table=tables.reported_figures,
    key=("phase_code", "area", "parties", "measure", "as_of"),
    references={"phase_code": ("phases",)},
    in_order=(("as_of", "known_on"),),
    columns={
        "phase_code": words,
        "area": words,
        "parties": words,
        "measure": words,
        "value": count,
        "is_approximate": flag,
        "as_of": day,
        "known_on": day,
        **PROVENANCE,
    },
)
