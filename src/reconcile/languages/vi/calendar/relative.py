"""Dates counted from another day: "hôm qua", "thứ Ba tuần trước", "cuối năm ngoái", "cùng ngày"."""

import datetime as dt
import re
from collections.abc import Iterator

from reconcile.languages.almanac import (
    Stated,
    ago,
    day_stated,
    part_of_day_stated,
    week_of,
)
from reconcile.languages.mentions import Anchor
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
_UNITS = {"ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(TABLE['numbers'])})\s+(?P<unit>{any_of(_UNITS)})"
_SINCE_NOW = re.compile(
    rf"cách\s+(?:đây|nay)\s+(?:(?P<hedge>hơn|gần|khoảng|chừng|đúng)\s+)?{_COUNT}(?!\w)"
)
_BEFORE_NOW = re.compile(r"trước(?=\s*(?:[,.;:)”\"…]|$|\n|đây(?!\w)))")
_COUNT_LEAD = re.compile(rf"(?<!\w)(?:(?P<hedge>hơn|gần|khoảng|chừng)\s+)?{_COUNT}\s+$")
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
            yield part_of_day_stated(lead.start(), match.end(), day, PARTS[one_blank(lead["part"])])
        else:
            yield day_stated(lead.start(), match.end(), day)


def _weekdays(text: str, folded: str, published: dt.date) -> Iterator[Stated]:
    for match in (m for pattern in _WEEKDAYS for m in pattern.finditer(folded)):
        start, end = match.span()
        found = _WEEKDAY_LEAD.search(folded, max(0, start - _REACH), start)
        lead = one_blank(found["lead"]) if found else None
        opens = found.start() if found else start
        week, near = match["week"], match["near"]
        words = folded[start:end].split()[:2]
        is_name = words[0] != "thứ" or text[start:end].split()[1][0].isupper()
        if not week and not lead and not (is_name and (near or _opens(text, start, end))):
            continue
        if _ORDINAL_BEFORE.search(folded, max(0, opens - 16), opens):
            continue
        if lead in ("ngày", "vào", "từ", "đến") and not is_name and not week:
            continue  # "ngày thứ hai" may be the second day
        if near is None and lead != "hôm" and is_planned(folded, opens):
            near = "tới"
        day = _weekday_meant(published, WEEKDAYS[" ".join(words)], week and one_blank(week), near)
        if lead in PARTS:
            yield part_of_day_stated(opens, end, day, PARTS[str(lead)])
        else:
            yield day_stated(opens if lead in ("hôm", "ngày") else start, end, day)


_CLAUSE_START = re.compile(r"(?:^|[.!?:;\n(“\"]\s*)$")
_CLAUSE_END = re.compile(r"\s*,|\s+đầu\s+tuần")


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a weekday with capitals stands at the head of a sentence by itself."""
    head = _CLAUSE_START.search(text, max(0, start - 4), start)
    return head is not None and _CLAUSE_END.match(text, end) is not None


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
    """So many days, weeks, months or years back."""
    stated = ago(
        start,
        end,
        published,
        count=number(match["count"]) or 0,
        unit=_UNITS[match["unit"]],
        is_rough=match["hedge"] not in (None, "đúng"),
    )
    if stated is not None:
        yield stated
