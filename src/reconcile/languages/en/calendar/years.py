"""Years and longer: "in 2009", "late 2014", "the third quarter of 2013", "the 1950s"."""

import re
from collections.abc import Iterator

from reconcile.languages.almanac import Stated, Ymd, months_stated, year_stated
from reconcile.languages.en.calendar.words import (
    SEASONS,
    STRETCH,
    STRETCHES_OF_YEARS,
    TABLE,
    YEAR,
    number,
)
from reconcile.languages.tables import any_of

_YEAR = re.compile(
    rf"(?P<year>{YEAR})(?:(?P<decade>'?s)(?!\w)|(?P<link>\s*[-–]\s*|\s+to\s+|\s+and\s+)(?P<last>{YEAR})(?![\w-])"
    r"|(?![\w%/])(?!-\d)(?![.,]\d))"
)
_LEAD = re.compile(rf"(?<!\w){any_of(TABLE['signs']['before_years'])}\s+(?:the\s+year\s+)?$")
_PART_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<stretch>{STRETCH})[\s-]+|(?P<season>{any_of(SEASONS)})\s+(?:of\s+)?"
    rf"|(?P<ordinal>{any_of(TABLE['ordinals'])})[\s-]+(?P<unit>quarter|half)\s+(?:of\s+)?"
    rf"|q(?P<quarter>[1-4])\s+(?:of\s+)?"
    rf"|first\s+(?P<count>{any_of(TABLE['numbers'])}|\d{{1,2}})\s+months\s+of\s+"
    r"|(?:the\s+)?(?P<end>end|beginning|start|middle)\s+of\s+)$"
)
_UNIT_AFTER = re.compile(rf"\s+{any_of(TABLE['signs']['units'])}(?!\w)")
_ENDS = {"end": "late", "beginning": "early", "start": "early", "middle": "mid"}
_REACH = 32


def find_years(folded: str) -> Iterator[Stated]:
    """Every year that a word before it makes one, and every decade."""
    for match in _YEAR.finditer(folded):
        start, end = match.span()
        before = folded[max(0, start - _REACH) : start]
        if before and (before[-1].isalnum() or before[-1] in ".,/:$#£€-–'"):
            continue
        year = int(match["year"])
        if match["decade"]:
            if year % 10 == 0:
                yield _years(start, end, year, year + 9, granularity="decade", extent=False)
        elif match["last"]:
            if match["link"].strip() == "and" and not before.endswith("between "):
                first = list(_year(start, match.end("year"), before, folded, year))
                yield from first
                if first:  # "in late 2012 and 2013": of the second, the year alone
                    yield year_stated(match.start("last"), end, int(match["last"]))
            elif year < int(match["last"]):
                yield _years(start, end, year, int(match["last"]), granularity="year", extent=True)
        elif not _UNIT_AFTER.match(folded, end):
            yield from _year(start, end, before, folded, year)


def _year(start: int, end: int, before: str, folded: str, year: int) -> Iterator[Stated]:
    lead = _PART_LEAD.search(before)
    if lead is not None:
        months = months_of_part(lead)
        if months is not None:
            is_quarter = months[1] - months[0] == 2 and not lead["season"]
            yield months_stated(
                start - len(before) + lead.start(),
                end,
                year,
                months,
                granularity="quarter" if is_quarter else "season",
            )
        return
    bracketed = before.endswith("(") and folded[end : end + 1] == ")"
    if bracketed or _LEAD.search(before):
        yield year_stated(start, end, year)


def months_of_part(match: re.Match[str]) -> tuple[int, int] | None:
    """The months of the part of a year that the words name; None when a year has none such."""
    if match["stretch"] or match["end"]:
        return STRETCHES_OF_YEARS[match["stretch"] or _ENDS[match["end"]]]
    if match["season"]:
        return SEASONS[match["season"]]
    if match["count"]:
        months = number(match["count"]) or 0
        return (1, months) if 0 < months < 12 else None
    which = int(match["quarter"] or TABLE["ordinals"][match["ordinal"]])
    length = 6 if match["unit"] == "half" else 3
    return (length * (which - 1) + 1, length * which) if length * which <= 12 else None


def _years(
    start: int, end: int, first: int, last: int, *, granularity: str, extent: bool
) -> Stated:
    return Stated(
        start=start,
        end=end,
        first=Ymd(first),
        last=Ymd(last),
        granularity=granularity,
        extent=extent,
    )
