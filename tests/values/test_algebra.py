"""The laws of the value algebra: what a value allows is a set, and sets behave like this."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.values import Members, Name, Quantity, Relation, relate
from strategies import VALUES, quantities, values

_MORE_EXACT = {Relation.EQUAL, Relation.REFINES}
_of_one_kind = st.sampled_from(sorted(VALUES)).flatmap(
    lambda kind: st.tuples(VALUES[kind], VALUES[kind], VALUES[kind])
)
_of_one_kind_with_sets = st.sampled_from(sorted(set(VALUES) - {"names"})).flatmap(
    lambda kind: st.tuples(VALUES[kind], VALUES[kind], VALUES[kind])
)


@given(values, values)
def test_a_relation_seen_from_the_other_side_is_its_mirror(left, right):
    assert relate(left, right) is relate(right, left).mirrored


@given(_of_one_kind)
def test_a_relation_within_a_kind_has_a_mirror(some):
    left, right, _ = some
    assert relate(left, right) is relate(right, left).mirrored


@given(values)
def test_every_value_equals_itself(value):
    assert relate(value, value) is Relation.EQUAL


@given(values, values)
def test_values_of_two_kinds_are_unrelated(left, right):
    if type(left) is not type(right):
        assert relate(left, right) is Relation.UNRELATED


@given(_of_one_kind)
def test_equal_values_are_the_same_value_to_every_other(some):
    left, right, third = some
    if relate(left, right) is Relation.EQUAL:
        assert relate(left, third) is relate(right, third)
    if left == right:
        assert relate(left, right) is Relation.EQUAL


@settings(max_examples=300)
@given(_of_one_kind)
def test_being_more_exact_is_transitive(some):
    left, middle, right = some
    if relate(left, middle) in _MORE_EXACT and relate(middle, right) in _MORE_EXACT:
        assert relate(left, right) in _MORE_EXACT


@settings(max_examples=300)
@given(_of_one_kind_with_sets)
def test_a_wider_value_never_conflicts_where_a_narrower_one_agreed(some):
    narrow, wide, other = some
    if relate(narrow, wide) in _MORE_EXACT and relate(narrow, other).can_both_be_true:
        assert relate(wide, other).can_both_be_true


@settings(max_examples=300)
@given(_of_one_kind_with_sets)
def test_what_excludes_a_value_excludes_all_that_refine_it(some):
    narrow, wide, other = some
    if relate(narrow, wide) in _MORE_EXACT and relate(wide, other) is Relation.CONFLICTING:
        assert relate(narrow, other) is Relation.CONFLICTING


@given(values)
def test_a_value_survives_the_report(value):
    document = json.loads(json.dumps(value.as_document()))
    back = type(value).from_document(document)
    assert back == value
    assert back.as_document() == document
    assert str(back) == str(value)


@given(values)
def test_a_value_has_words_for_a_reader(value):
    assert str(value) or (isinstance(value, Members) and not value.names)


@given(values)
def test_equal_values_hash_alike(value):
    assert hash(type(value).from_document(value.as_document())) == hash(value)


@given(quantities(unit=""), quantities(unit=""))
def test_the_meet_of_two_quantities_lies_in_both(left, right):
    meet = left.meet(right)
    assert (meet is None) == (relate(left, right) is Relation.CONFLICTING)
    if meet is not None:
        assert relate(meet, left) in _MORE_EXACT
        assert relate(meet, right) in _MORE_EXACT
        assert meet == right.meet(left)


@given(quantities(), quantities())
def test_nothing_meets_across_units(left, right):
    if left.unit != right.unit:
        assert left.meet(right) is None


@pytest.mark.parametrize("relation", list(Relation))
def test_a_mirror_of_a_mirror_is_the_relation(relation):
    assert relation.mirrored.mirrored is relation


def test_two_names_conflict_although_one_longer_name_refines_both():
    """The exception to the law of widening, see `Name`."""
    jamieson, greer, whole = map(Name.of, ("Jamieson", "Greer", "Jamieson Greer"))
    assert relate(jamieson, greer) is Relation.CONFLICTING
    assert relate(whole, jamieson) is relate(whole, greer) is Relation.REFINES


def test_a_quantity_without_bounds_allows_every_number():
    assert relate(Quantity.exactly(3), Quantity(low=None, high=None)) is Relation.REFINES
