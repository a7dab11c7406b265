"""Times of day that every language reads alike: their bounds, and two of them that are one."""

import re
from collections.abc import Iterable

from attrs import evolve

from reconcile.languages.mentions import TimeMention
from reconcile.languages.neighbours import join_neighbours
from reconcile.values import Clock

_DAY = 24 * 60


def clock_between(low: int, high: int) -> Clock:
    """The time of day between two minutes, which may lie beyond either midnight.

    "Nearly midnight" lies wholly in the day before and "past 23:59" in the day after, so both are
    read on that day's clock; what lies on both sides of midnight is cut off there.

    >>> [str(clock_between(*ends)) for ends in ((-59, -1), (1440, 1498), (-30, 30))]
    ['23:01–23:59', '00:00–00:58', '00:00–00:30']
    """
    if high < 0 or low >= _DAY:
        low, high = low % _DAY, high % _DAY
    return Clock(low=max(0, low), high=min(high, _DAY - 1))


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
