"""Years and longer: "năm 2010", "cuối 2014", "9 tháng đầu năm", "giai đoạn 2013 – 2018"."""

import re
from collections.abc import Iterator

from attrs import evolve

from reconcile.languages.almanac import Stated, Ymd, months_stated, year_stated
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.words import (
    PART_OF_YEAR,
    TABLE,
    YEAR,
    direction,
    months_of_part,
    opens_word,
)

_YEAR = re.compile(rf"{YEAR}(?:\s+[-–]\s*(?P<last>{YEAR}))?(?![\w%])(?![.,/–-]\d)")
_WHOLE_LEAD = re.compile(r"(?<!\w)năm\s+$")
_PART_LEAD = re.compile(rf"(?<!\w){PART_OF_YEAR}\s+$")
_BARE_LEAD = re.compile(
    r"(?<!\w)(?:sau|trước|từ|đến|tới|vào|hồi|trong|so\s+với|của|cả|s\.?n\.?)\s+$"
)
_TERM_LEAD = re.compile(
    r"(?<!\w)(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|niên\s+khóa|năm\s+học|mùa\s+giải|khóa)\s+$"
)
_DECADE_LEAD = re.compile(r"(?<!\w)(?:những\s+năm|thập\s+(?:niên|kỷ|kỉ))\s+$")
_GOES_ON = re.compile(
    r"\s*(?:[,.;:)\]”\"…–-]|$|\n)|\s+(?:đến|tới|và|sẽ|là|tại|ở|đã|của|khi|với|thì|có|được|cho|trở"
    r"|do|ông|bà|anh|chị|nhưng|theo|trong|từ)\s"
)
_OPEN_PARTS = [
    re.compile(rf"{side}\s+năm(?!\w)(?!\s+(?:{YEAR}|nay|ngoái|sau|tới))")
    for side in ("đầu", "cuối")
]
_COUNT_LEAD = re.compile(
    rf"(?<![\w/.,-])(?:\d{{1,2}}|{any_of(TABLE['numbers'])})\s+(?:tháng|quý)\s+$"
)
_QUARTER = re.compile(
    rf"quý\s+(?P<quarter>{any_of(TABLE['quarters'])})(?!\w)"
    rf"(?:\s*(?:[/.-]|,?\s*năm)\s*(?P<year>{YEAR})(?!\d))?"
)
_SHORT_DECADES = [
    re.compile(rf"{opening}\s+(?P<tens>[1-9]0)(?!\w)")
    for opening in (r"thập\s+(?:niên|kỷ|kỉ)", r"những\s+năm")
]
_NUMBER = r"(?:\d{1,2}|[ivx]{1,5})(?!\w)"
_CENTURY = re.compile(
    rf"thế\s+kỷ\s+(?:thứ\s+)?(?P<number>{_NUMBER})(?:\s*[-–]\s*(?P<to>{_NUMBER}))?"
)
_LATEST_CENTURY = 22
_REACH = 30  # how far back the words before a year may begin


def find_years(folded: str) -> Iterator[Stated]:
    """Every year, part of a year, quarter, decade and century."""
    for match in _YEAR.finditer(folded):
        yield from _years(folded, match)
    for match in (m for pattern in _OPEN_PARTS for m in pattern.finditer(folded)):
        yield from _open_part(folded, match)
    for match in _QUARTER.finditer(folded):
        if opens_word(folded, match.start()):
            yield _quarter(folded, match)
    for match in (m for pattern in _SHORT_DECADES for m in pattern.finditer(folded)):
        first = 1900 + int(match["tens"])
        yield _run_of_years(*match.span(), first, first + 9, granularity="decade")
    for match in _CENTURY.finditer(folded):
        first, last = _century(match["number"]), _century(match["to"] or match["number"])
        if 0 < first <= last <= _LATEST_CENTURY:
            yield _run_of_years(*match.span(), 100 * first - 99, 100 * last, granularity="century")


def _years(folded: str, match: re.Match[str]) -> Iterator[Stated]:
    """What a number of four digits says with the words before it; nothing when it is no year."""
    start, end = match.span()
    if not opens_word(folded, start) or folded[max(0, start - 1) : start] in tuple("/.,-–:$#"):
        return
    low = max(0, start - _REACH)
    year = int(folded[start : start + 4])
    if match["last"]:
        term = _TERM_LEAD.search(folded, low, start)
        if term is not None and year < int(match["last"]):
            whole = _run_of_years(term.start(), end, year, int(match["last"]), granularity="year")
            yield evolve(whole, extent=True)
            return
        end = start + 4
    decade = _DECADE_LEAD.search(folded, low, start)
    if decade is not None and year % 10 == 0:
        yield _run_of_years(decade.start(), end, year, year + 9, granularity="decade")
        return
    whole_year = _WHOLE_LEAD.search(folded, low, start)
    opens = start if whole_year is None else whole_year.start()
    part = _PART_LEAD.search(folded, low, opens)
    months = None if part is None else months_of_part(part)
    if whole_year is None and not _GOES_ON.match(folded, end):
        return
    if part is not None and months is not None:
        yield months_stated(part.start(), end, year, months)
    elif (
        whole_year is not None
        or _BARE_LEAD.search(folded, low, start)
        or (folded[start - 1 : start] == "(" and folded[end : end + 1] == ")")
    ):
        yield year_stated(opens, end, year)


def _open_part(folded: str, match: re.Match[str]) -> Iterator[Stated]:
    """A part of a year that is not said: "9 tháng đầu năm"."""
    count = _COUNT_LEAD.search(folded, max(0, match.start() - _REACH), match.start())
    year = match.end() - len("năm")
    part = None if count is None else _PART_LEAD.search(folded, count.start(), year)
    months = None if part is None else months_of_part(part)
    if count is not None and months is not None:
        yield months_stated(count.start(), match.end(), None, months)


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


def _run_of_years(start: int, end: int, first: int, last: int, *, granularity: str) -> Stated:
    return Stated(start=start, end=end, first=Ymd(first), last=Ymd(last), granularity=granularity)


def _century(written: str) -> int:
    """The number of a century in digits or Roman letters."""
    if written.isdigit():
        return int(written)
    digits = [{"x": 10, "v": 5, "i": 1}[letter] for letter in written]
    following = [*digits[1:], 0]
    return sum(-one if one < after else one for one, after in zip(digits, following, strict=True))
