"""Times of day: "20h30", "lúc 8 giờ sáng", "gần 15h", "từ 15g30 đến 15g50"."""

import re
from collections.abc import Iterator, Sequence

from reconcile.languages.clocks import clock_between, join_times
from reconcile.languages.mentions import TimeMention
from reconcile.languages.tables import any_of
from reconcile.languages.vi.calendar.words import PART, PARTS, TABLE, one_blank

_WORDS = TABLE["clock"]
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?(?:giờ|h|g)(?!\w)(?:\s+(?P<late>kém\s+)?(?P<after>\d{1,2})"
    r"(?:\s*phút|['’′]|(?=\s*[,.;)]|\s+(?:ngày|sáng|trưa|chiều|tối|đêm)))|\s+(?P<half>rưỡi))?"
    r"|(?:h|g)(?P<minutes>\d{1,2})(?!\w)['’′\"”]?|:(?P<colon>\d\d)(?![\w:]))"
)
_PART_AFTER = re.compile(rf"\s+(?:\(?\s*)(?P<part>{PART})(?!\w)")
_DAY_AFTER = re.compile(r"[\s,(]+(?:cùng\s+ngày|ngày|hôm|thứ|nay|mai|\d{1,2}[/.-]\d)")
_DAY_FOLLOWS = re.compile(r"[\s,(]+(?:cùng\s+ngày|ngày|hôm|thứ|nay|qua|mai|\d{1,2}[/.-]\d)")
_BEFORE = re.compile(rf"(?<!\w)(?P<cue>{any_of(_WORDS['before'])})\s+$")
_DURATION = re.compile(rf"(?<!\w){any_of(_WORDS['duration'])}\s+$")
_DURATION_AFTER = re.compile(
    rf"\s*(?:{any_of(_WORDS['duration_after'])}(?!\w)|/\s*(?:ngày|tuần|\d))"
)
_PART_BEFORE = re.compile(rf"(?<!\w)(?P<part>{PART})[\w\s,/.-]{{0,24}}$")
_LINK = re.compile(r"\s*(?:đến|tới|-|–)\s*$")
_HEDGES = {"gần": (-59, -1), "hơn": (1, 59), "quá": (1, 59)}
_ABOUT = ("khoảng", "chừng", "tầm")
_HEDGED = (*_HEDGES, *_ABOUT)
_POINTS = ("lúc", "vào lúc", "hồi", "vào hồi", "vào", "đúng", "đến", "tới", "từ")
_CLAUSE_START = re.compile(r"(?:^|[.,;:!?(\n–-]\s*|(?<!\w)(?:đó|và|nhưng)\s+)$")
_RANGE_BEFORE = re.compile(r"\d(?:h|g|\s?giờ)(?:\s?\d\d)?(?:\s?phút)?\s*[-–]$")
_NOON = 12 * 60


def find_clock(text: str, folded: str) -> Sequence[TimeMention]:
    """Find every time of day, a range of two as one."""
    return join_times(_times(text, folded), folded, link=_LINK)


def _times(text: str, folded: str) -> Iterator[TimeMention]:
    for match in _TIME.finditer(folded):
        start, end = match.span()
        before = folded[max(0, start - 24) : start]
        if _is_inside(before):
            continue
        minutes = _minutes(match)
        if minutes is None:
            continue
        part = _PART_AFTER.match(folded, end)
        cue = _BEFORE.search(before)
        placed = part is not None or _DAY_AFTER.match(folded, end) is not None
        if not placed and not _is_clock(match, folded, before, cue):
            continue
        if part is not None:
            if not _DAY_FOLLOWS.match(folded, part.end()):  # else it belongs to the date
                end = part.end()
            minutes = _in_part(minutes, one_blank(part["part"]))
        elif minutes < _NOON:
            earlier = _PART_BEFORE.search(before)
            if earlier is not None:
                minutes = _in_part(minutes, one_blank(earlier["part"]))
        yield _mention(start, end, minutes, cue, before, exact=_has_minutes(match))


def _is_inside(before: str) -> bool:
    """Whether a number that follows these words is a part of a longer one or of a code."""
    if not before or not (before[-1].isalnum() or before[-1] in "/.,:+-–$"):
        return False
    return not (before[-2:-1].isspace() or _RANGE_BEFORE.search(before))


def _minutes(match: re.Match[str]) -> int | None:
    hour = int(match["hour"])
    rest = int(match["minutes"] or match["colon"] or match["after"] or (30 if match["half"] else 0))
    if hour > 24 or rest > 59:
        return None
    total = hour * 60 + (-rest if match["late"] else rest)
    return total % (24 * 60) if total >= 0 else None


def _has_minutes(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("minutes", "colon", "after", "half"))


def _is_clock(match: re.Match[str], folded: str, before: str, cue: re.Match[str] | None) -> bool:
    """Whether an hour with no day beside it is a time of day and not a number of hours."""
    earlier = before if cue is None else before[: cue.start()]
    if _DURATION.search(earlier):
        return False
    opens = _CLAUSE_START.search(earlier) is not None
    word = "" if cue is None else cue["cue"]
    if _has_minutes(match):
        return word not in _HEDGED or opens or match["hour"] not in ("1", "2", "3", "4")
    if _DURATION_AFTER.match(folded, match.end()):
        return False
    if word in _HEDGED:
        stops = folded[match.end() : match.end() + 1] in tuple(",.;)")
        return opens or _BEFORE.search(earlier) is not None or (stops and int(match["hour"]) > 12)
    if word in _POINTS:
        return True
    return word == "" and opens and 13 <= int(match["hour"]) < 24


def _in_part(minutes: int, part: str) -> int:
    """A time on the 12-hour clock in the part of the day named beside it."""
    low, high = PARTS[part]
    if part in ("trưa", "đêm", "khuya", "nửa đêm") and _NOON <= minutes < _NOON + 60:
        return minutes if part == "trưa" else minutes - _NOON
    if minutes < _NOON and not low <= minutes <= high and low <= minutes + _NOON <= high:
        return minutes + _NOON if minutes + _NOON < 2 * _NOON else minutes
    return minutes


def _mention(
    start: int, end: int, minutes: int, cue: re.Match[str] | None, before: str, *, exact: bool
) -> TimeMention:
    low = high = minutes
    word = cue["cue"] if cue is not None else ""
    if word in _HEDGES:
        first, last = _HEDGES[word]
        low, high = minutes + first, minutes + last
    elif word in _ABOUT:
        low, high = minutes - (15 if exact else 30), minutes + (15 if exact else 30)
    if cue is not None and word in _HEDGED:
        start = start - len(before) + cue.start()
    return TimeMention(start=start, end=end, clock=clock_between(low, high))
