"""Shares in Vietnamese text: "1/5 tổng kim ngạch", "hai phần ba", "8/11 nhóm hàng", "một nửa"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.fractions import Fraction, find_slashed, share
from reconcile.languages.numbering.grammar import Page, hedge_before
from reconcile.languages.tables import any_of, load_table
from reconcile.languages.vi.counts import noun_at
from reconcile.values import Quantity

_TABLE = load_table("reconcile.languages.vi", "numerals")
_NUMBERS = {**_TABLE["digits"], "mười": 10}
_PARTS = re.compile(rf" phần ({any_of(_NUMBERS)}|\d{{1,3}})(?![\w/,.]\w|\w)")
_HALF = re.compile(rf"nửa(?= {any_of(_TABLE['half_of'])}(?!\w))")
_ONE = "một "
_AFTER_SLASH = re.compile(r" ([^\W\d_]+)")
_SHARE_BEFORE = frozenset(_TABLE["share_before"])


def find_fractions(page: Page) -> Iterator[NumberMention]:
    """Every part of a whole; dates among those with a slash are for the caller to drop."""
    yield from _slashed(page)
    yield from _in_words(page)


def _in_words(page: Page) -> Iterator[NumberMention]:
    folded = page.folded
    for match in _PARTS.finditer(folded):
        written = page.word_before(match.start())
        start = match.start() - len(written)
        part = _number(written) if folded.startswith(written, start) else None
        whole = _number(match.group(1))
        if part is not None and whole is not None and part < whole:
            yield _share(page, Fraction(start=start, end=match.end(), part=part, whole=whole))
    for match in _HALF.finditer(folded):
        start = match.start()
        if page.is_inside_word(start):
            continue
        if folded.endswith(_ONE, 0, start):
            start -= len(_ONE)
        yield _share(page, Fraction(start=start, end=match.end(), part=1, whole=2))


def _number(written: str) -> int | None:
    if written.isdigit() and len(written) <= 3:
        return int(written)
    number = _NUMBERS.get(written)
    return None if number is None else int(number)


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
