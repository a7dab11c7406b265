"""Candidate copies from signatures: two articles that agree on a whole band of one.

Of b bands with r rows each, two articles with resemblance s agree on at least one with chance
1 - (1 - s^r)^b (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).
"""

from functools import cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.similarity.minhash import Values
from reconcile.similarity.runs import CROWD, PairSet, neighbours, sort_keyed
from reconcile.text.scanning import BASE, mix, powers

_TARGET = 0.98  # mean chance to find a pair whose resemblance is at the threshold or above


@frozen
class Banding:
    """How signatures are cut: `bands` bands of `rows` values each."""

    bands: int
    rows: int

    def recall(self, jaccard: float) -> float:
        """The chance that a pair of this resemblance becomes a candidate.

        >>> [round(Banding(32, 4).recall(s), 3) for s in (0.2, 0.5, 0.6, 0.8)]
        [0.05, 0.873, 0.988, 1.0]
        """
        return float(1 - (1 - jaccard**self.rows) ** self.bands)

    def mean_recall(self, threshold: float) -> float:
        """The same, over pairs spread evenly from a threshold to 1."""
        steps = 200
        points = [threshold + (1 - threshold) * (i + 0.5) / steps for i in range(steps)]
        return sum(map(self.recall, points)) / steps


@cache
def choose_banding(threshold: float, num_perm: int) -> Banding:
    """The narrowest net that misses few: most rows with a mean recall of 98 % above a threshold.

    >>> choose_banding(0.5, 128)
    Banding(bands=32, rows=4)
    """
    for rows in range(num_perm, 1, -1):
        banding = Banding(num_perm // rows, rows)
        if banding.mean_recall(threshold) >= _TARGET:
            return banding
    return Banding(num_perm, 1)


def propose_by_bands(
    values: Values, banding: Banding, *, found: PairSet, crowd: int = CROWD
) -> None:
    """Add the pairs of rows that agree on a band.

    Args:
        values: Signatures, uint32 (n, num_perm).
        banding: How they are cut.
        found: What the pairs are added to.
        crowd: With how many followers at most one article is paired in a band.
    """
    count = len(values)
    owners = np.arange(count)
    for band in range(banding.bands):
        columns = values[:, band * banding.rows : (band + 1) * banding.rows]
        keys, articles = sort_keyed(_band_keys(columns), owners, articles=count)
        for first, second in neighbours(keys, crowd=crowd):
            found.add(articles[first], articles[second])


def key_factors(rows: int) -> NDArray[np.uint64]:
    """What the values of a band are multiplied with before they are added up to its key."""
    return powers(BASE, rows + 1)[1:]


def _band_keys(columns: Values) -> NDArray[np.uint64]:
    keys = np.zeros(len(columns), dtype=np.uint64)
    for column, factor in zip(columns.T, key_factors(columns.shape[1]), strict=True):
        keys += column * factor
    return mix(keys)
