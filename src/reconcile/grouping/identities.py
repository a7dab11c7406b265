"""Stable names and order for groups, made from what is in them."""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from reconcile.grouping.scoring import day_number
from reconcile.model import Article, CopyEdge, Group
from reconcile.settings import SimilaritySettings
from reconcile.similarity.origins import find_origins

_DIGITS = 12  # of a sha256: 48 bits, no clash to be expected below ten million groups


def make_groups(
    members: Iterable[Sequence[Article]],
    *,
    copies: Iterable[CopyEdge],
    settings: SimilaritySettings | None = None,
) -> tuple[Group, ...]:
    """Groups from the articles that belong together.

    A group's id is made from the text of its earliest article, so it stays when later or
    unrelated articles come and go. Groups whose earliest articles have the same text, which only
    an override or a lack of any evidence brings about, are told apart by the article's id.

    Args:
        members: The articles of each group, in any order.
        copies: The copy edges between any of the articles.
        settings: When two copies are one witness.

    Returns:
        The groups, the largest first, then by date and id.
    """
    ordered = [tuple(sorted(group, key=_moment)) for group in members]
    group_of = {article.id: n for n, group in enumerate(ordered) for article in group}
    edges: list[list[CopyEdge]] = [[] for _ in ordered]
    for edge in copies:
        if group_of[edge.left] == group_of[edge.right]:
            edges[group_of[edge.left]].append(edge)
    names = _names(ordered)
    groups = []
    for name, group, inside in zip(names, ordered, edges, strict=True):
        ids = tuple(article.id for article in group)
        kept = tuple(sorted(inside))
        origins = find_origins(ids, kept, settings=settings or SimilaritySettings())
        groups.append(Group(id=name, articles=ids, copies=kept, origins=origins))
    first = {name: _moment(group[0]) for name, group in zip(names, ordered, strict=True)}
    return tuple(sorted(groups, key=lambda group: (-len(group.articles), first[group.id])))


def _moment(article: Article) -> tuple[float, str]:
    """What articles are sorted by: the moment of publication, undated ones last, ties by id."""
    published = article.published
    return (math.inf if published is None else day_number(published)), article.id


def _names(groups: Sequence[Sequence[Article]]) -> list[str]:
    digests = [group[0].sha256 for group in groups]
    often = Counter(digests)
    return [
        (digest if often[digest] == 1 else _digest(f"{digest} {group[0].id}"))[:_DIGITS]
        for digest, group in zip(digests, groups, strict=True)
    ]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
