"""What is recorded of the cells of one kab/kota, as staff see it: drafts included."""

from dataclasses import dataclass
from datetime import date

from domain.tally import TallyOrigin, TallyState
from domain.tally_entry import TallyEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedTally:
    """The newest version of the tally of one party in one kab/kota and phase.

    Attributes:
        party_code: Party.
        version: Number of that version; a save names it.
        entry: Its figures.
        state: How far it has come.
        origin: How it came into the database.
        known_on: Day it was recorded.
        minutes_number: Number of the minutes, once decided.
    """

    party_code: str
    version: int
    entry: TallyEntry
    state: TallyState
    origin: TallyOrigin
    known_on: date
    minutes_number: str | None
