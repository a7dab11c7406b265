"""Parts of a whole: "1/5", "hai phần ba", and shares told as so many of so many, "8/11 nhóm".

A fraction is a share, so it is claimed in per cent and compares with one: ``1/5`` allows what
rounds to a fifth, two points to either side.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from math import gcd

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.measures import hedge_before
from reconcile.languages.numbering.pages import Page
from reconcile.values import Quantity

_SLASHED = re.compile(r"(\d{1,3})/(\d{1,4})(?![\w/.,–-]\d|\w|/)")
_AFTER = re.compile(r" ([^\W\d_]{1,20})")
_WHOLES = frozenset({2, 3, 4, 5, 6, 8, 10, 100, 1000})
_EITHER_SIDE = Decimal(2)  # percentage points

NounFinder = Callable[[Page, int], tuple[int, int] | None]


def slashed_shares(page: Page, *, noun_at: NounFinder) -> Iterator[NumberMention]:
    """Every "a/b" with a below b that is a share or a number of so many.

    Dates are among them; the caller knows where those stand. `noun_at` finds a known noun that
    follows a position.
    """
    for match in _SLASHED.finditer(page.folded):
        start, end = match.span()
        part, whole = int(match.group(1)), int(match.group(2))
        before = page.word_before(start)
        if (
            not 0 < part < whole
            or (start and (page.is_inside_word(start) or page.folded[start - 1] in "/.,-–"))
            or before in page.lexicon.labels
            or before in page.lexicon.ranks
        ):
            continue
        if whole in _WHOLES and gcd(part, whole) == 1:
            if before in page.lexicon.table["share_before"] or _whole_follows(page, end):
                yield share_at(page, start, end, part=part, whole=whole)
        elif (noun := noun_at(page, end)) is not None:
            yield NumberMention(
                start=start,
                end=noun[1],
                kind="count",
                value=Quantity.exactly(Decimal(part)),
                noun=noun,
            )


def _whole_follows(page: Page, end: int) -> bool:
    """Whether a word in lower case follows, which is then what the share is of."""
    word = _AFTER.match(page.text, end)
    return word is not None and word.group(1)[0].islower()


def share_at(page: Page, start: int, end: int, *, part: int, whole: int) -> NumberMention:
    """The share that stands at a place, with the hedge before it."""
    hedge, begin = hedge_before(page, start)
    value = share(part, whole)
    if hedge in ("over", "at least"):
        value = Quantity(low=value.low, high=None, unit="%", stated=value.stated)
    elif hedge in ("under", "at most"):
        value = Quantity(low=None, high=value.high, unit="%", stated=value.stated)
    return NumberMention(start=begin, end=end, kind="percent", value=value)


def share(part: int, whole: int) -> Quantity:
    """A fraction in per cent.

    >>> str(share(1, 5))
    '≈20%'
    """
    percent = (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.1"))
    return Quantity(
        low=max(Decimal(0), percent - _EITHER_SIDE),
        high=percent + _EITHER_SIDE,
        unit="%",
        stated=f"≈{percent:.0f}",
    )
