"""Days told by the days before them: "cùng ngày", and "ngày 22" without a month."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from dateutil.relativedelta import relativedelta

from reconcile.languages.almanac import day_stated, part_of_day_stated, period_of
from reconcile.languages.mentions import Anchor, DateMention
from reconcile.languages.vi.calendar.words import NOT_AFTER, PART, PARTS, is_planned, one_blank
from reconcile.values import Period

_START = attrgetter("start")
_SAME_DAY = re.compile(r"cùng\s+ngày(?!\w|\s+\d)")
_BARE_DAYS = [
    re.compile(
        rf"{word}\s+(?P<day>\d{{1,2}})(?![\w/%])(?!\s?[.,:–-]\s?\d)(?!\s+(?:tháng|và|đến|tới))"
    )
    for word in ("ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm")
]
_PART_LEAD = re.compile(rf"(?<!\w)(?P<part>{PART})\s+(?:ngày\s+|hôm\s+)?$")
_BARE_LEAD = re.compile(rf"(?<!\w)(?:vào|từ|đến|tới|trước|sau|hết|hôm|{PART})\s+$")
_COUNTED = re.compile(r"(?<!\w)(?:mỗi|một|hàng|hằng|hai|ba|bốn|các|những|\d+)\s+$")
_STOPS = re.compile(r"\s*(?:[,.;)]|$|\n)")
_REACH = 28  # how far back the words before may begin
_FAR_NEARER = 2  # times as near
_LOOK_BACK = 8  # dates back to the last single day; farther back it is another story


def find_same_days(folded: str, dated: Sequence[DateMention]) -> list[DateMention]:
    """The dates, and with them each "cùng ngày" as the last single day mentioned before it."""
    ends = [mention.end for mention in dated]
    same: list[DateMention] = []
    for match in _SAME_DAY.finditer(folded):
        lead = _PART_LEAD.search(folded, max(0, match.start() - _REACH), match.start())
        start, end = match.start() if lead is None else lead.start(), match.end()
        before = bisect_right(ends, start)
        if before < len(dated) and dated[before].start < end:
            continue  # "cùng ngày 19-10" is a date already
        day = _last_day(dated[max(0, before - _LOOK_BACK) : before])
        if day is not None:
            same.append(_on(start, end, day.first.date(), lead, yearless=day.yearless))
    return sorted([*dated, *same], key=_START)


def _last_day(before: Sequence[DateMention]) -> Period | None:
    """The last single day; None after a range, which leaves it open."""
    for mention in reversed(before):
        period = mention.value
        if isinstance(period, Period) and period.granularity in ("day", "part of day"):
            return None if period.extent else period
    return None


def _on(
    start: int, end: int, day: dt.date, lead: re.Match[str] | None, *, yearless: bool = False
) -> DateMention:
    if lead is None:
        stated = day_stated(start, end, day)
    else:
        stated = part_of_day_stated(start, end, day, PARTS[one_blank(lead["part"])])
    return DateMention(start=start, end=end, value=period_of(stated, yearless=yearless))


def find_bare_days(
    folded: str, dated: Sequence[DateMention], *, anchor: Anchor
) -> list[DateMention]:
    """The dates, and with them each day without a month: the last such day, or the next planned.

    When the date before it lies in another month, the story may be telling of that one, and the
    day is left open.
    """
    if anchor.published is None:
        return list(dated)
    ends = [mention.end for mention in dated]
    found = list(dated)
    for match in _bare_days(folded):
        start, end = match.span()
        day = _day_meant(int(match["day"]), anchor.published, planned=is_planned(folded, start))
        place = bisect_right(ends, start)
        if day is None or (place < len(dated) and dated[place].start < end):
            continue
        earlier = dated[place - 1].value if place else None
        if isinstance(earlier, Period) and not _covers_month(earlier, day):
            continue
        lead = _PART_LEAD.search(folded, max(0, start - _REACH), match.start("day"))
        found.append(_on(start if lead is None else min(start, lead.start()), end, day, lead))
    return sorted(found, key=_START)


def _covers_month(period: Period, day: dt.date) -> bool:
    """Whether a day lies in one of the months that a period touches."""
    first, last = period.first, period.last
    months = (last.year - first.year) * 12 + last.month - first.month
    ahead = (day.year - first.year) * 12 + day.month - first.month
    return 0 <= (ahead % 12 if period.yearless else ahead) <= months


def _bare_days(folded: str) -> Iterator[re.Match[str]]:
    for match in (m for pattern in _BARE_DAYS for m in pattern.finditer(folded)):
        start, end = match.span()
        before = folded[max(0, start - _REACH) : start]
        if before[-1:].isalnum() or _COUNTED.search(before) or NOT_AFTER.match(folded, end):
            continue
        if (
            match.group().startswith("hôm")
            or _BARE_LEAD.search(before)
            or _STOPS.match(folded, end)
        ):
            yield match


def _day_meant(number: int, published: dt.date, *, planned: bool) -> dt.date | None:
    """The nearest day of that number, up to publication or from it on; None when it is none.

    A day that nothing calls planned may be one all the same, as in a forecast: so where the next
    one is far nearer than the last it is meant, and where both are about as near, none is.
    """
    before, after = (_day_of_number(number, published, step=step) for step in (-1, 1))
    if planned or before is None or after is None or before == published:
        return after if planned else before
    back, ahead = (published - before).days, (after - published).days
    if before.month == published.month or _FAR_NEARER * back <= ahead:
        return before
    return after if _FAR_NEARER * ahead <= back else None


def _day_of_number(number: int, published: dt.date, *, step: int) -> dt.date | None:
    """The last day of that number up to publication, or the next from it on."""
    for months in (0, 1):
        month = published + relativedelta(day=1, months=step * months)
        try:
            day = month.replace(day=number)
        except ValueError:
            continue
        if (day - published).days * step >= 0:
            return day
    return None
