"""Pairs of articles, measured exactly and scored."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.grouping.evidence import Evidence, Measures, Pairs
from reconcile.grouping.scoring import SCORER, LogOdds
from reconcile.grouping.storydays import StoryDays, find_story_days
from reconcile.text import View

# Log-odds by words below which days are not looked at: nothing they say could join the two.
_HOPELESS = -2.0
_PAIRS_AT_ONCE = 10_000

Progress = Callable[[str, int, int], None]


@frozen(kw_only=True, order=True)
class EventEdge:
    """Two articles that were compared, and how likely both cover one event.

    Args:
        left, right: Article ids, ``left < right``.
        score: Between 0 and 1.
    """

    left: str
    right: str
    score: float


@frozen(eq=False)
class ScoredPairs:
    """Pairs of articles with their log-odds, ``left < right``, in ascending order.

    Args:
        left, right: Numbers of the articles, shape (p,).
        log_odds: That both cover one event, shape (p,).
    """

    left: Pairs
    right: Pairs
    log_odds: LogOdds


def score_pairs(
    left: Pairs,
    right: Pairs,
    *,
    views: Sequence[View],
    evidence: Evidence,
    days: NDArray[np.float64],
    jobs: int = 1,
    progress: Progress | None = None,
) -> ScoredPairs:
    """Measure pairs exactly and score them.

    Args:
        left, right: Numbers of articles, rows of `evidence`.
        views: The articles.
        evidence: Their weighted features.
        days: Their days of publication, not a number where there is none.
        jobs: Threads to use.
        progress: Told how many pairs are done.
    """
    count = days.size
    if left.size and left.size == count * (count - 1) // 2:
        measures = evidence.measure_all()
    else:
        measures = _measure(left, right, evidence, jobs, progress)
    lengths = np.sqrt(evidence.lengths[left] * evidence.lengths[right])
    likeness = SCORER.likeness(measures, lengths=lengths)
    against = SCORER.publication_against(np.abs(days[left] - days[right]))
    story_days = cache(lambda number: find_story_days(views[number]))
    for pair in np.flatnonzero(likeness > _HOPELESS).tolist():
        one, other = int(left[pair]), int(right[pair])
        dated = not np.isnan(days[one] + days[other])
        against[pair] += days_against(story_days(one), story_days(other), dated=dated)
    return ScoredPairs(left, right, SCORER.weigh_against(likeness, against))


def days_against(one: StoryDays, other: StoryDays, *, dated: bool) -> float:
    """What the days that two texts state take away; their publication tells if both are dated."""
    distance = None if dated else one.distance(other)
    return SCORER.story_against(distance, elsewhen=one.opens_elsewhen(other))


def _measure(
    left: Pairs, right: Pairs, evidence: Evidence, jobs: int, progress: Progress | None
) -> Measures:
    def measure(low: int) -> Measures:
        part = slice(low, low + _PAIRS_AT_ONCE)
        return evidence.measure(left[part], right[part])

    parts = []
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for part in pool.map(measure, range(0, max(left.size, 1), _PAIRS_AT_ONCE)):
            parts.append(part)
            if progress is not None:
                done = min(len(parts) * _PAIRS_AT_ONCE, left.size)
                progress("comparing articles", done, left.size)
    return np.concatenate(parts)
