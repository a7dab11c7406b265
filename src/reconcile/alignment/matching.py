"""Which claims of one sort answer the same question: equal values first, then what is left.

Every decision is about two claims of two articles and looks at nothing outside those articles, so
that an article that is silent, or a copy, changes no verdict.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from reconcile.alignment.contests import PLAIN, find_contests
from reconcile.alignment.counterparts import choose_each_other
from reconcile.alignment.likeness import Evidence, log_odds
from reconcile.alignment.occasions import Occasion
from reconcile.alignment.relations import Mask, Positions, Relations
from reconcile.alignment.rows import Matrix
from reconcile.model import Claim
from reconcile.values import Period, Quantity, Score

_TELLING_OF_DATE = {"minute": 3.0, "hour": 2.0, "part of day": 2.5, "day": 2.0, "month": 1.0}


@frozen(kw_only=True)
class Thresholds:
    """From which log-odds two claims are tied.

    Args:
        equal: Of one question, for claims of the same value.
        compatible: Of one question, for claims of which one is more exact.
        check: Of a contradiction: from here an editor should look.
        clear: Of a contradiction: from here it is plain that one question is meant.
        lead: How far a contradiction must lead its rivals; closer, nobody can tell who is meant.
        equal_bonus: What the same value adds when counterparts compete.
        compatible_bonus: The same for a compatible value.
    """

    equal: float = -2.2
    compatible: float = -1.5
    check: float = -1.7
    clear: float = PLAIN
    lead: float = 0.4
    equal_bonus: float = 2.5
    compatible_bonus: float = 1.0


# The one dial from "only what is certain" to "everything an editor might want to look at".
THRESHOLDS = {
    "certain": Thresholds(check=0.9),
    "balanced": Thresholds(),
    "everything": Thresholds(check=-2.2, lead=0.1),
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
    claims: Sequence[Claim],
    relations: Relations,
    evidence: Evidence,
    articles: Positions,
    *,
    thresholds: Thresholds,
    occasions: Sequence[Sequence[Occasion]],
) -> Ties:
    """Tie claims of one sort.

    Equal values are tied wherever the words around them allow it, those of one article too. Any
    other pair is of two articles and must be each other's best counterpart over all relations,
    equal ones leading, so a claim whose value stands in the other article as well rarely has a
    conflict with a third.

    Args:
        claims: The claims of one sort, n of them.
        relations: How their values relate.
        evidence: What speaks for one question behind each two.
        articles: The article of each claim, shape (n,).
        thresholds: Where ties begin.
        occasions: The days and times of day in each claim's sentence.
    """
    odds = log_odds(evidence)
    apart = articles[:, None] != articles[None, :]
    rivalry = _rivalry(odds, relations, apart, articles, thresholds)
    telling = _telling(claims)
    equal = relations.equal & (odds + telling >= thresholds.equal)
    compatible = relations.compatible & apart & (odds + telling >= thresholds.compatible)
    compatible &= choose_each_other(rivalry, articles)
    conflicting = tuple(
        Tie(left=contest.left, right=contest.right, odds=contest.odds)
        for contest in find_contests(
            tuple(claims), relations, evidence, rivalry, articles, occasions
        )
        if contest.odds >= thresholds.check and contest.lead >= thresholds.lead
    )
    return Ties(
        equal=_ties(equal, odds), compatible=_ties(compatible, odds), conflicting=conflicting
    )


def _telling(claims: Sequence[Claim]) -> Matrix:
    """What it adds to the odds of one question that two claims share a value that is rarely hit.

    Two articles on one event that both have "72" mean the same 72, whatever words stand around;
    that both have "2" says next to nothing.
    """
    each = np.array([telling_of(claim) for claim in claims], dtype=np.float64)
    least: Matrix = np.minimum(each[:, None], each[None, :])
    return least


def telling_of(claim: Claim) -> float:
    """How much a shared value tells, in log-odds, from 0 (a small count) to 3."""
    value = claim.value
    if isinstance(value, Period):
        return _TELLING_OF_DATE.get(value.granularity, 0.5)
    if isinstance(value, Quantity):
        number = value.low if value.low is not None else value.high
        figures = len(str(number).strip("0").replace(".", "")) if number is not None else 0
        told = 0.0 if figures < 2 else 1.5
        return told + (1.0 if value.unit or claim.kind == "age" else 0.0)
    return 0.0 if isinstance(value, Score) else 1.0


def _rivalry(
    odds: Matrix,
    relations: Relations,
    apart: Mask,
    articles: Positions,
    thresholds: Thresholds,
) -> Matrix:
    """How strongly each claim draws each other one; minus infinity for no counterpart.

    A claim whose own value stands in the other article, in words that fit better, is taken: it
    is no counterpart for a claim of that article with another value.
    """
    same = np.where(relations.equal & apart, odds + thresholds.equal_bonus, -np.inf)
    taken = np.full(odds.shape, -np.inf)
    for article in np.unique(articles):
        columns = articles == article
        taken[:, columns] = same[:, columns].max(axis=1)[:, None]
    other = odds + np.where(relations.compatible, thresholds.compatible_bonus, 0.0)
    free = (
        apart
        & (relations.compatible | relations.conflicting)
        & (other >= taken)
        & (other >= taken.T)
    )
    return np.where(relations.equal & apart, same, np.where(free, other, -np.inf))


def _ties(mask: Mask, odds: Matrix) -> tuple[Tie, ...]:
    row, column = np.nonzero(np.triu(mask, 1))
    return tuple(
        Tie(left=int(i), right=int(j), odds=float(odds[i, j]))
        for i, j in zip(row, column, strict=True)
    )
