"""Sketches: what is kept of each article to find its likely copies, about a kilobyte."""

from functools import partial

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.engines import map_each
from reconcile.settings import SimilaritySettings
from reconcile.similarity.corpora import Corpus
from reconcile.similarity.duplicates import Duplicates, digest, find_duplicates
from reconcile.similarity.minhash import Values, minima, permutations
from reconcile.similarity.stretches import Stretches, find_stretches
from reconcile.text.shingles import find_shingles
from reconcile.text.tokens import WordBatch

CHUNK = 200
"""Articles worked on at a time, so that their shingles stay in a cache."""

_REPETITIVE = 0.7  # share of distinct shingles below which the count itself is no use


@frozen(kw_only=True, eq=False)
class Sketches:
    """The sketches of some articles.

    Args:
        values: Signatures, uint32 (n, num_perm).
        sizes: Shingles of each article, int64 (n,): a count that holds repeats, or an estimate
            where an article repeats itself much.
        digests: The same number for articles with the same words only, uint64 (n,).
        stretches: For the search by containment.
    """

    values: Values
    sizes: NDArray[np.int64]
    digests: NDArray[np.uint64]
    stretches: Stretches

    def resemblance(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        """The share of places at which two signatures agree, for each pair of positions, (p,)."""
        agreeing = np.empty(len(left))
        step = 1 << 12
        for first in range(0, len(left), step):
            some = slice(first, first + step)
            agreeing[some] = (self.values[left[some]] == self.values[right[some]]).mean(axis=1)
        return agreeing

    def without_repeats(self) -> tuple["Sketches", Duplicates]:
        """The sketches of the first of equal articles, and which are equal.

        The signatures are moved up in place: `self` is not to be used after.
        """
        duplicates = find_duplicates(self.digests)
        firsts = duplicates.firsts
        for low in range(0, len(firsts), CHUNK):
            some = firsts[low : low + CHUNK]
            self.values[low : low + len(some)] = self.values[some]
        kept = np.zeros(len(self.sizes), dtype=bool)
        kept[firsts] = True
        keys = self.stretches.keys[np.repeat(kept, self.stretches.counts)]
        sketches = Sketches(
            values=self.values[: len(firsts)],
            sizes=self.sizes[firsts],
            digests=self.digests[firsts],
            stretches=Stretches(keys, self.stretches.counts[firsts]),
        )
        return sketches, duplicates


def sketch(
    corpus: Corpus, *, settings: SimilaritySettings, jobs: int = 1, compiled: bool = False
) -> Sketches:
    """Sketch every article.

    Args:
        corpus: The articles, at least one.
        settings: Shingles and permutations.
        jobs: Processes.
        compiled: Whether to use the kernel that numba compiles; the result is the same.
    """
    work = partial(
        _sketch_chunk,
        size=settings.shingle,
        chosen=permutations(settings.num_perm, settings.seed),
        compiled=compiled,
    )
    values = np.empty((len(corpus), settings.num_perm), dtype=np.uint32)
    sizes, digests, keys, counts = [], [], [], []
    firsts = range(0, len(corpus), CHUNK)
    parts = [corpus.part(first, first + CHUNK) for first in firsts]
    for first, made in zip(firsts, map_each(work, parts, jobs=jobs), strict=True):
        values[first : first + CHUNK] = made.values
        sizes.append(made.sizes)
        digests.append(made.digests)
        keys.append(made.stretches.keys)
        counts.append(made.stretches.counts)
    return Sketches(
        values=values,
        sizes=np.concatenate(sizes),
        digests=np.concatenate(digests),
        stretches=Stretches(np.concatenate(keys), np.concatenate(counts)),
    )


def _sketch_chunk(
    corpus: Corpus, *, size: int, chosen: NDArray[np.uint32], compiled: bool
) -> Sketches:
    batch = corpus.read(compiled=compiled)
    if not compiled:
        return sketch_words(batch, size=size, chosen=chosen)
    from reconcile.similarity import compiled as kernel  # noqa: PLC0415  (slow to import)

    return kernel.sketch_words(batch, size=size, chosen=chosen)


def sketch_words(batch: WordBatch, *, size: int, chosen: NDArray[np.uint32]) -> Sketches:
    """The sketches of some articles, by the reference kernel.

    Args:
        batch: Their words.
        size: Words in a shingle.
        chosen: Permutations, uint32 (2, num_perm).
    """
    shingles = find_shingles(batch, size=size)
    values = minima(shingles, chosen)
    return Sketches(
        values=values,
        sizes=distinct_sizes(values, shingles.counts),
        digests=digest(shingles),
        stretches=find_stretches(shingles),
    )


def distinct_sizes(values: Values, counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sizes of shingle sets, good enough to tell a small article from a large one.

    The mean of a signature estimates how many shingles are distinct, within a tenth or so.
    """
    estimated = np.float64(1 << 32) / (values.mean(axis=1, dtype=np.float64) + 1) - 1
    repetitive = estimated < _REPETITIVE * counts
    return np.where(repetitive, np.maximum(estimated, 1), counts).astype(np.int64)
