"""Whom each claim or sentence would choose in every other article."""

import numpy as np

from reconcile.alignment.relations import Mask, Positions
from reconcile.alignment.rows import Matrix


def best_counterparts(likeness: Matrix, articles: Positions) -> tuple[Positions, Matrix]:
    """For each row and each article the best counterpart there.

    Args:
        likeness: Any likeness, minus infinity where two are no counterparts, shape (n, n).
        articles: The article of each row, shape (n,), a of them distinct.

    Returns:
        Positions of the best counterparts, -1 for none, and their likeness; both of shape (n, a),
        the articles in ascending order. The first of equals is chosen.
    """
    distinct = np.unique(articles)
    best = np.full((len(articles), len(distinct)), -1, dtype=np.int64)
    top = np.full(best.shape, -np.inf)
    rows = np.arange(len(articles))
    for position, article in enumerate(distinct):
        columns = np.flatnonzero(articles == article)
        block = likeness[:, columns]
        first = block.argmax(axis=1)
        top[:, position] = block[rows, first]
        found = top[:, position] > -np.inf
        best[found, position] = columns[first[found]]
    return best, top


def choose_each_other(likeness: Matrix, articles: Positions) -> Mask:
    """Whether two rows are each the other's best counterpart in its article, shape (n, n)."""
    best, _ = best_counterparts(likeness, articles)
    row, column = np.nonzero(best >= 0)
    chosen = np.zeros(likeness.shape, dtype=bool)
    chosen[row, best[row, column]] = True
    return chosen & chosen.T
