"""Articles that need no comparing because they are the same text, more or less."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from reconcile.grouping.scoring import publication_days
from reconcile.model import CopyEdge
from reconcile.text.views import View

# Jaccard from which two texts are one text with a slip mended, and the days they may lie apart:
# a daily notice repeats its words with other figures.
NEARLY_SAME, DAYS_APART = 0.9, 2.0


def find_nodes(
    views: Sequence[View],
    *,
    copies: Iterable[CopyEdge],
    window: int,
    separate: Collection[str],
) -> NDArray[np.int64]:
    """For each article the one that stands for it, itself when it is like no other.

    Args:
        views: The articles, sorted by id.
        copies: The copy edges between them.
        window: The same text counts as published again after so many days.
        separate: Ids of articles that stand for themselves whatever they repeat.

    Returns:
        The smallest article of each node, shape (a,).
    """
    days = publication_days([view.article.published for view in views])
    number = {view.article.id: n for n, view in enumerate(views)}
    ties = _same_texts(views, days, window, separate)
    for edge in copies:
        if edge.jaccard >= NEARLY_SAME and not {edge.left, edge.right} & set(separate):
            left, right = number[edge.left], number[edge.right]
            if not abs(days[left] - days[right]) > DAYS_APART:
                ties.append((left, right))
    if not ties:
        return np.arange(len(views))
    ones, others = np.array(ties, np.int64).T
    shape = (len(views), len(views))
    graph = sp.csr_matrix((np.ones(len(ties), np.int8), (ones, others)), shape=shape)
    labels = connected_components(graph, directed=False)[1]
    smallest = np.unique(labels, return_index=True)[1]
    nodes: NDArray[np.int64] = smallest[labels]
    return nodes


def _same_texts(
    views: Sequence[View],
    days: NDArray[np.float64],
    window: int,
    separate: Collection[str],
) -> list[tuple[int, int]]:
    """Each article with the one before it that has the same title and text."""
    last: dict[tuple[str | None, str], int] = {}
    ties = []
    for number in np.argsort(days, kind="stable").tolist():
        view = views[number]
        if not view.text.strip() or view.article.id in separate:
            continue
        content = (view.article.title, view.text)
        before = last.get(content)
        if before is not None and not days[number] - days[before] > window:
            ties.append((before, number))
        last[content] = number
    return ties
