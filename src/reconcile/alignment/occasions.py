"""The days and hours that a sentence names: figures of two occasions contradict nothing."""

from collections.abc import Mapping, Sequence

from reconcile.alignment.contexts import Contexts
from reconcile.values import Clock, Period, relate

Occasion = Period | Clock
_FINE = frozenset({"minute", "hour", "part of day", "day"})


def occasions_of_sentences(contexts: Contexts) -> Mapping[int, tuple[Occasion, ...]]:
    """The days and times of day that each sentence names, by its row."""
    found: dict[int, list[Occasion]] = {}
    for position, claim in enumerate(contexts.claims):
        value = claim.value
        if isinstance(value, Clock) or (
            isinstance(value, Period) and value.granularity in _FINE and not value.extent
        ):
            found.setdefault(int(contexts.claim_sentence[position]), []).append(value)
    return {row: tuple(values) for row, values in found.items()}


def are_apart(left: Sequence[Occasion], right: Sequence[Occasion]) -> bool:
    """Whether two sentences name occasions of one sort, and no two of them can be the same.

    >>> import datetime as dt
    >>> monday, tuesday = (Period.of_day(dt.date(2024, 3, day)) for day in (4, 5))
    >>> are_apart([monday], [tuesday]), are_apart([monday], [tuesday, monday])
    (True, False)
    """
    for sort in (Period, Clock):
        ours = [value for value in left if isinstance(value, sort)]
        theirs = [value for value in right if isinstance(value, sort)]
        if ours and theirs and not any(relate(a, b).can_both_be_true for a in ours for b in theirs):
            return True
    return False
