"""Exact resemblance: how many shingles two articles share."""

import numpy as np
from numpy.typing import NDArray

from reconcile.text.shingles import ShingleBatch

Counts = NDArray[np.int64]


def count_shared(sets: ShingleBatch, left: Counts, right: Counts) -> Counts:
    """How many shingles the two sets of each pair share, shape (p,).

    Args:
        sets: Shingle sets, each sorted.
        left, right: Positions of the two articles of each pair, shape (p,).
    """
    from scipy.sparse import csr_array  # noqa: PLC0415  (slow to import)

    columns = (sets.hashes >> np.uint64(1)).view(np.int64)
    ones = np.ones(len(columns), dtype=np.int8)
    rows = csr_array((ones, columns, sets.offsets), shape=(len(sets), np.iinfo(np.int64).max))
    rows.has_canonical_format = True
    both = rows[left].multiply(rows[right])
    bounds: Counts = both.indptr.astype(np.int64)
    return np.diff(bounds)


def count_all_shared(sets: ShingleBatch) -> tuple[Counts, Counts, Counts]:
    """All pairs of articles that share a shingle, and how many they share.

    For few articles: the time is that of all pairs within each shingle.

    Returns:
        Left and right positions, left < right, and the number of shared shingles.
    """
    count = len(sets)
    order = np.argsort(sets.hashes, kind="stable")
    hashes, articles = sets.hashes[order], sets.owners[order]
    shared = np.zeros(count * count, dtype=np.int64)
    first = np.arange(len(hashes))
    for gap in range(1, count):
        first = first[: np.searchsorted(first, len(hashes) - gap)]
        first = first[hashes[first] == hashes[first + gap]]
        if not len(first):
            break
        codes = articles[first] * count + articles[first + gap]
        shared += np.bincount(codes, minlength=count * count)
    codes = np.flatnonzero(shared)
    return codes // count, codes % count, shared[codes]


def jaccard(shared: Counts, left: Counts, right: Counts) -> NDArray[np.float64]:
    """Shared shingles over all shingles of both sets, from the number shared and the two sizes."""
    return shared / (left + right - shared)


def containment(shared: Counts, left: Counts, right: Counts) -> NDArray[np.float64]:
    """Shared shingles over those of the smaller set, from the number shared and the two sizes."""
    return shared / np.minimum(left, right)
