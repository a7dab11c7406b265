"""Stretches written in digits: "12–14/11", "20/10-26/10/2013", "1/2012-8/2013", "1995–2000"."""

import re
from collections.abc import Sequence

from reconcile.languages.almanac import Stated, Ymd, exists
from reconcile.languages.vi.calendar.words import ENDS, NOT_AFTER, YEAR, direction, full_year

_DAYS = re.compile(rf"(\d{{1,2}})[-–](\d{{1,2}})([/.])(\d{{1,2}})(?:\3({YEAR}))?")
_DAY_TO_DAY = re.compile(
    rf"(\d{{1,2}})([/.])(\d{{1,2}})(?:\2({YEAR}))?[-–](\d{{1,2}})\2(\d{{1,2}})(?:\2({YEAR}))?"
)
_MONTHS = re.compile(rf"(\d{{1,2}})(?:[/.]({YEAR}))?[-–](\d{{1,2}})[/.]({YEAR})")
_YEARS = re.compile(rf"({YEAR})[-–/]({YEAR}|\d\d)")
_RECENT = 1980  # two years from here on need no word to say that they are years
_YEARS_WORD = re.compile(
    r"(?<!\w)(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|niên\s+khóa|năm\s+học|mùa\s+giải|mùa\s+bóng|mùa"
    r"|năm|từ|khóa|vụ|những\s+năm|các\s+năm)\s+$"
)
_SPAN_LEAD = re.compile(
    r"(?<!\w)(?:(?:từ|trong|suốt)\s+)?(?:(?:các|những)\s+)?"
    r"(?:ngày|hôm|tháng|năm|giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|niên\s+khóa|từ)\s+$"
)


def read_stretch(folded: str, start: int, end: int) -> Sequence[Stated]:
    """The stretch that a run of digits is, none when it is none."""
    for shape, read in _SHAPES:
        match = shape.fullmatch(folded, start, end)
        if match is not None:
            return read(folded, start, end, match)
    return ()


def _days(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    first, last, _, month, year = match.groups()
    one = Ymd(full_year(year), int(month), int(first))
    other = one._replace(day=int(last))
    if not (exists(one) and exists(other) and one < other):
        return ()
    if year is None and NOT_AFTER.match(folded, end):
        return ()
    return (_span(folded, start, end, one, other, granularity="day"),)


def _day_to_day(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    day1, _, month1, year1, day2, month2, year2 = match.groups()
    year = full_year(year2)
    one = Ymd(full_year(year1) or year, int(month1), int(day1))
    other = Ymd(year, int(month2), int(day2))
    if one.year and year1 is None and one[1:] > other[1:]:
        one = one._replace(year=one.year - 1)
    if not (exists(one) and exists(other)) or (one.year and one >= other):
        return ()
    return (_span(folded, start, end, one, other, granularity="day"),)


def _months(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    month1, year1, month2, year2 = match.groups()
    one, other = Ymd(int(year1 or year2), int(month1)), Ymd(int(year2), int(month2))
    if not (exists(one) and exists(other) and one < other):
        return ()
    return (_span(folded, start, end, one, other, granularity="month"),)


def _years(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    one = int(match[1])
    other = int(match[2]) if len(match[2]) == 4 else one - one % 100 + int(match[2])
    before = folded[max(0, start - 24) : start]
    told = _YEARS_WORD.search(before) or (before.endswith("(") and folded[end : end + 1] in ")-,;")
    recent = one >= _RECENT and other <= one + 50 and len(match[2]) == 4
    if not one < other <= one + 150 or not (told or recent or ENDS.match(folded, end)):
        return ()
    if NOT_AFTER.match(folded, end):
        return ()
    return (_span(folded, start, end, Ymd(one), Ymd(other), granularity="year"),)


def _span(folded: str, start: int, end: int, first: Ymd, last: Ymd, *, granularity: str) -> Stated:
    """A stretch with the words that open it."""
    lead = _SPAN_LEAD.search(folded, max(0, start - 24), start)
    return Stated(
        start=start if lead is None else lead.start(),
        end=end,
        first=first,
        last=last,
        granularity=granularity,
        extent=True,
        direction=direction(folded, start, end) if first.year is None else 0,
    )


_SHAPES = ((_DAYS, _days), (_DAY_TO_DAY, _day_to_day), (_MONTHS, _months), (_YEARS, _years))
