"""Shares in Vietnamese text: "1/5 tổng kim ngạch", "hai phần ba", "8/11 nhóm hàng", "một nửa"."""

import re
from collections.abc import Iterator

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.fractions import share_at, slashed_shares
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table
from reconcile.languages.vi.counts import noun_at

_TABLE = load_table("reconcile.languages.vi", "numerals")
_NUMBERS = {**_TABLE["digits"], "mười": 10}
_PARTS = re.compile(rf" phần ({any_of(_NUMBERS)}|\d{{1,3}})(?![\w/,.]\w|\w)")
_HALF = re.compile(rf"nửa(?= {any_of(_TABLE['half_of'])}(?!\w))")
_ONE = "một "


def find_fractions(page: Page) -> Iterator[NumberMention]:
    """Every part of a whole; dates among those with a slash are for the caller to drop."""
    yield from slashed_shares(page, noun_at=noun_at)
    yield from _in_words(page)


def _in_words(page: Page) -> Iterator[NumberMention]:
    folded = page.folded
    for match in _PARTS.finditer(folded):
        written = page.word_before(match.start())
        start = match.start() - len(written)
        part = _number(written) if folded.startswith(written, start) else None
        whole = _number(match.group(1))
        if part is not None and whole is not None and part < whole:
            yield share_at(page, start, match.end(), part=part, whole=whole)
    for match in _HALF.finditer(folded):
        start = match.start()
        if page.is_inside_word(start):
            continue
        if folded.endswith(_ONE, 0, start):
            start -= len(_ONE)
        yield share_at(page, start, match.end(), part=1, whole=2)


def _number(written: str) -> int | None:
    if written.isdigit() and len(written) <= 3:
        return int(written)
    number = _NUMBERS.get(written)
    return None if number is None else int(number)
