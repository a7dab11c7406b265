"""Which articles cover one event: propose pairs, verify them exactly, join with cohesion."""

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from reconcile.engines import check_jobs
from reconcile.errors import ReconcileError
from reconcile.grouping.candidates import ALL_PAIRS, complete_pairs, propose_pairs
from reconcile.grouping.cohesion import CAP, join_pairs
from reconcile.grouping.edges import EventEdge, Material, Progress, ScoredPairs, score_pairs
from reconcile.grouping.evidence import (
    ARTICLES_AT_ONCE,
    Counts,
    count_features,
    weigh_features,
)
from reconcile.grouping.features import LEAD_WORDS, find_features, gather_tokens, settled_title
from reconcile.grouping.groupings import Basis, Grouping, positions
from reconcile.grouping.identities import make_groups
from reconcile.grouping.nodes import find_nodes
from reconcile.grouping.overrides import Overrides, check_overrides, unknown_articles
from reconcile.grouping.scoring import publication_days, share_of_odds
from reconcile.grouping.storydays import EARLY_WORDS
from reconcile.model import Article, CopyEdge, Group
from reconcile.settings import Settings
from reconcile.similarity.copies import find_copies_in
from reconcile.similarity.lineage import read_lineage
from reconcile.text import View, view_article
from reconcile.text.tokens import TokenBatch, tokenise

# Pairs of different groups are kept in `Grouping.edges` from this score on.
NEAR_MISS = 0.05


def group_articles(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    jobs: int = 1,
    overrides: Overrides | None = None,
    progress: Progress | None = None,
) -> tuple[Group, ...]:
    """Put the articles that cover one event together.

    Every article is in exactly one group, whatever the order of the input. Title and text count,
    boilerplate does not; articles without a date are grouped by their words alone.

    Args:
        articles: The articles, with different ids.
        settings: `Settings.grouping` says from which score on, and how far apart in time.
        jobs: Threads to use, 0 for one a core; the groups are the same for any number.
        overrides: An editor's decisions.
        progress: Called with the step's name, how many are done and how many there are.

    Returns:
        The groups, the largest first, then by date.

    Raises:
        ReconcileError: Two articles have the same id.
        InvalidOverrides: The overrides contradict one another.
        InvalidSettings: `jobs` is negative.

    Source: average linkage, R. Sokal and C. Michener, A statistical method for evaluating
    systematic relationships (1958); the rest stands in docs/explanation/events.md.

    >>> first = Article(id="a", text="Bão số 11 đổ bộ Quảng Nam.", language="vi")
    >>> again = Article(id="b", text="Quảng Nam: bão số 11 đổ bộ.", language="vi")
    >>> other = Article(id="c", text="ACBS bổ nhiệm tổng giám đốc.", language="vi")
    >>> [group.articles for group in group_articles([other, again, first])]
    [('a', 'b'), ('c',)]
    """
    views = tuple(view_article(article) for article in articles)
    batch = tokenise([view.text for view in views])
    return group_views(
        views, batch, settings=settings, jobs=jobs, overrides=overrides, progress=progress
    ).groups


def group_views(
    views: Sequence[View],
    batch: TokenBatch,
    *,
    settings: Settings | None = None,
    jobs: int = 1,
    overrides: Overrides | None = None,
    progress: Progress | None = None,
) -> Grouping:
    """The same from views and the words of their texts, with what explains the groups.

    Args:
        views: One for each article.
        batch: ``tokenise([view.text for view in views])``.
        settings, jobs, overrides, progress: As for `group_articles`.
    """
    settings, overrides = settings or Settings(), overrides or Overrides()
    jobs = check_jobs(jobs)
    check_overrides(overrides)
    ids = [view.article.id for view in views]
    if len(set(ids)) < len(ids):
        twice = next(name for name in sorted(ids) if ids.count(name) > 1)
        raise ReconcileError(f"two articles have the id {twice!r}; give each its own.")
    body = batch.without([view.boilerplate for view in views])
    lineage = read_lineage([view.article for view in views])
    copies = find_copies_in(body, ids, lineage=lineage, settings=settings.similarity, jobs=jobs)
    order = sorted(range(len(ids)), key=ids.__getitem__)
    ordered = [views[number] for number in order]
    nodes = find_nodes(
        ordered, copies=copies, window=settings.grouping.window, separate=overrides.articles
    )
    chosen, rows = np.unique(nodes, return_inverse=True)
    material = _gather(
        [ordered[number] for number in chosen],
        body.take([order[number] for number in chosen]),
        jobs,
        progress,
    )
    basis = Basis(ids=tuple(sorted(ids)), nodes=nodes, rows=rows, material=material)
    pairs = _compare(material, settings.grouping.window, jobs, progress)
    labels = _join(basis, pairs, settings, overrides)
    return _assemble(ordered, basis, pairs, labels, copies, settings, overrides)


def _gather(
    views: Sequence[View], body: TokenBatch, jobs: int, progress: Progress | None
) -> Material:
    packs = [view.pack for view in views]

    def count(low: int) -> Counts:
        part = slice(low, low + ARTICLES_AT_ONCE)
        titles = tokenise([settled_title(view.article) for view in views[part]])
        tokens = gather_tokens(titles, body.part(low, low + len(titles)))
        return count_features(find_features(tokens, packs[part]))

    parts = []
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for part in pool.map(count, range(0, len(views), ARTICLES_AT_ONCE) or [0]):
            parts.append(part)
            if progress is not None:
                done = min(len(parts) * ARTICLES_AT_ONCE, len(views))
                progress("weighing evidence", done, len(views))
    return Material(
        views=views,
        evidence=weigh_features(parts),
        days=publication_days([view.article.published for view in views]),
        lead_ends=text_ends(body, LEAD_WORDS),
        early_ends=text_ends(body, EARLY_WORDS),
    )


def _compare(material: Material, window: int, jobs: int, progress: Progress | None) -> ScoredPairs:
    days = material.days
    left, right = propose_pairs(material.evidence, days=days, window=window)
    pairs = score_pairs(left, right, material=material, jobs=jobs, progress=progress)
    if days.size <= ALL_PAIRS:
        return pairs
    promising = pairs.log_odds >= 0
    more = complete_pairs(left, right, promising=promising, days=days, window=window)
    return pairs.joined(score_pairs(*more, material=material, jobs=jobs))


def text_ends(batch: TokenBatch, words: int) -> NDArray[np.int64]:
    """Where the first `words` words of each text end, 0 for a text without any."""
    counts = batch.counts
    last = batch.offsets[:-1] + np.minimum(counts, words) - 1
    ends = batch.ends[np.where(counts, last, 0)] if batch.ends.size else np.zeros(counts.size)
    return np.where(counts, ends, 0).astype(np.int64)


def _join(
    basis: Basis, pairs: ScoredPairs, settings: Settings, overrides: Overrides
) -> NDArray[np.int64]:
    """For each article the number of its group, in terms of rows."""
    row_of = dict(zip(basis.ids, basis.rows.tolist(), strict=True))

    def rows(rule: str) -> Iterator[tuple[int, int]]:
        for left, right in overrides.pairs(rule):
            if left in row_of and right in row_of:
                yield row_of[left], row_of[right]

    clusters = join_pairs(
        len(basis.material.views),
        left=pairs.left,
        right=pairs.right,
        log_odds=pairs.log_odds,
        least=_log_odds(settings.grouping.threshold),
        together=rows("must_link"),
        apart=rows("cannot_link"),
    )
    return clusters[basis.rows]


def _log_odds(score: float) -> float:
    """The log-odds of a score, within what cohesion tells apart."""
    if score <= 0:
        return -CAP
    return min(math.log(score / (1 - score)), CAP) if score < 1 else CAP


def _assemble(
    views: Sequence[View],
    basis: Basis,
    pairs: ScoredPairs,
    labels: NDArray[np.int64],
    copies: Sequence[CopyEdge],
    settings: Settings,
    overrides: Overrides,
) -> Grouping:
    members: dict[int, list[Article]] = {}
    for view, label in zip(views, labels.tolist(), strict=True):
        members.setdefault(label, []).append(view.article)
    groups = make_groups(members.values(), copies=copies, settings=settings.similarity)
    return Grouping(
        groups=groups,
        edges=tuple(_edges(basis, pairs, labels)),
        copies=tuple(sorted(copies)),
        problems=unknown_articles(overrides, basis.ids),
        group_of=positions(groups),
        settings=settings.grouping,
        similarity=settings.similarity,
        overrides=overrides,
        basis=basis,
    )


def _edges(basis: Basis, pairs: ScoredPairs, labels: NDArray[np.int64]) -> Iterator[EventEdge]:
    """The pairs inside groups and the nearest misses between them."""
    nodes = np.unique(basis.nodes)
    left, right = nodes[pairs.left], nodes[pairs.right]
    scores = share_of_odds(pairs.log_odds)
    kept = (labels[left] == labels[right]) | (scores >= NEAR_MISS)
    for one, other, score in zip(left[kept], right[kept], scores[kept], strict=True):
        yield EventEdge(left=basis.ids[one], right=basis.ids[other], score=float(score))
