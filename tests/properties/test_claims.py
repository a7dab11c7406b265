"""Laws of claims: exact words, one sentence, no boilerplate, whatever the text."""

import time
import unicodedata

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from reconcile import Article, extract_claims
from reconcile.model import check_claim
from reconcile.testing import articles, paraphrases
from strategies import any_text

_languages = st.sampled_from(["vi", "en", None])


def _seen(article):
    """What an article claims, apart from places."""
    return [(c.kind, str(c.value), c.subject, c.attribute) for c in extract_claims(article)]


@given(any_text, _languages, st.none() | st.dates())
def test_any_text_gives_claims_with_their_exact_words(text, language, published):
    article = Article(id="a", text=text, language=language, published=published)
    claims = extract_claims(article)
    for claim in claims:
        check_claim(claim, article=article)
        assert text[claim.span.start : claim.span.end] == claim.quote
    assert len({claim.id for claim in claims}) == len(claims)


@given(st.one_of(any_text, articles().map(lambda planted: planted.article.text)), _languages)
def test_composed_and_decomposed_text_make_the_same_claims(text, language):
    composed, decomposed = (
        Article(id="a", text=unicodedata.normalize(form, text), language=language)
        for form in ("NFC", "NFD")
    )
    assert _seen(composed) == _seen(decomposed)


@pytest.mark.parametrize("language", ["vi", "en"])
@given(data=st.data())
def test_every_planted_claim_is_found_however_it_is_written(language, data):
    planted = data.draw(articles(language=language))
    for written in (planted, data.draw(paraphrases(planted))):
        found = extract_claims(written.article)
        for wanted in written.claims:
            words = written.article.text[wanted.span.start : wanted.span.end]
            assert any(
                claim.kind == wanted.kind
                and claim.span.overlaps(wanted.span)
                and claim.value.relate(wanted.value).can_both_be_true
                for claim in found
            ), (wanted.kind, words)


@given(articles(), st.dates())
def test_the_publication_date_changes_no_full_date(planted, published):
    dated = evolve(planted.article, published=published)
    full = {c.value for c in planted.claims if c.kind == "date"}
    assert full <= {c.value for c in extract_claims(dated) if c.kind == "date"}


_PIECES = (
    '1|1.|1,000 |12/11/2025 |ngày |ngày 12/11 |Nguyễn |Nguyễn Văn An, |“|”a |"|(|ba mươi |trăm |'
    "tháng |từ 1 |A. |ông |Bộ Công Thương, |và |không |.|- |12h|USD $|% |3 người |five hundred |"
    'October |Mr. |said |"a |the |University of '
)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("piece", _PIECES.split("|"))
def test_a_long_run_of_anything_takes_linear_time(piece, language):
    text = piece * (100_000 // len(piece))
    began = time.perf_counter()
    extract_claims(Article(id="a", text=text, language=language))
    assert time.perf_counter() - began < 30  # seconds; quadratic time would be some minutes
