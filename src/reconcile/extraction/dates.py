"""Claims of kind date and time: when something happened, in the calendar's own terms."""

from collections.abc import Iterator

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.mentions import Mentions
from reconcile.model import Claim
from reconcile.text import View


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield a claim for each date and each time of day."""
    for date in mentions.dates:
        claim = make_claim(
            view,
            date.start,
            date.end,
            kind="date",
            value=date.value,
            rule="dates",
            attribute=date.attribute,
        )
        if claim is not None:
            yield claim
    for time in mentions.times:
        claim = make_claim(
            view,
            time.start,
            time.end,
            kind="time",
            value=time.clock,
            rule="dates",
            attribute=time.attribute,
        )
        if claim is not None:
            yield claim
