"""Times of day: "8:30 p.m.", "shortly after 5pm", "noon", "from 9 a.m. to 5 p.m."."""

import re
from collections.abc import Iterator, Sequence

from reconcile.languages.clocks import clock_between, join_times
from reconcile.languages.en.calendar.words import TABLE
from reconcile.languages.mentions import TimeMention
from reconcile.languages.tables import any_of

_HALF = r"(?:\s?(?P<half>[ap])(?:\.\s?m\b\.?|m(?!\w)))"
_TIME = re.compile(
    rf"(?P<hour>\d{{1,2}})(?::(?P<minute>\d\d)(?!\d|:)(?:{_HALF})?"
    rf"|{_HALF.replace('half', 'half2')}|(?P<oclock>\s+o['’]clock))"
)
_WORD = re.compile(r"noon|midnight")
_CUE = re.compile(
    rf"(?<!\w)(?P<cue>{any_of([*TABLE['signs']['about'], *TABLE['signs']['past']])}"
    rf"|{any_of(TABLE['signs']['short'])})\s+$"
)
_AT = re.compile(r"(?<!\w)(?:at|by|until|till|from|to|since|before|after|around|about)\s+$")
_LINK = re.compile(r"\s*(?:to|until|till|through|and|[-–])\s*$")
_NOON = 12 * 60


def find_clock(folded: str) -> Sequence[TimeMention]:
    """Find every time of day, a range of two as one."""
    return join_times(sorted((*_times(folded), *_words(folded))), folded, link=_LINK)


def _times(folded: str) -> Iterator[TimeMention]:
    for match in _TIME.finditer(folded):
        start, end = match.span()
        before = folded[max(0, start - 24) : start]
        if before and (before[-1].isalnum() or before[-1] in ".,/:+-–$"):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = match["half"] or match["half2"]
        if minute > 59 or hour > (12 if half or match["oclock"] else 23):
            continue
        if half is None and not match["oclock"] and not _AT.search(before):
            continue
        if half is not None:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif match["oclock"] and hour < 12:
            continue  # morning or evening is not said
        yield _mention(folded, start, end, hour * 60 + minute, exact=bool(match["minute"]))


def _words(folded: str) -> Iterator[TimeMention]:
    for match in _WORD.finditer(folded):
        start, end = match.span()
        if (start and folded[start - 1].isalnum()) or folded[end : end + 1].isalnum():
            continue
        if not folded[max(0, start - 5) : start].endswith(
            ("at ", "by ", "until ", "after ", "fore ")
        ):
            continue
        yield _mention(folded, start, end, _NOON if match.group() == "noon" else 0, exact=True)


def _mention(folded: str, start: int, end: int, minutes: int, *, exact: bool) -> TimeMention:
    cue = _CUE.search(folded, max(0, start - 20), start)
    low = high = minutes
    if cue is not None:
        start = cue.start()
        if cue["cue"] in TABLE["signs"]["about"]:
            low, high = minutes - (15 if exact else 30), minutes + (15 if exact else 30)
        elif cue["cue"] in TABLE["signs"]["past"]:
            low, high = minutes + 1, minutes + 30
        else:
            low, high = minutes - 30, minutes - 1
    return TimeMention(start=start, end=end, clock=clock_between(low, high))
