"""Where work runs: in this process or in several. An engine decides nothing else."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from reconcile.errors import InvalidSettings

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting a worker costs about as much as reading this many articles.
_FEWEST_FOR_A_POOL = 32


def check_jobs(jobs: int) -> int:
    """The number of processes to use; 0 means one for each core.

    Raises:
        InvalidSettings: `jobs` is negative or no whole number.
    """
    if not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 0:
        raise InvalidSettings("jobs", "a whole number, 0 for one process a core", jobs)
    return jobs or os.cpu_count() or 1


def map_each(
    function: Callable[[Item], Result], items: Sequence[Item], *, jobs: int = 1
) -> Iterator[Result]:
    """Apply a function to each item, in order, in as many processes as asked for.

    Args:
        function: A module-level function, so that it can travel to another process.
        items: What it is applied to.
        jobs: Processes; with 1, or with few items, everything runs here.

    >>> list(map_each(len, ["a", "bb"]))
    [1, 2]
    """
    jobs = min(check_jobs(jobs), len(items))
    if jobs <= 1 or len(items) < _FEWEST_FOR_A_POOL:
        yield from map(function, items)
        return
    chunk = max(1, min(64, len(items) // (jobs * 4)))
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(function, items, chunksize=chunk)
