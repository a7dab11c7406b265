"""Scored pairs, as arrays while they are many and as objects where someone reads them."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.grouping.evidence import Evidence, Measures, Pairs
from reconcile.grouping.scoring import SCORER, LogOdds

_PAIRS_AT_ONCE = 10_000


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

    def where(self, mask: NDArray[np.bool_]) -> "ScoredPairs":
        """Only the pairs for which `mask` is true."""
        return ScoredPairs(self.left[mask], self.right[mask], self.log_odds[mask])


def score_pairs(
    left: Pairs, right: Pairs, *, evidence: Evidence, days: NDArray[np.float64], jobs: int = 1
) -> ScoredPairs:
    """Measure pairs exactly and score them."""
    count = days.size
    if left.size and left.size == count * (count - 1) // 2:
        measures = evidence.measure_all()
    else:
        measures = _measure(left, right, evidence, jobs)
    log_odds = SCORER.log_odds(
        measures,
        gaps=np.abs(days[left] - days[right]),
        lengths=np.sqrt(evidence.lengths[left] * evidence.lengths[right]),
    )
    return ScoredPairs(left, right, log_odds)


def _measure(left: Pairs, right: Pairs, evidence: Evidence, jobs: int) -> Measures:
    parts = [slice(low, low + _PAIRS_AT_ONCE) for low in range(0, left.size, _PAIRS_AT_ONCE)]

    def measure(part: slice) -> Measures:
        return evidence.measure(left[part], right[part])

    if not parts:
        return evidence.measure(left, right)
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        return np.concatenate(list(pool.map(measure, parts)))
