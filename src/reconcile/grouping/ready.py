"""Groups that somebody has made already: which article covers which event is given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.grouping.groupings import Grouping, positions
from reconcile.grouping.identities import make_groups
from reconcile.model import Article, CopyEdge, Problem
from reconcile.settings import SimilaritySettings

_NAMED = 5  # articles of which the same is said one by one


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
        *_told(
            [one.id for [one] in alone],
            "article {} is not named; it is a group of its own.",
            "{} more articles are not named; each is a group of its own.",
        ),
        *_told(
            events.keys() - known,
            "no article {} was read; the line is left out.",
            "{} more lines name articles that were not read; they are left out.",
        ),
    ]
    groups = make_groups([*members.values(), *alone], copies=copies, settings=settings)
    return Grouping(
        groups=groups,
        copies=tuple(sorted(copies)),
        problems=tuple(
            Problem(source=source, message=message, fatal=False) for message in messages
        ),
        group_of=positions(groups),
    )


def _told(names: Iterable[str], each: str, more: str) -> Iterator[str]:
    """What holds for each name; of many, as of a list made for more articles, the number."""
    ordered = sorted(names)
    yield from (each.format(repr(name)) for name in ordered[:_NAMED])
    if len(ordered) > _NAMED:
        yield more.format(f"{len(ordered) - _NAMED:,}")
