"""Numbers in digits, with the comma and the dot read as the article means them."""

import re
from decimal import Decimal

from attrs import frozen

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LONGEST = 24  # a longer run of digits and marks is an identifier, never a number of the news

_MARKED = re.compile(r"\d[.,]\d[\d.,]*")  # what the patterns below look at, from the last digit
_COMMA_GROUPS = re.compile(r"\d,\d{3}(?:,\d{3}(?!\d)|\.\d)")  # 1,234,567   1,234.5
_DOT_GROUPS = re.compile(r"\d\.\d{3}(?:\.\d{3}(?!\d)|,\d)")  # 1.234.567   1.234,5
_COMMA_DECIMAL = re.compile(r"\d,\d{1,2}(?!\d|,\d)")
_DOT_DECIMAL = re.compile(r"\d\.\d{1,2}(?![\d.])")


@frozen(kw_only=True)
class Marks:
    """What the comma and the dot mean before exactly three digits, where both are possible.

    Args:
        comma_groups: Whether ``1,500`` is fifteen hundred rather than one and a half.
        dot_groups: Whether ``1.500`` is.
    """

    comma_groups: bool
    dot_groups: bool


def decide_marks(text: str, *, default: Marks) -> Marks:
    """Read from a whole text which mark it groups thousands with.

    Args:
        text: The article.
        default: What the language uses when the text does not tell.

    Returns:
        What the text's clear cases say (``1,234,567``, ``4.194,8``, ``5,7``), else the default.

    >>> vietnamese = Marks(comma_groups=False, dot_groups=True)
    >>> decide_marks("1,250,000 USD", default=vietnamese)
    Marks(comma_groups=True, dot_groups=False)
    """
    marked = " ".join(_MARKED.findall(text))
    comma, dot = (
        _COMMA_GROUPS.search(marked) is not None,
        _DOT_GROUPS.search(marked) is not None,
    )
    if comma != dot:
        return Marks(comma_groups=comma, dot_groups=dot)
    if default.dot_groups and _DOT_DECIMAL.search(marked) and not _COMMA_DECIMAL.search(marked):
        return Marks(comma_groups=True, dot_groups=True)
    return default


def read_digits(token: str, *, marks: Marks) -> Decimal | None:
    """The number a token of digits, commas and dots stands for.

    Grouping is strict: one to three digits, then groups of three. A mark before any other
    number of digits is a decimal mark, whatever the language.

    Returns:
        The number, or None when the token is no number ("1.2.3", "12.34.567", too long).

    >>> vietnamese = Marks(comma_groups=False, dot_groups=True)
    >>> [read_digits(t, marks=vietnamese) for t in ("3.400", "4.194,8", "5.7", "1.2.3")]
    [Decimal('3400'), Decimal('4194.8'), Decimal('5.7'), None]
    """
    if len(token) > _LONGEST or not token.isascii():
        return None
    if token.isdigit():
        return Decimal(token)
    commas, dots = token.count(","), token.count(".")
    if commas and dots:
        decimal = max(",", ".", key=token.rindex)
        whole, _, fraction = token.rpartition(decimal)
        groups = whole.split("." if decimal == "," else ",")
        return Decimal(f"{''.join(groups)}.{fraction}") if _is_grouped(groups) else None
    groups = token.split("," if commas else ".")
    is_integer = len(groups) > 2 or (marks.comma_groups if commas else marks.dot_groups)
    if is_integer and _is_grouped(groups):
        return Decimal("".join(groups))
    return None if len(groups) > 2 else Decimal(".".join(groups))


def _is_grouped(groups: list[str]) -> bool:
    first, *rest = groups
    return (
        first.isdigit()
        and 0 < len(first) <= 3
        and first[0] != "0"
        and all(len(group) == 3 and group.isdigit() for group in rest)
    )


def decimals(token: str, number: Decimal) -> int:
    """How many digits stand behind the decimal mark of a token that was read as `number`."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
