"""Results of matches: "tỷ số 2-1", "thắng 21-17", "thua 7/21", "won 3-0"."""

import re
from collections.abc import Iterator
from functools import cache

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of
from reconcile.values import Score

_PAIR = re.compile(r"(\d{1,3})(\s?[-–:]\s?|/)(\d{1,3})(?![\w/.,:–-]\w)(?!\w)")
_NEXT_WORD = re.compile(r"[ -]([^\W\d_]{1,20})")
_MOST_GOALS = 20
_NEAR, _SLASH_NEAR, _AFTER, _CHAIN = 70, 40, 25, 16  # code points


@cache
def _sport(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(lexicon.table['score_words'])}(?!\w)")


@cache
def _last_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in lexicon.table["score_words"])


@cache
def _never_before(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table["never_before_score"])


def find_scores(page: Page) -> Iterator[NumberMention]:
    """Every pair of numbers that a word of sport near it makes a result."""
    folded = page.folded
    last = -_CHAIN
    for match in _PAIR.finditer(folded):
        start, end = match.span()
        if start and (folded[start - 1].isalnum() or folded[start - 1] in "/.,-–:"):
            continue
        if start - last >= _CHAIN and (
            page.word_before(start) in _never_before(page.lexicon)
            or not (_is_sport(page, match) or _stands_between_names(page, match))
        ):
            continue
        is_named = page.word_before(start) in _last_words(page.lexicon)  # "tỷ số 1-0 phút 34"
        if not is_named and _counts_something(page, end):
            continue
        last = end
        yield NumberMention(
            start=start,
            end=end,
            kind="count",
            value=Score(first=int(match.group(1)), second=int(match.group(3))),
        )


def _is_sport(page: Page, match: re.Match[str]) -> bool:
    """Whether a word of sport stands near; a slash, which dates have too, needs it nearer."""
    start, end = match.span()
    sport = _sport(page.lexicon)
    if match.group(2) == "/":
        return sport.search(page.folded, max(0, start - _SLASH_NEAR), start) is not None
    return (
        sport.search(page.folded, max(0, start - _NEAR), start) is not None
        or sport.search(page.folded, end, end + _AFTER) is not None
    )


def _stands_between_names(page: Page, match: re.Match[str]) -> bool:
    """Whether it is a line of a table of results: "Porto 0-1 Zenit"."""
    start, word = page.last_word(match.start())
    after = _NEXT_WORD.match(page.text, match.end())
    return (
        match.group(2) != "/"
        and max(int(match.group(1)), int(match.group(3))) <= _MOST_GOALS
        and page.text[start : start + 1].isupper()
        and len(word) > 2
        and after is not None
        and after.group(1)[0].isupper()
    )


def _counts_something(page: Page, end: int) -> bool:
    if page.lexicon.units.at(page.text, end) is not None:
        return True
    word = _NEXT_WORD.match(page.folded, end)
    return word is not None and word.group(1) in page.lexicon.nouns
