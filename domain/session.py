"""How long somebody stays signed in, and how their browser shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.person import Person

IDLE = timedelta(hours=8)
"""A session that nobody has used for so long is over."""

LONGEST = timedelta(days=7)
"""A session is over after so long, used or not."""

NOTED_AGAIN = timedelta(minutes=5)
"""A use is noted at most this often, so that looking does not mean writing."""

COOKIE = "sesi"
SECURE_COOKIE = "__Host-sesi"
"""Under https; a browser then takes it from this very host and over https only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody signed in.

    Attributes:
        person: Who.
        must_change_password: Whether somebody else chose their password; until they
            have changed it they may do nothing else.
        last_used_at: Instant of the last use that was noted.
        is_from_provider: Whether the office's identity provider vouched for them; a
            password then plays no part.
    """

    person: Person
    must_change_password: bool
    last_used_at: datetime
    is_from_provider: bool = False

    def is_to_be_noted(self, now: datetime) -> bool:
        """Return whether the last noted use is long enough ago to note this one."""
        return now - self.last_used_at >= NOTED_AGAIN


def token_in(cookies: Mapping[str, str]) -> str:
    """Return the token that a browser's cookies carry; empty for a stranger."""
    return cookies.get(SECURE_COOKIE) or cookies.get(COOKIE) or ""
