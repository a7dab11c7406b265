"""Results of matches in Vietnamese text: "tỷ số 2-1", "thắng 21-17", "thua 7/21"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.grammar import Page
from reconcile.languages.tables import any_of, load_table
from reconcile.values import Score

_PAIR = re.compile(r"(\d{1,3})(\s?[-–:]\s?|/)(\d{1,3})(?![\w/.,:–-]\w)")
_TABLE = load_table("reconcile.languages.vi", "numerals")
_SPORT = re.compile(rf"(?<!\w){any_of(_TABLE['score_words'])}(?!\w)")
_DATE_WORDS = frozenset(_TABLE["ordinal"]["heads_of_weekdays"])
_NEAR, _SLASH_NEAR, _AFTER, _CHAIN = 70, 40, 25, 16  # code points


def find_scores(page: Page, *, taken: Sequence[tuple[int, int]]) -> Iterator[NumberMention]:
    """Every pair of numbers that a word of sport near it makes a result."""
    folded = page.folded
    ends = [end for _, end in taken]
    last = -_CHAIN
    for match in _PAIR.finditer(folded):
        start, end = match.span()
        if start and (folded[start - 1].isalnum() or folded[start - 1] in "/.,-–:"):
            continue
        index = bisect_left(ends, start + 1)
        if index < len(taken) and taken[index][0] < end:
            continue
        if start - last >= _CHAIN and not _is_sport(folded, match):
            continue
        if page.word_before(start) in _DATE_WORDS or _counts_something(page, end):
            continue
        last = end
        yield NumberMention(
            start=start,
            end=end,
            kind="count",
            value=Score(first=int(match.group(1)), second=int(match.group(3))),
        )


def _is_sport(folded: str, match: re.Match[str]) -> bool:
    """Whether a word of sport stands near; a slash, which dates have too, needs it nearer."""
    start, end = match.span()
    if match.group(2) == "/":
        return _SPORT.search(folded, max(0, start - _SLASH_NEAR), start) is not None
    return (
        _SPORT.search(folded, max(0, start - _NEAR), start) is not None
        or _SPORT.search(folded, end, end + _AFTER) is not None
    )


def _counts_something(page: Page, end: int) -> bool:
    if page.lexicon.units.at(page.text, end) is not None:
        return True
    word = re.match(r" ([^\W\d_]+)", page.folded[end : end + 20])
    return word is not None and word.group(1) in page.lexicon.nouns
