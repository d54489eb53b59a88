"""What a benchmark says of its figures: medians, percentiles, and verdicts."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report.

    Attributes:
        topic: What was measured.
        budget: The budget in words; empty where there is none.
        measured: The figures, with their units.
        is_met: Whether the budget holds; None where there is none.
    """

    topic: str
    budget: str = ""
    measured: str
    is_met: bool | None = None


def median(values: Iterable[float]) -> float:
    """Return the middle of the values, robust against single slow ones."""
    return statistics.median(values)


def percentile_95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def ratio(values: Sequence[float], others: Sequence[float]) -> float:
    """Return the median of the ratios of values measured in the same rounds."""
    return median(a / b for a, b in zip(values, others, strict=True))


def shown(value: float) -> str:
    """Return a figure with three significant digits, never as a power of ten."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def limit(topic: str, value: float, most: float, unit: str, aside: str = "") -> Finding:
    """Return the finding on a figure that must not exceed a limit.

    Args:
        topic: What was measured.
        value: The figure.
        most: Largest figure that meets the budget.
        unit: Unit of both, such as `ms`; empty for a ratio.
        aside: Further figures, shown in brackets.
    """
    tail = f" {unit}" if unit else ""
    return Finding(
        topic=topic,
        budget=f"at most {most:g}{tail}",
        measured=f"{shown(value)}{tail}" + (f" ({aside})" if aside else ""),
        is_met=value <= most,
    )
