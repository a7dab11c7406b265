"""The days an article is about, as evidence that two stories are not one.

Words alone cannot tell one round of talks from the next: the same people, places and phrases come
back. The days can.
"""

import datetime as dt
from collections.abc import Sequence

from attrs import frozen

from reconcile.grouping.features import LEAD_WORDS
from reconcile.languages.mentions import Anchor
from reconcile.text import View
from reconcile.text.tokens import tokenise
from reconcile.values import Period

# Words of the text in which its own days stand; what follows is more often background.
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


@frozen
class StoryDays:
    """The days that an article states early on.

    Args:
        early: Those in its first `EARLY_WORDS` words, and the day of its publication.
        opening: The first one of its lead, when there is one.
    """

    early: tuple[Days, ...] = ()
    opening: Days | None = None

    def distance(self, other: "StoryDays") -> int | None:
        """Days between the nearest two of the early days; None when one article has none."""
        return min((a.distance(b) for a in self.early for b in other.early), default=None)

    def opens_elsewhen(self, other: "StoryDays") -> bool:
        """Whether both open with days that exclude one another and one of them is a span.

        An article that opens with a span of days tells of what lasted these days.
        """
        mine, theirs = self.opening, other.opening
        if mine is None or theirs is None or mine.distance(theirs) == 0:
            return False
        return mine.last > mine.first or theirs.last > theirs.first


def find_story_days(view: View) -> StoryDays:
    """The days that an article states early on, its boilerplate left out."""
    published = view.article.publication_day
    batch = tokenise([view.text]).without([view.boilerplate])
    starts: Sequence[int] = batch.starts[: EARLY_WORDS + 1].tolist()
    end = starts[EARLY_WORDS] if len(starts) > EARLY_WORDS else len(view.text)
    lead_end = starts[LEAD_WORDS] if len(starts) > LEAD_WORDS else len(view.text)
    calendar = view.pack.calendar
    years = tuple(calendar.stated_years(view.text, view.folded))
    mentions = calendar.find_dates(
        view.text[:end], view.folded[:end], anchor=Anchor(published=published, years=years)
    )
    found = [
        (mention.start, days)
        for mention in mentions
        if isinstance(mention.value, Period)
        and mention.attribute not in _BACKGROUND
        and (days := _days(mention.value)) is not None
        and not view.in_boilerplate(mention.start, mention.end)
    ]
    early = [days for _, days in found]
    if published is not None:
        early.append(Days(published.toordinal(), published.toordinal()))
    opening = next((days for start, days in found if start < lead_end), None)
    return StoryDays(tuple(dict.fromkeys(early)), opening)


def _days(period: Period) -> Days | None:
    """The days of a period that is exact to the day, None for any other."""
    first, last = period.first.toordinal(), period.last.toordinal()
    if period.granularity not in ("minute", "hour", "part of day", "day"):
        return None
    return Days(first, last, period.yearless) if last - first <= _LONGEST else None
