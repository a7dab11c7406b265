"""Dates counted from the day of publication: "yesterday", "last Thursday", "late last year"."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from attrs import evolve

from reconcile.languages.almanac import (
    Stated,
    ago,
    day_stated,
    days_stated,
    month_before,
    month_stated,
    months_stated,
    week_of,
    year_stated,
)
from reconcile.languages.en.calendar.words import (
    PARTS,
    SEASONS,
    STRETCH,
    STRETCHES_OF_MONTHS,
    STRETCHES_OF_YEARS,
    TABLE,
    WEEKDAY,
    WEEKDAYS,
    is_planned,
    number,
)
from reconcile.languages.mentions import Anchor, DateMention
from reconcile.languages.tables import any_of
from reconcile.values import Name

_START = attrgetter("start")
_PART = any_of(PARTS)
_DAY = re.compile(rf"(?P<day>{any_of(TABLE['days'])})(?!\w)(?:\s+(?P<part>{_PART})(?!\w))?")
_WEEKDAY = re.compile(rf"(?P<weekday>{WEEKDAY})(?!\w)(?:\s+(?P<part>{_PART})(?!\w))?")
_WEEKDAY_LEAD = re.compile(r"(?<!\w)(?P<of>last|this|next)\s+$")
_UNIT = re.compile(
    rf"(?P<of>last|this|next)\s+(?P<unit>week|month|year|{any_of(SEASONS)})(?![\w'’])"
)
_STRETCH = re.compile(rf"(?<!\w)(?P<stretch>{STRETCH})[\s-]+$")
_AGO = re.compile(
    rf"(?P<count>{any_of(TABLE['numbers'])}|\d{{1,3}})\s+(?P<unit>day|week|month|year)s?\s+ago(?!\w)"
)
_NOT_COUNTED = re.compile(r"(?:[\w.,-]|\b(?:than|half|and)\s+)$")


def find_relative(text: str, folded: str, *, anchor: Anchor) -> Iterator[Stated]:
    """Every phrase counted from the day of publication, years also from the article's own."""
    published = anchor.published
    if published is not None:
        yield from _days(folded, published)
        yield from _weekdays(text, folded, published)
        yield from _ago(folded, published)
    year = anchor.years[0] if anchor.years else None
    for match in _UNIT.finditer(folded):
        if match.start() and folded[match.start() - 1].isalnum():
            continue
        if published is not None:
            yield from _unit(folded, match, published)
        elif year is not None and match["unit"] == "year":
            yield from _year(folded, match, year)


def _days(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _DAY.finditer(folded):
        start, end = match.span()
        if start and folded[start - 1].isalnum():
            continue
        word = match["day"]
        day = published + dt.timedelta(days=TABLE["days"][word])
        named = "night" if word == "tonight" else word.split()[-1]
        part = PARTS.get(match["part"] or named)
        yield _with_part(day_stated(start, end, day), part)


def _with_part(stated: Stated, part: tuple[int, int] | None) -> Stated:
    return stated if part is None else evolve(stated, part=part, granularity="part of day")


def _weekdays(text: str, folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _named_weekdays(text, folded):
        start, end = match.span()
        lead = _WEEKDAY_LEAD.search(folded, max(0, start - 8), start)
        weekday = WEEKDAYS[match["weekday"]]
        since = (published.weekday() - weekday) % 7
        if lead is not None and lead["of"] == "last":
            day = published - dt.timedelta(days=since or 7)
        elif (lead is not None and lead["of"] == "next") or is_planned(folded, start):
            day = published + dt.timedelta(days=-since % 7 or 7)
        elif lead is not None:
            day = week_of(published) + dt.timedelta(days=weekday)
        else:
            day = published - dt.timedelta(days=since)
        part = PARTS[match["part"]] if match["part"] else None
        opens = start if lead is None else lead.start()
        yield _with_part(day_stated(opens, end, day), part)


def _named_weekdays(text: str, folded: str) -> Iterator[re.Match[str]]:
    for match in _WEEKDAY.finditer(folded):
        start = match.start()
        if text[start].isupper() and not (start and folded[start - 1].isalnum()):
            yield match


def find_weekdays(text: str, folded: str, dated: Sequence[DateMention]) -> list[DateMention]:
    """The dates, and with them each weekday that no calendar day can be told from.

    An article without a date of its own says "on Thursday" of some Thursday. That names a day to
    compare with another article's "Thursday" or "Friday", but none of the calendar.
    """
    starts = [mention.start for mention in dated]
    found = list(dated)
    for match in _named_weekdays(text, folded):
        place = bisect_left(starts, match.end())
        if place and dated[place - 1].end > match.start():
            continue
        start, end = match.span("weekday")
        name = Name.of(text[start:end])
        found.append(DateMention(start=start, end=end, value=name))
    return sorted(found, key=_START)


def _ago(folded: str, published: dt.date) -> Iterator[Stated]:
    for match in _AGO.finditer(folded):
        count, unit, start, end = number(match["count"]), match["unit"], *match.span()
        if not count or _NOT_COUNTED.search(folded[max(0, start - 8) : start]):
            continue
        stated = ago(start, end, published, count=count, unit=unit)
        if stated is not None:
            yield stated


def _unit(folded: str, match: re.Match[str], published: dt.date) -> Iterator[Stated]:
    start, end = match.span()
    offset: int = TABLE["relative"][match["of"]]
    unit = match["unit"]
    if unit == "year":
        yield from _year(folded, match, published.year)
    elif unit == "week":
        monday = week_of(published, offset=offset)
        sunday = monday + dt.timedelta(days=6)
        yield days_stated(start, end, monday, sunday, granularity="week")
    elif unit == "month":
        month = month_before(published, months=-offset)
        stretch = _STRETCH.search(folded, max(0, start - 8), start)
        days = STRETCHES_OF_MONTHS[stretch["stretch"]] if stretch else None
        opens = stretch.start() if stretch else start
        yield month_stated(opens, end, month, days=days, inferred=True)
    else:
        first, last = SEASONS[unit]
        year = published.year
        if match["of"] == "last" and published.month <= last:
            year -= 1
        elif match["of"] == "next" and published.month >= first:
            year += 1
        yield months_stated(start, end, year, (first, last), inferred=True)


def _year(folded: str, match: re.Match[str], year: int) -> Iterator[Stated]:
    start, end = match.span()
    year += TABLE["relative"][match["of"]]
    stretch = _STRETCH.search(folded, max(0, start - 8), start)
    if stretch is not None:
        months = STRETCHES_OF_YEARS[stretch["stretch"]]
        yield months_stated(stretch.start(), end, year, months, inferred=True)
    else:
        yield year_stated(start, end, year, inferred=True)
