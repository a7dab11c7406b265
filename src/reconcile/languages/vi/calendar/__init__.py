"""Dates and times of day in Vietnamese: day before month, 24-hour clock."""

from collections.abc import Sequence

from reconcile.languages.almanac import settle, without_overlaps, years_of_article
from reconcile.languages.mentions import Anchor, DateMention, TimeMention
from reconcile.languages.occasions import Occasions, describe_dates, describe_times
from reconcile.languages.vi.calendar.anaphora import find_bare_days, find_same_days
from reconcile.languages.vi.calendar.clock import find_clock
from reconcile.languages.vi.calendar.months import find_months
from reconcile.languages.vi.calendar.numeric import find_full_dates, find_numeric
from reconcile.languages.vi.calendar.partnerships import name_partnerships
from reconcile.languages.vi.calendar.ranges import join_dates
from reconcile.languages.vi.calendar.relative import find_relative
from reconcile.languages.vi.calendar.units import find_units
from reconcile.languages.vi.calendar.words import TABLE
from reconcile.languages.vi.calendar.years import find_years

_OCCASIONS = Occasions.of(TABLE["occasions"])
_LEAD = 500  # code points in which a full date is likely the article's own


def find_dates(text: str, folded: str, *, anchor: Anchor) -> Sequence[DateMention]:
    """Find every date, range, month, season …, resolved against `anchor`; sorted, disjoint."""
    found = [
        *find_numeric(text, folded),
        *find_months(folded),
        *find_years(folded),
        *find_relative(text, folded, anchor=anchor),
        *find_units(folded, anchor=anchor),
    ]
    joined = join_dates(folded, without_overlaps(found))
    dated = [m for stated in joined if (m := settle(stated, anchor)) is not None]
    told = find_bare_days(folded, find_same_days(folded, dated), anchor=anchor)
    described = describe_dates(told, text, folded, occasions=_OCCASIONS)
    return name_partnerships(described, text, folded)


def find_times(text: str, folded: str) -> Sequence[TimeMention]:
    """Find every time of day, a range of two as one."""
    return describe_times(find_clock(text, folded), text, folded, occasions=_OCCASIONS)


def stated_years(text: str, folded: str) -> Sequence[int]:
    """The years that the article's own dates can be taken to lie in, most frequent first."""
    return years_of_article(find_full_dates(text, folded), lead=_LEAD)
