"""Calendar arithmetic that every language needs: from what a phrase states to a period.

A grammar reads "tháng 9", "12–14/11" or "late last year" into a `Stated`: the first and the last
day, month or year named, with the year left open when the phrase does not say. `settle` closes
it: the year comes from the publication day, else from the years the article itself is about, else
it stays open and the period is yearless.
"""

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from reconcile.languages.mentions import Anchor, DateMention
from reconcile.values import GRANULARITIES, Period

_LAST_MINUTE = dt.time(23, 59)
_FEW_DAYS = 7  # up to so many, days are counted one by one
_MANY_YEARS = 20  # "a hundred years ago" is an age of things, no date
_SHORTEST_MONTH = 28  # days; a stretch that reaches so far reaches to the end of any month
_SOME_YEAR = 4  # the year in which yearless periods count, see `Period`
PAST, FUTURE = -1, 1


class Ymd(NamedTuple):
    """A day, a month or a year, as far as a phrase states it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: dt.date) -> "Ymd":
        """The day, stated in full."""
        return cls(day.year, day.month, day.day)


@frozen(kw_only=True)
class Stated:
    """What a phrase states, before its year is known.

    Args:
        start, end: Where the phrase stands.
        first, last: The first and the last day, month or year named; the same when it names one.
        granularity: One of `reconcile.values.GRANULARITIES`.
        extent: Whether it says how long something lasted.
        inferred: Whether a part of it was counted from another date already.
        part: Minutes from the first midnight to the first and last minute of a part of the day.
        direction: `PAST` or `FUTURE` when words beside it tell, 0 otherwise.
        end_only: Whether it names the last day of the month or year alone.
    """

    start: int
    end: int
    first: Ymd
    last: Ymd
    granularity: str
    extent: bool = False
    inferred: bool = False
    part: tuple[int, int] | None = None
    direction: int = 0
    end_only: bool = False


def day_stated(start: int, end: int, day: dt.date) -> Stated:
    """A day counted from another date."""
    return days_stated(start, end, day, day, granularity="day")


def part_of_day_stated(start: int, end: int, day: dt.date, part: tuple[int, int]) -> Stated:
    """A part of a day counted from another date, in minutes from its midnight."""
    return evolve(day_stated(start, end, day), part=part, granularity="part of day")


def days_stated(start: int, end: int, first: dt.date, last: dt.date, *, granularity: str) -> Stated:
    """A stretch of days counted from another date."""
    return Stated(
        start=start,
        end=end,
        first=Ymd.of(first),
        last=Ymd.of(last),
        granularity=granularity,
        inferred=True,
    )


def year_stated(start: int, end: int, year: int, *, inferred: bool = False) -> Stated:
    """A whole year."""
    ymd = Ymd(year)
    return Stated(start=start, end=end, first=ymd, last=ymd, granularity="year", inferred=inferred)


def months_stated(
    start: int,
    end: int,
    year: int | None,
    months: tuple[int, int],
    *,
    granularity: str = "season",
    inferred: bool = False,
) -> Stated:
    """The first and the last of some months of a year; months past 12 lie in the next one."""
    first, last = months
    following = last > 12
    return Stated(
        start=start,
        end=end,
        first=Ymd(year, first),
        last=Ymd(None if year is None else year + following, last - 12 * following),
        granularity=granularity,
        inferred=inferred,
    )


def month_stated(
    start: int,
    end: int,
    month: Ymd,
    *,
    days: tuple[int, int] | None,
    direction: int = 0,
    inferred: bool = False,
) -> Stated:
    """A month, or the first and the last day of the part of it that a word such as "late" names.

    >>> late = month_stated(0, 10, Ymd(2013, 2), days=(16, 31))
    >>> str(period_of(late))
    '2013-02-16–2013-02-28'
    """
    first, last = (None, None) if days is None else days
    return Stated(
        start=start,
        end=end,
        first=month._replace(day=first),
        last=month._replace(day=last) if last is not None and last < _SHORTEST_MONTH else month,
        granularity="month" if days is None else "week",
        direction=direction,
        inferred=inferred,
    )


def ago(
    start: int, end: int, published: dt.date, *, count: int, unit: str, is_rough: bool = False
) -> Stated | None:
    """So many days, weeks, months or years before publication.

    The more of them, the rounder the number: "three weeks ago" is some day of nine, "ten years
    ago" some day of three years.

    Args:
        start, end: Where the phrase stands.
        published: The day of publication.
        count: How many.
        unit: ``day``, ``week``, ``month`` or ``year``.
        is_rough: Whether the words say that the count is not exact.

    Returns:
        None for so many years that they are the age of a thing and no date.

    >>> stated = ago(0, 11, dt.date(2013, 10, 23), count=3, unit="week")
    >>> str(period_of(stated))
    '2013-09-28–2013-10-06'
    """
    if unit == "day":
        day = published - dt.timedelta(days=count)
        slack = is_rough + (count > _FEW_DAYS) + count // 20
    elif unit == "week":
        day = published - dt.timedelta(weeks=count)
        slack = 3 + 3 * is_rough + count // 2
    elif unit == "month":
        day = published - relativedelta(months=count)
        slack = 16 + 15 * is_rough + 3 * count
    elif count <= _MANY_YEARS:
        day = published - relativedelta(years=count)
        slack = 183 + 183 * is_rough + 36 * count
    else:
        return None
    either_side = dt.timedelta(days=slack)
    return days_stated(start, end, day - either_side, day + either_side, granularity=unit)


def month_before(day: dt.date, *, months: int) -> Ymd:
    """The month that lies so many months before a day's own; negative counts look ahead."""
    index = day.year * 12 + day.month - 1 - months
    return Ymd(index // 12, index % 12 + 1)


def week_of(day: dt.date, *, offset: int = 0) -> dt.date:
    """The Monday of a day's week, or of the week `offset` weeks later."""
    return day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=offset)


def settle(stated: Stated, anchor: Anchor) -> DateMention | None:
    """Close a stated date: find its year and make it a period.

    Returns:
        The mention, or None when no such day exists ("31/02").
    """
    first, last, yearless, inferred = stated.first, stated.last, False, stated.inferred
    if first.year is None:
        year = year_meant(first, anchor, direction=stated.direction)
        yearless, inferred = year is None, inferred or year is not None
        first = first._replace(year=_SOME_YEAR if year is None else year)
        last = last._replace(year=first.year)
    if last.year is None:
        last = last._replace(year=first.year)
    if stated.first.year is None and _wraps(first, last):
        last = last._replace(year=(first.year or 0) + 1)  # "28/12 to 3/1"
    try:
        closed = evolve(stated, first=first, last=last, inferred=inferred)
        period = period_of(closed, yearless=yearless)
    except (ValueError, OverflowError):
        return None
    return DateMention(start=stated.start, end=stated.end, value=period)


def _depth(ymd: Ymd) -> int:
    """How far down a date is stated: 1 the year, 2 the month, 3 the day."""
    return 3 if ymd.day is not None else 2 if ymd.month is not None else 1


def _wraps(first: Ymd, last: Ymd) -> bool:
    """Whether a stretch that runs from one to the other crosses the turn of the year."""
    if first.month is None or last.month is None or first.month != last.month:
        return (last.month or 13) < (first.month or 0)
    return (last.day or 31) < (first.day or 1)


def period_of(stated: Stated, *, yearless: bool = False) -> Period:
    """The period of a date whose year is known, or stands for any year.

    Raises:
        ValueError: There is no such day.
    """
    begin, finish = first_day(stated.first), last_day(stated.last)
    if stated.end_only:
        begin = finish
    first, last = dt.datetime.combine(begin, dt.time.min), dt.datetime.combine(finish, _LAST_MINUTE)
    if stated.part is not None:
        last = first + dt.timedelta(minutes=stated.part[1])
        first += dt.timedelta(minutes=stated.part[0])
    return Period(
        first=first,
        last=last,
        granularity="day" if stated.end_only else stated.granularity,
        extent=stated.extent,
        yearless=yearless,
        inferred=stated.inferred,
    )


def first_day(ymd: Ymd) -> dt.date:
    """The first day of a day, a month or a year; ValueError when there is none."""
    year, month, day = ymd
    return dt.date(
        _SOME_YEAR if year is None else year,
        1 if month is None else month,
        1 if day is None else day,
    )


def last_day(ymd: Ymd) -> dt.date:
    """The last day of a day, a month or a year; ValueError when there is none."""
    first = first_day(ymd)
    if ymd.day is not None:
        return first
    month = 12 if ymd.month is None else ymd.month
    return first.replace(month=month, day=calendar.monthrange(first.year, month)[1])


def exists(ymd: Ymd) -> bool:
    """Whether there is such a day; 29 February exists in some year.

    >>> exists(Ymd(None, 2, 29)), exists(Ymd(2013, 2, 29)), exists(Ymd(None, 13))
    (True, False, False)
    """
    try:
        first_day(ymd)
    except ValueError:
        return False
    return True


def year_meant(stated: Ymd, anchor: Anchor, *, direction: int) -> int | None:
    """The year that a day or month without one belongs to, None when that is not certain.

    A date without a year lies in the year of publication, except around the turn of the year:
    in January "28/12" is past, and in December "5/1" is to come.
    """
    if anchor.published is None:
        return anchor.years[0] if anchor.years else None
    if stated.month is None:
        return None
    published = anchor.published
    months = stated.month - published.month
    ahead = months if stated.day is None else months + (stated.day - published.day) / 31
    if direction == FUTURE:
        return published.year + (1 if ahead < -0.1 else 0)
    if direction == PAST:
        return published.year - (1 if ahead > 0.1 else 0)
    if ahead <= -10.0 or ahead >= 9.0:
        return published.year + (1 if ahead < 0 else -1)
    certain = 5.0 if stated.day is None else 9.0
    return published.year if -9.0 <= ahead <= certain else None


def join(left: Stated, right: Stated, *, extent: bool) -> Stated | None:
    """The stretch from one stated date to another; what one leaves open the other tells.

    >>> from_day = Stated(start=0, end=4, first=Ymd(None, 10, 24), last=Ymd(None, 10, 24),
    ...     granularity="day")
    >>> to_day = Stated(start=9, end=19, first=Ymd(2013, 11, 22), last=Ymd(2013, 11, 22),
    ...     granularity="day")
    >>> whole = join(from_day, to_day, extent=True)
    >>> whole.first, whole.last
    (Ymd(year=2013, month=10, day=24), Ymd(year=2013, month=11, day=22))
    """
    first, last = left.first, right.last
    exact = len(set(map(_depth, (first, last)))) == 1
    if left.part or right.part or not (exact or last.year is not None):
        return None
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year - _wraps(first, last))
    elif last.year is None and first.year is not None:
        last = last._replace(year=first.year + _wraps(first, last))
    if first.year is not None and last.year is not None and first_day(first) >= first_day(last):
        return None
    return evolve(
        left,
        end=right.end,
        first=first,
        last=last,
        granularity=min(left.granularity, right.granularity, key=GRANULARITIES.index),
        extent=extent,
        inferred=left.inferred or right.inferred,
        direction=left.direction or right.direction,
    )


def without_overlaps(found: Iterable[Stated]) -> list[Stated]:
    """Sorted by place; of two that overlap the longer one stays, of equals the earlier."""
    kept: list[Stated] = []
    for stated in sorted(found, key=lambda s: (s.start, -s.end)):
        if kept and stated.start < kept[-1].end:
            if stated.end - stated.start > kept[-1].end - kept[-1].start:
                kept[-1] = stated
            continue
        kept.append(stated)
    return kept


def years_of_article(dates: Iterable[Stated], *, lead: int) -> tuple[int, ...]:
    """The years that an article's own dates can be taken to lie in, most frequent first.

    A single full date in the middle of a text may be history ("the attacks of 7 July 2005"), and
    a wrong year is worse than none. So a year counts when two dates state it, or one that stands
    in the first `lead` code points.
    """
    found: Counter[int] = Counter()
    leading: set[int] = set()
    for stated in dates:
        year = stated.last.year
        if year is not None and stated.last.day is not None:
            found[year] += 1
            if stated.start < lead:
                leading.add(year)
    sure = {year: count for year, count in found.items() if count > 1 or year in leading}
    return tuple(sorted(sure, key=lambda year: (-sure[year], -year)))


_ISO = re.compile(r"(?:1\d|20|21)\d\d-\d\d-\d\d(?![\w-])")


def find_iso_days(text: str) -> Iterator[Stated]:
    """Every day in the international form, which reads the same in any language.

    >>> [str(period_of(stated)) for stated in find_iso_days("On 2013-10-23; not 2013-13-01.")]
    ['2013-10-23']
    """
    for match in _ISO.finditer(text):
        start, end = match.span()
        ymd = Ymd(*map(int, match.group().split("-")))
        joined = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-/.")
        if exists(ymd) and not joined:
            yield Stated(start=start, end=end, first=ymd, last=ymd, granularity="day")
