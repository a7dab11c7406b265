"""Whom a number belongs to, and the words around it that tell one number from another."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from reconcile.languages.mentions import NameMention, NumberMention
from reconcile.text import View
from reconcile.values import Quantity, Value

_WORD = re.compile(r"[^\W\d_]{2,24}")
_MARK = re.compile(r"[,;:()]")
_REACH = 70  # code points to either side
_NEAR_NAME = 40
_FEWEST_WORDS, _MOST_WORDS = 2, 5


def subject_of(view: View, mention: NumberMention, *, names: Sequence[NameMention]) -> str | None:
    """The name a number belongs to, when the text leaves no doubt.

    An age belongs to the person named right before it. A place in an order belongs to the last
    person or organisation named before it in its clause. Nothing else is guessed.
    """
    if mention.kind == "age":
        before = [n for n in names if n.kind == "person" and n.end <= mention.start]
        near = before and mention.start - before[-1].end <= _NEAR_NAME
        return before[-1].name if near else None
    if mention.kind == "ordinal":
        before = [
            n for n in names if n.kind in ("person", "organisation") and n.end <= mention.start
        ]
        return before[-1].name if before else None
    return None


def context_of(view: View, mention: NumberMention, *, clause: tuple[int, int]) -> tuple[str, ...]:
    """The content words around a number, in order: of its own clause first of all.

    A mark between clauses ends the context on that side unless fewer than two content words
    stand before it.
    """
    folded = view.folded
    first, last = mention.start - _REACH, mention.end + _REACH
    first = clause[0] if first <= clause[0] else folded.find(" ", first, mention.start)
    last = clause[1] if last >= clause[1] else folded.rfind(" ", mention.end, last)
    before = [_content(view, piece) for piece in _MARK.split(folded[max(first, 0) : mention.start])]
    after = [_content(view, piece) for piece in _MARK.split(folded[mention.end : max(last, 0)])]
    nearest_before = _enough([words[::-1] for words in reversed(before)])
    return (*reversed(nearest_before), *_enough(after))


def _content(view: View, piece: str) -> list[str]:
    return [word for word in _WORD.findall(piece) if word not in view.pack.stop_words]


def _enough(pieces: Sequence[list[str]]) -> list[str]:
    """The words of the nearest pieces, nearest first, as many pieces as it takes."""
    words: list[str] = []
    for piece in pieces:
        words += piece
        if len(words) >= _FEWEST_WORDS:
            break
    return words[:_MOST_WORDS]


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
