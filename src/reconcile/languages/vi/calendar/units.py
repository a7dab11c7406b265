"""Weeks, months, years and their parts counted from now: "tuần trước", "cuối năm ngoái"."""

import datetime as dt
import re
from collections.abc import Iterator

from attrs import evolve
from dateutil.relativedelta import relativedelta

from reconcile.languages.almanac import (
    Stated,
    day_stated,
    days_stated,
    exists,
    first_day,
    month_before,
    month_stated,
    months_stated,
    week_of,
    year_stated,
)
from reconcile.languages.mentions import Anchor
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.words import (
    PART_OF_YEAR,
    RELATIVE,
    SEASONS,
    STRETCHES,
    counted_before,
    days_of_stretch,
    months_of_part,
    one_blank,
)

_SINCE = any_of(RELATIVE)
_UNITS = [
    re.compile(rf"(?P<unit>{unit})\s+(?P<of>{_SINCE}|vừa\s+qua|qua)(?!\w|\s+(?:đó|đấy|khi|ngày))")
    for unit in ("tuần", "tháng", "năm")
]
_PART_OF_UNIT = re.compile(rf"(?<!\w){PART_OF_YEAR}\s+$")
_DAY_LEAD = re.compile(r"(?<!\w)(?:ngày|hôm|mùng|mồng)\s+(?P<day>\d{1,2})\s+$")
_STRETCH = re.compile(rf"(?<!\w)({any_of(STRETCHES)})\s+$")
_SEASONS = [
    re.compile(
        rf"{first}(?:\s+\w+)?\s+"
        r"(?P<of>này|năm\s+nay|vừa\s+qua|vừa\s+rồi|qua|tới|năm\s+sau)(?!\w)"
    )
    for first in sorted({word.split()[0] for word in SEASONS})
]
_EARLY_YEAR = re.compile(r"đầu\s+năm(?:\s+(?P<since>(?:đến|tới)\s+nay))?(?!\w|\s+(?:\d|nay|ngoái))")
_EARLY_LEAD = re.compile(r"(?<!\w)(?P<word>từ|hồi)\s+$")
_MONTH_BEFORE = re.compile(r"(?<!\w)tháng\s+\w+\s+$")
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)thứ\s+$")
_OF_THE_STORY = ("trước", "sau", "rồi", "qua", "vừa qua")  # counted from the story's own time


def find_units(folded: str, *, anchor: Anchor) -> Iterator[Stated]:
    """Every week, month or year counted from the publication, or years from the article's own."""
    published = anchor.published
    if published is None and not anchor.years:
        return
    year = anchor.years[0] if published is None else published.year
    for match in (m for unit in _UNITS for m in unit.finditer(folded)):
        start, end = match.span()
        before = folded[max(0, start - 30) : start]
        if before and before[-1].isalnum():
            continue
        offset = RELATIVE.get(one_blank(match["of"]))
        if match["unit"] == "năm":
            yield from _year(before, match, year if offset is None else year + offset)
        elif published and match["unit"] == "tháng" and (day := _DAY_LEAD.search(before)):
            opens = start - len(before) + day.start()
            yield from _day_of_month(opens, end, published, offset, int(day["day"]))
        elif published is not None:
            stretch = _STRETCH.search(before)
            if stretch is None and counted_before(before):
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
    if _WEEKDAY_BEFORE.search(before):
        return  # "thứ Năm tới" is a Thursday
    if match["of"] in _OF_THE_STORY and not _MONTH_BEFORE.search(before):
        return
    if lead is not None and months is not None:
        yield months_stated(start - len(before) + lead.start(), end, year, months, inferred=True)
    elif not counted_before(before):
        yield year_stated(start, end, year, inferred=True)


def _day_of_month(
    start: int, end: int, published: dt.date, offset: int | None, day: int
) -> Iterator[Stated]:
    """A day of this month or one beside it: "ngày 22 tháng trước"."""
    if offset is not None:
        ymd = month_before(published, months=-offset)._replace(day=day)
        if exists(ymd):
            yield day_stated(start, end, first_day(ymd))


def _month(
    start: int, end: int, published: dt.date, offset: int | None, stretch: str | None
) -> Iterator[Stated]:
    if offset is not None:
        month = month_before(published, months=-offset)
        yield month_stated(start, end, month, days=days_of_stretch(stretch), inferred=True)
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
    for match in (m for season in _SEASONS for m in season.finditer(folded)):
        name = one_blank(folded[match.start() : match.start("of")])
        if name not in SEASONS or folded[max(0, match.start() - 1) : match.start()].isalnum():
            continue
        first, last = SEASONS[name]
        of, year = one_blank(match["of"]), published.year
        if of in ("vừa qua", "vừa rồi", "qua") and published.month < first:
            year -= 1
        elif of == "năm sau" or (of == "tới" and published.month > first):
            year += 1
        yield months_stated(match.start(), match.end(), year, (first, last), inferred=True)


def _early_year(folded: str, published: dt.date) -> Iterator[Stated]:
    """The year of publication so far, and its beginning: "từ đầu năm đến nay"."""
    for match in _EARLY_YEAR.finditer(folded):
        lead = _EARLY_LEAD.search(folded, max(0, match.start() - 6), match.start())
        if lead is None:
            continue
        end, year = match.end(), published.year
        if match["since"] and lead["word"] == "từ":
            new_year = dt.date(year, 1, 1)
            whole = days_stated(lead.start(), end, new_year, published, granularity="season")
            yield evolve(whole, extent=True)
        elif not match["since"] and lead["word"] == "hồi":
            yield months_stated(match.start(), end, year, (1, 4), inferred=True)
