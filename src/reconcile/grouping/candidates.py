"""Which pairs of articles are worth exact evidence: every pair of a few, MinHash for many.

The signature is a MinHash of the article's most telling features only, and one row makes a band:
two articles are proposed when enough of their minima agree. Buckets are read in order of time and
capped, so the work grows with the number of articles and not with its square.
"""

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from reconcile.grouping.evidence import Evidence, Pairs
from reconcile.similarity.minhash import minima, permutations
from reconcile.text.shingles import ShingleBatch

# Up to so many articles every pair is compared.
ALL_PAIRS = 1000

SALIENT = 128  # the features of an article that its signature is made of
MINIMA = 64  # the length of the signature
AGREEING = 2  # minima that must agree
BEST = 40  # candidates of an article, those with most agreement
COMPLETED = 200  # articles of which all pairs are compared when any tie them together
NEIGHBOURS = 24  # articles compared with each one of a bucket, the next ones in time

_SEED = 1
_ARTICLES_AT_ONCE = 2**13
_NO_FEATURE = 0xFFFFFFFF
_TO_TOP = np.uint64(12)  # keys have 52 bits, signatures read the upper half of 64


def propose_pairs(
    evidence: Evidence, *, days: NDArray[np.float64], window: int
) -> tuple[Pairs, Pairs]:
    """Pairs of articles that may cover one event.

    Args:
        evidence: Weighted features of every article.
        days: Days of publication, not a number where there is none, shape (a,).
        window: Dated articles that lie further apart than so many days are never compared.

    Returns:
        Numbers of the articles, ``left < right``, each pair once, in ascending order.
    """
    count = days.size
    if count <= ALL_PAIRS:
        left, right = np.triu_indices(count, k=1)
    else:
        left, right = _agreeing_pairs(sign_salient(evidence), days)
    near = ~(np.abs(days[left] - days[right]) > window)
    return left[near], right[near]


def sign_salient(evidence: Evidence) -> NDArray[np.uint32]:
    """MinHash signatures over the most telling features, uint32, shape (a, MINIMA)."""
    count = evidence.matrix.shape[0]
    chosen = permutations(MINIMA, _SEED)
    parts = [
        minima(_salient(evidence, low, min(low + _ARTICLES_AT_ONCE, count)), chosen)
        for low in range(0, count, _ARTICLES_AT_ONCE)
    ]
    return np.concatenate(parts)


def _salient(evidence: Evidence, low: int, high: int) -> ShingleBatch:
    """The most telling features of a stretch of articles, the heaviest of each."""
    matrix = evidence.matrix
    begin, end = matrix.indptr[low], matrix.indptr[high]
    counts = np.diff(matrix.indptr[low : high + 1]).astype(np.int64)
    rows = np.repeat(np.arange(high - low, dtype=np.uint64), counts)
    # Weights are positive, so their bits sort as they do; ties stay in the order of the keys.
    lightness = ~matrix.data[begin:end].view(np.uint32)
    order = np.argsort((rows << np.uint64(32)) | lightness, kind="stable")
    ranks = np.arange(rows.size) - np.repeat(np.cumsum(counts) - counts, counts)
    salient = begin + order[ranks < SALIENT]
    offsets = np.concatenate([[0], np.cumsum(np.minimum(counts, SALIENT))])
    hashes = evidence.keys[matrix.indices[salient]] << _TO_TOP
    return ShingleBatch(offsets=offsets, hashes=hashes)


def _agreeing_pairs(
    signatures: NDArray[np.uint32], days: NDArray[np.float64]
) -> tuple[Pairs, Pairs]:
    count = days.size
    order_in_time = np.argsort(np.nan_to_num(days, nan=-np.inf), kind="stable")
    found: list[NDArray[np.int64]] = []
    for minimum in range(signatures.shape[1]):
        values = signatures[order_in_time, minimum]
        order = order_in_time[np.argsort(values, kind="stable")]
        bucket = signatures[order, minimum].astype(np.int64)
        empty = np.flatnonzero(bucket == _NO_FEATURE)
        bucket[empty] = -1 - empty  # an article without features agrees with none
        for step in range(1, NEIGHBOURS + 1):
            same = np.flatnonzero(bucket[step:] == bucket[:-step])
            if not same.size:
                break
            one, other = order[same], order[same + step]
            found.append(np.minimum(one, other) * count + np.maximum(one, other))
    everything = np.concatenate(found) if found else np.empty(0, np.int64)
    codes, agreeing = np.unique(everything, return_counts=True)
    codes, agreeing = codes[agreeing >= AGREEING], agreeing[agreeing >= AGREEING]
    left, right = codes // count, codes % count
    kept = _among_best(left, right, agreeing)
    return left[kept], right[kept]


def _among_best(left: Pairs, right: Pairs, agreeing: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each pair is one of the `BEST` with most agreement of either of its articles."""
    articles = np.concatenate([left, right])
    order = np.lexsort((-np.concatenate([agreeing, agreeing]), articles))
    counts = np.bincount(articles)
    ranks = np.empty(articles.size, np.int64)
    ranks[order] = np.arange(articles.size) - np.repeat(np.cumsum(counts) - counts, counts)
    of_left, of_right = (ranks < BEST).reshape(2, -1)
    best: NDArray[np.bool_] = of_left | of_right
    return best


def complete_pairs(
    left: Pairs,
    right: Pairs,
    *,
    promising: NDArray[np.bool_],
    days: NDArray[np.float64],
    window: int,
) -> tuple[Pairs, Pairs]:
    """The pairs that were not proposed although promising ones lead from one to the other.

    Only for the articles that promising pairs tie into sets of up to `COMPLETED`, so that a group
    is judged on all its pairs and not on those that signatures happened to propose.

    Args:
        left, right: The pairs that were compared.
        promising: Which of them may belong together.
        days: Days of publication, not a number where there is none, shape (a,).
        window: As for `propose_pairs`.
    """
    count = days.size
    ones = np.ones(int(promising.sum()), np.int8)
    shape = (count, count)
    graph = sp.csr_matrix((ones, (left[promising], right[promising])), shape=shape)
    labels = connected_components(graph, directed=False)[1]
    order = np.argsort(labels, kind="stable")
    sizes = np.bincount(labels)
    found = [np.empty((2, 0), np.int64)]
    for begin, size in zip((np.cumsum(sizes) - sizes).tolist(), sizes.tolist(), strict=True):
        if 2 < size <= COMPLETED:
            members = order[begin : begin + size]
            found.append(np.stack([members[side] for side in np.triu_indices(size, k=1)]))
    one, other = np.concatenate(found, axis=1)
    codes = np.setdiff1d(one * count + other, left * count + right)
    one, other = codes // count, codes % count
    near = ~(np.abs(days[one] - days[other]) > window)
    return one[near], other[near]
