"""Two things found side by side that are one: the ends of a range, a day and its year."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from attrs import evolve

from reconcile.languages.mentions import TimeMention
from reconcile.values import Clock

_Found = TypeVar("_Found")


def join_neighbours(
    found: Iterable[_Found], join: Callable[[_Found, _Found], _Found | None]
) -> list[_Found]:
    """What was found, in its order, each made one with what stands before it where they are one.

    Args:
        found: Things in order of place.
        join: The whole that two neighbours are, or None where they are two.

    >>> join_neighbours([1, 2, 5, 6], lambda left, right: right if right == left + 1 else None)
    [2, 6]
    """
    joined: list[_Found] = []
    for one in found:
        whole = join(joined[-1], one) if joined else None
        if whole is None:
            joined.append(one)
        else:
            joined[-1] = whole
    return joined


def join_times(
    found: Iterable[TimeMention], folded: str, *, link: re.Pattern[str]
) -> list[TimeMention]:
    """Times of day, two of them one where only a `link` such as "to" stands between."""

    def join(left: TimeMention, right: TimeMention) -> TimeMention | None:
        rises = left.clock.low < right.clock.high
        if not rises or link.fullmatch(folded, left.end, right.start) is None:
            return None
        clock = Clock(low=left.clock.low, high=right.clock.high)
        return evolve(left, end=right.end, clock=clock)

    return join_neighbours(found, join)
