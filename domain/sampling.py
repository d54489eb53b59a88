"""Size of the sample for the factual check of members."""

from fractions import Fraction

CHI_SQUARE = Fraction("3.841")
"""Chi-square of one degree of freedom at 95 % confidence."""

PROPORTION = Fraction("0.5")
"""Expected proportion, the one that asks for the largest sample."""

MARGIN = Fraction("0.05")
"""Margin of error."""


def krejcie_morgan(population: int) -> int:
    """Return how many members to visit, given how many a party submitted.

    The exact size is rounded to the nearest whole member, halves up, as the published
    table does (15 members give 14, not 15).

    Args:
        population: Members submitted in one kab/kota; at least 0.

    Raises:
        ValueError: The population is negative.

    Source: PKPU 4/2022, article 85; Krejcie and Morgan (1970), 95 %, 5 %.
    """
    if population < 0:
        raise ValueError(f"a party cannot have {population} members")
    variance = CHI_SQUARE * PROPORTION * (1 - PROPORTION)
    exact = variance * population / (MARGIN**2 * (population - 1) + variance)
    return int(exact + Fraction(1, 2))
