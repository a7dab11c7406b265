"""Shares in English text: "two-thirds", "a quarter of", "half of", "2/3"."""

import re
from collections.abc import Iterator

from reconcile.languages.en.counts import noun_at
from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.fractions import share_at, slashed_shares
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table

_TABLE = load_table("reconcile.languages.en", "numerals")
_WHOLES = _TABLE["fractions"]
_DIGITS = _TABLE["digits"]
_NO_SCALE = rf"(?! of an? {any_of(_TABLE['scales'])}(?!\w))"  # "a quarter of a million" is a number
_WORDS = re.compile(
    rf"(?<!\w)(?:({any_of(_DIGITS)})[ -]({any_of(w for w in _WHOLES if w != 'half')})"
    rf"|(?:(?:an?|one)[ -])?({any_of(_WHOLES)})(?= of(?!\w)))(?![\w-]){_NO_SCALE}"
)


def find_fractions(page: Page) -> Iterator[NumberMention]:
    """Every part of a whole; dates among those with a slash are for the caller to drop."""
    yield from slashed_shares(page, noun_at=noun_at)
    for match in _WORDS.finditer(page.folded):
        part = _DIGITS[match.group(1)] if match.group(1) else 1
        whole = _WHOLES[match.group(2) or match.group(3)]
        stands_alone = match.group(3) in (None, "half") or match.group(0) != match.group(3)
        if 0 < part < whole and stands_alone:
            yield share_at(page, match.start(), match.end(), part=part, whole=whole)
