"""Values: what a phrase says of the world, as the set of states it allows.

One small algebra serves every kind (`Relation`): equal, refines (subset), compatible (overlap),
conflicting (disjoint). It knows nothing of articles, languages or stories.
"""

from typing import TypeAlias

from reconcile.values.clocks import Clock
from reconcile.values.names import Members, Name
from reconcile.values.periods import GRANULARITIES, Period
from reconcile.values.quantities import Quantity, Score
from reconcile.values.relations import Relation
from reconcile.values.sayings import Saying

Value: TypeAlias = Quantity | Score | Period | Clock | Name | Members | Saying


def relate(left: Value, right: Value) -> Relation:
    """Name the relation of two values, seen from the left one.

    Args:
        left: A value of any kind.
        right: A value of any kind; one of another sort is ``UNRELATED``.

    Returns:
        One `Relation`; ``relate(b, a) is relate(a, b).mirrored`` for all values.

    >>> relate(Name.of("Greer"), Name.of("Jamieson Greer"))
    <Relation.REFINED_BY: 'refined by'>
    """
    return left.relate(right)


__all__ = [
    "GRANULARITIES",
    "Clock",
    "Members",
    "Name",
    "Period",
    "Quantity",
    "Relation",
    "Saying",
    "Score",
    "Value",
    "relate",
]
