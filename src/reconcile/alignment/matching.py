"""Which claims of one sort answer the same question: equal values first, then what is left.

Every decision is about two claims of two articles (or two of one article) and looks at nothing
else, so that an article that is silent, or a copy, changes no verdict.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.alignment.likeness import Matrix
from reconcile.model import Claim
from reconcile.values import Relation, Value, relate

Mask = NDArray[np.bool_]
Positions = NDArray[np.int64]


@frozen(kw_only=True)
class Thresholds:
    """From which log-odds of one question two claims are tied.

    Args:
        equal: For claims of the same value.
        compatible: For claims of which one is more exact.
        conflict: For claims whose values exclude each other: from here an editor should look.
        clear: From here it is plain that one question is meant.
        margin: How much the best counterpart must lead the second best.
        equal_bonus: What the same value adds when counterparts compete.
        compatible_bonus: The same for a compatible value.
    """

    equal: float = -1.8
    compatible: float = -0.8
    conflict: float = 0.5
    clear: float = 2.0
    margin: float = 0.8
    equal_bonus: float = 2.5
    compatible_bonus: float = 1.0


@frozen(kw_only=True)
class Relations:
    """How the values of each two claims relate, as masks of shape (n, n), symmetric.

    `numbers` counts the distinct values, shape (n,): the same number, the same value.
    """

    numbers: Positions
    equal: Mask
    compatible: Mask
    conflicting: Mask


def relate_claims(claims: Sequence[Claim]) -> Relations:
    """Compare every two claims' values; each pair of distinct values is compared once."""
    distinct: dict[Value, int] = {}
    number = np.array([distinct.setdefault(c.value, len(distinct)) for c in claims], dtype=int)
    values = list(distinct)
    size = len(values)
    table = np.zeros((size, size), dtype=np.int8)
    for i, left in enumerate(values):
        table[i, i] = 1
        for j in range(i):
            relation = relate(left, values[j])
            table[i, j] = table[j, i] = _CODES[relation]
    full = table[number[:, None], number[None, :]]
    return Relations(numbers=number, equal=full == 1, compatible=full == 2, conflicting=full == 3)


_CODES = {
    Relation.EQUAL: 1,
    Relation.REFINES: 2,
    Relation.REFINED_BY: 2,
    Relation.COMPATIBLE: 2,
    Relation.CONFLICTING: 3,
    Relation.UNRELATED: 0,
}


@frozen(kw_only=True, order=True)
class Tie:
    """Two claims that answer one question; `left` and `right` are positions, left < right."""

    left: int
    right: int
    odds: float


@frozen(kw_only=True)
class Ties:
    """The ties of one sort of claims, by what their values are to each other."""

    equal: tuple[Tie, ...]
    compatible: tuple[Tie, ...]
    conflicting: tuple[Tie, ...]


def find_ties(
    relations: Relations, odds: Matrix, articles: Positions, *, thresholds: Thresholds
) -> Ties:
    """Tie claims of different articles.

    Equal values are tied wherever the words around them allow it. Any other pair must be each
    other's best counterpart over all relations, equal ones leading, so a claim whose value stands
    in the other article as well has no conflict with a third.

    Args:
        relations: How their values relate.
        odds: Log-odds of one question for each two claims, shape (n, n).
        articles: The article of each claim, shape (n,).
        thresholds: Where ties begin.
    """
    apart = articles[:, None] != articles[None, :]
    equal = relations.equal & apart & (odds >= thresholds.equal)
    rivalry = np.where(
        apart & (relations.equal | relations.compatible | relations.conflicting),
        odds
        + np.where(relations.equal, thresholds.equal_bonus, 0.0)
        + np.where(relations.compatible, thresholds.compatible_bonus, 0.0),
        -np.inf,
    )
    compatible = (
        relations.compatible
        & apart
        & (odds >= thresholds.compatible)
        & best_of_article(rivalry, articles, margin=0.0)
    )
    conflicting = (
        relations.conflicting
        & apart
        & (odds >= thresholds.conflict)
        & best_of_article(rivalry, articles, margin=thresholds.margin, values=relations.numbers)
    )
    return Ties(
        equal=_ties(equal, odds),
        compatible=_ties(compatible, odds),
        conflicting=_ties(conflicting, odds),
    )


def best_of_article(
    odds: Matrix, articles: Positions, *, margin: float = 0.0, values: Positions | None = None
) -> Mask:
    """Whether i and j are each the other's best counterpart in its article.

    Args:
        odds: Log-odds or any likeness, minus infinity where two are no counterparts.
        articles: The article of each row, shape (n,).
        margin: How far the best must lead the second best; 0 takes the first of equals.
        values: The value of each row; a second best of the best one's value is no rival.
    """
    best = _is_best(odds, articles, margin, values)
    return best & best.T


def _is_best(odds: Matrix, articles: Positions, margin: float, values: Positions | None) -> Mask:
    """Whether column j is the best of its article for row i."""
    best = np.zeros(odds.shape, dtype=bool)
    rows = np.arange(len(articles))
    for article in np.unique(articles):
        columns = np.flatnonzero(articles == article)
        block = odds[:, columns]
        first = block.argmax(axis=1)
        top = block[rows, first]
        good = top > -np.inf
        if margin > 0 and len(columns) > 1:
            if values is None:
                rival = np.arange(len(columns))[None, :] != first[:, None]
            else:
                rival = values[columns][None, :] != values[columns[first]][:, None]
            good &= top >= np.where(rival, block, -np.inf).max(axis=1) + margin
        best[rows[good], columns[first[good]]] = True
    return best


def _ties(mask: Mask, odds: Matrix) -> tuple[Tie, ...]:
    row, column = np.nonzero(np.triu(mask, 1))
    return tuple(
        Tie(left=int(i), right=int(j), odds=float(odds[i, j]))
        for i, j in zip(row, column, strict=True)
    )
