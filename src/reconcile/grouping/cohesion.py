"""Joining scored pairs into groups that hold together as a whole.

Average linkage on log-odds: two groups join when the mean over all pairs between them says one
event, so one strong bridge never chains two stories together. Two groups that each hold together
far better than they hold to one another stay apart whatever the mean: look-alike events resemble
each other, but themselves more. Only pairs with some support are stored; every other pair counts
as the floor, which keeps the work near linear in stored pairs.

Source: average linkage, Sokal and Michener 1958; here on a sparse graph and with constraints.
"""

import heapq
import math
from collections.abc import Iterable
from copy import deepcopy

import numpy as np
from numpy.typing import NDArray

# Log-odds beyond which a single pair weighs no more; the floor is what an unstored pair counts.
CAP = 6.0

# Share of the support inside the looser of two groups that must hold between them.
_SHARE_OF_INSIDE = 0.8

Pair = tuple[int, int]


def join_pairs(
    size: int,
    *,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    log_odds: NDArray[np.float64],
    least: float,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> NDArray[np.int64]:
    """Partition 0 … size - 1.

    Args:
        size: How many things there are.
        left, right: Stored pairs, each once.
        log_odds: Of each pair, that the two belong together.
        least: Mean log-odds from which two groups join, inclusive.
        together: Pairs whose groups are put together whatever the odds, or the two alone where
            `apart` forbids that.
        apart: Pairs that never do; none of them may follow from `together`.

    Returns:
        For each thing the smallest member of its group, shape (size,).
    """
    support = np.clip(log_odds, -CAP, CAP) + CAP
    clusters = _Clusters(size)
    for one, other, value in zip(left.tolist(), right.tolist(), support.tolist(), strict=True):
        if value > 0:
            clusters.tie(one, other, value)
    together, apart = tuple(together), tuple(apart)
    for one, other in apart:
        clusters.forbid(one, other)
    named = deepcopy(clusters) if together and apart else clusters
    clusters.join_while_mean_is(least + CAP)
    if not clusters.join_all(together):
        # Whole groups cannot be put together without breaking a rule: only what is named is.
        clusters = named
        clusters.join_all(together)
        clusters.join_while_mean_is(least + CAP)
    return np.array([clusters.find(thing) for thing in range(size)], np.int64)


class _Clusters:
    """Growing clusters, each named by its smallest member, with the support between them."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._sizes = [1] * size
        self._inside = [0.0] * size  # support summed over the pairs inside
        self._ties: dict[int, dict[int, float]] = {}
        self._forbidden: dict[int, set[int]] = {}

    def find(self, thing: int) -> int:
        """The cluster a thing is in."""
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def tie(self, one: int, other: int, support: float) -> None:
        """Store the support of a pair."""
        self._ties.setdefault(one, {})[other] = support
        self._ties.setdefault(other, {})[one] = support

    def forbid(self, one: int, other: int) -> None:
        """Keep two things apart from now on."""
        self._forbidden.setdefault(one, set()).add(other)
        self._forbidden.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> int:
        """Make one cluster of two; its name."""
        if one == other:
            return one
        into, gone = min(one, other), max(one, other)
        self._parent[gone] = into
        self._sizes[into] += self._sizes[gone]
        mine = self._ties.setdefault(into, {})
        self._inside[into] += self._inside[gone] + mine.pop(gone, 0.0)
        for neighbour, support in self._ties.pop(gone, {}).items():
            if neighbour == into:
                continue
            total = mine.get(neighbour, 0.0) + support
            theirs = self._ties[neighbour]
            del theirs[gone]
            mine[neighbour] = theirs[into] = total
        for enemy in self._forbidden.pop(gone, ()):
            self._forbidden[enemy].discard(gone)
            self.forbid(into, enemy)
        return into

    def join_all(self, pairs: Iterable[Pair]) -> bool:
        """Join the clusters of every pair; False, half done, when two of them are kept apart."""
        for one, other in pairs:
            first, second = self.find(one), self.find(other)
            if second in self._forbidden.get(first, ()):
                return False
            self.join(first, second)
        return True

    def join_while_mean_is(self, least: float) -> None:
        """Join the two clusters with the greatest mean support, again and again."""
        heap = [
            entry
            for one, neighbours in self._ties.items()
            for other, support in neighbours.items()
            if one < other and (entry := self._entry(one, other, support))[0] <= -least
        ]
        heapq.heapify(heap)
        while heap:
            negative, one, other, sizes = heapq.heappop(heap)
            if self._parent[one] != one or self._parent[other] != other:
                continue
            if sizes != self._sizes[one] + self._sizes[other]:
                continue  # one of the two has grown since; a newer entry stands for the pair
            if other in self._forbidden.get(one, ()) or -negative < self._held_inside(one, other):
                continue
            into = self.join(one, other)
            for neighbour, support in self._ties[into].items():
                entry = self._entry(min(into, neighbour), max(into, neighbour), support)
                if entry[0] <= -least:
                    heapq.heappush(heap, entry)

    def _held_inside(self, one: int, other: int) -> float:
        """The least mean support between two groups of two or more that lets them join."""
        if min(self._sizes[one], self._sizes[other]) == 1:
            return 0.0
        means = [self._inside[c] / math.comb(self._sizes[c], 2) for c in (one, other)]
        return _SHARE_OF_INSIDE * min(means)

    def _entry(self, one: int, other: int, support: float) -> tuple[float, int, int, int]:
        sizes = self._sizes[one], self._sizes[other]
        # Sums of the same numbers in another order differ in the last bits; that decides nothing.
        return -round(support / (sizes[0] * sizes[1]), 9), one, other, sum(sizes)
