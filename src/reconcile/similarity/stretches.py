"""Candidate copies from stretches of text: what a piece pasted into a longer one leaves behind.

A wire story inside a piece three times as long shares few places of a signature with it. So every
eighth shingle, chosen by its hash and hence the same one in every article, is a mark, and two marks
in a row are a stretch: some dozen words that two articles seldom share by chance. (Choosing by
hash: Manber 1994, Brin, Davis and Garcia-Molina 1995.)
"""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.similarity.runs import Pairs, PairSet, neighbours, sort_keyed
from reconcile.text.scanning import mix
from reconcile.text.shingles import ShingleBatch

_SHARE = 8
LIMIT = np.uint64((1 << 64) // _SHARE)
FACTOR = np.uint64(0xD6E8FEB86659FD93)
_RAREST = 12  # stretches that an article looks for others with
_SHARING_BITS = 16


CROWD = 16
"""Of the articles that share a stretch, how many that follow it each one is paired with."""

Positions = NDArray[np.int64]


@frozen(eq=False)
class Stretches:
    """The stretches of some articles.

    Args:
        keys: uint64 (k,): their hashes.
        counts: int64 (n,): how many each article has.
    """

    keys: NDArray[np.uint64]
    counts: NDArray[np.int64]


def find_stretches(shingles: ShingleBatch) -> Stretches:
    """The stretches of each article, from its shingles in the order of the text."""
    at = np.flatnonzero(shingles.hashes < LIMIT)
    marks = shingles.hashes[at]
    owners = np.searchsorted(shingles.offsets, at, side="right") - 1
    paired = (owners[1:] == owners[:-1]) & (marks[1:] != marks[:-1])
    keys = mix(marks[:-1] * FACTOR + marks[1:])[paired]
    return Stretches(keys, np.bincount(owners[:-1][paired], minlength=len(shingles)))


def propose_by_stretches(stretches: Stretches, *, crowd: int = CROWD) -> Pairs:
    """Pairs of articles that share a stretch, each once: int64 (2, p), left < right.

    The shorter article looks for the longer one, with the rarest of those of its stretches that
    any other article has.
    """
    counts = stretches.counts
    keys, articles = sort_keyed(
        stretches.keys, np.repeat(np.arange(len(counts)), counts), articles=len(counts)
    )
    bounds = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True])))
    sharing = np.repeat(np.diff(bounds), np.diff(bounds))[: len(keys)]
    shared = sharing > 1
    keys, articles, sharing = keys[shared], articles[shared], sharing[shared]
    looking = _rarest(articles, sharing)
    found = PairSet(len(counts))
    for first, second in neighbours(keys, crowd=crowd):
        one, other = articles[first], articles[second]
        asked = np.where(counts[one] <= counts[other], looking[first], looking[second])
        found.add(one[asked], other[asked])
    return found.pairs()


def _rarest(articles: Positions, sharing: Positions) -> NDArray[np.bool_]:
    """Whether a stretch is one of the rarest of its article."""
    order = np.argsort(articles << _SHARING_BITS | np.minimum(sharing, (1 << _SHARING_BITS) - 1))
    ordered = articles[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    rarest = np.empty(len(order), dtype=bool)
    rarest[order] = rank < _RAREST
    return rarest
