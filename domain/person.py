"""People of the commission's staff, and what each may do.

A visitor who has not signed in is no person: everybody may look, and only that.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from domain.bilingual import Language
from domain.timeline import Milestone


class Role(StrEnum):
    """What a person does in the commission."""

    OPERATOR = "operator"  # records tallies and milestones of their own kab/kota
    EDITOR = "editor"  # records for the province and decides
    ADMIN = "admin"  # does that as well, and looks after the accounts


class Permission(StrEnum):
    """What somebody asks to do."""

    RECORD_TALLY = "record_tally"
    DECIDE_TALLY = "decide_tally"
    RECORD_MILESTONE = "record_milestone"
    RESTORE = "restore"
    PRESENT = "present"
    RECORD_INTEGRITY = "record_integrity"
    MANAGE_PEOPLE = "manage_people"


OF_OPERATORS = frozenset({Permission.RECORD_TALLY, Permission.RECORD_MILESTONE})
"""What operators may do, for their own kab/kota."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an account.

    Attributes:
        code: Name they sign in with, in lower case; the journal names them by it.
        name: Name as people say it.
        role: What they do.
        regions: Codes of the kab/kota an operator records for.
        divisions: Divisions whose milestones they answer for.
        language: Language they are written to in.
        email: Address for reminders, which the office's identity provider may vouch
            for as well; empty for none.
        subject: What the identity provider calls them; empty where it was not said.
    """

    code: str
    name: str
    role: Role
    regions: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    language: Language = Language.INDONESIAN
    email: str = ""
    subject: str = ""

    def may(self, permission: Permission, region: str | None = None) -> bool:
        """Return whether this person may do it, for a region where it is of one.

        Source: design decision 6; an operator writes for their own kab/kota only.
        """
        match self.role:
            case Role.OPERATOR:
                is_own = region is not None and region in self.regions
                return permission in OF_OPERATORS and is_own
            case Role.EDITOR:
                return permission is not Permission.MANAGE_PEOPLE
            case Role.ADMIN:
                return True
            case _ as unreachable:
                assert_never(unreachable)

    def answers_for(self, milestone: Milestone) -> bool:
        """Return whether a milestone is theirs: of their kab/kota or division."""
        is_own_region = milestone.region_code in self.regions
        return is_own_region or milestone.division in self.divisions
