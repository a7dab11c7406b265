"""Places in an order in English text: "the third round", "its 21st annual", "ranked fifth"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table
from reconcile.values import Quantity

_TABLE = load_table("reconcile.languages.en", "numerals")
_NUMBERS = _TABLE["ordinals"]
_RANKS = any_of(form for forms in _TABLE["ranks"].values() for form in forms)
_ORDINAL = re.compile(
    rf"({any_of(_NUMBERS)}|\d{{1,3}}(?=st|nd|rd|th))(?:st|nd|rd|th)?(?!\w)(?:[ -]({_RANKS})(?!\w))?"
)
_VERBS = frozenset(_TABLE["ordinal"]["verbs"])


def find_ordinals(page: Page) -> Iterator[NumberMention]:
    """Every ordinal with the noun it ranks, or after a verb of ranking."""
    for match in _ORDINAL.finditer(page.folded):
        start, end = match.span()
        if page.is_inside_word(start) or (start and page.folded[start - 1] in "-/."):
            continue
        if match.group(2) is not None:
            noun = match.span(2)
        elif page.word_before(start) in _VERBS:
            begin, word = page.last_word(start)
            noun = (begin, begin + len(word))
        else:
            continue
        written = match.group(1)
        number = int(written) if written.isdigit() else int(_NUMBERS[written])
        yield NumberMention(
            start=start,
            end=end,
            kind="ordinal",
            value=Quantity.exactly(Decimal(number)),
            noun=noun,
        )
