"""Reading: bytes to articles, with every problem said and nothing dropped silently."""

import os
from collections.abc import Iterable
from typing import BinaryIO

from attrs import field, frozen

from reconcile.model import Article, Problem
from reconcile.reading.boilerplate import find_boilerplate
from reconcile.reading.streams import iter_articles
from reconcile.settings import ReadingSettings, Settings


@frozen(kw_only=True)
class ReadResult:
    """What was read.

    Args:
        articles: The articles, sorted by id.
        problems: What could not be read or was left out, in the order it was met.

    >>> result = ReadResult(articles=(Article(id="a", text="Hai người bị thương."),))
    >>> len(result.articles), result.problems
    (1, ())
    """

    articles: tuple[Article, ...] = field(default=())
    problems: tuple[Problem, ...] = field(default=())


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    settings: Settings | ReadingSettings | None = None,
    stdin: BinaryIO | None = None,
) -> ReadResult:
    r"""Read every article that the paths hold.

    A bad record never stops the rest; it becomes a problem with its place and the cure. The result
    does not depend on the order of the paths.

    Args:
        paths: Files, folders (read recursively), patterns; ``-`` is JSON lines on standard input.
        settings: How files are read.
        stdin: What ``-`` reads; the process's standard input if None.

    Returns:
        The articles, sorted by id, and the problems.

    >>> import io
    >>> feed = io.BytesIO('{"id": "a", "text": "Hai người bị thương."}\n{"id": "b"}'.encode())
    >>> result = read_articles(["-"], stdin=feed)
    >>> [article.id for article in result.articles]
    ['a']
    >>> print(result.problems[0])
    -#2: the record has no text (text, body, content, maintext …), only id; it is left out; name
    its field with reading.fields
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for item in iter_articles(paths, settings=settings, stdin=stdin):
        if isinstance(item, Article):
            articles.append(item)
        else:
            problems.append(item)
    articles.sort(key=lambda article: article.id)
    return ReadResult(articles=tuple(articles), problems=tuple(problems))


__all__ = ["ReadResult", "find_boilerplate", "iter_articles", "read_articles"]
