import pytest

from domain.office_account import OfficeAccount, office_account

BAIQ = {"sub": "7c1", "email": "Baiq@KPU.test", "email_verified": True}


def test_claims_tell_who_somebody_is():
    assert office_account(BAIQ) == OfficeAccount(
        subject="7c1", email="baiq@kpu.test", is_verified=True
    )


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_only_the_value_true_verifies_an_address(verified):
    assert not office_account(BAIQ | {"email_verified": verified}).is_verified


@pytest.mark.parametrize("email", [None, "", 7, ["baiq@kpu.test"]])
def test_without_an_address_none_is_verified(email):
    account = office_account(BAIQ | {"email": email})
    assert account.email == ""
    assert not (account.email and account.is_verified)


def test_a_name_counts_for_nothing():
    named = {"name": "Baiq Ratna", "preferred_username": "baiq"}
    assert office_account({"sub": "7c1", **named}) == OfficeAccount(subject="7c1")


@pytest.mark.parametrize("claims", [{}, {"sub": ""}, {"sub": 7}, {"sub": None}])
def test_claims_without_a_subject_are_nobodys(claims):
    with pytest.raises(ValueError, match="needs its subject"):
        office_account(BAIQ | {"sub": None} | claims)
