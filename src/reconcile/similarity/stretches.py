"""Candidate copies from stretches of text: what a piece pasted into a longer one leaves behind.

A wire story inside a piece three times as long shares few places of a signature with it. So every
eighth shingle, chosen by its hash and hence the same one in every article, is a mark, and four
marks in a row are a stretch: some thirty words, more than a sentence, which two articles seldom
share by chance. (Choosing by hash: Manber 1994, Brin, Davis and Garcia-Molina 1995.)
"""

from collections.abc import Callable, Iterator

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
_PART = 1 << 16  # stretches worked on at a time
_OWNER_BITS = np.uint64(32)
_OWNER = np.uint64((1 << 32) - 1)

Positions = NDArray[np.int64]
Keys = NDArray[np.uint64]


@frozen(eq=False)
class Stretches:
    """The stretches of some articles.

    Args:
        keys: uint32 (k,): their hashes; two that differ may have the same one.
        counts: int64 (n,): how many each article has.
    """

    keys: NDArray[np.uint32]
    counts: Positions


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


class StretchTable:
    """The stretches of all articles, each as one number: its key, and its article behind it.

    Args:
        room: How many there may be; memory is taken only as they come, and more find room too.
    """

    def __init__(self, room: int) -> None:
        self.counts: Positions = np.empty(0, dtype=np.int64)
        self._counts: list[Positions] = []
        self._joined: Keys = np.empty(room, dtype=np.uint64)
        self._articles = self._held = 0

    def add(self, stretches: Stretches) -> None:
        """Take in the stretches of the articles that come next."""
        first, held = self._articles, self._held
        self._articles += len(stretches.counts)
        self._held += len(stretches.keys)
        self._counts.append(stretches.counts)
        if self._held > len(self._joined):
            self._joined = np.concatenate((self._joined[:held], np.empty(self._held, np.uint64)))
        joined = self._joined[held : self._held]
        joined[:] = stretches.keys
        joined <<= _OWNER_BITS
        owners = np.arange(first, self._articles, dtype=np.uint64)
        joined |= np.repeat(owners, stretches.counts)

    def sort(self, articles: Positions) -> None:
        """Keep the stretches of some articles, which are counted anew, and sort them."""
        numbers = np.full(self._articles, -1, dtype=np.int64)
        numbers[articles] = np.arange(len(articles))
        self.counts = np.concatenate(self._counts)[articles]
        kept = 0
        for first in range(0, self._held, _PART):
            some = self._joined[first : min(first + _PART, self._held)]
            owners = numbers[(some & _OWNER).astype(np.int64)]
            some = (some & ~_OWNER)[owners >= 0] | owners[owners >= 0].astype(np.uint64)
            self._joined[kept : kept + len(some)] = some
            kept += len(some)
        self._joined = self._joined[:kept]
        self._joined.sort()

    def shared(self, *, crowd: int) -> Iterator[tuple[Keys, Positions, Positions]]:
        """The stretches that several articles have, some at a time, when all are sorted.

        Yields:
            Of each its key, an article, and how many have it: 0 for two, up to `crowd` - 1 for all
            crowds greater than `crowd`. Sorted by key, then by article.
        """
        joined, first = self._joined, 0
        while first < len(joined):
            last = min(first + _PART, len(joined))
            last = int(np.searchsorted(joined, joined[last - 1] | _OWNER, side="right"))
            some = joined[first:last]
            first = last
            some = some[np.concatenate(([True], some[1:] != some[:-1]))]
            keys = some >> _OWNER_BITS
            edges = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True])))
            having = np.diff(edges)
            several = np.repeat(having > 1, having)
            levels = np.repeat(np.minimum(having, crowd + 1) - 2, having)
            yield keys[several], (some[several] & _OWNER).astype(np.int64), levels[several]


def propose_by_stretches(table: StretchTable, *, found: PairSet, crowd: int = CROWD) -> None:
    """Add the pairs of articles that share a stretch to those found.

    The shorter article looks for the longer one, with the rarest of those of its stretches that
    any other article has.
    """
    counts = table.counts
    is_rarest = _find_rarest(table, crowd)
    for keys, articles, levels in table.shared(crowd=crowd):
        looking = is_rarest(keys, articles, levels)
        for first, second in neighbours(keys, crowd=crowd):
            one, other = articles[first], articles[second]
            asked = np.where(counts[one] <= counts[other], looking[first], looking[second])
            found.add(one[asked], other[asked])


def _find_rarest(
    table: StretchTable, crowd: int
) -> Callable[[Keys, Positions, Positions], NDArray[np.bool_]]:
    """What says whether stretches are among the rarest ones of their articles.

    Of those as rare as the last one that an article looks with, the key decides which it takes.
    """
    articles = len(table.counts)
    counted = np.zeros(articles * crowd, dtype=np.uint32)
    for _, owners, levels in table.shared(crowd=crowd):
        np.add.at(counted, owners * crowd + levels, np.uint32(1))
    having = counted.reshape(articles, crowd)
    upto = np.cumsum(having, axis=1, dtype=np.uint32)
    last = np.argmax(upto >= np.minimum(upto[:, -1:], _RAREST), axis=1).astype(np.uint8)
    there = having[np.arange(articles), last]
    wanted = _RAREST - (upto[np.arange(articles), last] - there)
    part = np.minimum(wanted / np.maximum(there, 1), 1).astype(np.float32)

    def is_rarest(keys: Keys, owners: Positions, levels: Positions) -> NDArray[np.bool_]:
        drawn = (keys & np.uint64(0xFFFF)).astype(np.float32) / 0x10000
        rare: NDArray[np.bool_] = levels < last[owners]
        rare |= (levels == last[owners]) & (drawn < part[owners])
        return rare

    return is_rarest
