import pytest

from domain.person import Permission, Person, Role
from tests.domain.builders import milestone

MATARAM, BIMA = "52.71", "52.72"


def person(role: Role, **more: frozenset[str]) -> Person:
    return Person(code="ani", name="Ani", role=role, **more)


@pytest.mark.parametrize(
    ("role", "permission", "is_allowed"),
    [
        (Role.OPERATOR, Permission.RECORD_TALLY, True),
        (Role.OPERATOR, Permission.DECIDE_TALLY, False),
        (Role.OPERATOR, Permission.RECORD_MILESTONE, True),
        (Role.OPERATOR, Permission.RESTORE, False),
        (Role.OPERATOR, Permission.PRESENT, False),
        (Role.OPERATOR, Permission.MANAGE_PEOPLE, False),
        (Role.EDITOR, Permission.RECORD_TALLY, True),
        (Role.EDITOR, Permission.DECIDE_TALLY, True),
        (Role.EDITOR, Permission.RECORD_MILESTONE, True),
        (Role.EDITOR, Permission.RESTORE, True),
        (Role.EDITOR, Permission.PRESENT, True),
        (Role.EDITOR, Permission.MANAGE_PEOPLE, False),
        (Role.ADMIN, Permission.RECORD_TALLY, True),
        (Role.ADMIN, Permission.DECIDE_TALLY, True),
        (Role.ADMIN, Permission.RECORD_MILESTONE, True),
        (Role.ADMIN, Permission.RESTORE, True),
        (Role.ADMIN, Permission.PRESENT, True),
        (Role.ADMIN, Permission.MANAGE_PEOPLE, True),
    ],
)
def test_role_decides_what_a_person_may_do(role, permission, is_allowed):
    someone = person(role, regions=frozenset({MATARAM}))

    assert someone.may(permission, MATARAM) is is_allowed


@pytest.mark.parametrize("region", [BIMA, None, ""])
def test_operator_records_for_no_kab_kota_but_their_own(region):
    operator = person(Role.OPERATOR, regions=frozenset({MATARAM}))

    assert not operator.may(Permission.RECORD_TALLY, region)
    assert not operator.may(Permission.RECORD_MILESTONE, region)


@pytest.mark.parametrize(
    ("region_code", "division", "is_theirs"),
    [
        (MATARAM, "", True),
        (BIMA, "Teknis", True),
        (BIMA, "Hukum", False),
        (BIMA, "", False),
    ],
)
def test_milestone_of_own_region_or_division_is_theirs(
    region_code, division, is_theirs
):
    someone = person(
        Role.OPERATOR, regions=frozenset({MATARAM}), divisions=frozenset({"Teknis"})
    )
    item = milestone(region_code=region_code, division=division)

    assert someone.answers_for(item) is is_theirs
