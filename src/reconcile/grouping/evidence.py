"""What two articles share, weighted: exact, for every pair that was proposed."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from attrs import field, frozen
from numpy.typing import NDArray

from reconcile.grouping.background import Hashes
from reconcile.grouping.features import KINDS, WORDS, Occurrences

Pairs = NDArray[np.int64]
Measures = NDArray[np.float64]

# The background counts as much as this many articles of the collection itself.
BACKGROUND_ARTICLES = 100

# A feature's key has 52 bits, the kind in the top three; 12 bits above it hold the article's number
# while the features of a few thousand articles are counted.
_ROW_SHIFT, _KIND_SHIFT = np.uint64(52), np.uint64(49)
_KEY_MASK, _HASH_MASK = np.uint64(2**52 - 1), np.uint64(2**49 - 1)
ARTICLES_AT_ONCE = 2**10
_MOST_COUNTED = 255


@frozen(kw_only=True, eq=False)
class Counts:
    """How often each of some articles has each of its features.

    Args:
        indptr: Where each article's entries begin, int64, shape (a + 1,).
        keys: Features, ascending and unique within an article, uint64, shape (e,).
        counts: Occurrences in the article, 1 to 255, uint8, shape (e,).
        shares: Background shares, float16, shape (e,).
    """

    indptr: NDArray[np.int64]
    keys: Hashes
    counts: NDArray[np.uint8]
    shares: NDArray[np.float16]


@frozen(eq=False)
class Evidence:
    """Weighted features of every article.

    Args:
        matrix: Articles by features; within each kind a row has length 1, so that the product of
            two rows over the features of one kind is their cosine.
        keys: The features, uint64, ascending, shape (features,); see `kinds_of`.
        lengths: Content words of each article, at least 1, float64, shape (a,).
    """

    matrix: sp.csr_matrix
    keys: Hashes = field(repr=False)
    lengths: NDArray[np.float64] = field(repr=False)

    def measure(self, left: Pairs, right: Pairs) -> Measures:
        """The cosines of pairs of articles by kind, and how many words they share.

        Returns:
            Shape (p, kinds + 1); the last column counts the distinct content words of both.
        """
        shared = self.matrix[left].multiply(self.matrix[right]).tocsr()
        cells = np.repeat(np.arange(left.size), np.diff(shared.indptr)) * len(KINDS)
        cells += kinds_of(self.keys[shared.indices])
        sums = np.bincount(cells, weights=shared.data, minlength=left.size * len(KINDS))
        breadth = np.bincount(cells, minlength=left.size * len(KINDS))[WORDS :: len(KINDS)]
        cosines = np.clip(sums.reshape(left.size, len(KINDS)), 0, 1)
        return np.column_stack([cosines, breadth])

    def measure_all(self) -> Measures:
        """The same for every pair of articles in the order of `numpy.triu_indices`.

        For collections of a few hundred, where one product of matrices is quickest.
        """
        upper = np.triu_indices(self.matrix.shape[0], k=1)
        measures = np.zeros((upper[0].size, len(KINDS) + 1))
        columns = self.matrix.tocsc()
        kinds = kinds_of(self.keys)
        for kind in range(len(KINDS)):
            part = columns[:, np.flatnonzero(kinds == kind)].tocsr()
            measures[:, kind] = np.clip((part @ part.T).toarray()[upper], 0, 1)
            if kind == WORDS:
                part.data = np.ones_like(part.data)
                measures[:, -1] = (part @ part.T).toarray()[upper]
        return measures


def kinds_of(keys: Hashes) -> NDArray[np.int64]:
    """The number of each feature's kind in `KINDS`."""
    kinds: NDArray[np.int64] = (keys >> _KIND_SHIFT).astype(np.int64)
    return kinds


def feature_keys(occurrences: Occurrences) -> Hashes:
    """The key of each feature found: its kind and 49 bits of its hash."""
    kinds = occurrences.kinds.astype(np.uint64) << _KIND_SHIFT
    keys: Hashes = kinds | (occurrences.hashes & _HASH_MASK)
    return keys


def count_features(occurrences: Occurrences) -> Counts:
    """Count each article's features; for up to `ARTICLES_AT_ONCE` articles."""
    packed = (occurrences.rows.astype(np.uint64) << _ROW_SHIFT) | feature_keys(occurrences)
    unique, first, counts = np.unique(packed, return_index=True, return_counts=True)
    rows = (unique >> _ROW_SHIFT).astype(np.int64)
    return Counts(
        indptr=np.searchsorted(rows, np.arange(occurrences.articles + 1)),
        keys=unique & _KEY_MASK,
        counts=np.minimum(counts, _MOST_COUNTED).astype(np.uint8),
        shares=occurrences.shares[first].astype(np.float16),
    )


def weigh_features(parts: Sequence[Counts]) -> Evidence:
    """Weigh every feature by how rare it is, in the background and in the collection together.

    A feature that one article alone has is evidence for nothing; it counts in the article's
    length and is then left out.

    Args:
        parts: The counts of all articles, a stretch of them in each.
    """
    articles = sum(part.indptr.size - 1 for part in parts)
    keys, found_in = np.unique(np.concatenate([part.keys for part in parts]), return_counts=True)
    shared = found_in > 1
    keys, found_in = keys[shared], found_in[shared]
    weighed = [_weigh(part, keys, found_in, articles) for part in parts]
    matrix = sp.vstack([rows for rows, _ in weighed], format="csr")
    return Evidence(matrix, keys, np.concatenate([lengths for _, lengths in weighed]))


def _weigh(
    part: Counts, keys: Hashes, found_in: NDArray[np.int64], articles: int
) -> tuple[sp.csr_matrix, NDArray[np.float64]]:
    """The rows of some articles, and how many content words each of them has."""
    rows = np.repeat(np.arange(part.indptr.size - 1), np.diff(part.indptr))
    # Looked up in their order, so that what is near in the table is looked up together: in the
    # order of articles every look-up in a table of millions waits for memory.
    own, place = np.unique(part.keys, return_inverse=True)
    columns = np.searchsorted(keys, own)[place]
    columns[columns == keys.size] = 0
    known = keys[columns] == part.keys if keys.size else np.zeros(rows.size, bool)
    found = np.where(known, found_in[columns], 1) if keys.size else np.ones(rows.size)
    expected = BACKGROUND_ARTICLES * part.shares.astype(np.float64) + found
    rarity = np.maximum(np.log((BACKGROUND_ARTICLES + articles) / expected), 0)
    weights = (1 + np.log(part.counts, dtype=np.float64)) * rarity

    kinds = kinds_of(part.keys)
    size = part.indptr.size - 1
    cells = rows * len(KINDS) + kinds
    squares = np.bincount(cells, weights=weights**2, minlength=size * len(KINDS))
    kept = known & (weights > 0)
    weights = weights[kept] / np.sqrt(squares[cells[kept]])
    indptr = np.concatenate([[0], np.cumsum(np.bincount(rows[kept], minlength=size))])
    shape = (size, keys.size)
    matrix = sp.csr_matrix((weights.astype(np.float32), columns[kept], indptr), shape=shape)
    content = np.where(kinds == WORDS, part.counts, 0)
    return matrix, np.maximum(np.bincount(rows, weights=content, minlength=size), 1)
