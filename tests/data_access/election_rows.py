"""Rows of an election with defaults, so that a test shows only what it is about."""

import hashlib
from datetime import UTC, date, datetime
from fractions import Fraction

from data_access import tables
from data_access.journal import Author, Insert, write_many
from domain.deadlines import Bound, Direction, FirstDay, Unit
from domain.party import DecisionKind, DecisionResult, VerificationPath
from domain.provenance import Confidence
from domain.region import RegionLevel
from domain.requirement import RequirementKind, RequirementScope, Rounding
from domain.tally import TallyOrigin, TallyState
from domain.verification import Verdict

ELECTION = "pemilu-2024"
NTB = "52"
STAKEHOLDER_DAY = date(2022, 9, 8)
ORDERED = date(2022, 7, 20)  # PKPU 4/2022
READ = {"source": "PKPU 4/2022", "confidence": Confidence.VERIFIED}
STAFF = Author(
    actor="operator@ntb",
    reason="weekly report",
    at=datetime(2022, 9, 8, 3, 15, 30, 250, tzinfo=UTC),
)


def store(connection, table, *rows):
    write_many(connection, [Insert(table, row) for row in rows], by=STAFF)


def store_ground(connection):
    """Store NTB, two of its kab/kota, stage 3, two milestones, two phases, parties."""
    store(connection, tables.elections, election())
    store(
        connection,
        tables.regions,
        region("0", name="Indonesia", level=RegionLevel.COUNTRY, parent_code=None),
        region(NTB, name="NTB", level=RegionLevel.PROVINCE, parent_code="0"),
        region("52.71", name="Mataram", level=RegionLevel.CITY),
        region("52.08", name="Lombok Utara", level=RegionLevel.REGENCY),
    )
    store(connection, tables.stages, stage("3"))
    store(connection, tables.milestones, milestone("M3-03"), milestone("M3-08"))
    store(
        connection,
        tables.phases,
        phase("administrative", position=1, milestone_code="M3-03"),
        phase("factual", position=2, milestone_code="M3-08"),
    )
    store(connection, tables.parties, party("gelora", 7), party("perindo", 16))


def election(code=ELECTION, **values):
    return (
        READ
        | {
            "code": code,
            "name_indonesian": "Pemilihan Umum 2024",
            "name_english": "General Election 2024",
            "launched_on": date(2022, 6, 14),
            "voting_day": date(2024, 2, 14),
            "voting_day_name_indonesian": "Hari Kasih Suara",
            "voting_day_name_english": "Voting day",
            "opens_on": STAKEHOLDER_DAY,
            "legal_basis": "UU 7/2017",
        }
        | values
    )


def region(code, **values):
    return (
        READ
        | {
            "code": code,
            "name": "Mataram",
            "level": RegionLevel.CITY,
            "parent_code": NTB,
            "districts": 6,
        }
        | values
    )


def region_figure(region_code, measure, known_on, value):
    return READ | {
        "election_code": ELECTION,
        "region_code": region_code,
        "measure": measure,
        "known_on": known_on,
        "value": value,
    }


def stage(code, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "code": code,
            "position": 3,
            "name_indonesian": "Pendaftaran dan verifikasi Peserta Pemilu",
            "name_english": "Registration and verification of contestants",
            "short_name_indonesian": "Pendaftaran",
            "short_name_english": "Registration",
            "group_indonesian": "Peserta",
            "group_english": "Contestants",
        }
        | values
    )


def milestone(code, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "code": code,
            "stage_code": "3",
            "position": 3,
            "name_indonesian": "Verifikasi administrasi",
            "name_english": "Administrative verification",
            "short_name_indonesian": "Vermin",
            "short_name_english": "Administrative",
            "region_code": NTB,
        }
        | values
    )


def stage_state(code, known_on, version=1, **values):
    return state(known_on, version) | {"stage_code": code} | values


def milestone_state(code, known_on, version=1, **values):
    return state(known_on, version) | {"milestone_code": code} | values


def state(known_on, version):
    return READ | {
        "election_code": ELECTION,
        "version": version,
        "known_on": known_on,
        "legal_basis": "PKPU 4/2022",
    }


def predecessor(milestone_code, predecessor_code):
    return READ | {
        "election_code": ELECTION,
        "milestone_code": milestone_code,
        "predecessor_code": predecessor_code,
    }


def baseline(code, decided_on):
    return READ | {
        "election_code": ELECTION,
        "code": code,
        "name": code.upper(),
        "decided_on": decided_on,
    }


def baseline_day(baseline_code, item_code, start, end):
    return READ | {
        "election_code": ELECTION,
        "baseline_code": baseline_code,
        "item_code": item_code,
        "planned_start": start,
        "planned_end": end,
    }


def phase(code, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "code": code,
            "position": 1,
            "name_indonesian": "Verifikasi administrasi",
            "name_english": "Administrative verification",
            "short_name_indonesian": "Administrasi",
            "short_name_english": "Administrative",
            "milestone_code": "M3-03",
            "verdicts": frozenset({Verdict.ELIGIBLE, Verdict.CORRECTABLE}),
            "known_on": ORDERED,
            "legal_basis": "PKPU 4/2022",
        }
        | values
    )


def party(code, position, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "code": code,
            "name": f"Partai {code}",
            "short_name": code.title(),
            "position": position,
            "is_parliamentary": False,
            "path": VerificationPath.ADMINISTRATIVE_AND_FACTUAL,
            "known_on": date(2022, 8, 1),
        }
        | values
    )


def decision(party_code, decided_on, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "party_code": party_code,
            "kind": DecisionKind.ADMINISTRATIVE,
            "decided_on": decided_on,
            "known_on": decided_on,
            "result": DecisionResult.ELIGIBLE,
        }
        | values
    )


def requirement(code, known_on, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "code": code,
            "known_on": known_on,
            "letter": "c",
            "name_indonesian": "Kepengurusan di 75 % kab/kota",
            "name_english": "A board in 75 % of the regencies",
            "scope": RequirementScope.REGENCY,
            "kind": RequirementKind.BOARD,
            "share": Fraction(3, 4),
            "rounding": Rounding.HALF_UP,
            "article": "UU 7/2017 Ps. 173(2) huruf c",
        }
        | values
    )


def deadline_rule(code, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "code": code,
            "reading": "a",
            "known_on": date(2017, 8, 16),
            "subject_indonesian": "Dimulainya tahapan",
            "subject_english": "Start of the stages",
            "wording": "paling lambat 20 bulan sebelum hari pemungutan suara",
            "anchor": "voting_day",
            "direction": Direction.BEFORE,
            "amount": 20,
            "unit": Unit.MONTHS,
            "first_day": FirstDay.EXCLUSIVE,
            "bound": Bound.LATEST,
            "article": "UU 7/2017 Ps. 167(6)",
        }
        | values
    )


def holiday_override(day, decided_on, **values):
    return (
        READ
        | {
            "day": day,
            "decided_on": decided_on,
            "is_working": False,
            "name": "Cuti bersama",
        }
        | values
    )


def tally(reported_on, *, version=1, **values):
    """Return a submitted tally of Perindo in Mataram, known the day it reports on."""
    return (
        READ
        | {
            "election_code": ELECTION,
            "phase_code": "administrative",
            "party_code": "perindo",
            "region_code": "52.71",
            "version": version,
            "reported_on": reported_on,
            "known_on": reported_on,
            "members": 500,
            "required": 445,
            "sample": 500,
            "visited": 0,
            "met": 0,
            "eligible": 0,
            "correctable": 0,
            "ineligible": 0,
            "state": TallyState.SUBMITTED,
            "origin": TallyOrigin.MANUAL,
        }
        | values
    )


def decided(day, **values):
    """Return what a plenary of a day adds to a tally."""
    return {
        "state": TallyState.DECIDED,
        "decided_on": day,
        "verdict": Verdict.ELIGIBLE,
        "minutes_number": "12/PL.01.1-BA/5271/2022",
        "minutes_date": day,
        "minutes_sha256": hashlib.sha256(b"minutes").hexdigest(),
    } | values


def simulated():
    """Return what makes a tally a simulated one."""
    return {"origin": TallyOrigin.SIMULATED, "confidence": Confidence.SIMULATED}


def reported_figure(as_of, **values):
    return (
        READ
        | {
            "election_code": ELECTION,
            "phase_code": "factual",
            "area": "Kota Mataram",
            "parties": "8 parpol",
            "measure": "sample_members",
            "as_of": as_of,
            "known_on": as_of,
            "value": 1789,
        }
        | values
    )
