"""Numbers with a unit, as closed intervals: counts, measures, money, percentages, ages, scores."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from attrs import field, frozen
from attrs.validators import instance_of, optional

from reconcile.values.relations import Relation, relation_of_sets


def _plain(number: Decimal) -> Decimal:
    """One form for one number: 1E+3, 1000 and 1000.0 are the same Decimal afterwards.

    Written out and read back, since arithmetic would round to the digits of the context.
    """
    if not number.is_finite():
        raise ValueError(f"a quantity's bounds must be finite or None, got {number}")
    written = format(number, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Decimal("0" if written == "-0" else written)


def _optional_plain(number: Decimal | None) -> Decimal | None:
    return None if number is None else _plain(number)


@frozen(kw_only=True)
class Quantity:
    """An interval of numbers with a unit: the states of the world that a phrase allows.

    "145" is the point 145; "hơn 500" is everything from 500 up; "gần 3.000" is an interval that
    ends at 3000; "1,2 tỷ" is 1.15 to 1.25 thousand million, since it is written rounded.

    Args:
        low: The smallest number allowed, inclusive; None when there is no lower bound.
        high: The largest number allowed, inclusive; None when there is no upper bound.
        unit: What is counted, in canonical form: an ISO 4217 code for money, ``%``, a unit of
            measure or of time; the empty string for a bare number.
        stated: The number as the text has it, when it has one; for display, never compared.

    >>> from decimal import Decimal
    >>> more_than = Quantity(low=Decimal(500), high=None, unit="")
    >>> exact = Quantity(low=Decimal(513), high=Decimal(513), unit="")
    >>> exact.relate(more_than)
    <Relation.REFINES: 'refines'>
    """

    low: Decimal | None = field(converter=_optional_plain, validator=optional(instance_of(Decimal)))
    high: Decimal | None = field(
        converter=_optional_plain, validator=optional(instance_of(Decimal))
    )
    unit: str = ""
    stated: str | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low must not exceed high, got low={self.low} high={self.high}")

    @classmethod
    def exactly(cls, number: Decimal | int, *, unit: str = "", stated: str | None = None) -> Self:
        """The quantity that is this one number."""
        return cls(low=Decimal(number), high=Decimal(number), unit=unit, stated=stated)

    @property
    def is_exact(self) -> bool:
        """Whether a single number satisfies it."""
        return self.low is not None and self.low == self.high

    def relate(self, other: object) -> Relation:
        """Compare as intervals; different units are unrelated, for nothing is converted."""
        if not isinstance(other, Quantity) or self.unit != other.unit:
            return Relation.UNRELATED
        left_in_right = _not_below(self.low, other.low) and _not_above(self.high, other.high)
        right_in_left = _not_below(other.low, self.low) and _not_above(other.high, self.high)
        overlap = _reaches(self.low, other.high) and _reaches(other.low, self.high)
        return relation_of_sets(
            left_in_right=left_in_right, right_in_left=right_in_left, overlap=overlap
        )

    def meet(self, other: "Quantity") -> "Quantity | None":
        """The quantity that satisfies both, or None when nothing does."""
        if not self.relate(other).can_both_be_true:
            return None
        lows = [n for n in (self.low, other.low) if n is not None]
        highs = [n for n in (self.high, other.high) if n is not None]
        return Quantity(low=max(lows, default=None), high=min(highs, default=None), unit=self.unit)

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report; numbers as strings, so none is lost."""
        document: dict[str, Any] = {
            "low": None if self.low is None else str(self.low),
            "high": None if self.high is None else str(self.high),
            "unit": self.unit,
        }
        if self.is_exact:
            document["number"] = str(self.low)
        if self.stated is not None:
            document["stated"] = self.stated
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        low, high = document["low"], document["high"]
        return cls(
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            unit=document["unit"],
            stated=document.get("stated"),
        )

    def __str__(self) -> str:
        if self.stated is not None:
            number = self.stated
        elif self.low is None or self.high is None:
            number = f"≥ {self.low}" if self.low is not None else f"≤ {self.high}"
        else:
            number = f"{self.low}" if self.is_exact else f"{self.low}–{self.high}"
        separator = "" if self.unit == "%" else " "
        return f"{number}{separator}{self.unit}".strip()


def _not_below(number: Decimal | None, bound: Decimal | None) -> bool:
    return bound is None or (number is not None and number >= bound)


def _not_above(number: Decimal | None, bound: Decimal | None) -> bool:
    return bound is None or (number is not None and number <= bound)


def _reaches(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


@frozen(kw_only=True)
class Score:
    """A result of two numbers, in the order in which the text gives them.

    The order of a score depends on whose side the sentence takes ("thắng 2-1", "thua 1-2"), so
    two scores are equal when they hold the same two numbers.
    """

    first: int
    second: int

    def relate(self, other: object) -> Relation:
        """Equal when the same two numbers were scored, conflicting otherwise."""
        if not isinstance(other, Score):
            return Relation.UNRELATED
        same = sorted((self.first, self.second)) == sorted((other.first, other.second))
        return Relation.EQUAL if same else Relation.CONFLICTING

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report."""
        return {"score": [self.first, self.second]}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        first, second = document["score"]
        return cls(first=first, second=second)

    def __str__(self) -> str:
        return f"{self.first}-{self.second}"
