"""Whether differing figures are one figure that later articles revised."""

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from reconcile.alignment.questions import Question

# Canonical attributes (language packs translate into them) of figures that grow or are corrected
# while a story goes on.
CHANGING = frozenset(
    {"dead", "injured", "missing", "arrested", "rescued", "evacuated", "infected", "damaged"}
)

Moment = dt.datetime | dt.date

_DAY = 24 * 3600
_EASTMOST, _WESTMOST = 14 * 3600, 12 * 3600  # seconds that clocks go before and behind UTC


@frozen(kw_only=True, eq=False)
class Timeline:
    """When the articles of a group came out; copies tell nothing new when they do.

    Args:
        published: When each article came out, by its id; None when that is not known.
        origin: The origin each article belongs to.
    """

    published: Mapping[str, Moment | None] = field(repr=False)
    origin: Mapping[str, int] = field(repr=False)

    def is_before(self, earlier: Iterable[str], later: Iterable[str]) -> bool:
        """Whether some articles surely came out before others, as far as all are dated."""
        first, second = self._stage(earlier), self._stage(later)
        return bool(first and second) and all(
            _ends_before(one, other) for one in first for other in second
        )

    def is_revised(self, question: Question) -> bool:
        """Whether every article with one value came out before every article with the next.

        Args:
            question: A question whose answers exclude each other.
        """
        if question.changes:
            return True
        if question.attribute not in CHANGING:
            return False
        stages = [[claim.article for claim in answer.claims] for answer in question.answers]
        dated = [(stage, self._stage(stage)) for stage in stages]
        if not all(moments for _, moments in dated):
            return False
        dated.sort(key=lambda pair: min(_stretch(moment) for moment in pair[1]))
        return all(self.is_before(a, b) for (a, _), (b, _) in itertools.pairwise(dated))

    def _stage(self, articles: Iterable[str]) -> list[Moment]:
        """The earliest moment of each origin; empty when one of them is not dated."""
        found: dict[int, list[Moment | None]] = {}
        for article in articles:
            found.setdefault(self.origin[article], []).append(self.published[article])
        known = [[moment for moment in all_ if moment is not None] for all_ in found.values()]
        return [min(dates, key=_stretch) for dates in known] if all(known) else []


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
