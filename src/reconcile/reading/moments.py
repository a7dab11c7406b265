"""When an article was published: dates of metadata, read only when they can mean one thing."""

import datetime as dt
import math
import re
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

from dateutil import parser
from dateutil.tz import tzoffset

Moment = dt.datetime | dt.date

# Crawlers write the first moments of an epoch for "unknown"; no paper is older than news.
_YEARS = range(1600, 2201)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<b>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4})"
    r"(?![\d/]|[.-]\d)"
)
_VIETNAMESE = re.compile(
    r"(?:ngày\s+)?(?<!\d)(?P<a>\d{1,2})\s+tháng\s+(?P<b>\d{1,2}),?\s+(?:năm\s+)?(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<b>\d\d)-(?P<a>\d\d)(?!\d)")
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})\s?[:hg]\s?(?P<minute>\d\d)(?::(?P<second>\d\d))?(?!\d)"
    r"\s?(?P<half>[AaPp]\.?[Mm]\b\.?|SA\b|CH\b)?"
)
_ZONE = re.compile(r"\b(?:GMT|UTC)\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\b")
_RFC_2822 = re.compile(
    r"(?:[A-Za-z]{3},\s)?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d\d:\d\d(?::\d\d)?(?:\s(?:[+-]\d{4}|[A-Z]{1,5}))?"
)
_EPOCH_DIGITS = (10, 13)  # of seconds and of milliseconds, from 2001 on
_EPOCH_SECONDS = range(100_000_000, 10_000_000_000)  # 1973 to 2286
_DAYS = range(16_000_101, 22_010_000)
# Longer strings are no dates; parsers must not be fed books.
_LONGEST = 100


class NoMoment(ValueError):
    """The value is no date; the message says why."""


class TwoMoments(NoMoment):
    """The value could be two dates; the message says which."""


def parse_moment(value: Any, *, day_first: bool | None) -> Moment:
    """The moment that a record's field states.

    Args:
        value: What the field holds: a string, a number of seconds or milliseconds, a date.
        day_first: Whether 3/4 is 3 April; None when nobody knows.

    Returns:
        A date, or a moment with the time zone the field states.

    Raises:
        NoMoment: It is no date.
        TwoMoments: It could be two.

    >>> parse_moment("14/11/2025, 10:30 (GMT+7)", day_first=None).isoformat()
    '2025-11-14T10:30:00+07:00'
    >>> parse_moment("3/4/2025", day_first=None)
    Traceback (most recent call last):
    reconcile.reading.moments.TwoMoments: could be 3 April or 4 March
    """
    try:
        moment = _moment(value, day_first=day_first)
        moment.isoformat()  # a zone may turn out to be none only when it is asked
    except NoMoment:
        raise
    except (ValueError, ArithmeticError):  # dateutil's decimals and dates overflow in many ways
        raise NoMoment("not a date") from None
    if moment.year not in _YEARS:
        raise NoMoment("not a date of publication")
    return moment


def _moment(value: Any, *, day_first: bool | None) -> Moment:
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(value)
    if not isinstance(value, str) or len(value) > _LONGEST or not value.strip():
        raise NoMoment("not a date")
    text = value.strip()
    if text.isdecimal() and len(text) in _EPOCH_DIGITS:
        return _from_epoch(int(text))
    moment = _iso(text) or _rfc_2822(text)
    if moment is not None:
        return moment
    found = find_moment(text, day_first=day_first)
    return found[2] if found else _in_words(text)


def find_moment(text: str, *, day_first: bool | None) -> tuple[int, int, Moment] | None:
    """The first date in figures in a short text, with the time beside it.

    Returns:
        Where the date stands, half-open, and what it says; None when there is none.

    Raises:
        NoMoment: The figures are no date.
        TwoMoments: They could be two.
    """
    match = _ISO.search(text) or _NUMERIC.search(text) or _VIETNAMESE.search(text)
    if match is None:
        return None
    day, month = int(match["a"]), int(match["b"])
    if match.re is _NUMERIC:
        day, month = _in_order(day, month, day_first=day_first)
    try:
        date = dt.date(int(match["year"]), month, day)
    except ValueError:
        raise NoMoment("not a date") from None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    clock = _CLOCK.search(rest)
    return match.start(), match.end(), _at(date, clock, _ZONE.search(rest)) if clock else date


def _in_order(first: int, second: int, *, day_first: bool | None) -> tuple[int, int]:
    """Day and month, from two numbers in the order they stand."""
    if second > 12 >= first:
        return second, first
    if day_first is None and first <= 12 and first != second:
        raise TwoMoments(f"could be {first} {_month(second)} or {second} {_month(first)}")
    return (second, first) if day_first is False and first <= 12 else (first, second)


def _month(number: int) -> str:
    return dt.date(2000, number, 1).strftime("%B") if 1 <= number <= 12 else f"month {number}"


def _at(date: dt.date, clock: re.Match[str], zone: re.Match[str] | None) -> Moment:
    hour, minute, second = (int(clock[g] or 0) for g in ("hour", "minute", "second"))
    half = (clock["half"] or "").upper().replace(".", "")
    if half in ("PM", "CH") and hour < 12:
        hour += 12
    elif half in ("AM", "SA") and hour == 12:
        hour = 0
    try:
        return dt.datetime.combine(date, dt.time(hour, minute, second, tzinfo=_offset(zone)))
    except ValueError:
        return date


def _offset(zone: re.Match[str] | None) -> dt.tzinfo | None:
    if zone is None:
        return None
    minutes = 60 * int(zone["hours"]) + int(zone["minutes"] or 0)
    return dt.timezone(dt.timedelta(minutes=-minutes if zone["sign"] == "-" else minutes))


def _from_epoch(value: float) -> Moment:
    """Seconds or milliseconds since 1970; or 20251114, a day written as one number."""
    if not math.isfinite(value):
        raise NoMoment("not a date")
    whole = int(value)  # a float would be looked for in the range number by number
    for unit in (1, 1000):
        if whole // unit in _EPOCH_SECONDS:
            return dt.datetime.fromtimestamp(value / unit, dt.UTC)
    day = _iso(str(whole)) if whole in _DAYS else None
    if day is None:
        raise NoMoment("not a date")
    return day


def _iso(text: str) -> Moment | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parser.isoparse(text) if re.match(r"\d{4}-\d\d-\d\dT", text) else None
    except ValueError:
        return None


def _rfc_2822(text: str) -> Moment | None:
    """The form of e-mail and RSS."""
    if not _RFC_2822.fullmatch(text):
        return None
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _in_words(text: str) -> Moment:
    """A date with the month's English name, as dateutil reads it, if nothing had to be invented."""
    if not _month_names().search(text):
        raise NoMoment("not a date")
    # Dateutil takes GMT+7 as POSIX does, for seven hours behind, and stops at bars and brackets.
    zone = _ZONE.search(text)
    rest = _BARS.sub(" ", _ZONE.sub(" ", text, count=1))
    first, second = (_parsed(rest, default) for default in _DEFAULTS)
    if first is None or second is None or first.date() != second.date():
        raise NoMoment("not a whole date")
    if first.time() != second.time():
        return first.date()
    return first if zone is None else first.replace(tzinfo=_offset(zone))


_BARS = re.compile(r"[|()\[\]]")
# Two moments that share only their seconds: what dateutil fills in from them shows.
_DEFAULTS = tuple(map(dt.datetime.fromisoformat, ("2001-02-03T04:05", "2002-04-05T06:07")))


@cache
def _month_names() -> re.Pattern[str]:
    return re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)


def _parsed(text: str, default: dt.datetime) -> dt.datetime | None:
    try:
        return parser.parse(text, default=default, tzinfos=_known_zone)
    except (ValueError, ArithmeticError):
        return None


def _known_zone(name: str, offset: int | None) -> dt.tzinfo | None:
    """Only zones with a number, and the three names that mean one everywhere."""
    if offset is not None:
        return tzoffset(None, offset)
    return dt.UTC if name in ("UTC", "GMT", "Z") else None


@cache
def figures_pattern() -> re.Pattern[str]:
    """Matches a date in figures with the time and zone beside it."""
    date = "|".join(
        re.sub(r"\?P<\w+>", "?:", p.pattern).replace("(?P=mark)", "[/.-]")
        for p in (_ISO, _NUMERIC, _VIETNAMESE)
    )
    clock = re.sub(r"\?P<\w+>", "?:", _CLOCK.pattern)
    zone = re.sub(r"\?P<\w+>", "?:", _ZONE.pattern)
    between = r"[\s,|–—-]{0,3}"
    return re.compile(
        rf"(?:(?:{clock}){between})?(?:{date})(?:T?{between}(?:{clock}))?"
        rf"(?:{between}[(]?(?:{zone})[)]?)?",
        re.IGNORECASE,
    )
