"""Growth: the same screens on the demonstration and on a national database."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import URL

from bench import plans
from bench.effort import Effort
from bench.figures import Finding, median, ratio, shown
from bench.reruns import Block, Subject, closed_loop, day_steps

TOLERANCE = 1.15  # two runs of the same page differ by this much
FEW_ROWS = 100


def findings(
    small: Sequence[Subject], large: Sequence[Subject], effort: Effort
) -> list[Finding]:
    """Compare reruns of the screens on both databases, interleaved.

    Args:
        small: Screens on the demonstration.
        large: The same screens, in the same order, on the national database.
        effort: Number of rounds and reruns.
    """
    pairs = list(zip(small, large, strict=True))
    subjects = [subject for pair in pairs for subject in pair]
    blocks = asyncio.run(closed_loop(subjects, effort.rounds, effort.reruns))
    steps = asyncio.run(day_steps(small, effort.steps))
    far_steps = asyncio.run(day_steps(large, effort.steps))
    return [
        finding
        for near, far in pairs
        for finding in (
            _grown(near.name, blocks[near.name], blocks[far.name]),
            _stepped(near.name, steps[near.name], far_steps[far.name]),
        )
    ]


def scans(url: URL) -> tuple[Finding, str]:
    """Return whether a read scans a table of more than a few rows, and all plans.

    Args:
        url: Address of the national database.
    """
    explained = plans.explain(url)
    scanned = {name: plan.read for plan in explained for name in plan.scans}
    rows = {name: plans.rows_in(url, name) for name in scanned}
    words = [f"{scanned[name]} ({name}, {count} rows)" for name, count in rows.items()]
    finding = Finding(
        topic=f"Reads that scan a table, of {len(explained)}",
        budget=f"only tables of at most {FEW_ROWS} rows",
        measured=f"{'; '.join(words) or 'none'} ([query plans](query-plans.md))",
        is_met=all(count <= FEW_ROWS for count in rows.values()),
    )
    return finding, plans.page(explained)


def _grown(name: str, near: Sequence[Block], far: Sequence[Block]) -> Finding:
    sent = median(b.size for b in far) / median(b.size for b in near)
    times = ratio([block.ms for block in far], [block.ms for block in near])
    most = max(1.0, sent) * TOLERANCE
    return Finding(
        topic=f"Rerun of {name}, national database",
        budget=f"at most {shown(most)} × (it sends {shown(sent)} × as much)",
        measured=f"{shown(times)} × ({shown(median(b.ms for b in far))} ms)",
        is_met=times <= most,
    )


def _stepped(name: str, near: Block, far: Block) -> Finding:
    return Finding(
        topic=f"One step of the as-of day on {name}, national database",
        measured=f"{shown(far.ms / near.ms)} × ({shown(far.ms)} ms)",
    )
