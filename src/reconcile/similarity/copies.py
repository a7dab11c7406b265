"""Copies: articles of which one repeats the other's text.

Candidates are proposed from sketches (or all pairs are compared, when the articles are few), and
every one is then decided on the shingle sets themselves: what is reported is exact.
"""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from reconcile.engines import map_each
from reconcile.model import Article, CopyEdge
from reconcile.settings import SimilaritySettings
from reconcile.similarity import bands
from reconcile.similarity import sketches as sketching
from reconcile.similarity.bands import choose_banding
from reconcile.similarity.corpora import Corpus, TokenCorpus, join_texts, settle
from reconcile.similarity.duplicates import Duplicates, digest, find_duplicates
from reconcile.similarity.jaccard import containment, count_all_shared, count_shared, jaccard
from reconcile.similarity.lineage import Lineage, read_lineage
from reconcile.similarity.runs import PairSet
from reconcile.similarity.sketches import CHUNK, Collected, sketch
from reconcile.similarity.stretches import propose_by_stretches
from reconcile.similarity.threads import map_in_threads
from reconcile.text.kernels import use_compiled
from reconcile.text.shingles import distinct, find_shingles
from reconcile.text.tokens import TokenBatch

FEW = 512
"""Up to so many articles all pairs are compared, and nothing is estimated."""

_BLOCK = 256  # pairs compared at a time
_DEVIATIONS = 3.5  # a candidate is dropped when its estimate is so many standard errors too low

Positions = NDArray[np.int64]
Shares = NDArray[np.float64]


@frozen(eq=False)
class CopyPairs:
    """Pairs of articles that are copies, each of shape (p,), sorted; left < right.

    Args:
        left, right: Positions of the two articles.
        jaccard, containment: Exact, of their shingle sets.
    """

    left: Positions
    right: Positions
    jaccard: Shares
    containment: Shares


@frozen(eq=False)
class _Pairs:
    """Pairs of articles, what they share and their sizes, each of shape (p,)."""

    left: Positions
    right: Positions
    shared: Positions
    left_size: Positions
    right_size: Positions

    def copies(self, settings: SimilaritySettings, lineage: Lineage | None) -> CopyPairs:
        """Those that are copies, in the same order."""
        sizes = self.left_size, self.right_size
        resembling = jaccard(self.shared, *sizes)
        contained = containment(self.shared, *sizes)
        chosen = _reach(settings, resembling, contained, self.shared)
        if lineage is not None:
            lowered = _reach(with_credit(settings), resembling, contained, self.shared)
            unsure = np.flatnonzero(lowered & ~chosen & (self.shared >= settings.shared))
            chosen[unsure] = lineage.have_common(self.left[unsure], self.right[unsure])
        return CopyPairs(
            self.left[chosen], self.right[chosen], resembling[chosen], contained[chosen]
        )


def _reach(
    settings: SimilaritySettings, resembling: Shares, contained: Shares, shared: Positions
) -> NDArray[np.bool_]:
    """Whether pairs reach the thresholds."""
    reached = resembling >= settings.threshold
    if settings.containment is not None:
        reached |= (contained >= settings.containment) & (shared >= settings.shared)
    return reached


def with_credit(settings: SimilaritySettings) -> SimilaritySettings:
    """The settings for two articles that name one source."""
    contained = settings.containment and settings.credited * settings.containment
    return evolve(settings, threshold=settings.credited * settings.threshold, containment=contained)


def find_copies(
    articles: Sequence[Article],
    *,
    settings: SimilaritySettings = SimilaritySettings(),  # noqa: B008  (frozen)
    jobs: int = 1,
) -> tuple[CopyEdge, ...]:
    """Find the articles that repeat one another's text.

    Two articles are copies when their shingle sets resemble each other (Jaccard), or when much of
    the shorter stands in the longer (containment); when both name one source, half of that is
    enough. Boilerplate does not count. Of equal articles
    a crowd of more than 16 is reported as a star around the one with the first id.

    Args:
        articles: Articles with ids of their own.
        settings: The thresholds, and what a shingle is.
        jobs: Processes for settling texts and threads for the rest, 0 for one a core.

    Returns:
        The pairs, sorted by id; with up to 512 articles all there are, beyond that nearly all
        (see `Banding.recall`); each with exact figures.

    Raises:
        ValueError: Two articles have the same id.
        InvalidSettings: `jobs` is negative.

    Source: A. Broder, On the resemblance and containment of documents (1997).

    >>> wire = "Hai bên ký hiệp định thương mại tại Hà Nội vào sáng thứ Ba"
    >>> articles = [Article(id="a", text=wire), Article(id="b", text=wire.upper() + " 12/11")]
    >>> find_copies(articles)
    (CopyEdge(left='a', right='b', jaccard=0.8571428571428571, containment=1.0, credit=None),)
    """
    parts = [articles[first : first + CHUNK] for first in range(0, len(articles), CHUNK)]
    corpus = join_texts(list(map_each(settle, parts, jobs=jobs)))
    ids = [article.id for article in articles]
    lineage = read_lineage(articles)
    return find_copies_among(ids, corpus, lineage=lineage, settings=settings, jobs=jobs)


def find_copies_in(
    batch: TokenBatch,
    ids: Sequence[str],
    *,
    lineage: Lineage | None = None,
    settings: SimilaritySettings = SimilaritySettings(),  # noqa: B008  (frozen)
    jobs: int = 1,
) -> tuple[CopyEdge, ...]:
    """The same for articles whose words are at hand, less those that shall not count.

    Args:
        batch: The words of the articles.
        ids: Their ids.
        lineage: The sources they name.
        settings: The thresholds, and what a shingle is.
        jobs: Threads to use, 0 for one a core.
    """
    corpus = TokenCorpus(batch)
    return find_copies_among(ids, corpus, lineage=lineage, settings=settings, jobs=jobs)


def find_copies_among(
    ids: Sequence[str],
    corpus: Corpus,
    *,
    lineage: Lineage | None = None,
    settings: SimilaritySettings,
    jobs: int = 1,
) -> tuple[CopyEdge, ...]:
    """The same for articles of any corpus.

    All work is done in the order of ids, so that the order of the input does not matter.
    """
    order = sorted(range(len(ids)), key=ids.__getitem__)
    names = [ids[position] for position in order]
    for one, other in pairwise(names):
        if one == other:
            raise ValueError(f"article ids must be unique, got {one!r} twice")
    if len(names) < 2:
        return ()
    if order != list(range(len(ids))):
        corpus = corpus.take(np.array(order))
        lineage = lineage and lineage.take(np.array(order))
    pairs = find_pairs(corpus, lineage=lineage, settings=settings, jobs=jobs)
    columns = pairs.left, pairs.right, pairs.jaccard, pairs.containment
    return tuple(
        CopyEdge(
            left=names[left],
            right=names[right],
            jaccard=resembling,
            containment=contained,
            credit=None if lineage is None else lineage.common(left, right),
        )
        for left, right, resembling, contained in zip(*(c.tolist() for c in columns), strict=True)
    )


def find_pairs(
    corpus: Corpus,
    *,
    lineage: Lineage | None = None,
    settings: SimilaritySettings,
    jobs: int = 1,
) -> CopyPairs:
    """The copies among articles that have no names yet, by their positions."""
    if len(corpus) <= FEW:
        duplicates, parts = _compare_all(corpus, lineage, settings=settings)
    else:
        duplicates, parts = _compare_likely(corpus, lineage, settings=settings, jobs=jobs)
    return _spread(parts, duplicates)


def _spread(parts: Sequence[CopyPairs], duplicates: Duplicates) -> CopyPairs:
    """All copies sorted, those of one article made copies of all that are equal to it."""
    no_one, no_share = np.empty(0, dtype=np.int64), np.empty(0)
    left = np.concatenate([no_one, *(part.left for part in parts)])
    right = np.concatenate([no_one, *(part.right for part in parts)])
    resembling = np.concatenate([no_share, *(part.jaccard for part in parts)])
    contained = np.concatenate([no_share, *(part.containment for part in parts)])
    if duplicates.members:
        firsts = np.array(list(duplicates.members), dtype=np.int64)
        spread = np.isin(left, firsts) | np.isin(right, firsts)
        more = [(one, other, 1.0, 1.0) for one, other in duplicates.inside()]
        for place in np.flatnonzero(spread).tolist():
            shares = float(resembling[place]), float(contained[place])
            pairs = duplicates.across(int(left[place]), int(right[place]))
            more += [(one, other, *shares) for one, other in pairs]
        added = np.array(more, dtype=[("l", "i8"), ("r", "i8"), ("j", "f8"), ("c", "f8")])
        left, right, resembling, contained = (
            np.concatenate((column[~spread], added[name]))
            for column, name in zip((left, right, resembling, contained), "lrjc", strict=True)
        )
    order = np.lexsort((right, left))
    return CopyPairs(left[order], right[order], resembling[order], contained[order])


def _compare_all(
    corpus: Corpus, lineage: Lineage | None, *, settings: SimilaritySettings
) -> tuple[Duplicates, list[CopyPairs]]:
    shingles = find_shingles(corpus.read(compiled=False), size=settings.shingle)
    duplicates = find_duplicates(digest(shingles))
    firsts = duplicates.firsts
    sets = distinct(shingles.take(firsts))
    left, right, shared = count_all_shared(sets)
    sizes = sets.counts
    pairs = _Pairs(firsts[left], firsts[right], shared, sizes[left], sizes[right])
    return duplicates, [pairs.copies(settings, lineage)]


def _compare_likely(
    corpus: Corpus, lineage: Lineage | None, *, settings: SimilaritySettings, jobs: int
) -> tuple[Duplicates, list[CopyPairs]]:
    compiled = use_compiled(corpus.lengths)
    sketches, duplicates = sketch(corpus, settings=settings, jobs=jobs, compiled=compiled)
    own = lineage and lineage.take(duplicates.firsts)
    left, right = propose_copies(sketches, own, settings=settings, compiled=compiled)
    del sketches
    blocks = _Blocks(corpus, duplicates.firsts[left], duplicates.firsts[right])
    work = partial(_copies_of_block, lineage=lineage, settings=settings, compiled=compiled)
    return duplicates, list(map_in_threads(work, blocks, jobs=jobs))


def propose_copies(
    sketches: Collected,
    lineage: Lineage | None = None,
    *,
    settings: SimilaritySettings,
    compiled: bool = False,
) -> tuple[Positions, Positions]:
    """Pairs of articles that are worth comparing, those of one family one after another.

    Returns:
        Left and right positions, each pair once, left < right.
    """
    banding = choose_banding(settings.threshold, settings.num_perm)
    propose_by_bands, resemblance = bands.propose_by_bands, sketching.resemblance
    if compiled:
        from reconcile.similarity import compiled as kernel  # noqa: PLC0415  (slow to import)

        propose_by_bands, resemblance = kernel.propose_by_bands, kernel.resemblance

    def is_promising(left: Positions, right: Positions) -> NDArray[np.bool_]:
        """Whether the signatures of two articles do not rule out that they are copies."""
        sizes = sketches.sizes[left], sketches.sizes[right]
        needed = _least_jaccard(*sizes, settings)
        if lineage is not None:
            lowered = _least_jaccard(*sizes, with_credit(settings))
            needed = np.where(lineage.may_have_common(left, right), lowered, needed)
        deviation = np.sqrt(needed * (1 - needed) / settings.num_perm)
        return resemblance(sketches.values, left, right) >= needed - _DEVIATIONS * deviation

    pairs = PairSet(len(sketches.sizes), keep=is_promising)
    propose_by_bands(sketches.values, banding, found=pairs)
    if settings.containment is not None:
        propose_by_stretches(sketches.stretches, found=pairs)
    left, right = pairs.pairs()
    return _by_family(left, right, len(sketches.sizes))


def _least_jaccard(left: Positions, right: Positions, settings: SimilaritySettings) -> Shares:
    """The least Jaccard with which two articles of these sizes are copies."""
    if settings.containment is None:
        return np.full(len(left), settings.threshold)
    inside = settings.containment * np.minimum(left, right)
    return np.minimum(inside / (left + right - inside), settings.threshold)


def _by_family(left: Positions, right: Positions, count: int) -> tuple[Positions, Positions]:
    from scipy.sparse import coo_array  # noqa: PLC0415  (slow to import)
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415  (the same)

    links = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(count, count))
    _, families = connected_components(links, directed=False)
    order = np.lexsort((right, left, families[left]))
    return left[order], right[order]


@frozen(eq=False)
class _Block:
    """Some pairs and the articles they are made of."""

    corpus: Corpus
    articles: Positions
    left: Positions
    right: Positions


@frozen(eq=False)
class _Blocks(Sequence[_Block]):
    """Pairs cut into blocks; a block's articles are taken when it is its turn."""

    corpus: Corpus
    left: Positions
    right: Positions

    def __len__(self) -> int:
        return len(range(0, len(self.left), _BLOCK))

    def __getitem__(self, index: Any) -> Any:
        if not 0 <= index < len(self):
            raise IndexError(index)
        some = slice(index * _BLOCK, (index + 1) * _BLOCK)
        articles, places = np.unique(
            np.stack((self.left[some], self.right[some])), return_inverse=True
        )
        return _Block(self.corpus.take(articles), articles, *places)


def _copies_of_block(
    block: _Block, *, lineage: Lineage | None, settings: SimilaritySettings, compiled: bool
) -> CopyPairs:
    pairs = _compare_block(block, size=settings.shingle, compiled=compiled)
    return pairs.copies(settings, lineage)


def _compare_block(block: _Block, *, size: int, compiled: bool) -> _Pairs:
    batch = block.corpus.read(compiled=compiled)
    if compiled:
        from reconcile.similarity import compiled as kernel  # noqa: PLC0415  (slow to import)

        shared, sizes = kernel.count_shared(batch, block.left, block.right, size=size)
    else:
        sets = distinct(find_shingles(batch, size=size))
        shared, sizes = count_shared(sets, block.left, block.right), sets.counts
    left, right = block.articles[block.left], block.articles[block.right]
    return _Pairs(left, right, shared, sizes[block.left], sizes[block.right])
