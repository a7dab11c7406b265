"""An article's text cut where marks begin and end, so that overlapping marks never nest."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.model import Article, Span


@frozen(kw_only=True)
class Mark:
    """Words of an article that stand behind a fact.

    Args:
        span: The words.
        fact: The fact's number on the page.
        rank: How much the fact matters, 0 the most; a stretch looks like its first mark.
        is_soft: Whether the words are a whole sentence of prose, shown only when asked for.
    """

    span: Span
    fact: int
    rank: int
    is_soft: bool


@frozen(kw_only=True)
class Segment:
    """A stretch of text in which nothing begins or ends.

    Args:
        start: Where it begins in the article's text.
        text: Its characters.
        facts: Numbers of the facts it stands behind, the one that matters most first.
        rank: The rank of the first mark; None where nothing is marked.
        is_soft: Whether all its marks are soft.
        boilerplate: Why it is not part of the article, None where it is.
    """

    start: int
    text: str
    facts: tuple[int, ...]
    rank: int | None
    is_soft: bool
    boilerplate: str | None


def cut(article: Article, *, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut an article's text into segments.

    Returns:
        Segments whose texts together are the article's text, none of them empty.

    >>> article = Article(id="a", text="sáng 12/11")
    >>> day, part = (Mark(span=Span(n, 10), fact=n, rank=0, is_soft=False) for n in (5, 0))
    >>> [(segment.text, segment.facts) for segment in cut(article, marks=[day, part])]
    [('sáng ', (0,)), ('12/11', (5, 0))]
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.span.start < mark.span.end:
            opening.setdefault(mark.span.start, []).append(mark)
            closing.setdefault(mark.span.end, []).append(mark)
    reasons = {block.span.start: block.reason for block in article.boilerplate}
    ends = {block.span.end for block in article.boilerplate}
    length = len(article.text)
    cuts = sorted({0, *opening, *closing, *reasons, *ends, length})
    active: dict[Mark, int] = {}
    reason: str | None = None
    segments = []
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            active[mark] -= 1
            if not active[mark]:
                del active[mark]
        for mark in opening.get(start, ()):
            active[mark] = active.get(mark, 0) + 1
        reason = reasons.get(start, None if start in ends else reason)
        segments.append(_segment(article, start, end, marks=list(active), reason=reason))
    return tuple(segments)


def _segment(
    article: Article, start: int, end: int, *, marks: Sequence[Mark], reason: str | None
) -> Segment:
    """One stretch; of its marks, hard ones come first, then what matters, then the shortest."""
    ranked = sorted(
        marks, key=lambda m: (m.is_soft, m.rank, m.span.end - m.span.start, m.span, m.fact)
    )
    return Segment(
        start=start,
        text=article.text[start:end],
        facts=tuple(dict.fromkeys(mark.fact for mark in ranked)),
        rank=ranked[0].rank if ranked else None,
        is_soft=all(mark.is_soft for mark in marks),
        boilerplate=reason,
    )
