"""What hedged and rounded numbers allow, as intervals.

The widths are conventions, chosen so that two careful reports of one figure overlap:

=============  ========================  ==============================================
hedge          interval                  example
=============  ========================  ==============================================
``nearly``     [0.9 N, N]                ``gần 3.000``: 2700 to 3000
``about``      [0.9 N, 1.1 N]            ``khoảng 20``: 18 to 22
``over``       [N, ∞)                    ``hơn 500``
``at least``   [N, ∞)                    ``ít nhất 10``
``under``      (-∞, N]                   ``dưới 25``
``at most``    (-∞, N]                   ``tối đa 16``
=============  ========================  ==============================================

A range is its own width: ``khoảng 5-7`` is 5 to 7. A number written with a scale word is rounded
to its last written digit: ``1,2 tỷ`` is every number that rounds to it, though never more than
5 % to either side (``2 tỷ`` is 1.9 to 2.1).
"""

from collections.abc import Mapping
from decimal import Decimal

from reconcile.languages.numbering.numerals import Numeral
from reconcile.values import Quantity

HEDGES: Mapping[str, tuple[Decimal | None, Decimal | None]] = {
    "nearly": (Decimal("0.9"), Decimal(1)),
    "about": (Decimal("0.9"), Decimal("1.1")),
    "over": (Decimal(1), None),
    "at least": (Decimal(1), None),
    "under": (None, Decimal(1)),
    "at most": (None, Decimal(1)),
}
_WIDEST = Decimal("0.05")
_JUST_BELOW = Decimal("0.499")  # so that neighbours such as 37,25 and 37,26 do not touch


def allow(numeral: Numeral, *, hedge: str | None, unit: str, stated: str | None) -> Quantity:
    """The quantity that a numeral with its hedge allows.

    Args:
        numeral: The number as written.
        hedge: One of `HEDGES`, or None.
        unit: The canonical unit, or the empty string.
        stated: The number as the text has it.

    >>> number = Numeral(start=0, end=6, low=Decimal(1_200_000), step=Decimal(100_000))
    >>> quantity = allow(number, hedge=None, unit="", stated="1,2 triệu")
    >>> quantity.low, quantity.high
    (Decimal('1150000'), Decimal('1249900'))
    """
    if hedge is None and numeral.form == "words" and numeral.step is None and not numeral.high:
        stated = None  # "ba" is told as 3
    low, high = numeral.low, numeral.low if numeral.high is None else numeral.high
    is_range = numeral.high is not None and numeral.form != "vague"
    if hedge is not None and not (is_range and hedge in ("about", "nearly")):
        down, up = HEDGES[hedge]
        return Quantity(
            low=None if down is None else low * down,
            high=None if up is None else high * up,
            unit=unit,
            stated=stated,
        )
    if numeral.step is not None:
        low -= min(numeral.step / 2, low * _WIDEST)
        high += min(numeral.step * _JUST_BELOW, high * _WIDEST)
    return Quantity(low=low, high=high, unit=unit, stated=stated)
