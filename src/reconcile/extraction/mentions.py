"""Everything a language's grammar finds in one view, found once and shared by all extractors."""

from attrs import frozen

from reconcile.languages.mentions import (
    Anchor,
    DateMention,
    MembershipMention,
    NameMention,
    NumberMention,
    QuotationMention,
    TimeMention,
)
from reconcile.text import View

_YEARS_OF_NEWS = range(1500, 3000)


@frozen(kw_only=True)
class Mentions:
    """What the grammar found outside the boilerplate; each tuple sorted and disjoint."""

    dates: tuple[DateMention, ...]
    times: tuple[TimeMention, ...]
    numbers: tuple[NumberMention, ...]
    names: tuple[NameMention, ...]
    quotations: tuple[QuotationMention, ...]
    memberships: tuple[MembershipMention, ...] = ()


def find_mentions(view: View) -> Mentions:
    """Ask the view's language pack for everything it finds."""
    text, folded, pack = view.text, view.folded, view.pack

    def in_body(mention: DateMention | TimeMention | NumberMention | NameMention) -> bool:
        return not view.in_boilerplate(mention.start, mention.end)

    published = view.article.publication_day
    if published is not None and published.year not in _YEARS_OF_NEWS:
        published = None  # a slip of the record; "last year" might not even be in the calendar
    years = () if published else tuple(pack.calendar.stated_years(text, folded))
    anchor = Anchor(published=published, years=years)
    dates = tuple(filter(in_body, pack.calendar.find_dates(text, folded, anchor=anchor)))
    times = tuple(filter(in_body, pack.calendar.find_times(text, folded)))
    taken = sorted([(m.start, m.end) for m in dates] + [(m.start, m.end) for m in times])
    sentences = [(s.start, s.end) for s in view.body_sentences]
    names = tuple(filter(in_body, pack.names.find_names(text, folded, sentences=sentences)))
    return Mentions(
        dates=dates,
        times=times,
        numbers=tuple(filter(in_body, pack.numerals.find_numbers(text, folded, taken=taken))),
        names=names,
        quotations=tuple(
            q
            for q in pack.speech.find_quotations(text, folded, names=names)
            if not view.in_boilerplate(q.start, q.end)
        ),
        memberships=tuple(
            m
            for m in pack.names.find_memberships(text, folded, names=names)
            if not view.in_boilerplate(m.start, m.end)
        ),
    )
