"""The pack's calendar table as patterns that the other modules build on."""

import re

from reconcile.languages.tables import any_of, load_table

TABLE = load_table("reconcile.languages.vi", "calendar")

PARTS: dict[str, tuple[int, int]] = {
    word: (low, high) for word, (low, high) in TABLE["parts_of_day"].items()
}
WEEKDAYS: dict[str, int] = dict(TABLE["weekdays"])
DAYS: dict[str, int] = dict(TABLE["days"])
DAYS_OF_PARTS: dict[str, int] = dict(TABLE["days_of_parts"])
RELATIVE: dict[str, int] = dict(TABLE["relative"])
SEASONS: dict[str, tuple[int, int]] = {
    word: (first, last) for word, (first, last) in TABLE["seasons"].items()
}

PART = any_of(PARTS)
WEEKDAY = any_of(WEEKDAYS)
YEAR = r"(?:1\d|20|21)\d\d"

# The days of a month and the months of a year that "đầu", "giữa" and "cuối" allow, generously.
STRETCHES: dict[str, tuple[int, int]] = {
    word: (first, last) for word, (first, last) in TABLE["stretches_of_months"].items()
}
_STRETCHES_OF_YEAR = TABLE["stretches_of_years"]

# A part of a year in front of the year; read with `months_of_part`.
PART_OF_YEAR = (
    rf"(?:(?P<stretch>{any_of(_STRETCHES_OF_YEAR)})"
    rf"|(?P<count>\d{{1,2}}|{any_of(TABLE['numbers'])})\s+(?P<unit>tháng|quý)"
    rf"(?:\s+(?P<side>đầu|cuối)(?:\s+của)?)?|(?P<season>{any_of(SEASONS)}))"
)

# What after a number tells that it is no date, and what that a phrase ends with it.
NOT_AFTER = re.compile(rf"\s*{any_of(TABLE['not_dates']['after'])}(?!\w)")
ENDS = re.compile(r"\s*(?:[,.;:)\]”\"…]|$|(?:đến|tới|và|–|-)\s|\n)")


def months_of_part(match: re.Match[str]) -> tuple[int, int] | None:
    """The first and last month of the part of a year that `PART_OF_YEAR` matched.

    Returns:
        Months counted from January of the year named; a winter ends in the next, so past 12.
        None when a year has no such part ("18 tháng đầu năm").
    """
    if match["stretch"]:
        first, last = _STRETCHES_OF_YEAR[one_blank(match["stretch"])]
        return first, last
    if match["season"]:
        return SEASONS[one_blank(match["season"])]
    months = (number(match["count"]) or 0) * (3 if match["unit"] == "quý" else 1)
    if not 0 < months < 12:
        return None
    return (13 - months, 12) if match["side"] == "cuối" else (1, months)


def number(word: str) -> int | None:
    """A small number in digits or words, None for any other word."""
    if word.isdigit():
        return int(word)
    found: int | None = TABLE["numbers"].get(" ".join(word.split()))
    return found


def month_number(word: str) -> int | None:
    """The month that digits or a word stand for, None when there is none such."""
    month = int(word) if word.isdigit() else TABLE["months"].get(" ".join(word.split()))
    return month if month is not None and 1 <= month <= 12 else None


def one_blank(word: str) -> str:
    """A matched phrase as it stands in the table: any run of blanks becomes one."""
    return " ".join(word.split())


_AFTER = {
    "future": any_of(TABLE["directions"]["future"]),
    "past": any_of(TABLE["directions"]["past"]),
}
_DIRECTION = re.compile(
    rf"[,)]?\s+(?:(?P<future>{_AFTER['future']})|(?P<past>{_AFTER['past']}))(?!\w)"
)
_BEFORE_PAST = re.compile(r"(?<!\w)hồi\s+(?:\w+\s+)?$")


_PLANNED = re.compile(r"(?<!\w)(?:sẽ|dự\s+kiến|sắp)(?!\w)[^.!?;\n]*$")
_NEAR = 60  # how far before a weekday "sẽ" may stand and still speak of it


def is_planned(folded: str, start: int) -> bool:
    """Whether the words before a weekday call it to come."""
    return _PLANNED.search(folded, max(0, start - _NEAR), start) is not None


def direction(folded: str, start: int, end: int) -> int:
    """-1 when words beside a date call it past, 1 when they call it to come, else 0."""
    after = _DIRECTION.match(folded, end, end + 16)
    if after is not None:
        return 1 if after.group("future") else -1
    return -1 if _BEFORE_PAST.search(folded, max(0, start - 16), start) else 0


def days_of_stretch(stretch: str | None) -> tuple[int, int] | None:
    """The days of a month that "đầu", "giữa" or "cuối" allows; None for the whole month."""
    return None if stretch is None else STRETCHES[one_blank(stretch)]


_COUNTED_BEFORE = re.compile(
    r"(?<![\w/.-])(?<!tháng )(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|mấy|vài"
    r"|nhiều|các|những|nửa|hằng|hàng|mỗi|đời|tuổi|ngày|hôm|mùng|mồng)\s+$"
)


def counted_before(before: str) -> bool:
    """Whether a count stands right before "tháng trước" and the like."""
    return _COUNTED_BEFORE.search(before) is not None


def opens_word(folded: str, start: int) -> bool:
    """Whether no letter or digit stands right before a place."""
    return start == 0 or not folded[start - 1].isalnum()


def full_year(year: str | None) -> int | None:
    """A year of two or four digits in full."""
    if year is None or len(year) == 4:
        return None if year is None else int(year)
    return 2000 + int(year) if int(year) < 50 else 1900 + int(year)
