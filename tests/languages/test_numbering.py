"""Digits and intervals, whatever the language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import InvalidLanguagePack
from reconcile.languages.numbering import HEDGES, Marks, Numeral, allow, decide_marks, read_digits
from reconcile.languages.numbering.lexicon import load_lexicon
from reconcile.values import Relation

COMMA_DECIMAL = Marks(comma_groups=False, dot_groups=True)
DOT_DECIMAL = Marks(comma_groups=True, dot_groups=False)
WHOLE = st.integers(min_value=0, max_value=10**15)


def written(number, *, group, decimal=""):
    """The number as an article writes it."""
    whole, _, fraction = str(number).partition(".")
    grouped = f"{int(whole):,}".replace(",", group)
    return grouped + (decimal + fraction if fraction else "")


@given(WHOLE)
def test_grouped_digits_read_back_in_either_convention(number):
    assert read_digits(written(number, group="."), marks=COMMA_DECIMAL) == number
    assert read_digits(written(number, group=","), marks=DOT_DECIMAL) == number
    assert read_digits(str(number), marks=COMMA_DECIMAL) == number


@given(WHOLE, st.integers(min_value=0, max_value=99))
def test_two_decimals_read_back_in_either_convention(whole, cents):
    number = Decimal(f"{whole}.{cents:02}")
    assert read_digits(written(number, group=".", decimal=","), marks=COMMA_DECIMAL) == number
    assert read_digits(written(number, group=",", decimal="."), marks=DOT_DECIMAL) == number


@given(st.integers(min_value=1000, max_value=10**12), st.sampled_from([".", ","]))
def test_a_text_with_one_clear_number_settles_the_marks(number, group):
    decimal = "," if group == "." else "."
    clear = written(Decimal(f"{number}.5"), group=group, decimal=decimal)
    for default in (COMMA_DECIMAL, DOT_DECIMAL):
        marks = decide_marks(f"a {clear} b", default=default)
        assert read_digits(written(number, group=group), marks=marks) == number


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=40))
def test_any_token_is_read_or_refused(token):
    number = read_digits(token.strip(".,") or "0", marks=COMMA_DECIMAL)
    assert number is None or number >= 0


@pytest.mark.parametrize(
    "token", ["1.2.3", "12.34.567", "1.234.56", "1,2,3", "1" * 30, "1.234,567.8", "1.5,2,3"]
)
def test_grouping_is_strict(token):
    assert read_digits(token, marks=COMMA_DECIMAL) is None


@pytest.mark.parametrize(
    ("token", "marks", "number"),
    [
        ("1.500", COMMA_DECIMAL, "1500"),
        ("1.500", DOT_DECIMAL, "1.5"),
        ("1,500", COMMA_DECIMAL, "1.5"),
        ("1,500", DOT_DECIMAL, "1500"),
        ("0.500", COMMA_DECIMAL, "0.5"),
        ("4.194,8", DOT_DECIMAL, "4194.8"),
        ("1,234.5", COMMA_DECIMAL, "1234.5"),
    ],
)
def test_three_digits_behind_one_mark_follow_the_convention(token, marks, number):
    assert read_digits(token, marks=marks) == Decimal(number)


@given(st.sampled_from(sorted(HEDGES)), st.integers(min_value=1, max_value=10**9))
def test_a_hedged_number_allows_the_number_itself(hedge, number):
    numeral = Numeral(start=0, end=1, low=Decimal(number))
    hedged = allow(numeral, hedge=hedge, unit="", stated=None)
    exact = allow(numeral, hedge=None, unit="", stated=None)
    assert exact.relate(hedged) is Relation.REFINES


@given(st.integers(min_value=10, max_value=999), st.integers(min_value=10, max_value=999))
def test_numbers_rounded_to_different_last_digits_conflict(left, right):
    def rounded(tenths):
        step = Decimal(10**8)
        numeral = Numeral(start=0, end=1, low=tenths * step, step=step)
        return allow(numeral, hedge=None, unit="VND", stated=None)

    expected = Relation.EQUAL if left == right else Relation.CONFLICTING
    assert rounded(left).relate(rounded(right)) is expected


def test_a_rounded_number_allows_what_rounds_to_it_and_no_more():
    numeral = Numeral(start=0, end=1, low=Decimal(1_200_000_000), step=Decimal(100_000_000))
    rounded = allow(numeral, hedge=None, unit="VND", stated="1,2 tỷ")
    for inside in (1_150_000_000, 1_249_000_000):
        exact = allow(
            Numeral(start=0, end=1, low=Decimal(inside)), hedge=None, unit="VND", stated=None
        )
        assert exact.relate(rounded) is Relation.REFINES
    for outside in (1_149_000_000, 1_250_000_000):
        exact = allow(
            Numeral(start=0, end=1, low=Decimal(outside)), hedge=None, unit="VND", stated=None
        )
        assert exact.relate(rounded) is Relation.CONFLICTING


def test_a_pack_without_a_table_is_refused():
    with pytest.raises(InvalidLanguagePack, match="numerals"):
        load_lexicon("reconcile.languages")
