"""Dates counted from another day: "hôm qua", "thứ Ba tuần trước", "cuối năm ngoái", "cùng ngày"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from attrs import evolve
from dateutil.relativedelta import relativedelta

from reconcile.languages.almanac import (
    Stated,
    Ymd,
    day_stated,
    days_stated,
    month_before,
    settle,
    week_of,
)
from reconcile.languages.mentions import Anchor, DateMention
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.worded import part_stated, year_stated
from reconcile.languages.vi.calendar.words import (
    DAYS,
    DAYS_OF_PARTS,
    PART,
    PART_OF_YEAR,
    PARTS,
    RELATIVE,
    SEASONS,
    STRETCHES,
    TABLE,
    WEEKDAY,
    WEEKDAYS,
    month_stated,
    months_of_part,
    number,
    one_blank,
)
from reconcile.values import Period

_DAY = re.compile(
    rf"(?<!\w)(?:(?P<part>{PART})\s+(?P<of>{any_of(DAYS_OF_PARTS)})|(?P<day>{any_of(DAYS)}))"
    r"(?!\w|\s+(?:đời|lại|mặt|tay|loa|một|ai|nhờ|cầu))"
)
_SINCE = any_of(RELATIVE)
_WEEKDAY = re.compile(
    rf"(?<!\w)(?:(?P<lead>hôm|ngày|vào|từ|đến|{PART})\s+)?(?P<weekday>{WEEKDAY})(?!\w)"
    rf"(?:\s+(?:tuần\s+(?P<week>{_SINCE}|qua|vừa\s+qua)|(?P<near>này|tới|sắp\s+tới|vừa\s+qua|vừa\s+rồi|qua)))?(?!\w)"
)
_ORDINAL_BEFORE = re.compile(
    r"(?<!\w)(?:lần|vòng|vị\s+trí|hạng|thế\s+chiến|thế\s+giới|kỳ\s+họp|bậc|ngôi|con|các|mỗi|hàng)\s+$"
)
_UNIT = re.compile(
    rf"(?P<unit>tuần|tháng|năm)\s+(?P<of>{_SINCE}|vừa\s+qua|qua)(?!\w|\s+(?:đó|đấy|khi|ngày))"
)
_PART_OF_UNIT = re.compile(rf"(?<!\w)(?:{PART_OF_YEAR})\s+$")
_STRETCH = re.compile(rf"(?<!\w)({any_of(STRETCHES)})\s+$")
_SEASON = re.compile(
    rf"(?<!\w)(?P<season>{any_of(SEASONS)})\s+(?P<of>này|năm\s+nay|vừa\s+qua|vừa\s+rồi|qua|tới|năm\s+sau)(?!\w)"
)
_COUNTED_BEFORE = re.compile(
    r"(?<![\w/.-])(?<!tháng )(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|mấy|vài|nhiều|các|những|"
    r"nửa|so\s+với|so|kỳ|hằng|hàng|mỗi|sang|của|đời|tuổi)\s+$"
)
_AGO = re.compile(
    r"(?<!\w)(?:(?P<far>cách\s+(?:đây|nay))\s+(?:(?P<hedge>hơn|gần|khoảng|chừng|đúng)\s+)?)?"
    rf"(?P<count>\d{{1,3}}|{any_of(TABLE['numbers'])})\s+(?P<unit>ngày|tuần|tháng|năm)(?!\w)"
    r"(?P<before>\s+trước(?=\s*(?:[,.;:)”\"…]|$|\n|đây(?!\w))))?"
)
_EARLY_YEAR = re.compile(
    r"(?<!\w)(?:(?P<since>từ\s+đầu\s+năm\s+(?:đến|tới)\s+nay)|(?P<early>hồi\s+đầu\s+năm))(?!\w|\s+\d)"
)
_OF_THE_STORY = ("trước", "sau", "rồi", "qua", "vừa qua")  # counted from the story's own time
_SAME_DAY = re.compile(rf"(?<!\w)(?:(?P<part>{PART})\s+)?cùng\s+ngày(?!\w|\s+\d)")


def find_relative(text: str, folded: str, *, anchor: Anchor) -> Iterator[Stated]:
    """Every phrase counted from the day of publication, or from the year the article is of."""
    published = anchor.published
    if published is not None:
        yield from _days(folded, published)
        yield from _weekdays(text, folded, published)
        yield from _ago(folded, published)
    year = published.year if published else anchor.years[0] if anchor.years else None
    if year is not None:
        yield from _units(folded, published, year)


def _days(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _DAY.finditer(folded):
        if match["day"]:
            day = published + dt.timedelta(days=DAYS[one_blank(match["day"])])
            yield day_stated(match.start(), match.end(), day)
        else:
            day = published + dt.timedelta(days=DAYS_OF_PARTS[one_blank(match["of"])])
            yield _part_stated(match.start(), match.end(), day, one_blank(match["part"]))


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
    for match in _WEEKDAY.finditer(folded):
        lead, week, near = match["lead"], match["week"], match["near"]
        number_word = text[match.start("weekday") : match.end("weekday")].rsplit(maxsplit=1)[-1]
        is_name = number_word[:1].isupper() or match["weekday"].startswith("ch")
        if (not week and not lead) or _ORDINAL_BEFORE.search(folded[: match.start()][-16:]):
            continue
        if lead in ("ngày", "vào", "từ", "đến") and not is_name and not week:
            continue  # "ngày thứ hai" may be the second day
        weekday = WEEKDAYS[one_blank(match["weekday"])]
        day = _weekday_meant(published, weekday, lead, week and one_blank(week), near)
        if day is None:
            continue
        if lead and one_blank(lead) in PARTS:
            yield _part_stated(match.start(), match.end(), day, one_blank(lead))
        else:
            yield day_stated(match.start(), match.end(), day)


def _weekday_meant(
    published: dt.date, weekday: int, lead: str | None, week: str | None, near: str | None
) -> dt.date | None:
    if week is not None:
        offset = RELATIVE.get(week)
        if offset is not None:
            return week_of(published, offset=offset) + dt.timedelta(days=weekday)
        near = "qua"  # "tuần qua": the last such day before this one
    since = (published.weekday() - weekday) % 7
    if near is None:
        return published - dt.timedelta(days=since) if lead == "hôm" else None
    if near in ("này", "tới") or near.startswith("sắp"):
        return published + dt.timedelta(days=-since % 7)
    return published - dt.timedelta(days=since or 7)


def _ago(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _AGO.finditer(folded):
        count = number(match["count"])
        if not count or not (match["far"] or match["before"]):
            continue
        if _COUNTED_BEFORE.search(folded[: match.start()][-12:]):
            continue
        unit, start, end = match["unit"], match.start(), match.end()
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


def _units(folded: str, published: dt.date | None, year: int) -> Iterator[Stated]:
    """Weeks, months and years, and their parts: "tuần trước", "đầu tháng này", "cuối năm ngoái"."""
    for match in _UNIT.finditer(folded):
        start, end = match.span()
        before = folded[max(0, start - 30) : start]
        if before and before[-1].isalnum():
            continue
        offset = RELATIVE.get(one_blank(match["of"]))
        if match["unit"] == "năm":
            yield from _year(before, match, year if offset is None else year + offset)
        elif published is not None:
            stretch = _STRETCH.search(before)
            if stretch is None and _COUNTED_BEFORE.search(before):
                continue
            opens = start if stretch is None else start - len(before) + stretch.start()
            of_unit = _month if match["unit"] == "tháng" else _week
            yield from of_unit(opens, end, published, offset, stretch and stretch[1])
    if published is not None:
        yield from _seasons(folded, published)
        yield from _early_year(folded, published)


def _year(before: str, match: re.Match[str], year: int) -> Iterator[Stated]:
    start, end = match.span()
    lead = _PART_OF_UNIT.search(before)
    months = months_of_part(lead) if lead is not None else None
    if match["of"] in _OF_THE_STORY:
        return
    if lead is not None and months is not None:
        yield part_stated(start - len(before) + lead.start(), end, year, months, inferred=True)
    elif not _COUNTED_BEFORE.search(before):
        yield year_stated(start, end, year, inferred=True)


def _month(
    start: int, end: int, published: dt.date, offset: int | None, stretch: str | None
) -> Iterator[Stated]:
    if offset is not None:
        month = month_before(published, months=-offset)
        yield evolve(month_stated(start, end, month, stretch=stretch), inferred=True)
    elif stretch is None:  # "tháng qua"
        month_ago = published - relativedelta(days=45)
        yield days_stated(start, end, month_ago, published, granularity="month")


_DAYS_OF_WEEK = {None: (0, 6), "đầu": (0, 2), "giữa": (1, 4), "cuối": (3, 6)}


def _week(
    start: int, end: int, published: dt.date, offset: int | None, stretch: str | None
) -> Iterator[Stated]:
    days = _DAYS_OF_WEEK.get(stretch)
    if days is None:
        return
    if offset is None and stretch is None:  # "tuần qua": the last seven days, or the week before
        week_ago = published - dt.timedelta(days=7 + published.weekday())
        yield days_stated(start, end, week_ago, published, granularity="week")
        return
    if offset is None:
        offset = 0 if published.weekday() > days[1] else -1
    monday = week_of(published, offset=offset)
    first, last = (monday + dt.timedelta(days=day) for day in days)
    yield days_stated(start, end, first, last, granularity="week")


def _seasons(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _SEASON.finditer(folded):
        first, last = SEASONS[one_blank(match["season"])]
        of, year = one_blank(match["of"]), published.year
        if of in ("vừa qua", "vừa rồi", "qua") and published.month < first:
            year -= 1
        elif of == "năm sau" or (of == "tới" and published.month > first):
            year += 1
        yield part_stated(match.start(), match.end(), year, (first, last), inferred=True)


def _early_year(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _EARLY_YEAR.finditer(folded):
        start, end, year = match.start(), match.end(), published.year
        if match["since"]:
            whole = days_stated(start, end, dt.date(year, 1, 1), published, granularity="season")
            yield evolve(whole, extent=True)
        else:
            yield part_stated(start + len("hồi "), end, year, (1, 4), inferred=True)


def find_same_days(folded: str, dated: Sequence[DateMention]) -> list[DateMention]:
    """The dates, and with them each "cùng ngày" as the last single day mentioned before it."""
    same = []
    for match in _SAME_DAY.finditer(folded):
        start, end = match.span()
        if any(m.start < end and start < m.end for m in dated):
            continue
        day = _last_day_before(start, dated)
        if day is None:
            continue
        if match["part"]:
            stated = _part_stated(start, end, day.first.date(), one_blank(match["part"]))
        else:
            stated = day_stated(start, end, day.first.date())
        mention = settle(stated, Anchor())
        if mention is not None:
            period = evolve(mention.period, yearless=day.yearless)
            same.append(evolve(mention, period=period))
    return sorted([*dated, *same])


def _last_day_before(position: int, dated: Sequence[DateMention]) -> Period | None:
    """The last single day mentioned before a place; None after a range, which leaves it open."""
    for mention in reversed(dated):
        if mention.end <= position and mention.period.granularity in ("day", "part of day"):
            return None if mention.period.extent else mention.period
    return None
