"""Ages in Vietnamese text that have no unit after the number: "SN 1978", "độ tuổi từ 12 đến 24"."""

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.births import OLDEST
from reconcile.languages.numbering.hedging import allow
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import load_table

_TABLE = load_table("reconcile.languages.vi", "numerals")
_AGE, _FROM = "tuổi", "từ"  # "độ tuổi từ 12 đến 24"


def age_at(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral as the age that "tuổi" before it makes it, or None."""
    start = numeral.start
    begin, word = page.last_word(start)
    if word == _FROM:
        word = page.word_before(begin)
    if word != _AGE or numeral.low > OLDEST:
        return None
    return NumberMention(
        start=start,
        end=numeral.end,
        kind="age",
        value=allow(
            numeral, hedge=None, unit="year", stated=page.text[numeral.start : numeral.end]
        ),
    )
