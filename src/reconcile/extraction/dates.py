"""Claims of kind date and time: when something happened, in the calendar's own terms."""

from bisect import bisect_right
from collections.abc import Iterator

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.mentions import Mentions
from reconcile.languages.mentions import DateMention, NameMention, TimeMention
from reconcile.model import Claim
from reconcile.text import View
from reconcile.values import Value

_NAMED = {
    "born": ("person",),
    "established": ("organisation", "agreement"),
    "signed": ("agreement", "document"),
}
_NEAR_NAME = {"born": 40, "established": 4, "signed": 4}  # how far the name may be from the verb


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield a claim for each date and each time of day.

    A claim's attribute is what the date is to the event (``when``, ``from``, ``until``,
    ``before``, ``after``, ``born``, ``established``, ``signed``, ``compared``); its
    subject is what happened or who it is of, None when the words beside the date leave it open.
    """
    ends = [name.end for name in mentions.names]
    dated: list[tuple[DateMention | TimeMention, str, Value]] = [
        *((date, "date", date.value) for date in mentions.dates),
        *((time, "time", time.clock) for time in mentions.times),
    ]
    for mention, kind, value in dated:
        subject = mention.subject or _named(mention, mentions.names, ends)
        is_open = mention.attribute in ("established", "signed") and subject is None
        claim = make_claim(
            view,
            mention.start,
            mention.end,
            kind=kind,
            value=value,
            rule="dates",
            subject=subject,
            attribute="when" if is_open else mention.attribute,
        )
        if claim is not None:
            yield claim


def _named(
    mention: DateMention | TimeMention, names: tuple[NameMention, ...], ends: list[int]
) -> str | None:
    """The last fitting name before the verb that the date goes with."""
    if mention.about is None:
        return None
    low, verb = mention.about
    low = max(low, verb - _NEAR_NAME[mention.attribute])
    for name in reversed(names[: bisect_right(ends, verb)]):
        if name.end < low:
            break
        if name.kind in _NAMED[mention.attribute]:
            return name.name
    return None
