"""A number as it is written, before anything is known of what it measures."""

from decimal import Decimal

from attrs import frozen


@frozen(kw_only=True)
class Numeral:
    """A number as it is written.

    Args:
        start, end: Where it stands, scale words included.
        low: The number, or the smaller end of a range.
        high: The larger end of a range ("7.000 - 8.000", "hàng trăm"), else None.
        scale: The product of the scale words after it.
        step: What the last written digit stands for when the number is written rounded.
        form: ``digits``, ``words``, or ``vague`` for words such as "hundreds".
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    step: Decimal | None = None
    form: str = "digits"

    @property
    def is_like_a_year(self) -> bool:
        """Whether it is written in the four digits of a year of our time."""
        return self.form == "digits" and self.end - self.start == 4 and 1900 <= self.low <= 2100
