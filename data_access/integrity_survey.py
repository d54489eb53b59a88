"""Rounds of the satisfaction survey: read as known on a day, and recorded."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, Engine, select

from data_access.changes import Append, Values
from data_access.grounds import Ground
from data_access.integrity_versions import known_on_day
from data_access.recording import Errand, write_prepared
from data_access.rows import AnyRow, provenance_of
from data_access.staff_sources import source_of
from data_access.tables import services, survey_rounds
from data_access.versions import newest
from domain.integrity_survey import Element, SurveyEdit, SurveyRound
from domain.integrity_survey_checks import SurveyRule, check_survey
from domain.person import Permission, Person
from domain.provenance import Confidence
from domain.violation import Violation, insist

ROUNDS_GROUND = Ground((survey_rounds,), (survey_rounds.c.known_on,))
"""What `read_survey_rounds` rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRound:
    """A round as somebody opened it.

    Attributes:
        code: Code of the round.
        version: Newest version then; 0 for a new one.
    """

    code: str
    version: int

    @property
    def key(self) -> Values:
        """Return its key, the version left aside."""
        return {"round_code": self.code}


def read_survey_rounds(connection: Connection, day: date) -> tuple[SurveyRound, ...]:
    """Return the rounds known on a day, oldest period first."""
    known = known_on_day(survey_rounds, day).subquery()
    query = select(known).order_by(known.c.period_end, known.c.round_code)
    return tuple(map(_round, connection.execute(query)))


def record_survey_round(
    engine: Engine, errand: Errand, opened: OpenedRound, edit: SurveyEdit
) -> int:
    """Store the next version of a round, and return the data revision it made.

    A simulated round stays simulated, whatever is changed in it.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not.
        VersionConflict: Somebody saved first.
        Refused: The round breaks rules.
    """

    def prepare(connection: Connection, _: Person) -> Sequence[Append]:
        insist(
            (
                *_check_service(connection, edit.service_code),
                *check_survey(edit, errand.day),
            )
        )
        told = _source_of(connection, opened)
        values = {**asdict(edit), **told, "known_on": errand.day}
        return (
            Append(
                table=survey_rounds,
                key=opened.key,
                values=values,
                expected_version=opened.version,
            ),
        )

    return write_prepared(engine, errand, Permission.RECORD_INTEGRITY, prepare)


def _source_of(connection: Connection, opened: OpenedRound) -> Values:
    """Return the source of what is recorded; a changed simulation is no fact."""
    stored = newest(connection, survey_rounds, opened.key)
    if stored and stored["confidence"] is Confidence.SIMULATED:
        return {key: stored[key] for key in ("source", "confidence", "note")}
    return source_of(None)


def _check_service(connection: Connection, code: str | None) -> tuple[Violation, ...]:
    known = select(services.c.code).where(services.c.code == code)
    if code is None or connection.scalar(known) is not None:
        return ()
    rule = SurveyRule.UNKNOWN_SERVICE
    return (Violation(field="service_code", value=code, rule=rule),)


def _round(row: AnyRow) -> SurveyRound:
    return SurveyRound(
        code=row.round_code,
        service_code=row.service_code,
        period_start=row.period_start,
        period_end=row.period_end,
        respondents=row.respondents,
        population=row.population,
        basis=row.basis,
        figures={element: getattr(row, element.value) for element in Element},
        deviation=row.deviation,
        known_on=row.known_on,
        version=row.newest,
        provenance=provenance_of(row),
    )
