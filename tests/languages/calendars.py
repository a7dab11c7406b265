"""Reading a sentence with a pack's calendar, for the tests of every language."""

import datetime as dt

from reconcile.languages import language_pack
from reconcile.languages.mentions import Anchor, DateMention, TimeMention
from reconcile.text.normalisation import fold, normalise

WEDNESDAY = dt.date(2013, 10, 23)


def find(
    sentence: str, *, language: str, published: dt.date | None = WEDNESDAY
) -> tuple[list[tuple[str, DateMention]], list[tuple[str, TimeMention]]]:
    """The dates and the times of a sentence, each with its words."""
    text = normalise(sentence).text
    folded, calendar = fold(text), language_pack(language).calendar
    anchor = Anchor(published=published, years=tuple(calendar.stated_years(text, folded)))
    dates = calendar.find_dates(text, folded, anchor=anchor)
    times = calendar.find_times(text, folded)
    return (
        [(text[mention.start : mention.end], mention) for mention in dates],
        [(text[mention.start : mention.end], mention) for mention in times],
    )


def dates_in(
    sentence: str, *, language: str, published: dt.date | None = WEDNESDAY
) -> dict[str, str]:
    """The dates of a sentence: ``*`` stands after an inferred value, ``…`` after an extent."""
    return {
        words: str(mention.value)
        + ("*" if getattr(mention.value, "inferred", False) else "")
        + ("…" if getattr(mention.value, "extent", False) else "")
        for words, mention in find(sentence, language=language, published=published)[0]
    }


def times_in(sentence: str, *, language: str) -> dict[str, str]:
    """The times of day of a sentence: words and value."""
    return {words: str(m.clock) for words, m in find(sentence, language=language)[1]}


def attributes_in(sentence: str, *, language: str) -> dict[str, tuple[str, str | None]]:
    """What each date or time of a sentence is to its event, and the event when it is named."""
    dates, times = find(sentence, language=language)
    return {words: (mention.attribute, mention.subject) for words, mention in [*dates, *times]}
