"""Two things found side by side that are one: the ends of a range, a day and its year."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_Found = TypeVar("_Found")


def join_neighbours(
    found: Iterable[_Found], join: Callable[[_Found, _Found], _Found | None]
) -> list[_Found]:
    """What was found, in its order, each made one with what stands before it where they are one.

    Args:
        found: Things in order of place.
        join: The whole that two neighbours are, or None where they are two.

    >>> join_neighbours([1, 2, 5, 6], lambda left, right: right if right == left + 1 else None)
    [2, 6]
    """
    joined: list[_Found] = []
    for one in found:
        whole = join(joined[-1], one) if joined else None
        if whole is None:
            joined.append(one)
        else:
            joined[-1] = whole
    return joined
