"""Groups that somebody has made already: which article covers which event is given."""

from collections.abc import Mapping, Sequence

from reconcile.grouping.groupings import Grouping, positions
from reconcile.grouping.identities import make_groups
from reconcile.model import Article, CopyEdge, Problem
from reconcile.settings import SimilaritySettings


def groups_from_events(
    articles: Sequence[Article],
    events: Mapping[str, str],
    *,
    copies: Sequence[CopyEdge] = (),
    settings: SimilaritySettings | None = None,
    source: str = "groups",
) -> Grouping:
    """Put articles together as a ready grouping says.

    Args:
        articles: The articles that were read.
        events: The event of each article's id.
        copies: The copy edges between the articles.
        settings: When two copies are one witness.
        source: Where `events` was read, for messages.

    Returns:
        The groups, with a problem for each article that `events` does not name, which is then
        alone, and for each id in `events` that was not read.

    >>> articles = [Article(id=name, text=name) for name in "abc"]
    >>> ready = groups_from_events(articles, {"a": "strike", "c": "strike"}, source="events.tsv")
    >>> [group.articles for group in ready.groups], str(ready.problems[0])
    ([('a', 'c'), ('b',)], "events.tsv: article 'b' is not named; it is a group of its own.")
    """
    members: dict[str, list[Article]] = {}
    alone: list[list[Article]] = []
    for article in articles:
        if article.id in events:
            members.setdefault(events[article.id], []).append(article)
        else:
            alone.append([article])
    known = {article.id for article in articles}
    messages = [
        *(f"article {one.id!r} is not named; it is a group of its own." for [one] in alone),
        *(f"no article {name!r} was read; the line is left out." for name in events.keys() - known),
    ]
    groups = make_groups([*members.values(), *alone], copies=copies, settings=settings)
    return Grouping(
        groups=groups,
        copies=tuple(sorted(copies)),
        problems=tuple(
            Problem(source=source, message=message, fatal=False) for message in sorted(messages)
        ),
        group_of=positions(groups),
    )
