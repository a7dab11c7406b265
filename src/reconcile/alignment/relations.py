"""How the values of each two claims of one sort relate, as masks."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.model import Claim
from reconcile.values import Quantity, Relation, Value, relate

Mask = NDArray[np.bool_]
Positions = NDArray[np.int64]

_EQUAL, _COMPATIBLE, _CONFLICTING, _UNRELATED = 1, 2, 3, 0
_DIRECTIONS = {"increase": 1, "decrease": -1}
_CODES = {
    Relation.EQUAL: _EQUAL,
    Relation.REFINES: _COMPATIBLE,
    Relation.REFINED_BY: _COMPATIBLE,
    Relation.COMPATIBLE: _COMPATIBLE,
    Relation.CONFLICTING: _CONFLICTING,
    Relation.UNRELATED: _UNRELATED,
}


@frozen(kw_only=True, eq=False)
class Relations:
    """Relations of n claims' values, masks of shape (n, n), symmetric.

    `numbers` counts the distinct values, shape (n,): the same number, the same value. Where one
    claim is of a rise and the other of a fall they are `opposed`, so conflicting whatever the
    values are.
    """

    numbers: Positions
    equal: Mask
    compatible: Mask
    conflicting: Mask
    opposed: Mask


def relate_claims(claims: Sequence[Claim]) -> Relations:
    """Compare every two claims' values; each pair of distinct values is compared once."""
    distinct: dict[Value, int] = {}
    numbers = np.array(
        [distinct.setdefault(claim.value, len(distinct)) for claim in claims], dtype=np.int64
    )
    table = _table(list(distinct))
    full = table[numbers[:, None], numbers[None, :]]
    ways = np.array([direction_of(claim) for claim in claims], dtype=np.int8)
    opposed = ways[:, None] * ways[None, :] < 0
    full = np.where(opposed, np.int8(_CONFLICTING), full)
    return Relations(
        numbers=numbers,
        equal=full == _EQUAL,
        compatible=full == _COMPATIBLE,
        conflicting=full == _CONFLICTING,
        opposed=opposed,
    )


def direction_of(claim: Claim) -> int:
    """1 for a rise, -1 for a fall, 0 for whatever has no direction."""
    return _DIRECTIONS.get(claim.attribute or "", 0)


def _table(values: Sequence[Value]) -> NDArray[np.int8]:
    """The code of the relation of each two distinct values."""
    if all(isinstance(value, Quantity) for value in values):
        return _table_of_intervals([v for v in values if isinstance(v, Quantity)])
    table = np.full((len(values), len(values)), _EQUAL, dtype=np.int8)
    for i, left in enumerate(values):
        for j in range(i):
            table[i, j] = table[j, i] = _CODES[relate(left, values[j])]
    return table


def _table_of_intervals(values: Sequence[Quantity]) -> NDArray[np.int8]:
    """The same for quantities of one unit, whose bounds are compared by their rank."""
    bounds = sorted({b for v in values for b in (v.low, v.high) if b is not None})
    rank = {bound: number for number, bound in enumerate(bounds)}
    low = np.array([-1 if v.low is None else rank[v.low] for v in values], dtype=np.int64)
    high = np.array([len(rank) if v.high is None else rank[v.high] for v in values], dtype=np.int64)
    inside = (low[:, None] >= low[None, :]) & (high[:, None] <= high[None, :])
    overlap = (low[:, None] <= high[None, :]) & (low[None, :] <= high[:, None])
    return np.select(
        [inside & inside.T, overlap], [np.int8(_EQUAL), np.int8(_COMPATIBLE)], np.int8(_CONFLICTING)
    )
