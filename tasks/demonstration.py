"""Loads the demonstration: facts of Pemilu 2024, and simulated figures of NTB."""

from dataclasses import dataclass
from random import Random

from sqlalchemy import Connection

from data_access.elections import read_elections
from data_access.facts_loading import load_facts
from data_access.facts_simulated import store_simulated_rows
from data_access.facts_tallies import store_simulated
from data_access.integrity_assessments import read_scheme
from data_access.journal import Author
from data_access.regions import read_regions
from data_access.tables import (
    duty_shifts,
    integrity_scores,
    service_figures,
    survey_rounds,
)
from data_access.verification import read_requirements
from domain.requirement import Requirement, RequirementKind, members_required
from tasks import simulation_assessment, simulation_integrity, simulation_survey
from tasks.simulation import SEED, simulate

ELECTION = "pemilu-2024"
PROVINCE = "52"


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a load stored.

    Attributes:
        facts: Facts that were missing.
        tallies: Simulated tallies.
        zone: Simulated figures, shifts, rounds and assessments of the integrity zone.
    """

    facts: int
    tallies: int
    zone: int


def load_demonstration(
    connection: Connection, *, by: Author, with_simulated: bool
) -> Loaded:
    """Store the facts that are missing, and simulated rows where there are none.

    Raises:
        MalformedFact: A file of facts cannot be loaded.
    """
    facts = load_facts(connection, by=by)
    if not with_simulated:
        return Loaded(facts, 0, 0)
    zone = _store_zone(connection, by=by)
    # The same figures each time, not secrets.
    chance = Random(SEED)  # noqa: S311
    simulated = simulate(_members_needed(connection), chance)
    tallies = store_simulated(connection, ELECTION, simulated, by=by)
    return Loaded(facts, tallies, zone)


def _store_zone(connection: Connection, *, by: Author) -> int:
    chance = Random(simulation_integrity.SEED)  # noqa: S311 - as above
    scheme = read_scheme(connection)
    made_up = {
        service_figures: simulation_integrity.simulated_figures(chance),
        duty_shifts: simulation_integrity.simulated_rota(),
        survey_rounds: simulation_survey.simulated_rounds(),
        integrity_scores: simulation_assessment.simulated_scores(scheme),
    }
    return sum(
        store_simulated_rows(connection, table, rows, by=by)
        for table, rows in made_up.items()
    )


def _members_needed(connection: Connection) -> dict[str, int]:
    """Return the members a party needs, by kab/kota of NTB."""
    (election,) = (e for e in read_elections(connection) if e.code == ELECTION)
    day = election.launched_on
    (rule,) = filter(_is_of_members, read_requirements(connection, ELECTION, day))
    regions = read_regions(connection, ELECTION, day, parent=PROVINCE)
    return {
        region.code: members_required(region.population, rule)
        for region in regions
        if region.population is not None
    }


def _is_of_members(requirement: Requirement) -> bool:
    return requirement.kind is RequirementKind.MEMBERS
