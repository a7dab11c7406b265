"""Days and months by name or in digits: "October 23, 2013", "23 October", "10/23/2013"."""

import re
from collections.abc import Iterator

from reconcile.languages.almanac import Stated, Ymd, exists, find_iso_days, month_stated
from reconcile.languages.en.calendar.words import (
    MONTH,
    MONTHS,
    PARTS,
    STRETCH,
    STRETCHES_OF_MONTHS,
    TABLE,
    WEEKDAY,
    YEAR,
)
from reconcile.languages.tables import any_of

_MONTH = re.compile(rf"(?P<month>{MONTH})(?!\w)(?:\.(?=\s*\d))?")
_DAY_AFTER = re.compile(
    r"\s+(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d|\s?[ap]\.?m)"
    r"(?:\s*(?P<link>-|–|to|through|and)\s*(?P<to>\d{1,2})(?:st|nd|rd|th)?(?![\w:%/]|[.,]\d|\s?[ap]\.?m))?"
    rf"(?:\s*,?\s+(?P<year>{YEAR})(?![\w-]))?"
)
_DAY_BEFORE = re.compile(
    r"(?<![\w.,/:-])(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:\s*(?P<link>-|–|to|through|and)\s*(?P<to>\d{1,2})(?:st|nd|rd|th)?)?(?:\s+of)?\s+$"
)
_YEAR_AFTER = re.compile(rf"\s*,?\s+(?:of\s+)?(?P<year>{YEAR})(?![\w-])")
_WEEKDAY_BEFORE = re.compile(
    rf"(?<!\w){WEEKDAY}(?:\s+(?P<part>{any_of(PARTS)}))?\s*,?\s+(?:the\s+)?$"
)
_STRETCH_BEFORE = re.compile(rf"(?<!\w)(?P<stretch>{STRETCH})[\s-]+$")
_MONTH_LEAD = re.compile(rf"(?<!\w){any_of(TABLE['signs']['before_months'])}\s+$")
_OF_YEAR = re.compile(r"(?<!\w)(?:last|this|next)\s+$")
_SLASHED = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/({YEAR})(?![\w/])")
_REACH = 32


def find_days(text: str, folded: str) -> Iterator[Stated]:
    """Every day and month by name, and every day in digits that can be read in one way only."""
    for match in _MONTH.finditer(folded):
        start = match.start()
        if text[start].isupper() and not (start and folded[start - 1].isalnum()):
            yield from _named(folded, match)
    yield from find_iso_days(text)
    for match in _SLASHED.finditer(folded):
        one, other, year = int(match[1]), int(match[2]), int(match[3])
        if one > 12 or other > 12 or one == other:
            month, day = (other, one) if one > 12 else (one, other)
            yield from _day(folded, match.start(), match.end(), Ymd(year, month, day))


def _day(folded: str, start: int, end: int, ymd: Ymd) -> Iterator[Stated]:
    before = folded[start - 1 : start] if start else ""
    if exists(ymd) and not (before.isalnum() or before in tuple("/-.")):
        yield Stated(start=start, end=end, first=ymd, last=ymd, granularity="day")


def _named(folded: str, match: re.Match[str]) -> Iterator[Stated]:
    start, end = match.span()
    month = MONTHS[match["month"]]
    before = folded[max(0, start - _REACH) : start]
    after = _DAY_AFTER.match(folded, end)
    lead = _DAY_BEFORE.search(before)
    if after is not None and lead is not None:
        return  # "10 Nov 11" can be read in two ways
    if after is not None:
        year = int(after["year"]) if after["year"] else None
        yield from _days(folded, start, after.end(), Ymd(year, month), after)
        return
    year_after = _YEAR_AFTER.match(folded, end)
    year = int(year_after["year"]) if year_after else None
    finish = year_after.end() if year_after else end
    if lead is not None:
        opens = start - len(before) + lead.start()
        yield from _days(folded, opens, finish, Ymd(year, month), lead)
        return
    stretch = _STRETCH_BEFORE.search(before)
    if year is None and stretch is None and not _MONTH_LEAD.search(before):
        return  # "May" and "March" are more than months
    yield _month(start - len(before), finish, before, Ymd(year, month), stretch)


def _month(offset: int, end: int, before: str, month: Ymd, stretch: re.Match[str] | None) -> Stated:
    start = offset + (len(before) if stretch is None else stretch.start())
    relative = _OF_YEAR.search(before) if month.year is None else None
    direction = {"last": -1, "next": 1}.get(relative.group().strip(), 0) if relative else 0
    return month_stated(
        start if relative is None else offset + relative.start(),
        end,
        month,
        days=None if stretch is None else STRETCHES_OF_MONTHS[stretch["stretch"]],
        direction=direction,
    )


def _days(folded: str, start: int, end: int, month: Ymd, days: re.Match[str]) -> Iterator[Stated]:
    first = month._replace(day=int(days["day"]))
    last = month._replace(day=int(days["to"])) if days["to"] else first
    apart = (last.day or 0) - (first.day or 0)
    if not (exists(first) and exists(last)) or apart < 0:
        return
    if days["link"] == "and" and apart > 1:  # two days, not a stretch
        yield from (
            Stated(start=a, end=b, first=ymd, last=ymd, granularity="day")
            for (a, b), ymd in ((days.span("day"), first), (days.span("to"), last))
        )
        return
    weekday = _WEEKDAY_BEFORE.search(folded, max(0, start - _REACH), start)
    part = PARTS[weekday["part"]] if weekday and weekday["part"] and first == last else None
    yield Stated(
        start=start if weekday is None or first != last else weekday.start(),
        end=end,
        first=first,
        last=last,
        granularity="part of day" if part else "day",
        extent=first != last,
        part=part,
    )
