"""Whether differing figures are one figure that later articles revised."""

import datetime as dt
import itertools
from collections.abc import Mapping

from reconcile.alignment.questions import Question

# Canonical attributes (language packs translate into them) of figures that grow or are corrected
# while a story goes on.
CHANGING = frozenset(
    {"dead", "injured", "missing", "arrested", "rescued", "evacuated", "infected", "damaged"}
)

Published = Mapping[str, dt.datetime | dt.date | None]


def is_before(earlier: str, later: str, published: Published) -> bool:
    """Whether one article came out before another, as far as both are dated."""
    first, second = _moment(published[earlier]), _moment(published[later])
    return first is not None and second is not None and first < second


def is_revised(question: Question, published: Published) -> bool:
    """Whether every article with one value came out before every article with the next.

    Args:
        question: A question whose answers exclude each other.
        published: When each article came out, by its id; None when that is not known.
    """
    if question.changes:
        return True
    if question.attribute not in CHANGING:
        return False
    stretches: list[tuple[float, float]] = []
    for answer in question.answers:
        moments = [_moment(published[claim.article]) for claim in answer.claims]
        known = [moment for moment in moments if moment is not None]
        if len(known) < len(moments):
            return False
        stretches.append((min(known), max(known)))
    stretches.sort()
    return all(a[1] < b[0] for a, b in itertools.pairwise(stretches))


def _moment(published: dt.datetime | dt.date | None) -> float | None:
    """Seconds on one time line; a moment without a time zone and a bare day count as UTC."""
    if published is None:
        return None
    if not isinstance(published, dt.datetime):
        published = dt.datetime.combine(published, dt.time.min)
    if published.tzinfo is None:
        published = published.replace(tzinfo=dt.UTC)
    return published.timestamp()
