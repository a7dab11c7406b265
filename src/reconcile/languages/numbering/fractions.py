"""Parts of a whole: "1/5", "hai phần ba", and shares told as so many of so many, "8/11 nhóm".

A fraction is a share, so it is claimed in per cent and compares with one: ``1/5`` allows what
rounds to a fifth, two points to either side.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import gcd

from attrs import frozen

from reconcile.values import Quantity

_SLASHED = re.compile(r"(\d{1,3})/(\d{1,4})(?![\w/.,–-]\d|\w|/)")
_WHOLES = frozenset({2, 3, 4, 5, 6, 8, 10, 100, 1000})
_EITHER_SIDE = Decimal(2)  # percentage points


@frozen(kw_only=True)
class Fraction:
    """A part of a whole, as written.

    Args:
        start, end: Where it stands.
        part, whole: Its two numbers, the part the smaller one.
    """

    start: int
    end: int
    part: int
    whole: int

    @property
    def is_share(self) -> bool:
        """Whether it reads as a fraction ("1/5") rather than a part of a number ("8/11")."""
        return self.whole in _WHOLES and gcd(self.part, self.whole) == 1


def find_slashed(folded: str) -> Iterator[Fraction]:
    """Every "a/b" with a below b that stands alone; dates among them are for the caller to drop."""
    for match in _SLASHED.finditer(folded):
        start = match.start()
        part, whole = int(match.group(1)), int(match.group(2))
        if 0 < part < whole and not (
            start and (folded[start - 1].isalnum() or folded[start - 1] in "/.,-–")
        ):
            yield Fraction(start=start, end=match.end(), part=part, whole=whole)


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
