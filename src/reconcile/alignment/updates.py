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

Moment = dt.datetime | dt.date
Published = Mapping[str, Moment | None]

_DAY = 24 * 3600
_EASTMOST, _WESTMOST = 14 * 3600, 12 * 3600  # seconds that clocks go before and behind UTC


def is_before(earlier: str, later: str, published: Published) -> bool:
    """Whether one article surely came out before another, as far as both are dated."""
    first, second = published[earlier], published[later]
    return first is not None and second is not None and _ends_before(first, second)


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
    stages: list[list[Moment]] = []
    for answer in question.answers:
        moments = [published[claim.article] for claim in answer.claims]
        known = [moment for moment in moments if moment is not None]
        if len(known) < len(moments):
            return False
        stages.append(known)
    stages.sort(key=lambda stage: min(_stretch(moment) for moment in stage))
    return all(
        _ends_before(moment, following)
        for stage, next_stage in itertools.pairwise(stages)
        for moment in stage
        for following in next_stage
    )


def _ends_before(first: Moment, second: Moment) -> bool:
    """Whether one moment is over before another begins, wherever they were written.

    A bare day lasts a day. Two moments without a time zone are taken for neighbours and compared
    as they stand; one without may be of any zone beside one that has its own.
    """
    (_, end), (start, _) = _stretch(first), _stretch(second)
    if _has_zone(first) != _has_zone(second):
        start -= _EASTMOST if _has_zone(first) else 0
        end += 0 if _has_zone(first) else _WESTMOST
    return end < start


def _stretch(moment: Moment) -> tuple[float, float]:
    """First and last second of a moment, counted on the wall, or in UTC when its zone is known."""
    day = moment.toordinal() * float(_DAY)
    if not isinstance(moment, dt.datetime):
        return day, day + _DAY - 1
    seconds = day + moment.hour * 3600 + moment.minute * 60 + moment.second
    seconds -= (moment.utcoffset() or dt.timedelta()).total_seconds()
    return seconds, seconds


def _has_zone(moment: Moment) -> bool:
    return isinstance(moment, dt.datetime) and moment.utcoffset() is not None
