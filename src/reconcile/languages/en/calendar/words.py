"""The pack's calendar table as patterns that the other modules build on."""

import re

from reconcile.languages.tables import any_of, load_table

TABLE = load_table("reconcile.languages.en", "calendar")

MONTHS: dict[str, int] = dict(TABLE["months"])
WEEKDAYS: dict[str, int] = dict(TABLE["weekdays"])
PARTS: dict[str, tuple[int, int]] = {
    word: (low, high) for word, (low, high) in TABLE["parts_of_day"].items()
}
SEASONS: dict[str, tuple[int, int]] = {
    word: (first, last) for word, (first, last) in TABLE["seasons"].items()
}
STRETCHES_OF_YEARS: dict[str, tuple[int, int]] = {
    word: (first, last) for word, (first, last) in TABLE["stretches_of_years"].items()
}
STRETCHES_OF_MONTHS: dict[str, tuple[int, int]] = {
    word: (first, last) for word, (first, last) in TABLE["stretches_of_months"].items()
}

MONTH = any_of(MONTHS)
WEEKDAY = any_of(WEEKDAYS)
YEAR = r"(?:1\d|20|21)\d\d"
STRETCH = r"(?:early|mid|late)"

_PLANNED = re.compile(rf"(?<!\w){any_of(TABLE['signs']['planned'])}(?!\w)[^.!?,;\n]*$")
_NEAR = 60  # how far before a day "will" may stand and still speak of it


def is_planned(folded: str, start: int) -> bool:
    """Whether the words before a day call it to come."""
    return _PLANNED.search(folded, max(0, start - _NEAR), start) is not None


def number(word: str) -> int | None:
    """A small number in digits or words, None for any other word."""
    if word.isdigit():
        return int(word)
    found: int | None = TABLE["numbers"].get(word)
    return found
