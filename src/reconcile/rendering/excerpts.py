"""The words behind a claim in their sentence, with the part that matters marked."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from reconcile.model import Article, Claim, Fact, FactValue, Span
from reconcile.rendering.labels import PROSE, is_spelling

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3  # shorter prose is marked whole
_MOST_WORDS = 400  # word alignment takes quadratic time; longer sentences are marked whole


@frozen(kw_only=True)
class Piece:
    """A stretch of an excerpt.

    Args:
        text: Its characters as the article has them.
        marked: Whether these are the words that matter.
        elided: Whether it only says that something was left out here.
    """

    text: str
    marked: bool = False
    elided: bool = False


def excerpt(
    article: Article, *, sentence: Span, marks: Iterable[Span], most: int | None = None
) -> tuple[Piece, ...]:
    """Cut a sentence into marked and unmarked pieces.

    Args:
        article: Where the sentence stands.
        sentence: Its span.
        marks: What to mark; may overlap; what lies outside the sentence is not shown.
        most: Code points to show at most; what is far from the first mark is left out.

    Returns:
        Pieces whose texts together are the sentence, but for what was left out.

    >>> article = Article(id="a", text="Khoảng 40 người bị thương.")
    >>> [piece.text for piece in excerpt(article, sentence=Span(0, 26), marks=[Span(7, 15)])]
    ['Khoảng ', '40 người', ' bị thương.']
    """
    spans = _merged(marks, within=sentence)
    window = sentence if most is None else _window(article.text, sentence, spans, most=most)
    pieces = [Piece(text="… ", elided=True)] if window.start > sentence.start else []
    position = window.start
    for span in _merged(spans, within=window):
        if span.start > position:
            pieces.append(Piece(text=article.text[position : span.start]))
        pieces.append(Piece(text=article.text[span.start : span.end], marked=True))
        position = span.end
    if position < window.end:
        pieces.append(Piece(text=article.text[position : window.end]))
    if window.end < sentence.end:
        pieces.append(Piece(text=" …", elided=True))
    return tuple(pieces)


def disputed_spans(
    fact: Fact, value: FactValue, *, claim: Claim, claims: Mapping[str, Claim]
) -> tuple[Span, ...]:
    """The words in which one of a value's claims stands against the fact's other values."""
    if is_spelling(fact):
        start = claim.quote.find(value.text)
        first = claim.span.start + start
        return (claim.span if start < 0 else Span(first, first + len(value.text)),)
    others = [claims[name] for name in fact.claims if name not in value.claims]
    return differing_spans(claim, others=others)


def differing_spans(claim: Claim, *, others: Sequence[Claim]) -> tuple[Span, ...]:
    """Where a claim's words differ from those of claims that say otherwise.

    A value differs whole; of sentences and quotations only the words that the nearest other one
    lacks.

    Returns:
        Spans of the article's text inside the claim's span, in order, at least one.
    """
    words = list(_WORD.finditer(claim.quote)) if claim.kind in PROSE else []
    if not others or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return (claim.span,)
    mine = [word.group().casefold() for word in words]
    matchers = [
        difflib.SequenceMatcher(None, mine, _WORD.findall(other.quote.casefold()), autojunk=False)
        for other in others
        if len(other.quote) <= len(claim.quote) * 8
    ]
    if not matchers:
        return (claim.span,)
    nearest = max(matchers, key=difflib.SequenceMatcher.ratio)
    spans = tuple(
        Span(claim.span.start + words[low].start(), claim.span.start + words[high - 1].end())
        for tag, low, high, _, _ in nearest.get_opcodes()
        if tag in ("replace", "delete")
    )
    return spans or (claim.span,)


def _merged(spans: Iterable[Span], *, within: Span) -> list[Span]:
    """The spans cut to a stretch, in order, with those that touch joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        start, end = max(span.start, within.start), min(span.end, within.end)
        if start >= end:
            continue
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return merged


def _window(text: str, sentence: Span, marks: Sequence[Span], *, most: int) -> Span:
    """The stretch of the sentence around its first mark that fits, cut between words if it can."""
    if sentence.end - sentence.start <= most:
        return sentence
    first = marks[0] if marks else Span(sentence.start, sentence.start)
    context = max(most - (first.end - first.start), 0) // 2
    start = min(max(first.start - context, sentence.start), sentence.end - most)
    end = start + most
    if start > sentence.start:
        start = text.find(" ", start, first.start) + 1 or start
    if end < sentence.end:
        space = text.rfind(" ", min(first.end, end - most // 4), end)
        end = space if space > start else end
    return Span(start, end)
