"""Years of birth, which are dates and ages: "SN 1978", "born in 1978"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.lexicon import Lexicon
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of
from reconcile.values import Quantity

OLDEST = 120  # years; a higher number is no age


@cache
def _born(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon.table['born'])}:?\s?((?:19|20)\d\d)(?![\d/-])")


def find_births(page: Page) -> Iterator[NumberMention]:
    """Every year of birth, as an age of unit ``born``."""
    for match in _born(page.lexicon).finditer(page.folded):
        start, end = match.span()
        if not page.is_inside_word(start):
            yield NumberMention(
                start=start,
                end=end,
                kind="age",
                value=Quantity.exactly(Decimal(match.group(1)), unit="born"),
            )
