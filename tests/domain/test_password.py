import pytest

from domain.password import PasswordFault, WeakPassword, check_password, normalised


@pytest.mark.parametrize("password", ["a" * 12, "sasambo bumi gora", "a" * 200])
def test_twelve_to_two_hundred_characters_are_a_password(password):
    check_password(password, "baiq.ratna")


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("a" * 11, PasswordFault.TOO_SHORT),
        ("", PasswordFault.TOO_SHORT),
        ("a" * 201, PasswordFault.TOO_LONG),
        ("Baiq.Ratna.Dewi", PasswordFault.IS_THE_NAME),
        ("baiq ratna dewi", PasswordFault.IS_THE_NAME),
    ],
)
def test_a_weak_password_is_refused_with_what_is_wrong(password, fault):
    with pytest.raises(WeakPassword) as refused:
        check_password(password, "baiq.ratna.dewi", "Baiq Ratna Dewi")
    assert refused.value.fault is fault


def test_a_refusal_does_not_repeat_the_password():
    with pytest.raises(WeakPassword) as refused:
        check_password("rahasia", "baiq.ratna")
    assert str(refused.value) == (
        "This password is too short; "
        "it needs 12 to 200 characters and must not be the name."
    )


def test_characters_count_in_the_form_that_every_keyboard_writes():
    composed, apart = "\u00e9" * 11, "e\u0301" * 11
    assert normalised(apart) == composed
    with pytest.raises(WeakPassword):
        check_password(apart)
