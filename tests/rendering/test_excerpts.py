"""Excerpts show the exact words and mark what differs."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article, Span
from reconcile.rendering.excerpts import differing_spans, excerpt
from rendering.samples import sample_report


@st.composite
def marked_texts(draw):
    """A text with some spans in it."""
    text = draw(st.text(min_size=1, max_size=80))
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges).map(lambda e: Span(min(e), max(e))), max_size=6))
    return Article(id="a", text=text), spans


@given(marked_texts())
def test_the_pieces_are_the_sentence(case):
    article, spans = case
    whole = Span(0, len(article.text))
    pieces = excerpt(article, sentence=whole, marks=spans)
    assert "".join(piece.text for piece in pieces) == article.text


@given(marked_texts())
def test_exactly_the_marked_characters_are_marked(case):
    article, spans = case
    pieces = excerpt(article, sentence=Span(0, len(article.text)), marks=spans)
    marked = [piece.marked for piece in pieces for _ in piece.text]
    assert marked == [
        any(span.start <= place < span.end for span in spans) for place in range(len(article.text))
    ]


@given(marked_texts(), st.integers(1, 30))
def test_a_shortened_excerpt_is_no_longer_than_asked_and_shows_the_first_mark(case, most):
    article, spans = case
    spans = sorted(span for span in spans if span.start < span.end)
    pieces = excerpt(article, sentence=Span(0, len(article.text)), marks=spans, most=most)
    assert sum(len(piece.text) for piece in pieces if not piece.elided) <= most
    if spans:
        assert any(piece.marked for piece in pieces)


def test_of_two_sentences_only_the_differing_words_are_marked():
    claims = sample_report().claims()
    affirmed, denied = (
        next(c for c in claims.values() if c.kind == "statement" and c.article == name)
        for name in ("bao-a", "bao-b")
    )
    text = denied.quote
    spans = differing_spans(denied, others=[affirmed])
    words = {text[s.start - denied.span.start : s.end - denied.span.start] for s in spans}
    assert "chưa" in words
    assert not any("khống chế" in word for word in words)


def test_a_short_value_differs_whole():
    claims = [c for c in sample_report().claims().values() if c.kind == "date"]
    assert differing_spans(claims[0], others=claims[1:2]) == (claims[0].span,)
