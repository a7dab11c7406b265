"""Times of day, as intervals of minutes."""

from collections.abc import Mapping
from typing import Any, Self

from attrs import frozen

from reconcile.values.relations import Relation, relation_of_sets


@frozen(kw_only=True)
class Clock:
    """A time of day as an interval of minutes after midnight: "20h30", "khoảng 10 giờ".

    Args:
        low: The earliest minute allowed, 0 to 1439.
        high: The latest minute allowed, `low` to 1439.
    """

    low: int
    high: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.low <= self.high < 24 * 60:
            raise ValueError(f"need 0 <= low <= high < 1440, got {self.low} and {self.high}")

    def relate(self, other: object) -> Relation:
        """Compare as intervals of minutes."""
        if not isinstance(other, Clock):
            return Relation.UNRELATED
        return relation_of_sets(
            left_in_right=other.low <= self.low and self.high <= other.high,
            right_in_left=self.low <= other.low and other.high <= self.high,
            overlap=self.low <= other.high and other.low <= self.high,
        )

    def as_document(self) -> dict[str, Any]:
        """The members of a claim's ``value`` in the report."""
        return {"from": _hour_minute(self.low), "to": _hour_minute(self.high)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `as_document` wrote."""
        low, high = (int(document[k][:2]) * 60 + int(document[k][3:]) for k in ("from", "to"))
        return cls(low=low, high=high)

    def __str__(self) -> str:
        low, high = _hour_minute(self.low), _hour_minute(self.high)
        return low if low == high else f"{low}–{high}"


def _hour_minute(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
