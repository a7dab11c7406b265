"""Claims about who takes part in what and who belongs to what: lists compared as sets."""

from collections.abc import Iterator

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.mentions import Mentions
from reconcile.model import Claim
from reconcile.text import View
from reconcile.values import Members


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield a claim for each list of members, about the body they belong to when it is named."""
    for mention in mentions.memberships:
        claim = make_claim(
            view,
            mention.start,
            mention.end,
            kind="membership",
            value=Members(
                names=frozenset(mention.keys), texts=mention.members, is_open=mention.is_open
            ),
            rule="memberships",
            subject=mention.body,
            attribute="members",
        )
        if claim is not None:
            yield claim
