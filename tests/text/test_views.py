"""Views: what every later step works on, and how it leads back to the text as read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article, Boilerplate, Span
from reconcile.text import view_article
from strategies import any_text

_languages = st.sampled_from(["vi", "en", None, "xx", "en-GB"])


@st.composite
def _articles(draw):
    text = draw(any_text)
    edges = st.integers(0, len(text) + 2)
    spans = draw(st.lists(st.tuples(edges, edges), max_size=3))
    blocks = tuple(Boilerplate(span=Span(min(s), max(s)), reason="caption") for s in spans)
    return Article(id="a", text=text, language=draw(_languages), boilerplate=blocks)


@given(_articles())
def test_every_sentence_has_a_place_in_the_text_as_read(article):
    view = view_article(article)
    places = [view.source_span(s.start, s.end) for s in view.sentences]
    assert all(span.end <= len(article.text) for span in places)
    assert places == sorted(places)
    assert len(view.folded) == len(view.text)


@given(_articles())
def test_a_position_finds_its_own_sentence(article):
    view = view_article(article)
    found = {p: view.sentence_index(p) for p in range(len(view.text))}
    for index, sentence in enumerate(view.sentences):
        assert all(found.pop(p) == index for p in range(sentence.start, sentence.end))
    assert set(found.values()) <= {None}


@given(_articles())
def test_what_is_outside_boilerplate_in_the_view_is_outside_in_the_text(article):
    view = view_article(article)
    for position in range(len(view.text)):
        span = view.source_span(position, position + 1)
        touched = any(b.span.overlaps(span) for b in article.boilerplate)
        assert view.in_boilerplate(position, position + 1) == touched


@given(_articles())
def test_body_sentences_touch_no_boilerplate(article):
    view = view_article(article)
    for sentence in view.body_sentences:
        span = view.source_span(sentence.start, sentence.end)
        assert not any(b.span.overlaps(span) for b in article.boilerplate)


@given(_articles())
def test_a_span_of_the_text_finds_itself_through_the_view(article):
    view = view_article(article)
    for start in range(0, len(article.text), 2):
        span = Span(start, min(start + 3, len(article.text)))
        low, high = view.view_span(span)
        assert 0 <= low <= high <= len(view.text)
        if low < high:
            back = view.source_span(low, high)
            assert back.overlaps(span)


@given(any_text, _languages)
def test_composed_and_decomposed_text_have_the_same_sentences(text, language):
    views = [
        view_article(Article(id="a", text=unicodedata.normalize(form, text), language=language))
        for form in ("NFC", "NFD")
    ]
    assert views[0].text == views[1].text
    assert views[0].sentences == views[1].sentences


@pytest.mark.parametrize(("start", "end"), [(0, 3), (2, 9), (5, 6)])
def test_overlapping_blocks_count_as_one(start, end):
    blocks = tuple(
        Boilerplate(span=Span(low, high), reason="caption")
        for low, high in ((0, 12), (1, 3), (2, 2))
    )
    view = view_article(Article(id="a", text="Ảnh: Văn An. Bài", boilerplate=blocks))
    assert view.in_boilerplate(start, end)
    assert not view.in_boilerplate(12, 16)
