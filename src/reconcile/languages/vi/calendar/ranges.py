"""Dates that stand side by side and are one: "từ ngày 1/1 đến 30/9/2013", "tháng 10 năm ngoái"."""

import re
from functools import partial

from attrs import evolve

from reconcile.languages.almanac import Stated, join
from reconcile.languages.neighbours import join_neighbours

_LINK = re.compile(r"(?:\s*(?:đến|tới|cho\s+đến|cho\s+tới)(?:\s+(?:hết|cuối))?|\s*[-–])\s*$")
_FROM = re.compile(r"(?<!\w)(?:kể\s+)?từ\s+$")
_END_OF = re.compile(r"(?<!\w)hết\s+$")
_FARTHEST = 16  # code points that the words between two dates of one range may fill


def join_dates(folded: str, found: list[Stated]) -> list[Stated]:
    """Join each pair of neighbours that is one date or that a word or a dash makes a range."""
    joined = join_neighbours(found, partial(_joined, folded))
    return [_ended(folded, stated) for stated in joined]


def _ended(folded: str, stated: Stated) -> Stated:
    """Of a month or year that something lasts to the end of, the last day."""
    end_of = _END_OF.search(folded, max(0, stated.start - 5), stated.start)
    if end_of is None or stated.extent or stated.last.day is not None:
        return stated
    return evolve(stated, start=end_of.start(), end_only=True)


def _joined(folded: str, left: Stated, right: Stated) -> Stated | None:
    if left.extent or right.start - left.end > _FARTHEST:
        return None
    between = folded[left.end : right.start]
    if between.isspace() and right.granularity == "year" and left.first.year is None:
        year = right.first.year
        return evolve(
            left,
            end=right.end,
            first=left.first._replace(year=year),
            last=left.last._replace(year=year),
            inferred=right.inferred,
        )
    whole = join(left, right, extent=True) if _LINK.match(between) else None
    if whole is None:
        return None
    opening = _FROM.search(folded, max(0, left.start - 8), left.start)
    return whole if opening is None else evolve(whole, start=opening.start())
