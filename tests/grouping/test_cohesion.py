"""Joining holds whole groups together and lets no single pair chain two of them."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reconcile.grouping.cohesion import CAP, join_pairs


def joined(size: int, odds: dict[tuple[int, int], float], least: float = 0.0, **rules) -> list[int]:
    pairs = sorted(odds)
    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    values = np.array([odds[pair] for pair in pairs])
    return join_pairs(size, left=left, right=right, log_odds=values, least=least, **rules).tolist()


def test_one_strong_bridge_does_not_chain_two_groups():
    odds = {pair: 5.0 for group in ((0, 1, 2), (3, 4, 5)) for pair in combinations(group, 2)}
    assert joined(6, odds | {(2, 3): 5.0}) == [0, 0, 0, 3, 3, 3]


def test_a_weak_pair_inside_a_strong_group_is_carried():
    assert joined(3, {(0, 1): 5.0, (1, 2): 5.0, (0, 2): -1.0}) == [0, 0, 0]


def test_groups_that_hold_together_better_than_with_one_another_stay_apart():
    tight = {pair: 6.0 for group in ((0, 1), (2, 3)) for pair in combinations(group, 2)}
    between = {(a, b): 1.0 for a in (0, 1) for b in (2, 3)}
    assert joined(4, tight | between) == [0, 0, 2, 2]


def test_the_threshold_is_inclusive():
    assert joined(2, {(0, 1): 0.5}, least=0.5) == [0, 0]
    assert joined(2, {(0, 1): 0.49}, least=0.5) == [0, 1]


def test_a_pair_that_was_not_compared_counts_as_the_floor():
    assert joined(3, {(0, 1): CAP, (1, 2): 0.1}) == [0, 0, 2]


ODDS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-10, 10),
)


@given(ODDS)
def test_labels_are_the_smallest_members(odds):
    labels = joined(8, odds)
    for thing, label in enumerate(labels):
        assert label <= thing
        assert labels[label] == label


@given(ODDS, st.integers(0, 7), st.integers(0, 7))
def test_rules_hold_whatever_the_odds(odds, one, other):
    labels = joined(8, odds, together=[(one, other)])
    assert labels[one] == labels[other]
    if one != other:
        labels = joined(8, odds, apart=[(one, other)])
        assert labels[one] != labels[other]


def test_groups_of_a_pair_that_belongs_together_are_put_together_whole():
    odds = {(0, 1): 5.0, (2, 3): 5.0}
    assert joined(4, odds, together=[(1, 2)]) == [0, 0, 0, 0]


def test_only_the_named_two_come_together_where_a_rule_forbids_the_rest():
    odds = {(0, 1): 5.0, (2, 3): 5.0}
    labels = joined(4, odds, together=[(1, 2)], apart=[(0, 3)])
    assert labels[1] == labels[2]
    assert labels[0] != labels[3]
