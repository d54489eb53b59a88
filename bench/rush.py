"""Eight people who save at the same moment: rows of their own, or all the same."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from threading import Barrier

from sqlalchemy import URL

from bench import people
from bench.figures import Finding, median, shown
from data_access.accounts import identify
from data_access.changes import VersionConflict
from data_access.database import engine_for
from data_access.milestone_recording import OpenedMilestone, record_milestone
from data_access.recording import Errand
from data_access.timeline import read_milestones
from domain.recording import edit_of
from domain.timeline import Milestone

PEOPLE = 8
ELECTION = "pemilu-2024"
DAY = date(2022, 9, 8)
SAVED, MERGE, FAILED = "saved", "offered the merge", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What became of eight saves.

    Attributes:
        outcomes: How many were saved, offered the merge, or failed.
        ms: Until the last of the eight knew, in milliseconds.
    """

    outcomes: Counter[str]
    ms: float


def findings(url: URL, kind: str, rounds: int) -> list[Finding]:
    """Let eight people save in rounds, through what the screen calls.

    Args:
        url: A database with the demonstration.
        kind: Its kind, for the report.
        rounds: Number of rounds of either sort.
    """
    tokens = [people.sign_in(url, f"staf{place}") for place in range(PEOPLE)]
    apart = [_round(url, tokens, _known(url)[:PEOPLE]) for _ in range(rounds)]
    same = [_round(url, tokens, _known(url)[:1] * PEOPLE) for _ in range(rounds)]
    return [
        judged(
            f"Eight save eight rows at once on {kind}", "all succeed", apart, PEOPLE
        ),
        judged(
            f"Eight save the same row at once on {kind}",
            "one succeeds, seven are offered the merge",
            same,
            1,
        ),
    ]


def judged(topic: str, budget: str, rounds: Sequence[Round], saved: int) -> Finding:
    """Return the finding on rounds in each of which so many are to be saved."""
    due = Counter({SAVED: saved, MERGE: PEOPLE - saved})
    total: Counter[str] = sum((each.outcomes for each in rounds), Counter())
    words = ", ".join(f"{count} {outcome}" for outcome, count in total.items())
    slowest = shown(median(each.ms for each in rounds))
    return Finding(
        topic=topic,
        budget=budget,
        measured=f"{words} in {len(rounds)} rounds (the last after {slowest} ms)",
        is_met=all(each.outcomes == due for each in rounds),
    )


def _round(url: URL, tokens: Sequence[str], rows: Sequence[Milestone]) -> Round:
    saves = [_saving(url, token, row) for token, row in zip(tokens, rows, strict=True)]
    barrier = Barrier(PEOPLE + 1)

    def save(act: Callable[[], object]) -> str:
        barrier.wait()
        try:
            act()
        except VersionConflict:
            return MERGE
        except Exception:  # noqa: BLE001 - the report tells how many failed
            return FAILED
        return SAVED

    with ThreadPoolExecutor(PEOPLE) as office:
        waiting = [office.submit(save, act) for act in saves]
        barrier.wait()
        started = time.perf_counter()
        outcomes = Counter(each.result() for each in waiting)
        return Round(outcomes=outcomes, ms=(time.perf_counter() - started) * 1000)


def _saving(url: URL, token: str, row: Milestone) -> Callable[[], object]:
    now = datetime.now(UTC)
    errand = Errand(
        identify=identify(token, now), reason="weekly report", at=now, known_on=DAY
    )
    opened = OpenedMilestone(election=ELECTION, code=row.code, version=row.version)
    edit = replace(edit_of(row), remark=f"saved at {now}")
    engine = engine_for(url)
    return lambda: record_milestone(engine, errand, opened, edit, corrects_closed=True)


def _known(url: URL) -> tuple[Milestone, ...]:
    with engine_for(url).connect() as connection:
        return read_milestones(connection, ELECTION, DAY)
