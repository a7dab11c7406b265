"""Numbers in digits and words."""

from collections.abc import Sequence

from reconcile.languages.mentions import NumberMention


def find_numbers(
    text: str, folded: str, *, taken: Sequence[tuple[int, int]]
) -> Sequence[NumberMention]:
    """Find every number with what it measures."""
    return ()


def topic_of(folded: str, mention: NumberMention, *, clause: tuple[int, int]) -> str | None:
    """What the number is of, in canonical words."""
    return None
