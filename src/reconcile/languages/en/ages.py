"""Ages in English text without a unit after them: "aged 85", "Teixeira, 28,", "born in 1978"."""

import re

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.births import OLDEST
from reconcile.languages.numbering.hedging import allow
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table

_TABLE = load_table("reconcile.languages.en", "numerals")
_BEFORE = re.compile(rf"(?<!\w)(?:{any_of(_TABLE['age_before'])}(?: of)?:?) $")
_APPOSITION = re.compile(r"[^\W\d_][\w'’.-]{0,24}, $")
_CLOSED = re.compile(r"(?:,|\)| (?:was|is|who|of)\b)")


def age_at(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral as the age that what stands around it makes it, or None."""
    start, end = numeral.start, numeral.end
    if numeral.low > OLDEST or numeral.low != int(numeral.low):
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
