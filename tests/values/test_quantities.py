"""Quantities as intervals, and scores."""

from decimal import Decimal

import pytest

from reconcile.values import Quantity, Relation, Score, relate


def _between(low, high, unit=""):
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Quantity(low=bounds[0], high=bounds[1], unit=unit)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ((145, 145), (145, 145), Relation.EQUAL),
        ((145, 145), (146, 146), Relation.CONFLICTING),
        ((513, 513), (500, None), Relation.REFINES),
        ((None, 3), (None, 5), Relation.REFINES),
        ((500, None), (None, 500), Relation.COMPATIBLE),
        ((1, 5), (3, 9), Relation.COMPATIBLE),
        ((501, None), (None, 500), Relation.CONFLICTING),
        ((None, None), (0, 1), Relation.REFINED_BY),
    ],
)
def test_quantities_relate_as_intervals(left, right, relation):
    assert relate(_between(*left), _between(*right)) is relation


def test_units_are_never_converted():
    assert relate(_between(1, 1, "km"), _between(1000, 1000, "m")) is Relation.UNRELATED


def test_every_digit_of_a_long_number_counts():
    long = "1" + "0" * 40
    assert Quantity.exactly(Decimal(long + "1")) != Quantity.exactly(Decimal(long + "2"))


@pytest.mark.parametrize(
    ("written", "plain"), [("1E+3", "1000"), ("1.50", "1.5"), ("-0.0", "0"), ("100", "100")]
)
def test_a_number_has_one_form(written, plain):
    assert str(Quantity.exactly(Decimal(written)).low) == plain


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_only_finite_bounds_are_taken(number):
    with pytest.raises(ValueError, match="must be finite or None"):
        Quantity.exactly(Decimal(number))


def test_bounds_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="low must not exceed high, got low=2 high=1"):
        _between(2, 1)


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (_between(500, None, "người"), "≥ 500 người"),
        (_between(None, 500), "≤ 500"),
        (_between(1, 2, "%"), "1–2%"),
        (Quantity.exactly(3, unit="VND", stated="ba"), "ba VND"),
        (Quantity.exactly(3), "3"),
    ],
)
def test_a_quantity_reads_well(quantity, text):
    assert str(quantity) == text


def test_a_score_is_the_same_from_both_sides():
    assert relate(Score(first=2, second=1), Score(first=1, second=2)) is Relation.EQUAL
    assert relate(Score(first=2, second=1), Score(first=2, second=2)) is Relation.CONFLICTING
    assert str(Score(first=2, second=1)) == "2-1"
