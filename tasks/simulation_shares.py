"""Whole numbers that add up to a figure that was reported."""

from collections.abc import Sequence

from domain.sampling import krejcie_morgan


def apportion(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return whole shares of a total, in proportion, by the largest remainder."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(
        range(len(weights)), key=lambda at: -(total * weights[at] % whole)
    )
    for at in by_remainder[: total - sum(shares)]:
        shares[at] += 1
    return tuple(shares)


def members_for_samples(wishes: Sequence[int], total: int) -> tuple[int, ...]:
    """Return memberships near those wished whose samples add up to a total.

    The samples follow Krejcie and Morgan; members are moved one at a time, round-robin,
    towards the total.
    """
    members = list(wishes)
    at = 0
    while (missing := total - sum(map(krejcie_morgan, members))) != 0:
        step = 1 if missing > 0 else -1
        sample = krejcie_morgan(members[at])
        while krejcie_morgan(members[at]) == sample:
            members[at] += step
        at = (at + 1) % len(members)
    return tuple(members)
