"""Shingles: the runs of k words of a text, as hashes.

A shingle is k words in a row (see `reconcile.text.tokens` for what a word is: Unicode, lower case,
composed, tone marks settled), whatever stands between them. A text of fewer than k words has one
shingle of all of them; a text without words has none.
"""

from itertools import pairwise

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.text.scanning import Hashes, mix, powers
from reconcile.text.tokens import WordBatch

DEFINITION = "words:fold:nfc:tones/v1"
"""Names what a shingle is; stands beside signatures that are kept or sent away."""

_FACTORS_BASE = 0xC2B2AE3D27D4EB4F  # 7 modulo 8, like the base of words but another


@frozen(kw_only=True, eq=False)
class ShingleBatch:
    """The shingles of some texts, one after another.

    Args:
        offsets: int64 (n + 1,): the shingles of text i are those from ``offsets[i]`` up to
            ``offsets[i + 1]``.
        hashes: uint64 (s,).
    """

    offsets: NDArray[np.int64]
    hashes: Hashes

    def __len__(self) -> int:
        """The number of texts."""
        return len(self.offsets) - 1

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many shingles each text has, shape (n,)."""
        return np.diff(self.offsets)

    @property
    def owners(self) -> NDArray[np.int64]:
        """The text that each shingle stands in, shape (s,)."""
        return np.repeat(np.arange(len(self)), self.counts)

    def take(self, texts: NDArray[np.int64]) -> "ShingleBatch":
        """Some of the texts, in the order asked for."""
        counts = self.counts[texts]
        offsets = np.concatenate(([0], np.cumsum(counts)))
        at = np.repeat(self.offsets[texts] - offsets[:-1], counts) + np.arange(offsets[-1])
        return ShingleBatch(offsets=offsets, hashes=self.hashes[at])


def shingle_factors(size: int) -> Hashes:
    """What the words of a shingle are multiplied with before they are added up."""
    return powers(_FACTORS_BASE, size + 1)[1:]


def shingle_counts(batch: WordBatch, *, size: int) -> NDArray[np.int64]:
    """How many shingles each text has, shape (n,)."""
    counts = batch.counts
    return np.maximum(counts - (size - 1), np.minimum(counts, 1))


def find_shingles(batch: WordBatch, *, size: int) -> ShingleBatch:
    """All shingles of some texts in the order of the text; one may come more than once.

    Args:
        batch: The words of the texts.
        size: Words in a shingle, 1 or more.

    >>> from reconcile.text.tokens import tokenise
    >>> find_shingles(tokenise(["a b c d", "a b", ""]), size=3).counts.tolist()
    [2, 1, 0]
    """
    factors = shingle_factors(size)
    total = max(len(batch.words) - size + 1, 0)
    hashes = batch.words[:total] * factors[0]
    for step in range(1, size):
        hashes += batch.words[step : step + total] * factors[step]
    counts = batch.counts
    inside = _windows_inside(batch, size)
    kept = np.maximum(counts - (size - 1), 0)
    short = np.flatnonzero((counts > 0) & (counts < size))
    hashes = hashes[inside]
    if len(short):
        hashes = np.insert(hashes, np.cumsum(kept)[short], _whole(batch, short, factors))
        kept[short] = 1
    return ShingleBatch(offsets=np.concatenate(([0], np.cumsum(kept))), hashes=mix(hashes))


def _windows_inside(batch: WordBatch, size: int) -> NDArray[np.bool_]:
    """Whether the run of `size` words from each word on stays inside its text."""
    inside = np.ones(max(len(batch.words) - size + 1, 0), dtype=bool)
    for back in range(1, size):
        last = batch.offsets[1:] - back
        last = last[(last >= batch.offsets[:-1]) & (last < len(inside))]
        inside[last] = False
    return inside


def _whole(batch: WordBatch, short: NDArray[np.intp], factors: Hashes) -> Hashes:
    """The shingle of all words of each short text, before mixing."""
    counts = batch.counts[short]
    sums = np.zeros(len(short), dtype=np.uint64)
    for step, factor in enumerate(factors):
        has = counts > step
        sums[has] += batch.words[batch.offsets[short[has]] + step] * factor
    return sums


def distinct(shingles: ShingleBatch) -> ShingleBatch:
    """The same texts as sets: each text's shingles sorted, each once.

    >>> from reconcile.text.tokens import tokenise
    >>> distinct(find_shingles(tokenise(["a b a b a b"]), size=2)).counts.tolist()
    [2]
    """
    hashes = shingles.hashes.copy()
    bounds = shingles.offsets.tolist()
    for low, high in pairwise(bounds):
        hashes[low:high].sort()
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = hashes[1:] != hashes[:-1]
    new[shingles.offsets[:-1][shingles.counts > 0]] = True
    before = np.concatenate(([0], np.cumsum(new)))
    return ShingleBatch(offsets=before[shingles.offsets], hashes=hashes[new])
