"""Dates written in digits: "12/11/2025", "12–14/11", "9.2012", "1/2012-8/2013", "2013-10-23"."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from reconcile.languages.almanac import Stated, Ymd, exists
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.words import (
    PART,
    PARTS,
    STRETCHES,
    TABLE,
    WEEKDAY,
    YEAR,
    direction,
    month_stated,
    one_blank,
)

# Digits with single separators, taken whole, so that a part of a longer code is never a date.
_RUN = re.compile(r"\d{1,4}(?:[/.–-]\d+)+")
_LONGEST = len("31/12/2012-31/12/2013")

_DAY = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})(?:\2({YEAR}|\d\d))?")
_DAYS = re.compile(rf"(\d{{1,2}})[-–](\d{{1,2}})([/.])(\d{{1,2}})(?:\3({YEAR}))?")
_DAY_TO_DAY = re.compile(
    rf"(\d{{1,2}})([/.])(\d{{1,2}})(?:\2({YEAR}))?[-–](\d{{1,2}})\2(\d{{1,2}})(?:\2({YEAR}))?"
)
_MONTH = re.compile(rf"(\d{{1,2}})([/.-])({YEAR})")
_MONTHS = re.compile(rf"(\d{{1,2}})(?:[/.]({YEAR}))?[-–](\d{{1,2}})[/.]({YEAR})")
_YEARS = re.compile(rf"({YEAR})[-–/]({YEAR}|\d\d)")
_RECENT = 1980  # two years from here on need no word to say that they are years
_ISO = re.compile(rf"({YEAR})-(\d\d)-(\d\d)")

_REACH = 48  # how far before a date the words stand that belong to it
_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<part>{PART})\s+)?"
    r"(?:(?P<said>cùng\s+ngày|(?:ngày\s+)?hôm\s+(?:nay|qua)|ngày\s+mai|nay|qua|mai)[\s,]*)?"
    rf"(?:(?:hôm\s+|ngày\s+|vào\s+)?(?P<weekday>{WEEKDAY})[\s,]*)?"
    r"(?P<mark>[(,]\s*(?:tức\s+)?)?(?:(?P<word>(?:tức\s+)?(?:ngày|hôm|mùng|mồng))\s*)?$"
)
_LEFT_DAYS = re.compile(
    rf"(?<!\w)(?P<opening>(?:(?:từ|trong|vào|suốt)\s+)?(?:(?:các|hai|ba|bốn|cả\s+hai)\s+)?"
    rf"(?:(?:{PART}|ngày|hôm)\s+)*)"
    r"(?P<days>\d{1,2}(?:\s*,\s*\d{1,2}){0,5})"
    r"\s*(?P<link>(?:đến|tới)(?:\s+hết)?|và|&|–|-|,)\s*(?:ngày\s+)?$"
)
_HAPPENINGS = [
    word for verbs in ("born", "starts", "ends", "happens") for word in TABLE["occasions"][verbs]
]
_LINKED = re.compile(r"(?:đến|tới|hết|và|[&–,-])\s*(?:ngày\s+)?$")
_PREPOSITION = re.compile(r"(?<!\w)(?:từ|đến|tới|trước|sau|vào|hết|dịp|tức|lễ|nhân)\s+$")
_VERB = re.compile(rf"(?<!\w){any_of(_HAPPENINGS)}\s+$")
_CLOSES = re.compile(r"\s*(?:[),]|[–-]\s|$)|\s\(")
_LISTED_TIGHT = re.compile(r"(?<!\w)[Nn]gày\s+\d{1,2}(?:,\d{1,2}){0,5},$")  # "ngày 19,20/10"
_LISTED = re.compile(r"(?<!\w)(?:ngày|hôm)\s+\d{1,2}/\d{1,2}\s*(?:và|hoặc|hay|,)\s*$")
_BOUND = re.compile(r"(?<!\w)(?:từ|đến|tới|hết|vào)\s+$")
_EVERY = re.compile(r"(?<!\w)(?:mỗi|một|hàng|hằng|\d+)\s+(?:ngày|sáng|tối)\s+$")
_MONTH_WORD = re.compile(rf"(?<!\w)(?:(?P<stretch>{any_of(STRETCHES)})\s+)?tháng\s+$")
_YEARS_WORD = re.compile(
    r"(?<!\w)(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|niên\s+khóa|năm\s+học|mùa\s+giải|mùa\s+bóng|mùa"
    r"|năm|từ|khóa|vụ|những\s+năm|các\s+năm)\s+$"
)
_NOT_BEFORE = re.compile(rf"(?<!\w){any_of(TABLE['not_dates']['before'])}\s+$")
_NOT_AFTER = re.compile(rf"\s*{any_of(TABLE['not_dates']['after'])}(?!\w)")
_BIRTH = re.compile(r"(?<!\w)(?:sinh|s\.?n\.?)\s+(?:ngày\s+)?$")
_ENDS = re.compile(r"\s*(?:[,.;:)\]”\"…]|$|(?:đến|tới|và|–|-)\s|\n)")


def find_numeric(text: str, folded: str) -> Iterator[Stated]:
    """Every date in digits, with the words that belong to it."""
    bracketed: list[tuple[int, int]] = []
    marks: set[str] = set()  # what stands between day and month where words call it a date
    for start, end in _runs(text):
        found = _read(folded, start, end)
        yield from found
        if found and found[0].last.day is not None:
            marks.update(set(folded[start:end]) & set(".-"))
        elif not found and folded[start - 1 : start] == "(" and folded[end : end + 1] == ")":
            bracketed.append((start, end))
    for start, end in bracketed:
        yield from _in_brackets(folded, start, end, marks)


def _in_brackets(folded: str, start: int, end: int, marks: set[str]) -> Sequence[Stated]:
    """A day alone in brackets, "(28-10)", in an article that writes its dates so."""
    match = _DAY.fullmatch(folded, start, end)
    if match is None or match[2] not in marks or int(match[1]) <= 12:
        return ()
    if _NOT_BEFORE.search(folded, max(0, start - _REACH), start - 1):  # "thắng (21-12)"
        return ()
    ymd = Ymd(None, int(match[3]), int(match[1]))
    if not exists(ymd):
        return ()
    return (Stated(start=start, end=end, first=ymd, last=ymd, granularity="day"),)


def find_full_dates(text: str, folded: str) -> Iterator[Stated]:
    """The dates with a year, less birthdays."""
    for start, end in _runs(text):
        if end - start >= len("1/1/2000") and not _BIRTH.search(folded, max(0, start - 16), start):
            yield from _read(folded, start, end)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for run in _RUN.finditer(text):
        start, end = run.span()
        if 3 <= end - start <= _LONGEST and _stands_alone(text, start, end):
            yield start, end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a run of digits is no part of a code, a decimal, an address or a link."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isalnum() or (before and before in "/.$#+_@=&%:"):
        return False
    if before == "," and not _LISTED_TIGHT.search(text, max(0, start - 24), start):
        return False
    if before and before in "-–" and start > 1 and not text[start - 2].isspace():
        return False
    if after.isalnum() or (after and after in "/_@=&%"):
        return False
    following = text[end + 1 : end + 2]
    return not (after and after in ",:-" and following.isalnum() and after + following != "- ")


def _read(folded: str, start: int, end: int) -> Sequence[Stated]:
    run = folded[start:end]
    for shape, read in _SHAPES:
        match = shape.fullmatch(run)
        if match is not None:
            return read(folded, start, end, match)
    return ()


def _day(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    day, separator, month, year = match.groups()
    ymd = Ymd(_full_year(year), int(month), int(day))
    if not exists(ymd):
        return ()
    before = folded[max(0, start - _REACH) : start]
    left = _LEFT_DAYS.search(before) if _LINKED.search(before[-16:]) else None
    if left is not None and (left["opening"] or left["link"] in "-–"):
        listed = _list(start, end, ymd, left, offset=start - len(before))
        if listed:
            return listed
    lead = _LEAD.search(before)
    if lead is not None and (lead["part"] or lead["said"] or lead["weekday"] or lead["word"]):
        if _NOT_AFTER.match(folded, end) or _EVERY.search(before):
            return ()
        opens = start - len(before) + lead.start()
        if lead["mark"] and lead.start("mark") == lead.start():
            opens += len(lead["mark"])
        part = PARTS[one_blank(lead["part"])] if lead["part"] else None
        closes = end + 1 if _open_bracket(lead) and folded[end : end + 1] == ")" else end
    elif _is_plain_day(folded, start, end, before, ymd, separator, year):
        opens, closes, part = start, end, None
    else:
        return ()
    return (
        Stated(
            start=opens,
            end=closes,
            first=ymd,
            last=ymd,
            granularity="part of day" if part else "day",
            part=part,
            direction=direction(folded, start, end) if ymd.year is None else 0,
        ),
    )


def _open_bracket(lead: re.Match[str]) -> bool:
    return bool(lead["mark"]) and lead["mark"].startswith("(") and lead.start() < lead.start("mark")


def _is_plain_day(
    folded: str, start: int, end: int, before: str, ymd: Ymd, separator: str, year: str | None
) -> bool:
    """Whether day and month without a word of the calendar in front are a date all the same."""
    if year is not None:
        return len(year) == 4
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(folded, end):
        return False
    told = _VERB.search(before)
    if separator != "/":  # a range of numbers goes up, so one that goes down is a date
        down = (ymd.day or 0) > max(12, ymd.month or 0)
        return bool((told or _BOUND.search(before)) and (down or _ENDS.match(folded, end)))
    if (ymd.day, ymd.month) == (24, 7):  # "24/7": always open
        return False
    bracketed = before.endswith(("(", ", ")) and _CLOSES.match(folded, end) is not None
    if bracketed or told or (ymd.day or 0) > 12 or _LISTED.search(before):
        return True
    return bool(_PREPOSITION.search(before) or direction(folded, end, end))


def _list(start: int, end: int, last: Ymd, left: re.Match[str], *, offset: int) -> Sequence[Stated]:
    """Days before the last one, which alone has a month: "19 và 20/10", "từ 20 đến 26/10"."""
    days = [int(day) for day in re.findall(r"\d+", left["days"])]
    every = [*days, last.day or 0]
    firsts = [last._replace(day=day) for day in days]
    if not all(map(exists, firsts)) or every != sorted(set(every)):
        return ()
    opens = offset + left.start()
    whole = Stated(start=opens, end=end, first=firsts[0], last=last, granularity="day", extent=True)
    is_list = left["link"] in ("và", "&", ",")
    if not is_list or every == list(range(every[0], every[-1] + 1)):
        return (whole,)
    places = [m.span() for m in re.finditer(r"\d+", left["days"])]
    at = offset + left.start("days")
    return (
        *(
            evolve(whole, start=at + a, end=at + b, first=ymd, last=ymd, extent=False)
            for (a, b), ymd in zip(places, firsts, strict=True)
        ),
        evolve(whole, start=start, first=last, extent=False),
    )


def _days(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    first, last, _, month, year = match.groups()
    one = Ymd(_full_year(year), int(month), int(first))
    other = one._replace(day=int(last))
    if not (exists(one) and exists(other) and one < other):
        return ()
    if year is None and _NOT_AFTER.match(folded, end):
        return ()
    return (_span(folded, start, end, one, other, granularity="day"),)


def _day_to_day(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    day1, _, month1, year1, day2, month2, year2 = match.groups()
    year = _full_year(year2)
    one = Ymd(_full_year(year1) or year, int(month1), int(day1))
    other = Ymd(year, int(month2), int(day2))
    if one.year and year1 is None and one[1:] > other[1:]:
        one = one._replace(year=one.year - 1)
    if not (exists(one) and exists(other)) or (one.year and one >= other):
        return ()
    return (_span(folded, start, end, one, other, granularity="day"),)


def _month(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    month, separator, year = match.groups()
    ymd = Ymd(int(year), int(month))
    before = folded[max(0, start - _REACH) : start]
    word = _MONTH_WORD.search(before)
    if not exists(ymd) or (word is None and (separator != "/" or _NOT_BEFORE.search(before))):
        return ()
    opens = start if word is None else start - len(before) + word.start()
    return (month_stated(opens, end, ymd, stretch=word["stretch"] if word else None),)


def _months(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    month1, year1, month2, year2 = match.groups()
    one, other = Ymd(int(year1 or year2), int(month1)), Ymd(int(year2), int(month2))
    if not (exists(one) and exists(other) and one < other):
        return ()
    return (_span(folded, start, end, one, other, granularity="month"),)


def _years(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    one = int(match[1])
    other = int(match[2]) if len(match[2]) == 4 else one - one % 100 + int(match[2])
    before = folded[max(0, start - _REACH) : start]
    told = _YEARS_WORD.search(before) or (before.endswith("(") and folded[end : end + 1] in ")-,;")
    recent = one >= _RECENT and other <= one + 50 and len(match[2]) == 4
    if not one < other <= one + 150 or not (told or recent or _ENDS.match(folded, end)):
        return ()
    if _NOT_AFTER.match(folded, end):
        return ()
    return (_span(folded, start, end, Ymd(one), Ymd(other), granularity="year"),)


def _iso(_folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    ymd = Ymd(int(match[1]), int(match[2]), int(match[3]))
    if not exists(ymd):
        return ()
    return (Stated(start=start, end=end, first=ymd, last=ymd, granularity="day"),)


def _full_year(year: str | None) -> int | None:
    if year is None or len(year) == 4:
        return None if year is None else int(year)
    return 2000 + int(year) if int(year) < 50 else 1900 + int(year)


_SPAN_LEAD = re.compile(
    r"(?<!\w)(?:(?:từ|trong|suốt)\s+)?(?:(?:các|những)\s+)?"
    r"(?:ngày|hôm|tháng|năm|giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|niên\s+khóa|từ)\s+$"
)


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


_SHAPES = (
    (_ISO, _iso),
    (_DAY, _day),
    (_DAYS, _days),
    (_DAY_TO_DAY, _day_to_day),
    (_MONTH, _month),
    (_MONTHS, _months),
    (_YEARS, _years),
)
