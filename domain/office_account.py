"""Somebody that the office's identity provider vouches for."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAccount:
    """What the identity provider says of somebody; a name it gives counts for nothing.

    Attributes:
        subject: What it calls them, for good; never empty.
        email: Their e-mail address in lower case; empty where it names none.
        is_verified: Whether it vouches that the address is theirs.

    Source: OpenID Connect Core 1.0, sections 2 and 5.1.
    """

    subject: str
    email: str = ""
    is_verified: bool = False

    def __post_init__(self) -> None:
        if not self.subject:
            raise ValueError("an account of the office needs its subject")


def office_account(claims: Mapping[str, object]) -> OfficeAccount:
    """Return the account that claims tell of.

    Only the JSON value `true` verifies an e-mail address, as the standard has it.

    Raises:
        ValueError: They name no subject.
    """
    subject, email = claims.get("sub"), claims.get("email")
    return OfficeAccount(
        subject=subject if isinstance(subject, str) else "",
        email=email.lower() if isinstance(email, str) else "",
        is_verified=bool(email) and claims.get("email_verified") is True,
    )
