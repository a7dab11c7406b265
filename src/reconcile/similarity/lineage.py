"""Whom articles name as the source of their text: ``(Theo AFP)``, ``TTXVN``, a reporter's name.

A source that two articles have in common makes them no copies by itself: an agency tells of many
things, and two papers rewrite it in their own words. It is evidence, so that less of the text must
be shared.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, reduce
from operator import or_
from zlib import crc32

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.languages import language_table
from reconcile.languages.tables import any_of
from reconcile.model import Article
from reconcile.text import normalise

_SIGNS = ("credit", "byline")  # reasons of boilerplate that names whose text it is
_BETWEEN = re.compile(r"[/,;|()\[\]–—:\n]|\s-\s")  # marks that stand between two names

Positions = NDArray[np.int64]
Marks = NDArray[np.uint64]


@frozen(kw_only=True, eq=False)
class Lineage:
    """The sources of some articles, one entry for each.

    Args:
        names: Those it credits, each as it is compared and as it is written.
        publishers: The name of its publisher as it is compared, empty when it is not known.
        marks: uint64 (n,): a bit for each name, which other names may have too.
        publisher_marks: uint64 (n,): the same for the publisher.
    """

    names: Sequence[Mapping[str, str]]
    publishers: Sequence[str]
    marks: Marks
    publisher_marks: Marks

    def take(self, articles: NDArray[np.int64]) -> "Lineage":
        """Those of some of the articles, in the order asked for."""
        return Lineage(
            names=[self.names[number] for number in articles.tolist()],
            publishers=[self.publishers[number] for number in articles.tolist()],
            marks=self.marks[articles],
            publisher_marks=self.publisher_marks[articles],
        )

    def common(self, one: int, other: int) -> str | None:
        """The source that both credit, or of which one credits the other's publisher, as written.

        >>> names = [{}, {"afp": "AFP", "lan": "Lan"}, {"lan": "Lan"}]
        >>> lineage = make_lineage(names, ["afp", "", ""])
        >>> lineage.common(0, 1), lineage.common(1, 2), lineage.common(0, 2)
        ('AFP', 'Lan', None)
        """
        for first, second in ((one, other), (other, one)):
            if self.publishers[second] in self.names[first]:
                return self.names[first][self.publishers[second]]
        shared = sorted(self.names[one].keys() & self.names[other].keys())
        return self.names[one][shared[0]] if shared else None

    def may_have_common(self, left: Positions, right: Positions) -> NDArray[np.bool_]:
        """Whether the two articles of each pair may have a source in common; if so, it is true."""
        shared = self.marks[left] & (self.marks[right] | self.publisher_marks[right])
        shared |= self.marks[right] & self.publisher_marks[left]
        common: NDArray[np.bool_] = shared != 0
        return common

    def have_common(self, left: Positions, right: Positions) -> NDArray[np.bool_]:
        """Whether the two articles of each pair have a source in common."""
        common = self.may_have_common(left, right)
        for pair in np.flatnonzero(common).tolist():
            common[pair] = self.common(int(left[pair]), int(right[pair])) is not None
        return common


def make_lineage(names: Sequence[Mapping[str, str]], publishers: Sequence[str]) -> Lineage:
    """The same from the names that each article credits and its publisher, as they are compared."""
    return Lineage(
        names=names,
        publishers=publishers,
        marks=np.array([_mark(own) for own in names], dtype=np.uint64),
        publisher_marks=np.array([_mark([one] if one else []) for one in publishers], np.uint64),
    )


def _mark(names: Iterable[str]) -> int:
    bits = (1 << crc32(name.encode("utf-8", "surrogatepass")) % 64 for name in names)
    return reduce(or_, bits, 0)


def read_lineage(articles: Sequence[Article]) -> Lineage | None:
    """The sources that articles name; None when none names any."""
    names = [credited_sources(article) for article in articles]
    if not any(names):
        return None
    publishers = [_folded(article.publisher) if article.publisher else "" for article in articles]
    return make_lineage(names, publishers)


def credited_sources(article: Article) -> Mapping[str, str]:
    """The names in an article's credits and bylines, as they are compared and as written.

    >>> from reconcile.model import Boilerplate, Span
    >>> text = "Hai bên ký biên bản. (Theo AFP, TTXVN)"
    >>> block = Boilerplate(span=Span(21, 38), reason="credit")
    >>> article = Article(id="a", text=text, language="vi", boilerplate=(block,))
    >>> dict(credited_sources(article))
    {'afp': 'AFP', 'ttxvn': 'TTXVN'}
    """
    names: dict[str, str] = {}
    for block in article.boilerplate:
        if block.reason not in _SIGNS:
            continue
        line = normalise(article.text[block.span.start : block.span.end]).text
        for part in _BETWEEN.split(_no_names(article.language).sub(",", line)):
            name = part.strip(" .…-“”\"'")
            if sum(map(str.isalpha, name)) > 1:
                names.setdefault(_folded(name), name)
    return names


@cache
def _no_names(language: str | None) -> re.Pattern[str]:
    """Words of a credit or byline that are no part of a name."""
    table = language_table(language, "boilerplate")
    return re.compile(rf"\b{any_of([*table['source_credits'], *table['byline_words']])}\b", re.I)


def _folded(name: str) -> str:
    return " ".join(normalise(name).text.casefold().split())
