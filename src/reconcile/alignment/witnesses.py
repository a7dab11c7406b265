"""Who speaks in a group: the articles, and which of them are one independent witness."""

from collections.abc import Iterable, Mapping
from typing import Self

from attrs import field, frozen

from reconcile.model import Claim, Group


@frozen(kw_only=True, eq=False)
class Witnesses:
    """The articles of one or more groups, ready to be looked up.

    Args:
        articles: Their ids, in the groups' order.
        place: For each id its position in `articles`.
        origin: For each id the number of the origin it belongs to.
    """

    articles: tuple[str, ...]
    place: Mapping[str, int] = field(repr=False)
    origin: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, groups: Iterable[Group]) -> Self:
        """All articles of some groups; an article without an origin is one by itself."""
        groups = tuple(groups)
        articles = tuple(article for group in groups for article in group.articles)
        place = {article: position for position, article in enumerate(articles)}
        origin = {article: -1 - position for article, position in place.items()}
        everyone = (members for group in groups for members in group.origins)
        for number, members in enumerate(everyone):
            origin.update(dict.fromkeys(members, number))
        return cls(articles=articles, place=place, origin=origin)

    def origins_behind(self, claims: Iterable[Claim]) -> int:
        """How many independent origins the articles of these claims belong to."""
        return len({self.origin[claim.article] for claim in claims})
