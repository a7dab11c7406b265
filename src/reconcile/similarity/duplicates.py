"""Articles with the same shingles, as often: found first, and one article to all that follows.

A hundred thousand identical articles have five thousand million pairs; nobody reads them.
"""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.similarity.runs import CROWD
from reconcile.text.shingles import ShingleBatch

Positions = NDArray[np.int64]


def digest(shingles: ShingleBatch) -> NDArray[np.uint64]:
    """The sum of each article's shingles, 0 for none; the same for articles with the same ones."""
    sums = np.zeros(len(shingles), dtype=np.uint64)
    filled = np.flatnonzero(shingles.counts)
    if len(filled):
        sums[filled] = np.add.reduceat(shingles.hashes, shingles.offsets[filled])
    return sums


@frozen(eq=False)
class Duplicates:
    """Which articles have the same shingles.

    Args:
        firsts: Positions of the articles that have words, of equal ones the first, ascending.
        members: Positions of all equal articles, by the first of them, where there are several.
    """

    firsts: Positions
    members: dict[int, tuple[int, ...]]

    def inside(self) -> Iterator[tuple[int, int]]:
        """Pairs of equal articles: all, or in a crowd each one with the first."""
        for first, members in self.members.items():
            if len(members) <= CROWD:
                yield from combinations(members, 2)
            else:
                yield from ((first, other) for other in members[1:])

    def across(self, left: int, right: int) -> Iterator[tuple[int, int]]:
        """The pairs for which a pair of firsts stands; crowds meet with their firsts only."""
        lefts, rights = self.members.get(left, (left,)), self.members.get(right, (right,))
        if len(lefts) * len(rights) > CROWD:
            yield left, right
            return
        for one, other in product(lefts, rights):
            yield min(one, other), max(one, other)


def find_duplicates(digests: NDArray[np.uint64]) -> Duplicates:
    """Put articles of one digest together.

    >>> find_duplicates(np.array([7, 0, 5, 7], dtype=np.uint64)).members
    {0: (0, 3)}
    """
    _, first, inverse = np.unique(digests, return_index=True, return_inverse=True)
    same_as = first[inverse]
    again = np.flatnonzero((same_as != np.arange(len(digests))) & (digests != 0))
    members: dict[int, list[int]] = {}
    for position in again.tolist():
        members.setdefault(int(same_as[position]), []).append(position)
    firsts = np.flatnonzero((same_as == np.arange(len(digests))) & (digests != 0))
    return Duplicates(firsts, {one: (one, *others) for one, others in members.items()})
