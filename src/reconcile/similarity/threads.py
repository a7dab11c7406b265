"""Threads for the array work: NumPy and numba leave the interpreter free while they compute.

Unlike processes they need no copy of the texts, which would cost as much as the work itself.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from reconcile.engines import check_jobs

Item = TypeVar("Item")
Result = TypeVar("Result")


def map_in_threads(
    function: Callable[[Item], Result], items: Sequence[Item], *, jobs: int = 1
) -> Iterator[Result]:
    """Apply a function to each item, in order, in as many threads as asked for.

    Args:
        function: What is applied; it must not depend on the order of the calls.
        items: What it is applied to.
        jobs: Threads, 0 for one a core.

    >>> list(map_in_threads(len, ["a", "bb"], jobs=2))
    [1, 2]
    """
    threads = min(check_jobs(jobs), len(items))
    if threads <= 1:
        yield from map(function, items)
        return
    with ThreadPoolExecutor(threads) as pool:
        yield from pool.map(function, items)
