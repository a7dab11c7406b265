"""Dates counted from another day: "hôm qua", "thứ Ba tuần trước", "cuối năm ngoái", "cùng ngày"."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateutil.relativedelta import relativedelta

from reconcile.languages.almanac import (
    Stated,
    Ymd,
    day_stated,
    days_stated,
    period_of,
    week_of,
)
from reconcile.languages.mentions import Anchor, DateMention
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.words import (
    DAYS,
    DAYS_OF_PARTS,
    PART,
    PARTS,
    RELATIVE,
    TABLE,
    WEEKDAYS,
    counted_before,
    is_planned,
    number,
    one_blank,
)
from reconcile.values import Period

# Each pattern begins with a plain word, which is found fast; what stands before it is read back.
_DAY = re.compile(r"(?:nay|qua|mai|kia)(?!\w|\s+(?:đời|lại|mặt|tay|loa|một|ai|nhờ|cầu))")
_DAY_LEAD = re.compile(rf"(?<!\w)(?:(?P<part>{PART})\s+)?(?P<day>(?:ngày\s+)?(?:hôm\s+)?)$")
_SINCE = any_of(RELATIVE)
_WEEKDAYS = [
    re.compile(
        rf"{first}\s+{any_of(w.split()[1] for w in WEEKDAYS if w.split()[0] == first)}(?!\w)"
        rf"(?:\s+(?:tuần\s+(?P<week>{_SINCE}|qua|vừa\s+qua)"
        r"|(?P<near>này|tới|sắp\s+tới|vừa\s+qua|vừa\s+rồi|qua))(?!\w))?"
    )
    for first in sorted({word.split()[0] for word in WEEKDAYS})
]
_WEEKDAY_LEAD = re.compile(rf"(?<!\w)(?P<lead>hôm|ngày|vào|từ|đến|{PART})\s+$")
_ORDINAL_BEFORE = re.compile(
    r"(?<!\w)(?:lần|vòng|vị\s+trí|hạng|thế\s+chiến|thế\s+giới|kỳ\s+họp|bậc|ngôi|con|các|mỗi|hàng)"
    r"\s+$"
)
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(TABLE['numbers'])})\s+(?P<unit>ngày|tuần|tháng|năm)"
_SINCE_NOW = re.compile(
    rf"cách\s+(?:đây|nay)\s+(?:(?P<hedge>hơn|gần|khoảng|chừng|đúng)\s+)?{_COUNT}(?!\w)"
)
_BEFORE_NOW = re.compile(r"trước(?=\s*(?:[,.;:)”\"…]|$|\n|đây(?!\w)))")
_COUNT_LEAD = re.compile(rf"(?<!\w)(?:(?P<hedge>hơn|gần|khoảng|chừng)\s+)?{_COUNT}\s+$")
_SAME_DAY = re.compile(r"cùng\s+ngày(?!\w|\s+\d)")
_PART_LEAD = re.compile(rf"(?<!\w)(?P<part>{PART})\s+$")
_REACH = 28  # how far back the words before may begin


def find_relative(text: str, folded: str, *, anchor: Anchor) -> Iterator[Stated]:
    """Every phrase counted from the day of publication, or from the year the article is of."""
    published = anchor.published
    if published is not None:
        yield from _days(folded, published)
        yield from _weekdays(text, folded, published)
        yield from _ago(folded, published)


def _days(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _DAY.finditer(folded):
        lead = _DAY_LEAD.search(folded, max(0, match.start() - _REACH), match.start())
        if lead is None:
            continue
        word = one_blank(lead["day"] + match.group())
        days = (DAYS_OF_PARTS if lead["part"] else DAYS).get(word)
        if days is None or folded[max(0, lead.start() - 3) : lead.start()] == "vì ":
            continue  # "vì ngày mai" is for a tomorrow that no calendar has
        day = published + dt.timedelta(days=days)
        if lead["part"]:
            yield _part_stated(lead.start(), match.end(), day, one_blank(lead["part"]))
        else:
            yield day_stated(lead.start(), match.end(), day)


def _part_stated(start: int, end: int, day: dt.date, part: str) -> Stated:
    ymd = Ymd.of(day)
    return Stated(
        start=start,
        end=end,
        first=ymd,
        last=ymd,
        granularity="part of day",
        part=PARTS[part],
        inferred=True,
    )


def _weekdays(text: str, folded: str, published: dt.date) -> Iterator[Stated]:
    for match in (m for pattern in _WEEKDAYS for m in pattern.finditer(folded)):
        start, end = match.span()
        found = _WEEKDAY_LEAD.search(folded, max(0, start - _REACH), start)
        lead = one_blank(found["lead"]) if found else None
        opens = found.start() if found else start
        week, near = match["week"], match["near"]
        words = folded[start:end].split()[:2]
        is_name = words[0] != "thứ" or text[start:end].split()[1][0].isupper()
        if not week and not lead and not (near and is_name):
            continue
        if _ORDINAL_BEFORE.search(folded, max(0, opens - 16), opens):
            continue
        if lead in ("ngày", "vào", "từ", "đến") and not is_name and not week:
            continue  # "ngày thứ hai" may be the second day
        if near is None and lead != "hôm" and is_planned(folded, opens):
            near = "tới"
        day = _weekday_meant(published, WEEKDAYS[" ".join(words)], week and one_blank(week), near)
        if lead in PARTS:
            yield _part_stated(opens, end, day, str(lead))
        else:
            yield day_stated(opens if lead in ("hôm", "ngày") else start, end, day)


def _weekday_meant(published: dt.date, weekday: int, week: str | None, near: str | None) -> dt.date:
    """The day of a weekday in a week or direction named; the last one when none is."""
    if week is not None and week in RELATIVE:
        return week_of(published, offset=RELATIVE[week]) + dt.timedelta(days=weekday)
    since = (published.weekday() - weekday) % 7
    if week is None and near is None:
        return published - dt.timedelta(days=since)
    if week is None and near in ("này", "tới", "sắp tới"):
        return published + dt.timedelta(days=-since % 7)
    return published - dt.timedelta(days=since or 7)


def _ago(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _SINCE_NOW.finditer(folded):
        yield from _counted(match.start(), match.end(), match, published)
    for match in _BEFORE_NOW.finditer(folded):
        lead = _COUNT_LEAD.search(folded, max(0, match.start() - _REACH), match.start())
        if lead and not counted_before(folded[max(0, lead.start() - 12) : lead.start()]):
            yield from _counted(lead.start(), match.end(), lead, published)


def _counted(start: int, end: int, match: re.Match[str], published: dt.date) -> Iterator[Stated]:
    """So many days, weeks, months or years back; the more of them, the rounder the number."""
    count, unit = number(match["count"]) or 0, match["unit"]
    slack = 1 if match["hedge"] and match["hedge"] != "đúng" else 0
    if unit == "ngày":
        day = published - dt.timedelta(days=count)
        off = slack + (count > 7) + count // 20
        yield _around(start, end, day, off, granularity="day")
    elif unit == "tuần":
        day = published - dt.timedelta(weeks=count)
        yield _around(start, end, day, 3 + 3 * slack + count // 2, granularity="week")
    elif unit == "tháng":
        day = published - relativedelta(months=count)
        yield _around(start, end, day, 16 + 15 * slack + 3 * count, granularity="month")
    elif count < published.year - 1000:
        day = published - relativedelta(years=count)
        yield _around(start, end, day, 183 + 183 * slack + 36 * count, granularity="year")


def _around(start: int, end: int, day: dt.date, off: int, *, granularity: str) -> Stated:
    slack = dt.timedelta(days=off)
    return days_stated(start, end, day - slack, day + slack, granularity=granularity)


def find_same_days(folded: str, dated: Sequence[DateMention]) -> list[DateMention]:
    """The dates, and with them each "cùng ngày" as the last single day mentioned before it."""
    same: list[DateMention] = []
    ends = [mention.end for mention in dated]
    for match in _SAME_DAY.finditer(folded):
        lead = _PART_LEAD.search(folded, max(0, match.start() - _REACH), match.start())
        start, end = match.start() if lead is None else lead.start(), match.end()
        before = bisect_right(ends, start)
        if before < len(dated) and dated[before].start < end:
            continue  # "cùng ngày 19-10" is a date already
        day = _last_day(dated[max(0, before - _LOOK_BACK) : before])
        if day is None:
            continue
        if lead is None:
            stated = day_stated(start, end, day.first.date())
        else:
            stated = _part_stated(start, end, day.first.date(), one_blank(lead["part"]))
        period = period_of(stated, yearless=day.yearless)
        same.append(DateMention(start=start, end=end, value=period))
    return sorted([*dated, *same])


_LOOK_BACK = 8  # dates back to the last single day; farther back it is another story


def _last_day(before: Sequence[DateMention]) -> Period | None:
    """The last single day; None after a range, which leaves it open."""
    for mention in reversed(before):
        period = mention.value
        if isinstance(period, Period) and period.granularity in ("day", "part of day"):
            return None if period.extent else period
    return None
