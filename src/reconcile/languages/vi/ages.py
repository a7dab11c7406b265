"""Ages in Vietnamese text that have no unit after the number: "SN 1978", "độ tuổi từ 12 đến 24"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.hedging import allow
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table
from reconcile.values import Quantity

_TABLE = load_table("reconcile.languages.vi", "numerals")
_BORN = re.compile(rf"{any_of(_TABLE['born'])}:?\s?((?:19|20)\d\d)(?![\d/-])")
_AGE, _FROM = "tuổi", "từ"  # "độ tuổi từ 12 đến 24"
_OLDEST = 120


def find_births(page: Page) -> Iterator[NumberMention]:
    """Every year of birth, as an age of unit ``born``.

    The year is a date as well, so these stand also where dates have been found.
    """
    for match in _BORN.finditer(page.folded):
        start, end = match.span()
        if not page.is_inside_word(start):
            yield NumberMention(
                start=start,
                end=end,
                kind="age",
                value=Quantity.exactly(Decimal(match.group(1)), unit="born"),
            )


def age_at(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral as the age that "tuổi" before it makes it, or None."""
    start = numeral.start
    begin, word = page.last_word(start)
    if word == _FROM:
        word = page.word_before(begin)
    if word != _AGE or numeral.low > _OLDEST:
        return None
    return NumberMention(
        start=start,
        end=numeral.end,
        kind="age",
        value=allow(
            numeral, hedge=None, unit="year", stated=page.text[numeral.start : numeral.end]
        ),
    )
