"""Pairs of articles that share a key, from sorted keys: the join that every proposal is made of."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

Pairs = NDArray[np.int64]

CROWD = 16
"""Up to so many neighbours an article is paired with for one key.

A key that more articles share says little about any two of them, and all its pairs would grow with
the square of its articles; each is then paired with those that follow it in the order of ids.
"""


_FOR_EACH = 4  # pairs of each article that are gathered before they are gone through
_PART = 1 << 14  # pairs tested at a time

Test = Callable[[Pairs, Pairs], NDArray[np.bool_]]


def key_bits(articles: int) -> np.uint64:
    """How many low bits of a key make room for the position of one of so many articles."""
    return np.uint64(max(articles - 1, 1).bit_length())


def sort_keyed(
    keys: NDArray[np.uint64], owners: NDArray[np.int64], *, articles: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Sort articles by key, then by position, each article once for a key.

    The upper bits of the key and the article's position are sorted as one number, which is many
    times faster than sorting positions by key.

    Returns:
        The upper bits of the keys and the positions of the articles.
    """
    bits = key_bits(articles)
    low = (np.uint64(1) << bits) - np.uint64(1)
    joined = keys & ~low
    joined |= owners.astype(np.uint64)
    joined.sort()
    if len(joined):
        joined = joined[np.concatenate(([True], joined[1:] != joined[:-1]))]
    return joined >> bits, (joined & low).astype(np.int64)


def neighbours(
    keys: NDArray[np.integer], *, crowd: int = CROWD
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Places of equal keys, paired: first all next neighbours, then the next but one, and so on.

    Args:
        keys: Sorted keys.
        crowd: How far apart two of one key may stand.
    """
    first = np.arange(len(keys))
    for gap in range(1, crowd + 1):
        first = first[: np.searchsorted(first, len(keys) - gap)]
        first = first[keys[first] == keys[first + gap]]
        if not len(first):
            return
        yield first, first + gap


class PairSet:
    """Pairs of positions, each once, gathered without keeping every repeat.

    Args:
        articles: How many there are.
        keep: Whether pairs are worth keeping, from left and right positions; all when None.
    """

    def __init__(self, articles: int, keep: Test | None = None) -> None:
        self._articles = articles
        self._keep = keep
        self._kept = np.empty(0, dtype=np.int64)
        self._parts: list[NDArray[np.int64]] = []
        self._held = 0

    def add(self, left: NDArray[np.integer], right: NDArray[np.integer]) -> None:
        """Add pairs; `left` is smaller than `right` in each."""
        self._parts.append(left.astype(np.int64) * self._articles + right)
        self._held += len(left)
        if self._held > max(_FOR_EACH * self._articles, len(self._kept)):
            self._settle()

    def pairs(self) -> Pairs:
        """All pairs, sorted: left and right positions, shape (2, p)."""
        self._settle()
        return np.stack(np.divmod(self._kept, self._articles))

    def _settle(self) -> None:
        codes = _sorted_once(self._parts)
        self._parts, self._held = [], 0
        if self._keep is not None:
            parts = [codes[first : first + _PART] for first in range(0, len(codes), _PART)]
            kept = [some[self._keep(*np.divmod(some, self._articles))] for some in parts]
            codes = np.concatenate([codes[:0], *kept])
        self._kept = _sorted_once([self._kept, codes])


def _sorted_once(parts: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    codes = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
    codes.sort()  # np.unique would hash, which is slower
    return codes[np.concatenate(([True], codes[1:] != codes[:-1]))] if len(codes) else codes
