"""Candidate copies from stretches of text: what a piece pasted into a longer one leaves behind.

A wire story inside a piece three times as long shares few places of a signature with it. So every
eighth shingle, chosen by its hash and hence the same one in every article, is a mark, and two marks
in a row are a stretch: some dozen words that two articles seldom share by chance. (Choosing by
hash: Manber 1994, Brin, Davis and Garcia-Molina 1995.)
"""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.similarity.runs import CROWD, Pairs, PairSet, neighbours, sort_keyed
from reconcile.text.scanning import mix
from reconcile.text.shingles import ShingleBatch

_SHARE = 8
_LIMIT = np.uint64((1 << 64) // _SHARE)
_FACTOR = np.uint64(0xD6E8FEB86659FD93)
_RAREST = 12  # stretches that an article looks for others with


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
    at = np.flatnonzero(shingles.hashes < _LIMIT)
    marks = shingles.hashes[at]
    owners = np.searchsorted(shingles.offsets, at, side="right") - 1
    paired = (owners[1:] == owners[:-1]) & (marks[1:] != marks[:-1])
    keys = mix(marks[:-1] * _FACTOR + marks[1:])[paired]
    return Stretches(keys, np.bincount(owners[:-1][paired], minlength=len(shingles)))


def propose_by_stretches(stretches: Stretches, *, crowd: int = CROWD) -> Pairs:
    """Pairs of articles that share a stretch, each once: int64 (2, p), left < right.

    Each article looks for others with the rarest stretches that it shares with any: in common
    ones it meets only those articles that look for it.
    """
    count = len(stretches.counts)
    keys, articles = sort_keyed(
        stretches.keys, np.repeat(np.arange(count), stretches.counts), articles=count
    )
    new = np.concatenate(([True], keys[1:] != keys[:-1])) if len(keys) else np.empty(0, bool)
    sizes = np.diff(np.append(np.flatnonzero(new), len(keys)))
    sharing = np.repeat(sizes, sizes)
    shared = sharing > 1
    keys, articles, sharing = keys[shared], articles[shared], sharing[shared]
    looking = _rarest(articles, sharing)
    found = PairSet(count)
    for first, second in neighbours(keys, crowd=crowd):
        asked = looking[first] | looking[second]
        found.add(articles[first[asked]], articles[second[asked]])
    return found.pairs()


def _rarest(articles: NDArray[np.int64], sharing: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether a stretch is one of the rarest of its article."""
    order = np.lexsort((sharing, articles))
    ordered = articles[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    rarest = np.empty(len(order), dtype=bool)
    rarest[order] = rank < _RAREST
    return rarest
