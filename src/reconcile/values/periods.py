"""Dates, parts of days, months, seasons and ranges, as intervals on the calendar."""

import datetime as dt
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
        yearless: Whether no year is known; the years of `first` and `last` then count from 4,
            a leap year, and comparison looks at month and day alone.
        inferred: Whether the year or the day was taken from the publication date or another date.

    >>> month, day = Period.of_month(2023, 9), Period.of_day(dt.date(2023, 9, 11))
    >>> day.relate(month)
    <Relation.REFINES: 'refines'>
    >>> str(month)
    '2023-09'
    """

    first: dt.datetime = field(validator=instance_of(dt.datetime))
    last: dt.datetime = field(validator=instance_of(dt.datetime))
    granularity: str = field(validator=in_(GRANULARITIES), eq=False)
    extent: bool = False
    yearless: bool = False
    inferred: bool = field(default=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"first must not follow last, got {self.first} and {self.last}")

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
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return cls.of_days(
            dt.date(year, month, 1),
            following - dt.timedelta(days=1),
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
        left, right = _same_years(self, other)
        left_in_right = right.first <= left.first and left.last <= right.last
        right_in_left = left.first <= right.first and right.last <= left.last
        if self.extent and other.extent:
            return (
                _compare_years(self, other)
                if left_in_right and right_in_left
                else Relation.CONFLICTING
            )
        if self.extent:  # the extent may lie in the moment's stretch, or the moment in the extent
            right_in_left = False
        elif other.extent:
            left_in_right = False
        if self.yearless and not other.yearless:
            left_in_right = False
        if other.yearless and not self.yearless:
            right_in_left = False
        overlap = left.first <= right.last and right.first <= left.last
        return relation_of_sets(
            left_in_right=left_in_right, right_in_left=right_in_left, overlap=overlap
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


def _same_years(left: Period, right: Period) -> tuple[Period, Period]:
    """Both periods on one calendar: where only one has a year, the other is put into it."""
    if left.yearless == right.yearless:
        return left, right
    if left.yearless:
        return _moved(left, right.first.year), right
    return left, _moved(right, left.first.year)


def _moved(period: Period, year: int) -> Period:
    def move(moment: dt.datetime) -> dt.datetime:
        target = year + moment.year - _ANY_YEAR
        if (moment.month, moment.day) == (2, 29):
            moment = moment.replace(day=28) if not _is_leap(target) else moment
        return moment.replace(year=target)

    return Period(
        first=move(period.first),
        last=move(period.last),
        granularity=period.granularity,
        extent=period.extent,
    )


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _compare_years(left: Period, right: Period) -> Relation:
    """Of two extents over the same days: the one with its year known is more exact."""
    if left.yearless == right.yearless:
        return Relation.EQUAL
    return Relation.REFINED_BY if left.yearless else Relation.REFINES


@frozen(kw_only=True)
class Clock:
    """A time of day as an interval of minutes after midnight: "20h30", "khoảng 10 giờ".

    Args:
        low: The earliest minute allowed, 0 to 1439.
        high: The latest minute allowed, `low` to 1439.
    """

    low: int
    high: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.low <= self.high < 24 * 60:
            raise ValueError(f"need 0 <= low <= high < 1440, got {self.low} and {self.high}")

    def relate(self, other: object) -> Relation:
        """Compare as intervals of minutes."""
        if not isinstance(other, Clock):
            return Relation.UNRELATED
        return relation_of_sets(
            left_in_right=other.low <= self.low and self.high <= other.high,
            right_in_left=self.low <= other.low and other.high <= self.high,
            overlap=self.low <= other.high and other.low <= self.high,
        )

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report."""
        return {"from": _hour_minute(self.low), "to": _hour_minute(self.high)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        low, high = (int(document[k][:2]) * 60 + int(document[k][3:]) for k in ("from", "to"))
        return cls(low=low, high=high)

    def __str__(self) -> str:
        low, high = _hour_minute(self.low), _hour_minute(self.high)
        return low if low == high else f"{low}–{high}"


def _hour_minute(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
