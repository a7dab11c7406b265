"""Dates in words: "ngày 23 tháng 10 năm 2013", "tháng Tám", "năm 2010", "quý III/2013"."""

import re
from collections.abc import Iterator

from reconcile.languages.almanac import Stated, Ymd, exists
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.words import (
    PART,
    PART_OF_YEAR,
    PARTS,
    STRETCHES,
    TABLE,
    WEEKDAY,
    YEAR,
    direction,
    month_number,
    month_stated,
    months_of_part,
    one_blank,
)

_ALONE = r"(?![\w%])(?![.,/–-]\d)"  # after a number that is no part of a longer one
_MONTH = re.compile(
    rf"tháng\s+(?P<month>\d{{1,2}}|{any_of(TABLE['months'])})(?![\w%])"
    rf"(?:\s*(?:[/.-]\s*|,?\s*năm\s+)(?P<year>{YEAR})(?![\w/])|(?![.,/–-]\d))"
)
_DAY_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<part>{PART})\s+)?(?:{WEEKDAY}[\s,]+)?(?:từ\s+)?"
    r"(?:(?P<word>ngày|mùng|mồng|hôm)\s+)?"
    r"(?P<day>\d{1,2})(?:\s*(?:-|–|đến|và)\s*(?:ngày\s+)?(?P<to>\d{1,2}))?\s+$"
)
_STRETCH_BEFORE = re.compile(rf"(?<!\w)({any_of(STRETCHES)})\s+$")
_DURATION_BEFORE = re.compile(r"(?<!\w)(?:\d+|ngày|mấy|vài|những|các|hằng|hàng)\s+$")
_YEAR = re.compile(rf"năm\s+({YEAR}){_ALONE}")
_PART_BEFORE = re.compile(rf"(?<!\w){PART_OF_YEAR}\s+$")
_OPEN_PART = re.compile(
    rf"(?P<count>\d{{1,2}}|{any_of(TABLE['numbers'])})\s+(?P<unit>tháng|quý)\s+"
    rf"(?P<side>đầu|cuối)\s+năm(?!\w)(?!\s+(?:{YEAR}|nay|ngoái|sau|tới))"
    r"(?P<stretch>(?!))?(?P<season>(?!))?"
)
_BARE_YEAR = re.compile(
    rf"(?<!\w)(?:(?:sau|trước|từ|đến|tới|vào|hồi|trong|s\.?n\.?)|{PART_OF_YEAR})\s+"
    rf"(?P<year>{YEAR}){_ALONE}"
)
_GOES_ON = re.compile(
    r"\s*(?:[,.;:)\]”\"…–-]|$|\n)|\s+(?:đến|tới|và|sẽ|là|tại|ở|đã|của|khi|với|thì|có|được|cho|trở"
    r"|do|ông|bà|anh|chị|nhưng|theo|trong|từ)\s"
)
_QUARTER = re.compile(
    rf"quý\s+(?P<quarter>{any_of(TABLE['quarters'])})(?!\w)"
    rf"(?:\s*(?:[/.-]|,?\s*năm)\s*(?P<year>{YEAR})(?!\d))?"
)
_DECADE = re.compile(rf"(?:thập\s+(?:niên|kỷ|kỉ)|những\s+năm)\s+(?P<year>{YEAR}|\d0)(?!\w)")
_CENTURY = re.compile(r"thế\s+kỷ\s+(?:thứ\s+)?(?P<number>\d{1,2}|[ivx]{1,5})(?!\w)")
_LATEST_CENTURY = 22


def find_worded(folded: str) -> Iterator[Stated]:
    """Every month, year, quarter, decade and century in words."""
    for match in _MONTH.finditer(folded):
        if _opens_word(folded, match):
            yield from _month(folded, match)
    for match in _YEAR.finditer(folded):
        if _opens_word(folded, match):
            yield from _year(folded, match)
    for match in _QUARTER.finditer(folded):
        if _opens_word(folded, match):
            yield _quarter(folded, match)
    yield from _parts_of_years(folded)
    yield from _ages(folded)


def _opens_word(folded: str, match: re.Match[str]) -> bool:
    start = match.start()
    return start == 0 or not folded[start - 1].isalnum()


def _month(folded: str, match: re.Match[str]) -> Iterator[Stated]:
    month = month_number(match["month"])
    if month is None:
        return
    start, end, year = match.start(), match.end(), match["year"]
    ymd = Ymd(int(year) if year else None, month)
    before = folded[max(0, start - 40) : start]
    day = _DAY_BEFORE.search(before)
    if day is not None and (day["word"] or day["part"] or year):
        yield from _day_of_month(folded, start - len(before), end, ymd, day)
        return
    if _DURATION_BEFORE.search(before):  # "6 tháng 10 ngày", "ngày tháng năm sinh"
        return
    stretch = _STRETCH_BEFORE.search(before)
    yield month_stated(
        start if stretch is None else start - len(before) + stretch.start(),
        end,
        ymd,
        stretch=None if stretch is None else stretch[1],
        direction=direction(folded, start, end) if year is None else 0,
    )


def _day_of_month(
    folded: str, offset: int, end: int, month: Ymd, day: re.Match[str]
) -> Iterator[Stated]:
    first = month._replace(day=int(day["day"]))
    last = month._replace(day=int(day["to"])) if day["to"] else first
    if not exists(first) or not exists(last) or (day["to"] and int(day["day"]) >= int(day["to"])):
        return
    start = offset + day.start()
    part = PARTS[one_blank(day["part"])] if day["part"] and first == last else None
    yield Stated(
        start=start,
        end=end,
        first=first,
        last=last,
        granularity="part of day" if part else "day",
        extent=first != last,
        part=part,
        direction=direction(folded, start, end) if month.year is None else 0,
    )


def _year(folded: str, match: re.Match[str]) -> Iterator[Stated]:
    year, start, end = int(match[1]), match.start(), match.end()
    before = folded[max(0, start - 30) : start]
    lead = _PART_BEFORE.search(before)
    months = None if lead is None else months_of_part(lead)
    if lead is None or months is None:
        yield year_stated(start, end, year)
    else:
        yield part_stated(start - len(before) + lead.start(), end, year, months)


def year_stated(start: int, end: int, year: int, *, inferred: bool = False) -> Stated:
    """A whole year."""
    ymd = Ymd(year)
    return Stated(start=start, end=end, first=ymd, last=ymd, granularity="year", inferred=inferred)


def part_stated(
    start: int, end: int, year: int | None, months: tuple[int, int], *, inferred: bool = False
) -> Stated:
    """Some months of a year; months past 12 lie in the next one."""
    first, last = months
    following = last > 12
    return Stated(
        start=start,
        end=end,
        first=Ymd(year, first),
        last=Ymd(None if year is None else year + following, last - 12 * following),
        granularity="season",
        inferred=inferred,
    )


def _parts_of_years(folded: str) -> Iterator[Stated]:
    """Parts of a year, the year left open or in digits alone."""
    for match in _OPEN_PART.finditer(folded):
        months = months_of_part(match)
        if months is not None and _opens_word(folded, match):
            yield part_stated(match.start(), match.end(), None, months)
    for match in _BARE_YEAR.finditer(folded):
        if not _GOES_ON.match(folded, match.end()):
            continue
        year = int(match["year"])
        named = match["stretch"] or match["season"] or match["count"]
        months = months_of_part(match) if named else None
        if months is not None:
            yield part_stated(match.start(), match.end(), year, months)
        elif not named:
            yield year_stated(match.start("year"), match.end(), year)


def _quarter(folded: str, match: re.Match[str]) -> Stated:
    quarter: int = TABLE["quarters"][match["quarter"]]
    year = int(match["year"]) if match["year"] else None
    return Stated(
        start=match.start(),
        end=match.end(),
        first=Ymd(year, 3 * quarter - 2),
        last=Ymd(year, 3 * quarter),
        granularity="quarter",
        direction=direction(folded, *match.span()) if year is None else 0,
    )


def _ages(folded: str) -> Iterator[Stated]:
    """Decades and centuries."""
    for match in _DECADE.finditer(folded):
        first = int(match["year"]) if len(match["year"]) == 4 else 1900 + int(match["year"])
        if first % 10 == 0:
            yield _years_stated(match, first, first + 9, granularity="decade")
    for match in _CENTURY.finditer(folded):
        century = _century(match["number"])
        if 1 <= century <= _LATEST_CENTURY:
            yield _years_stated(match, 100 * century - 99, 100 * century, granularity="century")


def _years_stated(match: re.Match[str], first: int, last: int, *, granularity: str) -> Stated:
    return Stated(
        start=match.start(),
        end=match.end(),
        first=Ymd(first),
        last=Ymd(last),
        granularity=granularity,
    )


def _century(written: str) -> int:
    """The number of a century in digits or Roman letters."""
    if written.isdigit():
        return int(written)
    digits = [{"x": 10, "v": 5, "i": 1}[letter] for letter in written]
    following = [*digits[1:], 0]
    return sum(-one if one < after else one for one, after in zip(digits, following, strict=True))
