"""Days and months written in digits: "12/11/2025", "hôm 20.10", "tháng 9.2012", "2013-10-23"."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from reconcile.languages.almanac import Stated, Ymd, exists, month_stated
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.runs import find_runs
from reconcile.languages.vi.calendar.stretches import read_stretch
from reconcile.languages.vi.calendar.words import (
    ENDS,
    NOT_AFTER,
    PART,
    PARTS,
    STRETCHES,
    TABLE,
    WEEKDAY,
    YEAR,
    days_of_stretch,
    direction,
    full_year,
    one_blank,
)

_DAY = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})(?:\2({YEAR}|\d\d))?")
_MONTH = re.compile(rf"(\d{{1,2}})([/.-])({YEAR})")
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
_LISTED = re.compile(r"(?<!\w)(?:ngày|hôm)\s+\d{1,2}/\d{1,2}\s*(?:và|hoặc|hay|,)\s*$")
_BOUND = re.compile(r"(?<!\w)(?:từ|đến|tới|hết|vào)\s+$")
_EVERY = re.compile(r"(?<!\w)(?:mỗi|một|hàng|hằng|\d+)\s+(?:ngày|sáng|tối)\s+$")
_MONTH_WORD = re.compile(rf"(?<!\w)(?:(?P<stretch>{any_of(STRETCHES)})\s+)?tháng\s+$")
_NOT_BEFORE = re.compile(rf"(?<!\w){any_of(TABLE['not_dates']['before'])}\s+$")
_BIRTH = re.compile(r"(?<!\w)(?:sinh|s\.?n\.?)\s+(?:ngày\s+)?$")


def find_numeric(text: str, folded: str) -> Iterator[Stated]:
    """Every date in digits, with the words that belong to it."""
    bracketed: list[tuple[int, int]] = []
    marks: set[str] = set()  # what stands between day and month where words call it a date
    for start, end in find_runs(text):
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
    for start, end in find_runs(text):
        if end - start >= len("1/1/2000") and not _BIRTH.search(folded, max(0, start - 16), start):
            yield from _read(folded, start, end)


def _read(folded: str, start: int, end: int) -> Sequence[Stated]:
    run = folded[start:end]
    for shape, read in _SHAPES:
        match = shape.fullmatch(run)
        if match is not None:
            return read(folded, start, end, match)
    return read_stretch(folded, start, end)


def _day(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    day, separator, month, year = match.groups()
    ymd = Ymd(full_year(year), int(month), int(day))
    if not exists(ymd):
        return ()
    # What stands on the line before, a headline that ends in a figure, says nothing of this day.
    before = folded[max(0, start - _REACH) : start].rpartition("\n")[2]
    left = _LEFT_DAYS.search(before) if _LINKED.search(before[-16:]) else None
    if left is not None and (left["opening"] or left["link"] in "-–"):
        listed = _list(start, end, ymd, left, offset=start - len(before))
        if listed:
            return listed
    lead = _LEAD.search(before)
    if lead is not None and (lead["part"] or lead["said"] or lead["weekday"] or lead["word"]):
        if NOT_AFTER.match(folded, end) or _EVERY.search(before):
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
    if _NOT_BEFORE.search(before) or NOT_AFTER.match(folded, end):
        return False
    told = _VERB.search(before)
    if separator != "/":  # a range of numbers goes up, so one that goes down is a date
        down = (ymd.day or 0) > max(12, ymd.month or 0)
        return bool((told or _BOUND.search(before)) and (down or ENDS.match(folded, end)))
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


def _month(folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    month, separator, year = match.groups()
    ymd = Ymd(int(year), int(month))
    before = folded[max(0, start - _REACH) : start]
    word = _MONTH_WORD.search(before)
    if not exists(ymd) or (word is None and (separator != "/" or _NOT_BEFORE.search(before))):
        return ()
    opens = start if word is None else start - len(before) + word.start()
    return (month_stated(opens, end, ymd, days=days_of_stretch(word and word["stretch"])),)


def _iso(_folded: str, start: int, end: int, match: re.Match[str]) -> Sequence[Stated]:
    ymd = Ymd(int(match[1]), int(match[2]), int(match[3]))
    if not exists(ymd):
        return ()
    return (Stated(start=start, end=end, first=ymd, last=ymd, granularity="day"),)


_SHAPES = ((_ISO, _iso), (_DAY, _day), (_MONTH, _month))
