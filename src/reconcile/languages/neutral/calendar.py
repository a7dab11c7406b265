"""Dates that read the same in any language: the international form, "2013-10-23"."""

from collections.abc import Sequence

from reconcile.languages.almanac import find_iso_days, settle
from reconcile.languages.mentions import Anchor, DateMention, TimeMention


def find_dates(text: str, folded: str, *, anchor: Anchor) -> Sequence[DateMention]:
    """Find every day in the international form."""
    return [m for stated in find_iso_days(text) if (m := settle(stated, anchor)) is not None]


def find_times(text: str, folded: str) -> Sequence[TimeMention]:
    """Find no time: every language writes its own."""
    return ()


def stated_years(text: str, folded: str) -> Sequence[int]:
    """No year is needed, since every date states its own."""
    return ()
