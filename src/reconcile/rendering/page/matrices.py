"""Which article says what, as a drawing of one row for each article and a column for each fact."""

import math
from collections.abc import Sequence

from attrs import frozen

from reconcile.rendering.page.cards import Card

LABEL = 90  # room for the article's letter and its witness, in units of the drawing
ROW = 16
_WIDTH = 850
_WIDEST = 14.0


@frozen(kw_only=True)
class Line:
    """One article: paths of the squares where it states a fact, and where it states otherwise."""

    y: int
    letter: str
    origin: int
    is_copy: bool
    states: str
    differs: str


@frozen(kw_only=True)
class Matrix:
    """Everything that is drawn."""

    lines: tuple[Line, ...]
    width: int
    height: int


def matrix(cards: Sequence[Card], *, columns: Sequence[tuple[str, str, int, bool]]) -> Matrix:
    """Draw which article states which fact.

    Args:
        cards: The facts, in the order of the table.
        columns: For each article its id, its letter, its witness from 1, and whether it is a copy.

    Returns:
        One line for each article; two paths a line, so that thousands of squares stay quick.
    """
    step = min(_WIDEST, _WIDTH / max(len(cards), 1))
    lines = []
    for index, (article, letter, origin, is_copy) in enumerate(columns):
        y = index * ROW + 4
        paths: dict[bool, list[str]] = {False: [], True: []}
        for place, card in enumerate(cards):
            number = card.stated.get(article)
            if number is None:
                continue
            differs = card.is_disputed and number > 1
            x, size = LABEL + place * step, max(step - 1, 0.6)
            if differs:  # a lozenge: told from a square without colour
                half, middle = size / 2, ROW / 2 - 2
                shape = f"M{x:.1f} {y + middle:.1f}l{half:.1f} -{middle:.1f} {half:.1f} "
                shape += f"{middle:.1f}-{half:.1f} {middle:.1f}z"
            else:
                shape = f"M{x:.1f} {y}h{size:.1f}v{ROW - 4}h-{size:.1f}z"
            paths[differs].append(shape)
        lines.append(
            Line(
                y=y,
                letter=letter,
                origin=origin,
                is_copy=is_copy,
                states="".join(paths[False]),
                differs="".join(paths[True]),
            )
        )
    width = LABEL + math.ceil(step * len(cards)) + 4
    return Matrix(lines=tuple(lines), width=max(width, 200), height=len(lines) * ROW + 8)
