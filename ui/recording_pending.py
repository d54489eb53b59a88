"""What a person typed of several milestones and did not save yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.assessment import Assessment
from domain.person import Person
from domain.recording import MilestoneEdit
from ui import unsaved, wording
from ui.language import name, ngettext
from ui.unsaved import Unsaved
from ui.visit import Visit

NAMED = 6  # milestones that a line names


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What is typed and not saved, of the milestones that may be recorded.

    Attributes:
        items: Those milestones as they are stored, by code.
        typed: What was opened and what is typed, by code.
        person: Who types.
        visit: Whose page it is.
    """

    items: Mapping[str, Assessment]
    typed: Mapping[str, Unsaved[MilestoneEdit]]
    person: Person
    visit: Visit

    @property
    def stale(self) -> list[str]:
        """Return the milestones that somebody saved since they were opened."""
        return [
            code
            for code, each in self.typed.items()
            if self.items[code].milestone.version != each.version
        ]

    def names(self, codes: Sequence[str]) -> str:
        """Return what milestones are called, the first few of them."""
        named = [name(self.items[code].milestone.short_name) for code in codes[:NAMED]]
        more = len(codes) - len(named)
        words = ngettext("{count} more", "{count} more", more)
        rest = [words.format(count=wording.number(more))] if more else []
        return ", ".join([*named, *rest])


def pending_of(
    items: Mapping[str, Assessment], person: Person, visit: Visit
) -> Pending:
    """Return what a person typed of the milestones they may record, by code."""
    found = unsaved.milestones_of(person.code, visit.election.code)
    kept = {
        code: unsaved.find(person.code, visit.election.code, code)
        for code in items
        if code in found
    }
    # A form may hold nothing but a reason; that is no edit of the table.
    typed = {code: each for code, each in kept.items() if each and each.is_edited}
    return Pending(items=items, typed=typed, person=person, visit=visit)
