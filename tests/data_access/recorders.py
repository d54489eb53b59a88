"""People, errands and a recorded election, so that a test shows what it is about."""

import hashlib
from datetime import date, datetime, timedelta, timezone

from sqlalchemy import select

from data_access.database import writing
from data_access.journal import read_revision, verify
from data_access.milestone_recording import OpenedMilestone, record_milestone
from data_access.recording import Errand
from data_access.tables import milestone_states, stage_states, tallies
from data_access.tally_deciding import correct_tally, decide_tally
from data_access.tally_recording import record_tally
from data_access.tally_versions import OpenedTally
from domain.person import Person, Role
from domain.recording import MilestoneEdit
from domain.tally_entry import Cell, TallyEntry
from domain.tally_plenary import Decision
from domain.verification import Verdict
from tests.data_access.election_rows import (
    ELECTION,
    ORDERED,
    milestone_state,
    stage_state,
    store,
    store_ground,
)

MATARAM, LOMBOK_UTARA = "52.71", "52.08"
WITA = timezone(timedelta(hours=8))
TODAY = date(2022, 11, 7)
NOW = datetime(2022, 11, 7, 9, 30, tzinfo=WITA)
FIGURES_OF = date(2022, 11, 4)
PLENARY = date(2022, 11, 5)
OPERATOR = Person(
    code="ani", name="Ani", role=Role.OPERATOR, regions=frozenset({MATARAM})
)
EDITOR = Person(code="budi", name="Budi", role=Role.EDITOR)
ADMIN = Person(code="citra", name="Citra", role=Role.ADMIN)
MINUTES = b"%PDF-1.7 signed minutes"


def errand(person=EDITOR, reason="weekly report", at=NOW):
    return Errand(identify=lambda _: person, reason=reason, at=at)


def prepare(engine):
    """Store an election whose first milestone is planned and begins to be recorded."""
    with writing(engine).begin() as connection:
        store_ground(connection)
        store(connection, stage_states, stage_state("3", ORDERED))
        plan = {"planned_start": date(2022, 8, 2), "planned_end": date(2022, 9, 11)}
        store(
            connection,
            milestone_states,
            milestone_state("M3-03", ORDERED, **plan),
            milestone_state("M3-08", ORDERED),
        )


def cell(region=MATARAM, party="perindo", phase="administrative"):
    return Cell(election=ELECTION, phase=phase, party=party, region=region)


def opened(version=0, **of_cell):
    return OpenedTally(cell=cell(**of_cell), version=version)


def entry(reported_on=FIGURES_OF, **values):
    figures = {"members": 500, "required": 445, "sample": 500} | values
    return TallyEntry(reported_on=reported_on, **figures)


COUNTED = {"visited": 500, "met": 480, "eligible": 450, "correctable": 50}


def decision(**values):
    return Decision(
        **(
            {
                "decided_on": PLENARY,
                "verdict": Verdict.ELIGIBLE,
                "minutes_number": "12/PL.01.1-BA/5271/2022",
                "minutes_date": PLENARY,
                "minutes_sha256": hashlib.sha256(MINUTES).hexdigest(),
                "signers": "Ketua dan empat anggota",
            }
            | values
        )
    )


def new_minutes(**values):
    fresh = {
        "minutes_number": "15/PL.01.1-BA/5271/2022",
        "minutes_sha256": hashlib.sha256(b"others").hexdigest(),
    }
    return decision(**(fresh | values))


def submit(engine, version=0, *, person=EDITOR, region=MATARAM, **values):
    where = opened(version, region=region)
    return record_tally(engine, errand(person), where, entry(**values), submits=True)


def draft(engine, version=0, *, person=EDITOR, region=MATARAM, **values):
    where = opened(version, region=region)
    return record_tally(engine, errand(person), where, entry(**values), submits=False)


def decide(engine, version=1, *, person=EDITOR, region=MATARAM, **values):
    where = opened(version, region=region)
    return decide_tally(engine, errand(person), where, decision(**values))


def correct(engine, version=2, *, person=EDITOR, region=MATARAM, **values):
    where = opened(version, region=region)
    figures = entry(**(COUNTED | {"eligible": 440, "correctable": 60}))
    minutes = new_minutes(**values)
    return correct_tally(engine, errand(person), where, figures, minutes)


def edit_milestone(engine, version=1, *, person=EDITOR, code="M3-03", **values):
    which = OpenedMilestone(election=ELECTION, code=code, version=version)
    plan = {"planned_start": date(2022, 8, 2), "planned_end": date(2022, 9, 11)}
    edit = MilestoneEdit(**(plan | values))
    return record_milestone(engine, errand(person), which, edit)


def revision(engine):
    with engine.connect() as connection:
        assert verify(connection).is_sound
        return read_revision(connection)


def stored(engine, region=MATARAM):
    """Return the versions of Perindo's tally in a kab/kota, oldest first."""
    query = (
        select(tallies)
        .where(tallies.c.region_code == region)
        .order_by(tallies.c.version)
    )
    with engine.connect() as connection:
        return connection.execute(query).all()


def broken(refused):
    """Return field and rule of each violation of a caught refusal."""
    return [(each.field, each.rule.value) for each in refused.value.violations]
