"""Ikrar Kasih Suara: which pledges count, judged without knowing who made them.

A pledge is no fact of an election. It counts by kab/kota; whom and where it came from
is compared through marks only, made with a key that is drawn anew for each day.
"""

import hmac
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

SOONEST = timedelta(seconds=1)
LONGEST = timedelta(hours=1)
"""A page may be answered so long after it was opened: not before anybody can read it,
and not after an hour."""

OF_A_DEVICE = 1
"""Pledges of one device that count on a day."""

OF_A_NETWORK_A_MINUTE = 100
OF_A_NETWORK = 300
"""Pledges from one address that count in a minute, and on a day: generous, because a
hall, or the customers of a mobile network, share one."""

OF_ALL_A_MINUTE = 600
"""Pledges from anywhere that count in a minute."""


class Refusal(StrEnum):
    """Why a pledge does not count."""

    MALFORMED = "malformed"  # too large, or no form at all
    FOREIGN = "foreign"  # sent by a page of another site
    UNSEALED = "unsealed"  # no token, a forged one, or that of another device or day
    EARLY = "early"
    LATE = "late"
    REGION = "region"  # none of the commission's kab/kota
    TWICE = "twice"
    NETWORK = "network"  # more than one address may send
    CEILING = "ceiling"  # more than all may send in a minute


MEND_THEMSELVES = frozenset(
    {
        Refusal.MALFORMED,
        Refusal.FOREIGN,
        Refusal.UNSEALED,
        Refusal.EARLY,
        Refusal.LATE,
    }
)
"""Refusals that a fresh page undoes, as when a phone slept with the old one open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A tap on the page.

    Attributes:
        region: Code of the kab/kota, as sent.
        device: What the device's cookie holds, valid for a day.
        token: What the page carried, as sent.
        network: Address it came from, or the network that counts as one.
        day: Day at the office.
        at: Instant, aware.
    """

    region: str
    device: str = field(repr=False)
    token: str = field(repr=False)
    network: str = field(repr=False)
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Limit:
    """How many pledges may carry the same mark.

    Attributes:
        mark: A device or an address as the day's key hides it, 64 characters.
        most: How many count.
        refusal: Why one more does not.
    """

    mark: str
    most: int
    refusal: Refusal


def token_for(device: str, at: datetime, key: str) -> str:
    """Return what a page opened by a device at an instant carries.

    Args:
        device: What the device's cookie holds.
        at: Instant the page was opened, aware.
        key: Secret of the day.
    """
    opened = str(round(at.timestamp() * 1000))
    return f"{opened}.{_mark(key, 'page', device, opened)}"


def fault_of(pledge: Pledge, key: str) -> Refusal | None:
    """Return what is wrong with the token of a pledge, or None."""
    opened, _, mark = pledge.token.partition(".")
    expected = _mark(key, "page", pledge.device, opened)
    if not pledge.device or not hmac.compare_digest(_bytes(mark), expected.encode()):
        return Refusal.UNSEALED
    age = pledge.at - datetime.fromtimestamp(int(opened) / 1000, pledge.at.tzinfo)
    if age < SOONEST:
        return Refusal.EARLY
    return Refusal.LATE if age > LONGEST else None


def limits_on(pledge: Pledge, key: str) -> tuple[Limit, ...]:
    """Return the limits that a pledge has to keep, the narrowest first."""
    minute = pledge.at.strftime("%H:%M")
    network = pledge.network
    return (
        Limit(_mark(key, "device", pledge.device), OF_A_DEVICE, Refusal.TWICE),
        Limit(
            _mark(key, "network a minute", network, minute),
            OF_A_NETWORK_A_MINUTE,
            Refusal.NETWORK,
        ),
        Limit(_mark(key, "network", network), OF_A_NETWORK, Refusal.NETWORK),
        Limit(_mark(key, "all a minute", minute), OF_ALL_A_MINUTE, Refusal.CEILING),
    )


def _mark(key: str, *parts: str) -> str:
    told = b"\n".join(map(_bytes, parts))
    return hmac.new(key.encode(), told, sha256).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
