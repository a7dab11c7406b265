"""Dates and times of day."""

from collections.abc import Sequence

from reconcile.languages.mentions import Anchor, DateMention, TimeMention


def find_dates(text: str, folded: str, *, anchor: Anchor) -> Sequence[DateMention]:
    """Find every date."""
    return ()


def find_times(text: str, folded: str) -> Sequence[TimeMention]:
    """Find every time of day."""
    return ()


def stated_years(text: str, folded: str) -> Sequence[int]:
    """The years stated in full dates, most frequent first."""
    return ()
