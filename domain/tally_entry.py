"""The figures that staff record of a tally, and their versions as staff see them."""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from domain.provenance import Provenance
from domain.tally import Tally, TallyOrigin, TallyState
from domain.tally_rules import check_tally
from domain.typed_days import check_past
from domain.typed_text import check_text
from domain.verification import Phase
from domain.violation import Violation

NOTE_LENGTHS = range(2001)
"""Characters of the note on a tally. No source."""

Violations: TypeAlias = tuple[Violation, ...]


class EntryRule(StrEnum):
    """A rule on what is recorded of a tally, beyond its figures."""

    UNKNOWN_PHASE = "unknown_phase"
    UNKNOWN_PARTY = "unknown_party"
    UNKNOWN_REGION = "unknown_region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One party in one kab/kota in one phase.

    Attributes:
        election: Code of the election.
        phase: Code of the verification phase.
        party: Code of the party.
        region: Kemendagri code of the kab/kota.
    """

    election: str
    phase: str
    party: str
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyEntry:
    """The figures of a tally as typed; the counts are members, as in `Tally`.

    Attributes:
        reported_on: Day the figures refer to.
        members: Members the party submitted.
        required: Members it needs there.
        sample: Members to check.
        visited: Members checked so far.
        met: Members met in person, among those visited.
        eligible: Members found MS.
        correctable: Members found BMS.
        ineligible: Members found TMS.
        note: What a reader must know about the figures; may have lines.
    """

    reported_on: date
    members: int
    required: int
    sample: int
    visited: int = 0
    met: int = 0
    eligible: int = 0
    correctable: int = 0
    ineligible: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedTally:
    """One version of a tally as staff see it, drafts and undecided verdicts included.

    Attributes:
        version: Its number, from 1.
        tally: The figures, none held back.
        replaces: Version it corrects, if any.
        takes_back: First version that no longer stands since this one, if any.
        minutes_date: Day of the minutes.
        minutes_sha256: SHA-256 of the signed minutes.
        signers: Names of those who signed.
        provenance: Source of the figures; its note is what was typed with them.
    """

    version: int
    tally: Tally
    replaces: int | None
    takes_back: int | None
    minutes_date: date | None
    minutes_sha256: str | None
    signers: str | None
    provenance: Provenance

    @property
    def is_refused(self) -> bool:
        """Return whether an editor sent these figures back to the kab/kota."""
        return self.takes_back is not None and self.tally.state is TallyState.DRAFT


def tally_of(
    cell: Cell, entry: TallyEntry, *, state: TallyState, known_on: date
) -> Tally:
    """Return the tally that an entry of staff makes, before any plenary."""
    figures = asdict(entry)
    del figures["note"]
    return Tally(
        party_code=cell.party,
        region_code=cell.region,
        phase_code=cell.phase,
        known_on=known_on,
        verdict=None,
        state=state,
        decided_on=None,
        minutes_number=None,
        origin=TallyOrigin.MANUAL,
        **figures,
    )


def check_entry(tally: Tally, note: str, phase: Phase) -> Violations:
    """Return every rule that a recorded tally breaks; drafts obey them as well.

    Args:
        tally: The tally as it would be stored, known on the day of the recording.
        note: The note typed with it.
        phase: Its phase.
    """
    day = tally.known_on
    return (
        *check_tally(tally, phase),
        *check_past("reported_on", tally.reported_on, day),
        *check_text("note", note, NOTE_LENGTHS, has_lines=True),
    )
