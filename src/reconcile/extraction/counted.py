"""Whom a number belongs to, and the age that a year of birth gives."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from reconcile.languages.mentions import NameMention, NumberMention
from reconcile.values import Quantity, Value

_NEAR_NAME = 40  # code points between a name and the age that belongs to it
_RANKED = frozenset({"person", "organisation", "place"})


def subject_of(mention: NumberMention, *, names: Sequence[NameMention]) -> str | None:
    """The name a number belongs to, when the text leaves no doubt.

    An age belongs to the person named right before it. A place in an order belongs to the last
    person or organisation named before it in its clause, unless a place is named in between: it
    may be the place's ("Thanh Hóa đang dẫn đầu cả nước"). Nothing else is guessed.
    """
    if mention.kind == "age":
        before = [n for n in names if n.kind == "person" and n.end <= mention.start]
        near = before and mention.start - before[-1].end <= _NEAR_NAME
        return before[-1].name if near else None
    if mention.kind == "ordinal":
        before = [n for n in names if n.kind in _RANKED and n.end <= mention.start]
        return before[-1].name if before and before[-1].kind != "place" else None
    return None


def age_of(value: Value, *, published: dt.date | None) -> Value:
    """A year of birth as the age it gives on the day of publication; anything else as it is.

    The age lies a year to either side of the difference of the years: the birthday may be still
    to come, and in Vietnam a child is traditionally one year old at birth. Without a day of
    publication the value stays a year, of unit ``born``.
    """
    if published is None or not isinstance(value, Quantity) or value.unit != "born":
        return value
    if value.low is None or value.low > published.year:
        return value
    age = published.year - value.low
    return evolve(value, low=max(Decimal(0), age - 1), high=age + 1, unit="year", stated=f"≈{age}")
