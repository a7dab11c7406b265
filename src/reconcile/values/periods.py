"""Dates, parts of days, months, seasons and ranges, as intervals on the calendar."""

import datetime as dt
from calendar import isleap, monthrange
from collections.abc import Mapping
from typing import Any, Self

from attrs import field, frozen
from attrs.validators import in_, instance_of

from reconcile.values.relations import Relation, relation_of_sets

GRANULARITIES = (
    "minute",
    "hour",
    "part of day",
    "day",
    "week",
    "month",
    "quarter",
    "season",  # a stretch of some months: "cuối năm", "mùa hè", "6 tháng đầu năm"
    "year",
    "decade",
    "century",
)
_ANY_YEAR = 4  # a leap year that no news story is about stands for "some year"
_Stretch = tuple[dt.datetime, dt.datetime]


def _to_the_minute(moment: dt.datetime) -> dt.datetime:
    """The minute a moment lies in, as the clock on the wall shows it."""
    return moment.replace(second=0, microsecond=0, tzinfo=None, fold=0)


@frozen(kw_only=True)
class Period:
    """A stretch of the calendar that a phrase allows, from its first minute to its last.

    A plain date names one unknown moment inside the stretch ("tháng 9/2023": some day of it). An
    *extent* names the whole stretch ("12–14/11": it lasted from the 12th to the 14th); two
    extents that differ cannot both be true, while a moment inside an extent can.

    Args:
        first: The first minute, without time zone.
        last: The last minute, inclusive; never before `first`.
        granularity: One of `GRANULARITIES`.
        extent: Whether the phrase says how long something lasted rather than when it happened.
        yearless: Whether no year is known; `first` then lies in year 4, a leap year, `last` less
            than a year later, and the period stands for the same days of every year.
        inferred: Whether the year or the day was taken from the publication date or another date.

    >>> month, day = Period.of_month(2023, 9), Period.of_day(dt.date(2023, 9, 11))
    >>> day.relate(month)
    <Relation.REFINES: 'refines'>
    >>> str(month)
    '2023-09'
    """

    first: dt.datetime = field(converter=_to_the_minute, validator=instance_of(dt.datetime))
    last: dt.datetime = field(converter=_to_the_minute, validator=instance_of(dt.datetime))
    granularity: str = field(validator=in_(GRANULARITIES), eq=False)
    extent: bool = False
    yearless: bool = False
    inferred: bool = field(default=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"first must not follow last, got {self.first} and {self.last}")
        if self.yearless and not self._counts_from_any_year():
            raise ValueError(
                f"a yearless period must begin in year {_ANY_YEAR} and end within a year, "
                f"got {self.first} and {self.last}"
            )

    def _counts_from_any_year(self) -> bool:
        years = self.first.year, self.last.year
        if years == (_ANY_YEAR, _ANY_YEAR + 1):
            return self.last.replace(year=_ANY_YEAR) < self.first
        return years == (_ANY_YEAR, _ANY_YEAR)

    @classmethod
    def of_days(
        cls,
        first: dt.date,
        last: dt.date,
        *,
        granularity: str = "day",
        extent: bool = False,
        yearless: bool = False,
        inferred: bool = False,
    ) -> Self:
        """The period from the start of one day to the end of another."""
        return cls(
            first=dt.datetime.combine(first, dt.time.min),
            last=dt.datetime.combine(last, dt.time(23, 59)),
            granularity=granularity,
            extent=extent,
            yearless=yearless,
            inferred=inferred,
        )

    @classmethod
    def of_day(cls, day: dt.date, *, yearless: bool = False, inferred: bool = False) -> Self:
        """The period of one day."""
        return cls.of_days(day, day, yearless=yearless, inferred=inferred)

    @classmethod
    def of_month(
        cls, year: int, month: int, *, yearless: bool = False, inferred: bool = False
    ) -> Self:
        """The period of one month."""
        return cls.of_days(
            dt.date(year, month, 1),
            dt.date(year, month, monthrange(year, month)[1]),
            granularity="month",
            yearless=yearless,
            inferred=inferred,
        )

    @classmethod
    def of_year(cls, year: int, *, inferred: bool = False) -> Self:
        """The period of one year."""
        return cls.of_days(
            dt.date(year, 1, 1), dt.date(year, 12, 31), granularity="year", inferred=inferred
        )

    def relate(self, other: object) -> Relation:
        """Compare as sets of moments; extents compare as wholes, see the class."""
        if not isinstance(other, Period):
            return Relation.UNRELATED
        touch = _same if self.extent and other.extent else _overlap
        return relation_of_sets(
            left_in_right=_lies_in(self, other),
            right_in_left=_lies_in(other, self),
            overlap=any(
                touch(left, right)
                for left in _stretches_beside(self, other)
                for right in _stretches_beside(other, self)
            ),
        )

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report."""
        return {
            "first": self._written(self.first),
            "last": self._written(self.last),
            "granularity": self.granularity,
            "extent": self.extent,
            "inferred": self.inferred,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        yearless = document["first"].startswith("--")
        first, last = (
            dt.datetime.fromisoformat(
                f"{_ANY_YEAR:04}{document[end][1:]}" if yearless else document[end]
            )
            for end in ("first", "last")
        )
        if yearless and last < first:
            last = last.replace(year=_ANY_YEAR + 1)
        return cls(
            first=first,
            last=last,
            granularity=document["granularity"],
            extent=document["extent"],
            yearless=yearless,
            inferred=document["inferred"],
        )

    def _written(self, moment: dt.datetime) -> str:
        written = moment.isoformat(timespec="minutes")
        return "-" + written[4:] if self.yearless else written

    def __str__(self) -> str:
        first, last = self._written(self.first), self._written(self.last)
        if self.granularity in ("minute", "hour", "part of day"):
            same_day = first[:-6] == last[:-6]
            until = "" if first == last else "–" + (last[-5:] if same_day else last)
            return first.replace("T", " ") + until.replace("T", " ")
        if self.granularity == "year" and not self.yearless and first[:4] == last[:4]:
            return first[:4]
        if self.granularity == "month" and first[:-9] == last[:-9]:
            return first[:-9]
        first, last = first[:-6], last[:-6]
        return first if first == last else f"{first}–{last}"


def _lies_in(left: Period, right: Period) -> bool:
    """Whether every state that one allows is one that the other allows."""
    if left.yearless and not right.yearless:
        return False  # some other year is allowed too
    if right.extent and not left.extent:
        return False  # it may have lasted shorter
    inside = _same if right.extent else _within
    around = _stretches_beside(right, left)
    return all(any(inside(one, a) for a in around) for one in _stretches_beside(left, left))


def _stretches_beside(period: Period, other: Period) -> tuple[_Stretch, ...]:
    """The stretches a period stands for, as far as they matter in a comparison with another.

    A period with a year is one stretch. One without stands for a stretch in every year; beside a
    period with a year those count that may touch it, and beside another yearless one a few
    years in a row that hold each kind: leap, before leap, after leap, neither.
    """
    if not period.yearless:
        return ((period.first, period.last),)
    if period is other:
        years = range(_ANY_YEAR, _ANY_YEAR + 4)
    elif other.yearless:
        years = range(_ANY_YEAR - 1, _ANY_YEAR + 5)
    else:  # nine years in a row hold a leap year, even around 1900
        until = min(other.last.year, other.first.year + 9)
        years = range(max(other.first.year - 1, dt.MINYEAR), until + 1)
    copies = (_copy(period, year) for year in years)
    return tuple(copy for copy in copies if copy is not None)


def _copy(period: Period, year: int) -> _Stretch | None:
    """The same days in another year; None when there are none: 29 February."""
    last_year = year + period.last.year - _ANY_YEAR
    first, last = period.first, period.last
    if last_year > dt.MAXYEAR:  # the calendar ends before the period does
        last_year, last = dt.MAXYEAR, last.replace(month=12, day=31, hour=23, minute=59)
    if (first.month, first.day) == (2, 29) and not isleap(year):
        first = first.replace(month=3, day=1, hour=0, minute=0)
    if (last.month, last.day) == (2, 29) and not isleap(last_year):
        last = last.replace(day=28, hour=23, minute=59)
    first, last = first.replace(year=year), last.replace(year=last_year)
    return (first, last) if first <= last else None


def _same(left: _Stretch, right: _Stretch) -> bool:
    return left == right


def _within(left: _Stretch, right: _Stretch) -> bool:
    return right[0] <= left[0] and left[1] <= right[1]


def _overlap(left: _Stretch, right: _Stretch) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]
