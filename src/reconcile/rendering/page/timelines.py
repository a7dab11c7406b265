"""The dated facts of an event on a line, as the shapes of an inline drawing."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.model import Claim
from reconcile.rendering.page.cards import Card
from reconcile.values import Period

LEFT = 300  # where the line begins; labels stand before it, in units of the drawing
RIGHT = 940
ROW = 26
TOP = 34
_MOST_ROWS = 30
_TICK_ROOM = 84  # between two written dates
_LEAST_WIDTH = 7
_DAY = 24 * 60


@frozen(kw_only=True)
class Stretch:
    """One value of a fact on the line."""

    x: float
    width: float
    number: int  # which value of the fact, from 1
    text: str


@frozen(kw_only=True)
class Row:
    """One dated fact."""

    y: int
    card: Card
    stretches: tuple[Stretch, ...]


@frozen(kw_only=True)
class Timeline:
    """Everything that is drawn.

    Args:
        rows: One for each fact, in order of time.
        ticks: Positions with the dates written there.
        height: Of the drawing.
        left_out: How many dated facts found no room.
    """

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    left_out: int


def timeline(cards: Sequence[Card], *, claims: Mapping[str, Claim]) -> Timeline | None:
    """Lay out the dated facts; those that matter most are kept when there are too many.

    Returns:
        None when fewer than two facts have a date with its year.
    """
    dated = [(card, periods) for card in cards if (periods := _periods(card, claims))]
    if len(dated) < 2:
        return None
    shown = dated[:_MOST_ROWS]
    shown.sort(key=lambda item: (min(p.first for p in item[1].values()), item[0].number))
    scale = _scale([p for _, periods in shown for p in periods.values()])
    rows = []
    for index, (card, periods) in enumerate(shown):
        stretches = tuple(
            Stretch(
                x=round(scale[_start(period)], 1),
                width=round(max(scale[_end(period)] - scale[_start(period)], _LEAST_WIDTH), 1),
                number=number,
                text=str(period),
            )
            for number, period in periods.items()
        )
        rows.append(Row(y=TOP + index * ROW, card=card, stretches=stretches))
    return Timeline(
        rows=tuple(rows),
        ticks=_ticks(scale),
        height=TOP + len(rows) * ROW + 10,
        left_out=len(dated) - len(shown),
    )


def _periods(card: Card, claims: Mapping[str, Claim]) -> dict[int, Period]:
    """For each of the fact's values that has one, the date with its year."""
    periods = {}
    for number, value in enumerate(card.fact.values, start=1):
        period = claims[value.claims[0]].value
        if isinstance(period, Period) and not period.yearless:
            periods[number] = period
    return periods


def _start(period: Period) -> int:
    return period.first.toordinal() * _DAY + period.first.hour * 60 + period.first.minute


def _end(period: Period) -> int:
    return period.last.toordinal() * _DAY + period.last.hour * 60 + period.last.minute + 1


def _scale(periods: Sequence[Period]) -> dict[int, float]:
    """Where each moment is drawn: order is kept, long gaps are shortened.

    A story of three days that mentions a treaty of 1995 would otherwise be one dot and a void.
    """
    moments = sorted({edge for period in periods for edge in (_start(period), _end(period))})
    steps = [math.log1p((after - before) / 360) for before, after in pairwise(moments)]
    unit = (RIGHT - LEFT) / sum(steps)
    scale, x = {moments[0]: float(LEFT)}, float(LEFT)
    for moment, step in zip(moments[1:], steps, strict=True):
        x += step * unit
        scale[moment] = x
    return scale


def _ticks(scale: Mapping[int, float]) -> tuple[tuple[float, str], ...]:
    ticks: list[tuple[float, str]] = []
    for moment, x in scale.items():
        if x <= RIGHT - 30 and (not ticks or x - ticks[-1][0] >= _TICK_ROOM):
            ticks.append((round(x, 1), dt.date.fromordinal(moment // _DAY).isoformat()))
    return tuple(ticks)
