"""Years at the end of a name: "Vietnam Idol 2013", "“Tôi là sinh viên 2013”", "SEA Games 2025".

Such a year tells one edition of an event from the next, so it is a date of its own sort, with the
name as its subject. Only years close to the article's own count: "Windows Server 2008" is a
product.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from reconcile.languages.mentions import Anchor, DateMention
from reconcile.languages.vi.calendar.words import YEAR
from reconcile.values import Period

_START = attrgetter("start")
_YEAR = re.compile(rf"{YEAR}(?![\w%/])(?![.,:–-]\d)")
_QUOTED = re.compile(r"[“‘\"']\s*([^“”‘’\"'\n]{3,40}\s)$")
_CLOSES = re.compile(r"\s?[”’\"']")
_REACH = 48  # how far back the name may begin
_FAR = 2  # years from the article's own beyond which the number is taken for something else


def find_editions(text: str, dated: Sequence[DateMention], *, anchor: Anchor) -> list[DateMention]:
    """The dates, and with them the years that end a name."""
    if anchor.published is not None:
        own = anchor.published.year
    elif anchor.years:
        own = anchor.years[0]
    else:
        return list(dated)
    starts = [mention.start for mention in dated]
    found = list(dated)
    for start, end, name in _named_years(text, own):
        place = bisect_left(starts, end)
        if place and dated[place - 1].end > start:
            continue
        value = Period.of_year(int(text[start:end]))
        found.append(
            DateMention(start=start, end=end, value=value, attribute="edition", subject=name)
        )
    return sorted(found, key=_START)


def _named_years(text: str, own: int) -> Iterator[tuple[int, int, str]]:
    for match in _YEAR.finditer(text):
        start, end = match.span()
        if not text[start - 1 : start].isspace() or abs(int(match.group()) - own) > _FAR:
            continue
        low = max(0, start - _REACH)
        quoted = _QUOTED.search(text, low, start) if _CLOSES.match(text, end) else None
        name = quoted[1].strip() if quoted else _capitals_before(text, low, start)
        if name is not None and len(name) > 1:
            yield start, end, name


def _capitals_before(text: str, low: int, start: int) -> str | None:
    """The words with capitals right before a place, as one name."""
    words = text[low:start].split()
    kept: list[str] = []
    for word in reversed(words):
        if not word[0].isupper() or not word.replace("-", "").isalnum():
            break
        kept.append(word)
    return " ".join(reversed(kept)) or None
