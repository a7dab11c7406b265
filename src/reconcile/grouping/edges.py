"""Pairs of articles, measured exactly and scored."""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from reconcile.grouping.evidence import Evidence, Measures, Pairs
from reconcile.grouping.scoring import SCORER, LogOdds
from reconcile.grouping.storydays import Days, find_early, find_opening, nearest, opens_elsewhen
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

    def joined(self, other: "ScoredPairs") -> "ScoredPairs":
        """The pairs of both, in ascending order."""
        left, right = np.r_[self.left, other.left], np.r_[self.right, other.right]
        order = np.lexsort((right, left))
        log_odds = np.r_[self.log_odds, other.log_odds]
        return ScoredPairs(left[order], right[order], log_odds[order])


@frozen(kw_only=True, eq=False)
class Material:
    """Everything that pairs are measured on, one entry for each article.

    Args:
        views: The articles.
        evidence: Their weighted features.
        days: Days of publication, not a number where there is none, shape (a,).
        lead_ends: Where each lead ends in the view's text, shape (a,).
        early_ends: Where the first `EARLY_WORDS` words end, shape (a,).
    """

    views: Sequence[View] = field(repr=False)
    evidence: Evidence = field(repr=False)
    days: NDArray[np.float64] = field(repr=False)
    lead_ends: NDArray[np.int64] = field(repr=False)
    early_ends: NDArray[np.int64] = field(repr=False)
    _openings: dict[int, Days | None] = field(factory=dict, init=False, repr=False)
    _early: dict[int, tuple[Days, ...]] = field(factory=dict, init=False, repr=False)

    def opening(self, number: int) -> Days | None:
        """The first day of an article's lead, found once."""
        if number not in self._openings:
            end = int(self.lead_ends[number])
            self._openings[number] = find_opening(self.views[number], end)
        return self._openings[number]

    def early(self, number: int) -> tuple[Days, ...]:
        """The days an article states early on, found once."""
        if number not in self._early:
            end = int(self.early_ends[number])
            self._early[number] = find_early(self.views[number], end)
        return self._early[number]

    def distance(self, one: int, other: int) -> int | None:
        """Days between what two texts state early on; None when it does not count.

        When both are dated, publication says how far apart they are.
        """
        dated = not np.isnan(self.days[one] + self.days[other])
        return None if dated else nearest(self.early(one), self.early(other))

    def elsewhen(self, one: int, other: int) -> bool:
        """Whether two articles open with days that exclude one another, one of them a span."""
        return opens_elsewhen(self.opening(one), self.opening(other))


def score_pairs(
    left: Pairs,
    right: Pairs,
    *,
    material: Material,
    jobs: int = 1,
    progress: Progress | None = None,
) -> ScoredPairs:
    """Measure pairs exactly and score them.

    Args:
        left, right: Numbers of the articles of each pair.
        material: What they are measured on.
        jobs: Threads to use.
        progress: Told how many pairs are done.
    """
    evidence, days = material.evidence, material.days
    if left.size and left.size == math.comb(days.size, 2):
        measures = evidence.measure_all()
    else:
        measures = _measure(left, right, evidence, jobs, progress)
    lengths = np.sqrt(evidence.lengths[left] * evidence.lengths[right])
    likeness = SCORER.likeness(measures, lengths=lengths)
    against = SCORER.publication_against(np.abs(days[left] - days[right]))
    for pair in np.flatnonzero(likeness > _HOPELESS).tolist():
        one, other = int(left[pair]), int(right[pair])
        distance, elsewhen = material.distance(one, other), material.elsewhen(one, other)
        against[pair] += SCORER.story_against(distance, elsewhen=elsewhen)
    return ScoredPairs(left, right, SCORER.weigh_against(likeness, against))


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
