"""What two articles share, weighted: exact, for every pair that was proposed."""

from collections.abc import Iterable

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

_ROW_SHIFT = np.uint64(52)  # 12 bits of a packed key are the article, 52 the feature
_KEY_MASK = np.uint64(2**52 - 1)
ARTICLES_AT_ONCE = 2**12


@frozen(kw_only=True, eq=False)
class Counts:
    """How often each article has each of its features.

    Args:
        indptr: Where each article's entries begin, int64, shape (a + 1,).
        keys: Features, ascending within an article, uint64, shape (e,).
        kinds: Numbers of their kinds, uint8, shape (e,).
        counts: Occurrences in the article, 1 or more, float32, shape (e,).
        shares: Background shares, float32, shape (e,).
    """

    indptr: NDArray[np.int64]
    keys: Hashes
    kinds: NDArray[np.uint8]
    counts: NDArray[np.float32]
    shares: NDArray[np.float32]

    def take(self, articles: NDArray[np.int64]) -> "Counts":
        """The counts of some articles, in the order given."""
        lengths = np.diff(self.indptr)[articles]
        indptr = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        shift = np.repeat(self.indptr[:-1][articles] - indptr[:-1], lengths)
        entries = np.arange(indptr[-1]) + shift
        return Counts(
            indptr=indptr,
            keys=self.keys[entries],
            kinds=self.kinds[entries],
            counts=self.counts[entries],
            shares=self.shares[entries],
        )


@frozen(eq=False)
class Evidence:
    """Weighted features of every article.

    Args:
        matrix: Articles by features; within each kind a row has length 1, so that the product of
            two rows over the features of one kind is their cosine.
        kinds: The kind of each feature, uint8, shape (features,).
        keys: The hash of each feature, uint64, ascending, shape (features,).
        lengths: Content words of each article, at least 1, float64, shape (a,).
    """

    matrix: sp.csr_matrix
    kinds: NDArray[np.uint8]
    keys: Hashes = field(repr=False)
    lengths: NDArray[np.float64] = field(repr=False)

    def measure(self, left: Pairs, right: Pairs) -> Measures:
        """The cosines of pairs of articles, one column for each kind, shape (p, kinds)."""
        shared = self.matrix[left].multiply(self.matrix[right]).tocsr()
        cells = np.repeat(np.arange(left.size), np.diff(shared.indptr)) * len(KINDS)
        cells += self.kinds[shared.indices]
        sums = np.bincount(cells, weights=shared.data, minlength=left.size * len(KINDS))
        return np.clip(sums.reshape(left.size, len(KINDS)), 0, 1)

    def measure_all(self) -> Measures:
        """The same for every pair of articles in the order of `numpy.triu_indices`.

        For collections of a few hundred, where one product of matrices is quickest.
        """
        upper = np.triu_indices(self.matrix.shape[0], k=1)
        measures = np.zeros((upper[0].size, len(KINDS)))
        columns = self.matrix.tocsc()
        for kind in range(len(KINDS)):
            part = columns[:, np.flatnonzero(self.kinds == kind)].tocsr()
            measures[:, kind] = (part @ part.T).toarray()[upper]
        return np.clip(measures, 0, 1)


def count_features(occurrences: Occurrences) -> Counts:
    """Count each article's features; for up to `ARTICLES_AT_ONCE` articles."""
    packed = (occurrences.rows.astype(np.uint64) << _ROW_SHIFT) | (occurrences.keys & _KEY_MASK)
    unique, first, counts = np.unique(packed, return_index=True, return_counts=True)
    rows = (unique >> _ROW_SHIFT).astype(np.int64)
    return Counts(
        indptr=np.searchsorted(rows, np.arange(occurrences.articles + 1)),
        keys=unique & _KEY_MASK,
        kinds=occurrences.kinds[first],
        counts=counts.astype(np.float32),
        shares=occurrences.shares[first].astype(np.float32),
    )


def join_counts(parts: Iterable[Counts]) -> Counts:
    """The counts of all articles, from those of consecutive stretches of them."""
    parts = list(parts)
    lengths = np.concatenate([np.diff(part.indptr) for part in parts])
    return Counts(
        indptr=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        keys=np.concatenate([part.keys for part in parts]),
        kinds=np.concatenate([part.kinds for part in parts]),
        counts=np.concatenate([part.counts for part in parts]),
        shares=np.concatenate([part.shares for part in parts]),
    )


def weigh_features(counts: Counts) -> Evidence:
    """Weigh every feature by how rare it is, in the background and in the collection together.

    A feature that one article alone has is evidence for nothing; it counts in the article's
    length and is then left out.
    """
    articles = counts.indptr.size - 1
    keys, first, columns = np.unique(counts.keys, return_index=True, return_inverse=True)
    found_in = np.bincount(columns, minlength=keys.size)
    expected = BACKGROUND_ARTICLES * counts.shares[first] + found_in
    rarity = np.log((BACKGROUND_ARTICLES + articles) / expected)
    weights = (1 + np.log(counts.counts)) * np.maximum(rarity, 0)[columns]

    rows = np.repeat(np.arange(articles), np.diff(counts.indptr))
    cells = rows * len(KINDS) + counts.kinds
    squares = np.bincount(cells, weights=weights**2, minlength=articles * len(KINDS))
    norms = np.sqrt(squares)[cells]
    weights = np.divide(weights, norms, out=np.zeros_like(norms), where=norms > 0)

    shared = found_in > 1
    renumbered = np.cumsum(shared) - 1
    kept = shared[columns] & (weights > 0)
    indptr = np.concatenate([[0], np.cumsum(np.bincount(rows[kept], minlength=articles))])
    matrix = sp.csr_matrix(
        (weights[kept].astype(np.float32), renumbered[columns[kept]].astype(np.int32), indptr),
        shape=(articles, int(shared.sum())),
    )
    content = np.where(counts.kinds == WORDS, counts.counts, 0)
    lengths = np.maximum(np.bincount(rows, weights=content, minlength=articles), 1)
    return Evidence(matrix, counts.kinds[first][shared], keys[shared], lengths)
