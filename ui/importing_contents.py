"""What an import may bring, and who may bring it."""

from collections.abc import Mapping
from enum import StrEnum

from domain.person import Permission, Person


class Content(StrEnum):
    """What a workbook holds, as the address names it."""

    MILESTONES = "tahapan"
    TALLIES = "rekap"
    ASSESSMENT = "penilaian"
    SURVEY = "survei"
    ACCOUNTABILITY = "akuntabilitas"
    SERVICES = "layanan"
    FIGURES = "angka-layanan"
    DUTY = "piket"


PERMISSIONS: Mapping[Content, Permission] = {
    Content.MILESTONES: Permission.RECORD_MILESTONE,
    Content.TALLIES: Permission.RECORD_TALLY,
    Content.ASSESSMENT: Permission.RECORD_INTEGRITY,
    Content.SURVEY: Permission.RECORD_INTEGRITY,
    Content.ACCOUNTABILITY: Permission.RECORD_INTEGRITY,
    Content.SERVICES: Permission.RECORD_INTEGRITY,
    Content.FIGURES: Permission.RECORD_INTEGRITY,
    Content.DUTY: Permission.RECORD_INTEGRITY,
}


def offered_to(person: Person) -> tuple[Content, ...]:
    """Return what somebody may import, of whichever region."""
    of_zone = person.may(Permission.RECORD_INTEGRITY)
    return tuple(
        content
        for content, permission in PERMISSIONS.items()
        if of_zone or permission is not Permission.RECORD_INTEGRITY
    )
