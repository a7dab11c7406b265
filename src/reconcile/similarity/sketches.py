"""Sketches: what is kept of each article to find its likely copies, about a kilobyte."""

from functools import partial

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.settings import SimilaritySettings
from reconcile.similarity.corpora import Corpus
from reconcile.similarity.duplicates import Duplicates, digest, find_duplicates
from reconcile.similarity.minhash import Values, minima, permutations
from reconcile.similarity.stretches import Stretches, StretchTable, find_stretches, no_stretches
from reconcile.similarity.threads import map_in_threads
from reconcile.text.letters import LETTERS
from reconcile.text.shingles import find_shingles
from reconcile.text.tokens import WordBatch

CHUNK = 200
"""Articles worked on at a time, so that their shingles stay in a cache."""

_PAIRS = 1 << 12  # pairs of signatures compared at a time
_REPETITIVE = 0.7  # share of distinct shingles below which the count itself is no use


@frozen(kw_only=True, eq=False)
class Sketches:
    """The sketches of some articles.

    Args:
        values: Signatures, uint32 (n, num_perm).
        sizes: Shingles of each article, int64 (n,): a count that holds repeats, or an estimate
            where an article repeats itself much.
        digests: The same number for articles with the same shingles only, uint64 (n,).
        stretches: For the search by containment.
    """

    values: Values
    sizes: NDArray[np.int64]
    digests: NDArray[np.uint64]
    stretches: Stretches


@frozen(kw_only=True, eq=False)
class Collected:
    """What is kept of the sketches of a whole collection.

    Args:
        values, sizes: As in `Sketches`.
        stretches: For the search by containment.
    """

    values: Values
    sizes: NDArray[np.int64]
    stretches: StretchTable


def sketch(
    corpus: Corpus, *, settings: SimilaritySettings, jobs: int = 1, compiled: bool = False
) -> tuple[Collected, Duplicates]:
    """Sketch the articles, of equal ones the first.

    Args:
        corpus: The articles, at least one.
        settings: Shingles and permutations.
        jobs: Threads, 0 for one a core.
        compiled: Whether to use the kernel that numba compiles; the result is the same.

    Returns:
        The sketches of the articles that have words, of equal ones the first; and those equal.
    """
    work = partial(
        _sketch_chunk,
        size=settings.shingle,
        chosen=permutations(settings.num_perm, settings.seed),
        stretches=settings.containment is not None,
        compiled=compiled,
    )
    LETTERS.fill_common()
    _keep_memory()
    values = np.empty((len(corpus), settings.num_perm), dtype=np.uint32)
    sizes, digests = [], []
    # There is one for some eighty code points.
    stretches = StretchTable(sum(corpus.lengths) // 16 if settings.containment is not None else 0)
    firsts = range(0, len(corpus), CHUNK)
    parts = [corpus.part(first, first + CHUNK) for first in firsts]
    for first, made in zip(firsts, map_in_threads(work, parts, jobs=jobs), strict=True):
        values[first : first + CHUNK] = made.values
        sizes.append(made.sizes)
        digests.append(made.digests)
        stretches.add(made.stretches)
    duplicates = find_duplicates(np.concatenate(digests))
    articles = duplicates.firsts
    stretches.sort(articles)
    collected = Collected(
        values=_move_to_front(values, articles),
        sizes=np.concatenate(sizes)[articles],
        stretches=stretches,
    )
    return collected, duplicates


def _move_to_front(values: Values, articles: NDArray[np.int64]) -> Values:
    """The rows of some articles in ascending order, moved in place so as to keep no others."""
    if len(articles) < len(values):
        for first in range(0, len(articles), CHUNK):
            some = articles[first : first + CHUNK]
            values[first : first + len(some)] = values[some]
    return values[: len(articles)]


def _keep_memory() -> None:
    """Have freed memory kept for the next chunk: giving it back takes a fifth of all time.

    glibc keeps up to twice the largest block that was freed so far; this one is never touched.
    """
    np.empty(1 << 24, dtype=np.uint8)


def _sketch_chunk(
    corpus: Corpus, *, size: int, chosen: NDArray[np.uint32], stretches: bool, compiled: bool
) -> Sketches:
    batch = corpus.read(compiled=compiled)
    if not compiled:
        return sketch_words(batch, size=size, chosen=chosen, stretches=stretches)
    from reconcile.similarity import compiled as kernel  # noqa: PLC0415  (slow to import)

    return kernel.sketch_words(batch, size=size, chosen=chosen, stretches=stretches)


def sketch_words(
    batch: WordBatch, *, size: int, chosen: NDArray[np.uint32], stretches: bool = True
) -> Sketches:
    """The sketches of some articles, by the reference kernel.

    Args:
        batch: Their words.
        size: Words in a shingle.
        chosen: Permutations, uint32 (2, num_perm).
        stretches: Whether to look for stretches.
    """
    shingles = find_shingles(batch, size=size)
    values = minima(shingles, chosen)
    return Sketches(
        values=values,
        sizes=distinct_sizes(values, shingles.counts),
        digests=digest(shingles),
        stretches=find_stretches(shingles) if stretches else no_stretches(len(batch)),
    )


def resemblance(
    values: Values, left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The share of places at which two signatures agree, for each pair of positions, (p,)."""
    agreeing = np.empty(len(left))
    for first in range(0, len(left), _PAIRS):
        some = slice(first, first + _PAIRS)
        agreeing[some] = (values[left[some]] == values[right[some]]).mean(axis=1)
    return agreeing


def distinct_sizes(values: Values, counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sizes of shingle sets, good enough to tell a small article from a large one.

    The mean of a signature estimates how many shingles are distinct, within a tenth or so.
    """
    estimated = np.float64(1 << 32) / (values.mean(axis=1, dtype=np.float64) + 1) - 1
    repetitive = estimated < _REPETITIVE * counts
    return np.where(repetitive, np.maximum(estimated, 1), counts).astype(np.int64)
