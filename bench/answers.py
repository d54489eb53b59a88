"""Answers to one visitor: unchanged data, a step of the day, an edit by others."""

import asyncio
from collections.abc import Callable, Mapping, Sequence

from bench.effort import Effort
from bench.figures import Finding, limit, median, ratio, shown
from bench.reruns import Block, Subject, after_edits, closed_loop, day_steps

NAIVE_BUDGET, BARE_BUDGET = 1 / 12, 0.40  # times the baseline
CPU_BUDGET, STEP_BUDGET, EDIT_BUDGET = 15.0, 40.0, 60.0  # milliseconds

Blocks = Mapping[str, list[Block]]


def findings(
    bare: Subject, naive: Subject, screens: Sequence[Subject], effort: Effort
) -> list[Finding]:
    """Measure reruns of unchanged screens, and steps of the as-of day."""
    subjects = [bare, naive, *screens]
    blocks = asyncio.run(closed_loop(subjects, effort.rounds, effort.reruns))
    steps = asyncio.run(day_steps(screens, effort.steps))
    return [
        _plain(bare, blocks),
        _plain(naive, blocks),
        *(
            finding
            for screen in screens
            for finding in _unchanged(screen, bare, naive, blocks)
        ),
        *(_stepped(screen, steps[screen.name]) for screen in screens),
    ]


def edited(
    screens: Sequence[Subject], edit: Callable[[], None], count: int
) -> list[Finding]:
    """Measure the first rerun of each screen after an edit by someone else."""
    return [
        limit(
            f"First rerun of {screen.name} after an edit",
            (block := asyncio.run(after_edits(screen, edit, count))).ms,
            EDIT_BUDGET,
            "ms",
            f"CPU {block.cpu_ms:.0f} ms",
        )
        for screen in screens
    ]


def _plain(subject: Subject, blocks: Blocks) -> Finding:
    own = blocks[subject.name]
    return Finding(
        topic=f"Rerun of *{subject.name}*, one session",
        measured=f"{shown(_ms(own))} ms (CPU {shown(_cpu_ms(own))} ms)",
    )


def _unchanged(
    screen: Subject, bare: Subject, naive: Subject, blocks: Blocks
) -> list[Finding]:
    own, topic = blocks[screen.name], f"Rerun of {screen.name}, one session"
    times = [block.ms for block in own]
    to_naive = ratio(times, [block.ms for block in blocks[naive.name]])
    to_bare = ratio(times, [block.ms for block in blocks[bare.name]])
    aside = f"{shown(_ms(own))} ms, {own[-1].size / 1000:.0f} kB"
    return [
        limit(topic, to_naive, round(NAIVE_BUDGET, 3), "× *naive*", aside),
        limit(topic, to_bare, BARE_BUDGET, "× *bare*"),
        limit(topic, _cpu_ms(own), CPU_BUDGET, "ms CPU"),
    ]


def _stepped(screen: Subject, block: Block) -> Finding:
    topic = f"One step of the as-of day on {screen.name}"
    return limit(topic, block.ms, STEP_BUDGET, "ms", f"CPU {block.cpu_ms:.0f} ms")


def _ms(blocks: Sequence[Block]) -> float:
    return median(block.ms for block in blocks)


def _cpu_ms(blocks: Sequence[Block]) -> float:
    return median(block.cpu_ms for block in blocks)
