"""Attempts to sign in, and when they are too many.

Each attempt is stored before the password is looked at, and taken back when it was the
right one: attempts made at the same moment cannot pass uncounted. A name is counted
whether somebody has it or not, so that a refusal tells nothing of who works here.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select

from data_access.tables import sign_in_attempts as attempts

WRONG_BEFORE_LOCKED = 10
LOCKED_FOR = timedelta(days=1)
"""After so many wrong passwords within a day a name is locked, until the day is over
or an administrator lifts it."""

WRONG_BEFORE_DELAYED = 5
LONGEST_DELAY = timedelta(minutes=5)
COUNTED_FOR = timedelta(hours=1)
"""After five wrong passwords within an hour from one address, the next attempt has to
wait: a second, then twice as long each time."""

IPV6_NETWORK = 64  # bits; one customer of a provider has at least so many addresses


class Refusal(StrEnum):
    """Why somebody was not let in."""

    WRONG = "wrong"  # name or password
    LOCKED = "locked"
    DELAYED = "delayed"
    DISABLED = "disabled"
    UNKNOWN = "unknown"  # the identity provider vouches for somebody we do not know
    UNVERIFIED = "unverified"  # it does not vouch for the e-mail address it names


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Somebody who wants to be let in.

    Attributes:
        code: Name they sign in with.
        password: As typed.
        address: Network address they come from.
        at: Instant of the attempt, aware.
    """

    code: str
    password: str = field(repr=False)
    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """An attempt that did not succeed.

    Attributes:
        why: Why not.
        until: Instant from which another attempt is looked at; None for at once.
    """

    why: Refusal
    until: datetime | None = None


def note(connection: Connection, attempt: Attempt) -> int:
    """Store an attempt and return its number; forget those that no longer count."""
    old = attempts.c.at <= attempt.at - LOCKED_FOR
    connection.execute(delete(attempts).where(old))
    row = {
        "at": attempt.at,
        "address": network_of(attempt.address),
        "code": attempt.code,
    }
    stored = insert(attempts).values(row).returning(attempts.c.id)
    return connection.execute(stored).scalar_one()


def withdraw(connection: Connection, number: int) -> None:
    """Take an attempt back whose password was not looked at."""
    connection.execute(delete(attempts).where(attempts.c.id == number))


def forgive(connection: Connection, code: str) -> None:
    """Forget the attempts under a name: it was the right password, or an admin's word.

    Those of other names from the same address count on.
    """
    connection.execute(delete(attempts).where(attempts.c.code == code))


def refusal(connection: Connection, attempt: Attempt, number: int) -> Refused | None:
    """Return why an attempt is not even looked at, or None when it is.

    Args:
        connection: A transaction begun after that which stored the attempt.
        attempt: The attempt.
        number: Its own number; only the others count.
    """
    others = attempts.c.id != number
    of_name = and_(others, attempts.c.code == attempt.code)
    wrong = _latest(connection, of_name, attempt.at - LOCKED_FOR)
    if len(wrong) >= WRONG_BEFORE_LOCKED:
        until = wrong[WRONG_BEFORE_LOCKED - 1] + LOCKED_FOR
        return Refused(Refusal.LOCKED, until)
    from_there = and_(others, attempts.c.address == network_of(attempt.address))
    wrong = _latest(connection, from_there, attempt.at - COUNTED_FOR)
    if len(wrong) >= WRONG_BEFORE_DELAYED:
        until = wrong[0] + delay_after(len(wrong))
        return Refused(Refusal.DELAYED, until) if attempt.at < until else None
    return None


def delay_after(wrong: int) -> timedelta:
    """Return how long an address has to wait after five wrong passwords or more."""
    return min(timedelta(seconds=2 ** (wrong - WRONG_BEFORE_DELAYED)), LONGEST_DELAY)


def network_of(address: str) -> str:
    """Return what is counted as one address: an IPv4 address, or an IPv6 network."""
    try:
        known = ip_address(address)
    except ValueError:
        return ""  # a socket of this machine
    if isinstance(known, IPv6Address):
        if known.ipv4_mapped:
            return str(known.ipv4_mapped)
        return str(ip_network((int(known), IPV6_NETWORK), strict=False))
    return str(known)


def _latest(
    connection: Connection, which: ColumnElement[bool], since: datetime
) -> list[datetime]:
    """Return the instants of attempts, latest first; more than enough of them."""
    query = (
        select(attempts.c.at)
        .where(which, attempts.c.at > since)
        .order_by(attempts.c.at.desc())
        .limit(WRONG_BEFORE_LOCKED + WRONG_BEFORE_DELAYED)
    )
    return list(connection.scalars(query))
