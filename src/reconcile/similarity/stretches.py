"""Candidate copies from stretches of text: what a piece pasted into a longer one leaves behind.

A wire story inside a piece three times as long shares few places of a signature with it. So every
eighth shingle, chosen by its hash and hence the same one in every article, is a mark, and four
marks in a row are a stretch: some thirty words, more than a sentence, which two articles seldom
share by chance. (Choosing by hash: Manber 1994, Brin, Davis and Garcia-Molina 1995.)
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.similarity.runs import PairSet, neighbours
from reconcile.text.scanning import mix
from reconcile.text.shingles import ShingleBatch

LIMIT = np.uint64((1 << 64) // 8)
"""A shingle with a smaller hash is a mark."""
MARKS = 4
"""Marks in a stretch."""
FACTOR = np.uint64(0xD6E8FEB86659FD93)
CROWD = 8
"""Of the articles that share a stretch, how many that follow it each one is paired with."""

_RAREST = 8  # stretches that an article looks for others with
_MOST_SHARING = (1 << 16) - 1
_PART = 1 << 14

Positions = NDArray[np.int64]


@frozen(eq=False)
class Stretches:
    """The stretches of some articles.

    Args:
        keys: uint32 (k,): their hashes; two that differ may have the same one.
        counts: int64 (n,): how many each article has.
    """

    keys: NDArray[np.uint32]
    counts: Positions

    def take(self, articles: Positions) -> "Stretches":
        """Those of some of the articles, in the same order."""
        chosen = np.zeros(len(self.counts), dtype=bool)
        chosen[articles] = True
        return Stretches(self.keys[np.repeat(chosen, self.counts)], self.counts[articles])


def find_stretches(shingles: ShingleBatch) -> Stretches:
    """The stretches of each article, from its shingles in the order of the text."""
    at = np.flatnonzero(shingles.hashes < LIMIT)
    marks = shingles.hashes[at]
    owners = np.searchsorted(shingles.offsets, at, side="right") - 1
    if len(marks):  # a mark that repeats the one before it says nothing new
        new = np.concatenate(([True], (marks[1:] != marks[:-1]) | (owners[1:] != owners[:-1])))
        marks, owners = marks[new], owners[new]
    count = max(len(marks) - MARKS + 1, 0)
    keys = np.zeros(count, dtype=np.uint64)
    for step in range(MARKS):
        keys = keys * FACTOR + marks[step : step + count]
    inside = owners[:count] == owners[MARKS - 1 : MARKS - 1 + count]
    short = (mix(keys[inside]) >> np.uint64(32)).astype(np.uint32)
    return Stretches(short, np.bincount(owners[:count][inside], minlength=len(shingles)))


def no_stretches(articles: int) -> Stretches:
    """What is kept of so many articles when none is looked for inside another."""
    return Stretches(np.empty(0, dtype=np.uint32), np.zeros(articles, dtype=np.int64))


def join_stretches(parts: Sequence[Stretches]) -> Stretches:
    """Those of several runs of articles as one."""
    return Stretches(
        np.concatenate([part.keys for part in parts]),
        np.concatenate([part.counts for part in parts]),
    )


def propose_by_stretches(stretches: Stretches, *, found: PairSet, crowd: int = CROWD) -> None:
    """Add the pairs of articles that share a stretch to those found.

    The shorter article looks for the longer one, with the rarest of those of its stretches that
    any other article has.
    """
    counts = stretches.counts
    keys, articles, sharing = _shared(stretches)
    looking = _rarest(articles, sharing)
    for first, second in neighbours(keys, crowd=crowd):
        one, other = articles[first], articles[second]
        asked = np.where(counts[one] <= counts[other], looking[first], looking[second])
        found.add(one[asked], other[asked])


def _shared(
    stretches: Stretches,
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint16]]:
    """The stretches that several articles have: its number, the article, and how many have it."""
    count = len(stretches.counts)
    bits = np.uint64(max(count - 1, 1).bit_length())
    joined = stretches.keys.astype(np.uint64)
    joined <<= bits
    bounds = np.concatenate(([0], np.cumsum(stretches.counts)))
    for first in range(0, count, _PART):  # in parts, for the sake of memory
        last = min(first + _PART, count)
        owners = np.arange(first, last, dtype=np.uint64)
        joined[bounds[first] : bounds[last]] |= np.repeat(owners, stretches.counts[first:last])
    joined.sort()
    alike = np.zeros(len(joined) + 1, dtype=bool)
    for first in range(1, len(joined), _PART):
        some = slice(first, first + _PART)
        alike[some][: len(joined[some])] = (
            joined[some] ^ joined[first - 1 : first - 1 + len(joined[some])]
        ) >> bits == 0
    joined = joined[alike[:-1] | alike[1:]]
    if len(joined):
        joined = joined[np.concatenate(([True], joined[1:] != joined[:-1]))]
    articles = (joined & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32)
    joined >>= bits
    edges = np.flatnonzero(np.concatenate(([True], joined[1:] != joined[:-1], [True])))
    del joined
    counts = np.diff(edges)[: len(articles)]
    several = np.repeat(counts > 1, counts)
    counts = counts[counts > 1]
    numbers = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    sharing = np.repeat(np.minimum(counts, _MOST_SHARING).astype(np.uint16), counts)
    return numbers, articles[several], sharing


def _rarest(articles: NDArray[np.int32], sharing: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Whether a stretch is one of the rarest of its article."""
    order = np.argsort(articles.astype(np.int64) << 16 | sharing)
    ordered = articles[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    rarest = np.empty(len(order), dtype=bool)
    rarest[order] = rank < _RAREST
    return rarest
