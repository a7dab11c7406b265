"""The ways in which a language may write one meaning down."""

from attrs import frozen

from reconcile.languages.tables import Table
from reconcile.values import Period, Quantity, Value


@frozen(kw_only=True)
class Meaning:
    """Something that a sentence says.

    Args:
        kind: The kind of claim.
        value: What is said.
        title: A person's title, which stands before the name and is no part of it.
    """

    kind: str
    value: Value
    title: str | None = None


def write(meaning: Meaning, *, way: int, table: Table) -> tuple[str, str]:
    """Write a meaning in one of its ways.

    Args:
        meaning: What to say.
        way: Any number; taken modulo the ways there are.
        table: The language's words.

    Returns:
        What stands before the words (a title with a blank, or nothing), and the words.
    """
    ways = _ways(meaning, table["writing"])
    before = "" if meaning.title is None else f"{meaning.title} "
    return before, ways[way % len(ways)]


def _ways(meaning: Meaning, writing: Table) -> list[str]:
    value = meaning.value
    if isinstance(value, Period):
        return _dates(value, writing)
    if isinstance(value, Quantity):
        if meaning.kind == "money":
            amount = _digits(value, writing)
            return [way.format(amount=amount) for way in writing[f"money_{value.unit}"]]
        if meaning.kind == "age":
            return [way.format(age=value.low) for way in writing["ages"]]
        return _counts(value, writing)
    return [str(value)]


def _dates(period: Period, writing: Table) -> list[str]:
    day = period.first
    names = writing.get("month_names")
    name = names[day.month - 1] if names else ""
    return [
        way.format(day=day.day, month=day.month, year=day.year, month_name=name)
        for way in writing["dates"]
    ]


def _digits(quantity: Quantity, writing: Table) -> str:
    return f"{quantity.low:,}".replace(",", writing["thousands"])


def _counts(quantity: Quantity, writing: Table) -> list[str]:
    """Digits; words too where a newspaper would use them."""
    number = int(quantity.low or 0)
    small = dict(enumerate(writing["small_numbers"], start=2)) | {1: writing["one"]}
    ways = [_digits(quantity, writing)]
    if 1 < number in small:
        ways.append(small[number])
    elif number % 1000 == 0 and number // 1000 in small:
        ways.append(writing["thousand"].format(number=small[number // 1000]))
    return ways
