"""Two dates side by side that are one range: "from May 19 to June 2, 2013"."""

import re
from functools import partial

from attrs import evolve

from reconcile.languages.almanac import Stated, join
from reconcile.languages.neighbours import join_neighbours

_LINK = re.compile(r"\s*(?:to|until|till|through|[-–])\s*(?:the\s+)?$")
_BETWEEN = re.compile(r"\s+and\s+(?:the\s+)?$")
_OPENING = re.compile(r"(?<!\w)(?P<word>from|between)\s+(?:the\s+)?$")
_FARTHEST = 14  # code points that the words between two dates of one range may fill


def join_dates(folded: str, found: list[Stated]) -> list[Stated]:
    """Join each pair of neighbours that a word or a dash makes a range of."""
    return join_neighbours(found, partial(_joined, folded))


def _joined(folded: str, left: Stated, right: Stated) -> Stated | None:
    if left.extent or right.start - left.end > _FARTHEST:
        return None
    opening = _OPENING.search(folded, max(0, left.start - 14), left.start)
    link = _BETWEEN if opening is not None and opening["word"] == "between" else _LINK
    whole = join(left, right, extent=True) if link.match(folded[left.end : right.start]) else None
    if whole is None or opening is None:
        return whole
    return evolve(whole, start=opening.start())
