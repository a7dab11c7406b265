"""Months and days in words: "ngày 23 tháng 10 năm 2013", "cuối tháng Tám"."""

import re
from collections.abc import Iterator

from reconcile.languages.almanac import Stated, Ymd, exists, month_stated
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.words import (
    PART,
    PARTS,
    STRETCHES,
    TABLE,
    WEEKDAY,
    YEAR,
    days_of_stretch,
    direction,
    month_number,
    one_blank,
    opens_word,
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
_LASTS = re.compile(
    r"(?<!\w)(?:trong|suốt|hơn|gần|khoảng|mất|sau|được|đủ|mỗi|từ|thêm|án|tù|phạt)\s+\d{1,2}\s+$"
)
_UNIT_AFTER = re.compile(r"\s+(?:ngày|tuổi|người|lần|trường\s+hợp|năm(?!\s+\d))(?!\w)")
_DURATION_BEFORE = re.compile(r"(?<!\w)(?:\d+|ngày|mấy|vài|những|các|hằng|hàng|cách\s+mạng)\s+$")


def find_months(folded: str) -> Iterator[Stated]:
    """Every month in words, with its day and its year when they stand beside it."""
    for match in _MONTH.finditer(folded):
        if opens_word(folded, match.start()):
            yield from _month(folded, match)


def _month(folded: str, match: re.Match[str]) -> Iterator[Stated]:
    month = month_number(match["month"])
    if month is None:
        return
    start, end, year = match.start(), match.end(), match["year"]
    ymd = Ymd(int(year) if year else None, month)
    before = folded[max(0, start - 40) : start]
    day = _DAY_BEFORE.search(before)
    if day is not None and (day["word"] or day["part"] or year or _is_plain(folded, match, day)):
        yield from _day_of_month(folded, start - len(before), end, ymd, day)
        return
    if _DURATION_BEFORE.search(before):  # "6 tháng 10 ngày", "ngày tháng năm sinh"
        return
    stretch = _STRETCH_BEFORE.search(before)
    yield month_stated(
        start if stretch is None else start - len(before) + stretch.start(),
        end,
        ymd,
        days=days_of_stretch(stretch and stretch[1]),
        direction=direction(folded, start, end) if year is None else 0,
    )


def _is_plain(folded: str, month: re.Match[str], day: re.Match[str]) -> bool:
    """Whether "24 tháng 10" without a word in front is a day and not a number of months."""
    return bool(
        month["month"].isdigit()
        and not day["to"]
        and not _LASTS.search(day.string)
        and not _UNIT_AFTER.match(folded, month.end())
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
