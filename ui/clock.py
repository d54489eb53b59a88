"""The office's clock; nothing else reads the time."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Asia/Makassar"  # WITA, the commission's seat in Mataram


def office_zone(environ: Mapping[str, str]) -> ZoneInfo:
    """Return the office's time zone.

    Raises:
        ZoneInfoNotFoundError: OFFICE_ZONE names no zone of the IANA database.
    """
    return ZoneInfo(environ.get("OFFICE_ZONE", DEFAULT_ZONE))


def now(zone: ZoneInfo) -> datetime:
    """Return the present instant, in the office's zone."""
    return datetime.now(zone)


def today(zone: ZoneInfo) -> date:
    """Return the day it is at the office."""
    return now(zone).date()
