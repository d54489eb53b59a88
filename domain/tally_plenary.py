"""What the plenary decides on a tally, and the minutes that say so."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.scan import LARGEST_SCAN, media_type_of, seal
from domain.tally import Tally, TallyOrigin, TallyState
from domain.tally_entry import Violations
from domain.typed_days import check_past
from domain.typed_text import MINUTES_NUMBER_LENGTHS, check_text
from domain.verification import Verdict
from domain.violation import Violation

SIGNER_LENGTHS = range(3, 501)
"""Characters of the names of those who signed. No source."""


class PlenaryRule(StrEnum):
    """A rule on a decision and its minutes."""

    SIMULATED = "simulated"  # made-up figures, which no plenary decides
    NOT_THE_LATEST = "not_the_latest"  # newer figures of the cell stand
    BEFORE_FIGURES = "before_figures"  # a plenary before the day of the figures
    NOT_A_HASH = "not_a_hash"  # of 64 hexadecimal digits, in lower case
    NEW_MINUTES = "new_minutes"  # a correction with the minutes it corrects
    NOT_A_SCAN = "not_a_scan"  # neither PDF nor PNG nor JPEG
    SCAN_TOO_LARGE = "scan_too_large"
    SCAN_OF_OTHER_MINUTES = "scan_of_other_minutes"  # its hash is not the one given


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the plenary decided on a tally, and the minutes that say so.

    Attributes:
        decided_on: Day of the plenary.
        verdict: Verdict of the kab/kota.
        minutes_number: Number of the minutes (berita acara).
        minutes_date: Day of the minutes.
        minutes_sha256: SHA-256 of the signed file, in hexadecimal, lower case.
        signers: Names of those who signed.
        scan: The signed file, where it is kept here; its hash is `minutes_sha256`.
    """

    decided_on: date
    verdict: Verdict
    minutes_number: str
    minutes_date: date
    minutes_sha256: str
    signers: str
    scan: bytes | None = None


def decided(tally: Tally, decision: Decision) -> Tally:
    """Return a tally with what the plenary decided on it."""
    return replace(
        tally,
        state=TallyState.DECIDED,
        verdict=decision.verdict,
        decided_on=decision.decided_on,
        minutes_number=decision.minutes_number,
    )


def check_origin(origin: TallyOrigin) -> Violations:
    """Return whether the figures are made up: no plenary decides on those."""
    if origin is not TallyOrigin.SIMULATED:
        return ()
    return (Violation(field="origin", value=origin, rule=PlenaryRule.SIMULATED),)


def check_latest(reported_on: date, latest: date) -> Violations:
    """Return whether newer figures of the cell stand than those to be decided.

    Args:
        reported_on: Day the figures to be decided refer to.
        latest: Day the figures refer to that the public sees.
    """
    if reported_on >= latest:
        return ()
    rule = PlenaryRule.NOT_THE_LATEST
    return (Violation(field="reported_on", value=reported_on, rule=rule),)


def check_new_minutes(
    decision: Decision, number: str | None, sha256: str | None
) -> Violations:
    """Return whether a correction comes with the minutes of what it corrects.

    Args:
        decision: The decision on the correction.
        number: Number of the minutes of the decided tally.
        sha256: Their SHA-256.
    """
    old = {"minutes_number": number, "minutes_sha256": sha256}
    return tuple(
        Violation(field=field, value=value, rule=PlenaryRule.NEW_MINUTES)
        for field, value in old.items()
        if getattr(decision, field) == value
    )


def check_decision(decision: Decision, reported_on: date, day: date) -> Violations:
    """Return every rule that a decision breaks.

    Args:
        decision: What was decided.
        reported_on: Day the decided figures refer to; no plenary comes before it.
        day: Day of the recording; no plenary comes after it.
    """
    days = ("decided_on", "minutes_date")
    return (
        *(
            broken
            for name in days
            for broken in check_past(name, getattr(decision, name), day)
        ),
        *(
            Violation(field=name, value=value, rule=PlenaryRule.BEFORE_FIGURES)
            for name in days
            if (value := getattr(decision, name)) < reported_on
        ),
        *check_text("minutes_number", decision.minutes_number, MINUTES_NUMBER_LENGTHS),
        *check_text("signers", decision.signers, SIGNER_LENGTHS, has_lines=True),
        *_check_hash(decision.minutes_sha256),
        *_check_scan(decision),
    )


def _check_hash(sha256: str) -> Violations:
    if re.fullmatch("[0-9a-f]{64}", sha256):
        return ()
    rule = PlenaryRule.NOT_A_HASH
    return (Violation(field="minutes_sha256", value=sha256, rule=rule),)


def _check_scan(decision: Decision) -> Violations:
    scan = decision.scan
    if scan is None:
        return ()
    rules = {
        PlenaryRule.SCAN_TOO_LARGE: len(scan) > LARGEST_SCAN,
        PlenaryRule.NOT_A_SCAN: media_type_of(scan) is None,
        PlenaryRule.SCAN_OF_OTHER_MINUTES: seal(scan) != decision.minutes_sha256,
    }
    return tuple(
        Violation(field="scan", value=len(scan), rule=rule)
        for rule, is_broken in rules.items()
        if is_broken
    )
