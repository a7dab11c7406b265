"""What an extractor is, which there are, and what becomes of what they find."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol

from reconcile.extraction.mentions import Mentions, find_mentions
from reconcile.model import Article, Claim, check_claim
from reconcile.text import View, view_article

ENTRY_POINT_GROUP = "reconcile.extractors"
_BUILT_IN = ("dates", "numbers", "names", "memberships", "speech", "statements")


class Extractor(Protocol):
    """Finds claims of one family in one article.

    An extractor is any object with this method; third parties register theirs under the entry
    point group ``reconcile.extractors`` and test it with `reconcile.testing`.
    """

    def extract(self, view: View, mentions: Mentions) -> Iterable[Claim]:
        """Yield the claims it finds, in any order; see `reconcile.extraction.claiming`."""


@cache
def extractors() -> tuple[Extractor, ...]:
    """The built-in extractors and those that installed packages register, in a fixed order."""
    built_in = [import_module(f"reconcile.extraction.{name}") for name in _BUILT_IN]
    plugged_in = [
        entry.load()
        for entry in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda e: e.name)
    ]
    return (*built_in, *plugged_in)


def extract_from_view(
    view: View, *, extractors_: Sequence[Extractor] | None = None
) -> tuple[Claim, ...]:
    """All claims of an article whose view is at hand.

    Returns:
        Checked claims in order of place, kind and rule; one for each id.

    Raises:
        InvalidClaim: An extractor gave a claim whose provenance is wrong.
    """
    mentions = find_mentions(view)
    found: dict[str, Claim] = {}
    for extractor in extractors() if extractors_ is None else extractors_:
        for claim in extractor.extract(view, mentions):
            found.setdefault(claim.id, check_claim(claim, article=view.article))
    return tuple(sorted(found.values(), key=_place))


def _place(claim: Claim) -> tuple[int, int, str, str]:
    return (claim.span.start, claim.span.end, claim.kind, claim.extractor)


def extract_claims(article: Article) -> tuple[Claim, ...]:
    """Everything concrete that an article says, each with its exact words.

    Args:
        article: The article; its language decides which pack reads it.

    Returns:
        Claims in order of place; ``article.text[c.span.start:c.span.end] == c.quote`` for each.

    Raises:
        InvalidClaim: An extractor made a claim whose words are not at its place.
        InvalidLanguagePack: A table of the article's language cannot be used.

    >>> article = Article(id="a", text="Vụ cháy làm 3 người chết.", language="vi")
    >>> [(c.kind, c.quote) for c in extract_claims(article) if c.kind == "count"]
    [('count', '3 người')]
    """
    return extract_from_view(view_article(article))
