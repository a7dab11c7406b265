"""Which kernels do the work: NumPy's, which are always there, or the ones numba compiles.

Both give the same bits. The compiled ones are about four times as fast, but take a third of a
second to load, and some seconds to compile when they are first used on a machine. So they are
chosen when numba is installed (extra `fast`) and there is enough to do: 16 million code points,
some 7,000 articles, or less once they are loaded. The environment variable `RECONCILE_KERNEL`
overrides the choice: `numpy` or `numba`.
"""

import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from itertools import accumulate

from reconcile.errors import InvalidSettings, MissingExtra

ENOUGH = 16_000_000
"""Code points from which loading the compiled kernels pays."""
ENOUGH_WHEN_LOADED = 100_000
"""Code points from which using them pays when they are loaded."""


@cache
def has_numba() -> bool:
    """Whether numba is installed; nothing is imported to find out."""
    return find_spec("numba") is not None


def use_compiled(lengths: Iterable[int]) -> bool:
    """Whether to use the compiled kernels for texts of these lengths in code points.

    Raises:
        InvalidSettings: `RECONCILE_KERNEL` is neither `numpy` nor `numba`.
        MissingExtra: It is `numba`, and numba is not installed.
    """
    choice = os.environ.get("RECONCILE_KERNEL", "")
    if choice not in ("", "numpy", "numba"):
        raise InvalidSettings("RECONCILE_KERNEL", "numpy or numba", choice)
    if choice == "numba" and not has_numba():
        raise MissingExtra("RECONCILE_KERNEL=numba", "fast")
    if choice:
        return choice == "numba"
    loaded = "reconcile.text.compiled" in sys.modules
    enough = ENOUGH_WHEN_LOADED if loaded else ENOUGH
    return has_numba() and any(total >= enough for total in accumulate(lengths))
