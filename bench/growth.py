"""Growth: the same screens on the demonstration and on a national database."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import URL

from bench import plans
from bench.effort import Effort
from bench.figures import Finding, median, ratio, shown
from bench.plans import Plan
from bench.reruns import Block, Subject, closed_loop, day_steps

TOLERANCE = 1.15  # two runs of the same page differ by this much
FEW_ROWS = 100


@dataclass(frozen=True, slots=True)
class Scan:
    """A table that a read goes through as a whole.

    Attributes:
        read: Name of the read.
        table: Name of the table.
        rows: Rows of the table.
        returned: Rows that the read returned.
    """

    read: str
    table: str
    rows: int
    returned: int

    @property
    def is_needed(self) -> bool:
        """Return whether the read returns at least half of the rows."""
        return 2 * self.returned >= self.rows

    def __str__(self) -> str:
        """Return the scan in the words of the report."""
        return f"{self.read} returns {self.returned} of {self.rows} rows ({self.table})"


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
    names = {name for plan in explained for name in plan.scans}
    sizes = {name: plans.rows_in(url, name) for name in names}
    return scanning(explained, sizes), plans.page(explained)


def scanning(explained: Sequence[Plan], sizes: Mapping[str, int]) -> Finding:
    """Return whether a read scans a table that it need not.

    A scan is needed where the read returns at least half of the rows it goes through.

    Args:
        explained: The reads.
        sizes: Rows of each table that one of them scans, by its name.
    """
    scans = [
        Scan(plan.read, table, sizes[table], returned)
        for plan in explained
        for table, returned in plan.scans.items()
    ]
    large = [scan for scan in scans if scan.rows > FEW_ROWS]
    words = [f"{len(scans) - len(large)} scan a table of at most {FEW_ROWS} rows"]
    words += [str(scan) for scan in large]
    return Finding(
        topic=f"Reads that scan a table, of {len(explained)}",
        budget=f"only tables of at most {FEW_ROWS} rows, or where half are returned",
        measured=f"{'; '.join(words)} ([query plans](query-plans.md))",
        is_met=all(scan.is_needed for scan in large),
    )


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
