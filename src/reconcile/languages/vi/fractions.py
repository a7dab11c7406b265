"""Shares in Vietnamese text: "1/5 tổng kim ngạch", "hai phần ba", "8/11 nhóm hàng", "một nửa"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.fractions import Fraction, find_slashed, share
from reconcile.languages.numbering.grammar import Page, hedge_before
from reconcile.languages.tables import any_of, load_table
from reconcile.languages.vi.counts import noun_at
from reconcile.values import Quantity

_TABLE = load_table("reconcile.languages.vi", "numerals")
_NUMBERS = {**_TABLE["digits"], "mười": 10}
_WORDS = re.compile(
    rf"(?<!\w)(?:({any_of(_NUMBERS)}|\d{{1,2}}) phần ({any_of(_NUMBERS)}|\d{{1,3}})"
    rf"|(?:một )?nửa(?= {any_of(_TABLE['half_of'])}(?!\w)))(?![\w/,.]\w|\w)"
)
_AFTER_SLASH = re.compile(r" ([^\W\d_]+)")
_SHARE_BEFORE = frozenset(_TABLE["share_before"])


def find_fractions(page: Page, *, taken: Sequence[tuple[int, int]]) -> Iterator[NumberMention]:
    """Every part of a whole outside the taken stretches."""
    spans = sorted(taken)
    ends = [end for _, end in spans]
    for mention in [*_slashed(page), *_in_words(page)]:
        index = bisect_left(ends, mention.start + 1)
        if index == len(spans) or spans[index][0] >= mention.end:
            yield mention


def _in_words(page: Page) -> Iterator[NumberMention]:
    for match in _WORDS.finditer(page.folded):
        part, whole = (_number(match.group(i)) for i in (1, 2)) if match.group(1) else (1, 2)
        if part < whole:
            yield _share(
                page, Fraction(start=match.start(), end=match.end(), part=part, whole=whole)
            )


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(_NUMBERS[written])


def _slashed(page: Page) -> Iterator[NumberMention]:
    for fraction in find_slashed(page.folded):
        before = page.word_before(fraction.start)
        if before in page.lexicon.labels or before in page.lexicon.ranks:
            continue
        noun = noun_at(page, fraction.end, is_doubtful=True)
        if noun is not None and not fraction.is_share:
            yield NumberMention(
                start=fraction.start,
                end=noun[1],
                kind="count",
                value=Quantity.exactly(Decimal(fraction.part)),
                noun=noun,
            )
        elif fraction.is_share and (before in _SHARE_BEFORE or _whole_follows(page, fraction.end)):
            yield _share(page, fraction)


def _whole_follows(page: Page, end: int) -> bool:
    """Whether a word in lower case follows, which is then what the share is of."""
    word = _AFTER_SLASH.match(page.text, end, end + 20)
    return word is not None and word.group(1)[0].islower()


def _share(page: Page, fraction: Fraction) -> NumberMention:
    hedge, start = hedge_before(page, fraction.start)
    value = share(fraction.part, fraction.whole)
    if hedge in ("over", "at least"):
        value = Quantity(low=value.low, high=None, unit="%", stated=value.stated)
    elif hedge in ("under", "at most"):
        value = Quantity(low=None, high=value.high, unit="%", stated=value.stated)
    return NumberMention(start=start, end=fraction.end, kind="percent", value=value)
