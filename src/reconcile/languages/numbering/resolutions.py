"""Sizes of a picture, "1920x1080 pixel", as the number of their points."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.digits import read_digits
from reconcile.languages.numbering.pages import Page
from reconcile.values import Quantity

_CROSS = re.compile(r"[x×]\s?\d")  # few texts have one, so most need no look for a size
_SIZE = re.compile(
    r"(\d{3,5}|\d\.\d{3})\s?[x×]\s?(\d{3,5}|\d\.\d{3})(?:\s?(?:pixels?|px))?(?!\w|[.,x×]\d)"
)


def find_resolutions(page: Page) -> Iterator[NumberMention]:
    """Every size of a picture; the order of its two numbers does not matter."""
    if _CROSS.search(page.folded) is None:
        return
    for match in _SIZE.finditer(page.folded):
        start = match.start()
        sides = [read_digits(side, marks=page.marks) for side in match.groups()]
        if page.is_inside_word(start) or (start and page.folded[start - 1] in ".,x×"):
            continue
        width, height = (side if side is not None else Decimal(0) for side in sides)
        if width > 100 and height > 100:
            yield NumberMention(
                start=start,
                end=match.end(),
                kind="measure",
                value=Quantity.exactly(
                    width * height, unit="px", stated=f"{max(width, height)} × {min(width, height)}"
                ),
            )
