"""Dates and times of day in English: names of months, weekdays, 12- and 24-hour clock."""

from collections.abc import Sequence

from reconcile.languages.almanac import settle, without_overlaps, years_of_article
from reconcile.languages.en.calendar.clock import find_clock
from reconcile.languages.en.calendar.days import find_days
from reconcile.languages.en.calendar.ranges import join_dates
from reconcile.languages.en.calendar.relative import find_relative, find_weekdays
from reconcile.languages.en.calendar.words import TABLE
from reconcile.languages.en.calendar.years import find_years
from reconcile.languages.mentions import Anchor, DateMention, TimeMention
from reconcile.languages.occasions import Occasions, describe_dates, describe_times

_OCCASIONS = Occasions.of(TABLE["occasions"])
_DATELINE = 80  # code points in which a full date is the article's own


def find_dates(text: str, folded: str, *, anchor: Anchor) -> Sequence[DateMention]:
    """Find every date, range, month, season …, resolved against `anchor`; sorted, disjoint."""
    found = [
        *find_days(text, folded),
        *find_years(folded),
        *find_relative(text, folded, anchor=anchor),
    ]
    joined = join_dates(folded, without_overlaps(found))
    dated = [mention for stated in joined if (mention := settle(stated, anchor)) is not None]
    named = find_weekdays(text, folded, dated) if anchor.published is None else dated
    return describe_dates(named, text, folded, occasions=_OCCASIONS)


def find_times(text: str, folded: str) -> Sequence[TimeMention]:
    """Find every time of day, a range of two as one."""
    return describe_times(find_clock(folded), text, folded, occasions=_OCCASIONS)


def stated_years(text: str, folded: str) -> Sequence[int]:
    """The years that the article's own dates can be taken to lie in, most frequent first."""
    return years_of_article(find_days(text, folded), lead=_DATELINE)
