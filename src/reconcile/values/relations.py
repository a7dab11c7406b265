"""How two values relate when each is read as the set of states of the world it allows."""

import enum


class Relation(enum.Enum):
    """The relation of a value's set of states to another's.

    Exactly one holds for any two values of one kind. ``EQUAL``: the sets are the same. ``REFINES``:
    the left set lies inside the right one, so the left value is more exact. ``REFINED_BY``: the
    right set lies inside the left one. ``COMPATIBLE``: they overlap, and neither contains the
    other. ``CONFLICTING``: no state of the world satisfies both. ``UNRELATED``: the values do not
    answer questions of the same sort (metres and euros), and no comparison means anything.

    >>> Relation.REFINES.mirrored
    <Relation.REFINED_BY: 'refined by'>
    >>> Relation.COMPATIBLE.can_both_be_true, Relation.UNRELATED.can_both_be_true
    (True, False)
    """

    EQUAL = "equal"
    REFINES = "refines"
    REFINED_BY = "refined by"
    COMPATIBLE = "compatible"
    CONFLICTING = "conflicting"
    UNRELATED = "unrelated"

    @property
    def mirrored(self) -> "Relation":
        """The relation seen from the other side."""
        return _MIRROR.get(self, self)

    @property
    def can_both_be_true(self) -> bool:
        """Whether some state of the world satisfies both values."""
        return self not in (Relation.CONFLICTING, Relation.UNRELATED)


_MIRROR = {Relation.REFINES: Relation.REFINED_BY, Relation.REFINED_BY: Relation.REFINES}


def relation_of_sets(*, left_in_right: bool, right_in_left: bool, overlap: bool) -> Relation:
    """Name the relation of two sets from the three tests that decide it."""
    if left_in_right:
        return Relation.EQUAL if right_in_left else Relation.REFINES
    if right_in_left:
        return Relation.REFINED_BY
    return Relation.COMPATIBLE if overlap else Relation.CONFLICTING
