"""How time grows with the length of a text, told apart from a machine that is busy elsewhere."""

from collections.abc import Callable

_LONGER = 8


def is_near_linear(
    seconds: Callable[[int], float], size: int, *, floor: float = 0.002, attempts: int = 5
) -> bool:
    """Whether eight times the size takes less than forty times as long; a square takes 64 times.

    Other programs on the machine can make any one measurement long, never short, so one attempt
    that is quick enough shows that the growth is; quadratic time fails all of them.
    """
    seconds(size // 5)
    once = min(seconds(size) for _ in range(3))
    bound = 5 * _LONGER * max(once, floor)
    return any(seconds(_LONGER * size) < bound for _ in range(attempts))
