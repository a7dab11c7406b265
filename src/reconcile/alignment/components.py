"""What is joined by pairs, directly or through others."""

from collections.abc import Iterable

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components


def connected(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups into which pairs join the numbers below `size`, each in ascending order.

    >>> connected(5, [(3, 1), (4, 3)])
    [[0], [1, 3, 4], [2]]
    """
    edges = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    if not len(edges):
        return [[member] for member in range(size)]
    graph = sp.coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    groups: dict[int, list[int]] = {}
    for member, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(member)
    return list(groups.values())
