"""Hashes of passwords: argon2id, with the parameters that RFC 9106 recommends.

Making or checking one takes some 50 ms and 64 MB, on purpose.
"""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from domain.password import normalised

_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """Return the hash of a password, with a salt of its own."""
    return _HASHER.hash(_bytes(password))


def matches(stored: str | None, password: str) -> bool:
    """Return whether a password is the one that was hashed.

    Args:
        stored: Its hash; None for an unknown name, which takes just as long.
        password: As typed.
    """
    try:
        _HASHER.verify(stored or _nobodys(), _bytes(password))
    except VerifyMismatchError:
        return False
    return True


@cache
def _nobodys() -> str:
    """Return the hash of a password that nobody knows."""
    return hashed(secrets.token_urlsafe())


def _bytes(password: str) -> bytes:
    # A terminal may hand over bytes that are no text; they are a password all the same.
    return normalised(password).encode("utf-8", "surrogatepass")
