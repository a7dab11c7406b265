"""Durations told in several units, which are one: "2 giờ 30 phút", "one year and six months"."""

from collections.abc import Iterable
from functools import partial

from attrs import evolve

from reconcile.languages.mentions import NumberMention
from reconcile.languages.neighbours import join_neighbours
from reconcile.languages.numbering.pages import Page
from reconcile.values import Quantity

_IN_THE_SMALLER = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}


def join_durations(page: Page, mentions: Iterable[NumberMention]) -> list[NumberMention]:
    """The mentions, in order, with durations in ever smaller units made one in the smallest."""
    return join_neighbours(mentions, partial(_joined, page))


def _joined(page: Page, first: NumberMention, second: NumberMention) -> NumberMention | None:
    left, right = first.value, second.value
    if first.kind != "duration" or second.kind != "duration":
        return None
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return None
    if left.low is None or right.low is None:
        return None
    times = _IN_THE_SMALLER.get((left.unit, right.unit))
    between = page.folded[first.end : second.start].strip()
    if times is None or not right.is_exact or not right.low < times:
        return None
    if between and between not in page.lexicon.table["and"]:
        return None
    value = Quantity(
        low=left.low * times + right.low,
        high=None if left.high is None else left.high * times + right.low,
        unit=right.unit,
    )
    return evolve(first, end=second.end, value=value)
