"""Everything a language's grammar finds in one view, found once and shared by all extractors."""

from collections.abc import Sequence

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
_GAP = "\n"  # ends a name, a number and a quotation in every language


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
    """Ask the view's language pack for everything it finds.

    The grammar never sees the boilerplate, so that neither a copyright notice gives the article
    a year nor a neighbouring headline a name its full form.
    """
    text, folded = (_without(t, view.boilerplate) for t in (view.text, view.folded))
    pack, published = view.pack, view.article.publication_day
    if published is not None and published.year not in _YEARS_OF_NEWS:
        published = None  # a slip of the record; "last year" might not even be in the calendar
    years = () if published else tuple(pack.calendar.stated_years(text, folded))
    anchor = Anchor(published=published, years=years)
    dates = tuple(pack.calendar.find_dates(text, folded, anchor=anchor))
    times = tuple(pack.calendar.find_times(text, folded))
    taken = sorted([(m.start, m.end) for m in dates] + [(m.start, m.end) for m in times])
    sentences = [(s.start, s.end) for s in view.body_sentences]
    names = tuple(pack.names.find_names(text, folded, sentences=sentences))
    return Mentions(
        dates=dates,
        times=times,
        numbers=tuple(pack.numerals.find_numbers(text, folded, taken=taken)),
        names=names,
        quotations=tuple(pack.speech.find_quotations(text, folded, names=names)),
        memberships=tuple(pack.names.find_memberships(text, folded, names=names)),
    )


def _without(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The text with stretches of it blanked, so that everything else keeps its place."""
    pieces, place = [], 0
    for start, end in stretches:
        pieces += [text[place:start], _GAP * (end - start)]
        place = end
    return "".join([*pieces, text[place:]])
