"""Ages in English text without a unit after them: "aged 85", "Teixeira, 28,", "born in 1978"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.hedging import allow
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table
from reconcile.values import Quantity

_TABLE = load_table("reconcile.languages.en", "numerals")
_BORN = re.compile(rf"{any_of(_TABLE['born'])} ((?:19|20)\d\d)(?![\d/-])")
_BEFORE = re.compile(rf"(?<!\w)(?:{any_of(_TABLE['age_before'])}(?: of)?:?) $")
_APPOSITION = re.compile(r"[^\W\d_][\w'’.-]{0,24}, $")
_CLOSED = re.compile(r"(?:,|\)| (?:was|is|who|of)\b)")
_OLDEST = 120


def find_births(page: Page) -> Iterator[NumberMention]:
    """Every year of birth, as an age of unit ``born``; the year is a date as well."""
    for match in _BORN.finditer(page.folded):
        if not page.is_inside_word(match.start()):
            yield NumberMention(
                start=match.start(),
                end=match.end(),
                kind="age",
                value=Quantity.exactly(Decimal(match.group(1)), unit="born"),
            )


def age_at(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral as the age that what stands around it makes it, or None."""
    start, end = numeral.start, numeral.end
    if numeral.low > _OLDEST or numeral.low != int(numeral.low):
        return None
    near = page.folded[max(0, start - 16) : start]
    if not _BEFORE.search(near) and not _is_apposition(page, start, end):
        return None
    return NumberMention(
        start=start,
        end=end,
        kind="age",
        value=allow(numeral, hedge=None, unit="year", stated=page.text[start:end]),
    )


def _is_apposition(page: Page, start: int, end: int) -> bool:
    """Whether a number between commas follows a name: "Mark Teixeira, 28, said"."""
    name = _APPOSITION.search(page.text[max(0, start - 28) : start])
    return (
        name is not None
        and name.group()[0].isupper()
        and page.folded[start:end].isdigit()
        and _CLOSED.match(page.folded, end) is not None
        and page.word_before(start).rstrip(",.") not in page.lexicon.labels
    )
