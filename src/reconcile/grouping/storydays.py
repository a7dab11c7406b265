"""The days an article is about, as evidence that two stories are not one.

Words alone cannot tell one round of talks from the next: the same people, places and phrases come
back. The days can.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import frozen

from reconcile.languages.mentions import Anchor
from reconcile.text import View
from reconcile.values import Period

# Words of the text in which its own days stand; later ones are more often background.
EARLY_WORDS = 200

# A longer stretch (a season, a term of office) is no day of a story.
_LONGEST = 7
_LEAP_YEAR, _DAYS_OF_LEAP_YEAR = 4, 366
_BACKGROUND = ("born", "established")


@frozen
class Days:
    """A day or a few in a row, as ordinals of the calendar, both ends included.

    Args:
        first, last: Ordinals of `datetime.date`.
        yearless: Whether the year is not known; the ordinals then lie in year 4.
    """

    first: int
    last: int
    yearless: bool = False

    def __str__(self) -> str:
        days = [dt.date.fromordinal(day) for day in (self.first, self.last)]
        written = [f"{d:%m-%d}" if self.yearless else d.isoformat() for d in dict.fromkeys(days)]
        return " to ".join(written)

    def distance(self, other: "Days") -> int:
        """Days between the two, 0 when they overlap; by month and day alone without a year.

        >>> Days(10, 12).distance(Days(14, 14))
        2
        """
        if not (self.yearless or other.yearless):
            return max(0, self.first - other.last, other.first - self.last)
        one, two = _in_leap_year(self), _in_leap_year(other)
        apart = max(0, one.first - two.last, two.first - one.last)
        around = _DAYS_OF_LEAP_YEAR - (max(one.last, two.last) - min(one.first, two.first))
        return max(0, min(apart, around))


def _in_leap_year(days: Days) -> Days:
    if days.yearless:
        return days
    first = dt.date.fromordinal(days.first).replace(year=_LEAP_YEAR).toordinal()
    return Days(first, first + days.last - days.first, yearless=True)


def find_opening(view: View, end: int) -> Days | None:
    """The first day that an article's lead states, when there is one.

    Args:
        view: The article.
        end: Where its lead ends, in code points of the view's text.
    """
    return next(iter(_stated_days(view, end)), None)


def find_early(view: View, end: int) -> tuple[Days, ...]:
    """The days that an article states early on, and the day of its publication.

    Args:
        view: The article.
        end: Where its first `EARLY_WORDS` words end, in code points of the view's text.
    """
    published = view.article.publication_day
    day = () if published is None else (Days(published.toordinal(), published.toordinal()),)
    return tuple(dict.fromkeys([*_stated_days(view, end), *day]))


def opens_elsewhen(one: Days | None, other: Days | None) -> bool:
    """Whether two openings exclude one another and one of them is a span of days.

    An article that opens with a span of days tells of what lasted these days.
    """
    if one is None or other is None or one.distance(other) == 0:
        return False
    return one.last > one.first or other.last > other.first


def nearest(some: Sequence[Days], others: Sequence[Days]) -> int | None:
    """Days between the nearest two; None when there is nothing to compare."""
    return min((a.distance(b) for a in some for b in others), default=None)


def _stated_days(view: View, end: int) -> Iterator[Days]:
    text, folded = view.text[:end], view.folded[:end]
    calendar, published = view.pack.calendar, view.article.publication_day
    years = () if published else tuple(calendar.stated_years(text, folded))
    anchor = Anchor(published=published, years=years)
    for mention in calendar.find_dates(text, folded, anchor=anchor):
        if mention.attribute in _BACKGROUND or view.in_boilerplate(mention.start, mention.end):
            continue
        days = _days(mention.value) if isinstance(mention.value, Period) else None
        if days is not None:
            yield days


def _days(period: Period) -> Days | None:
    """The days of a period that is exact to the day, None for any other."""
    first, last = period.first.toordinal(), period.last.toordinal()
    if period.granularity not in ("minute", "hour", "part of day", "day"):
        return None
    return Days(first, last, period.yearless) if last - first <= _LONGEST else None
