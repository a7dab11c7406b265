"""Claims about who, what and where: names, and the roles that persons are given."""

from collections.abc import Iterator

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.mentions import Mentions
from reconcile.languages.mentions import NameMention
from reconcile.model import Claim
from reconcile.text import View
from reconcile.values import Name

_RULE = "names"


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield a claim for each name, and one for each role beside a person's name."""
    for mention in mentions.names:
        claim = make_claim(
            view,
            mention.start,
            mention.end,
            kind=mention.kind,
            value=Name.of(mention.name, key=mention.key),
            rule=_RULE,
            attribute="where" if mention.located else None,
        )
        if claim is not None:
            yield claim
        yield from _roles(view, mention)


def _roles(view: View, mention: NameMention) -> Iterator[Claim]:
    """One claim for each role: its own words, about the person under the full name."""
    for role in mention.roles:
        claim = make_claim(
            view,
            role.start,
            role.end,
            kind="role",
            value=Name.of(role.name, key=role.key),
            rule=_RULE,
            subject=mention.name,
            attribute="role",
        )
        if claim is not None:
            yield claim
