"""How facts and values are called: in the articles' own words as far as these go."""

import pytest

from reconcile.model import Claim, Fact, FactValue, Span, Verdict
from reconcile.rendering.excerpts import disputed_spans
from reconcile.rendering.labels import is_prose, question, topic, value_words
from reconcile.values import Quantity


def _claim(quote, *, kind):
    return Claim(
        article="a",
        kind=kind,
        value=Quantity.exactly(1),
        span=Span(0, len(quote)),
        quote=quote,
        sentence=Span(0, len(quote)),
        extractor="vi.test",
    )


@pytest.mark.parametrize(
    ("kind", "quote", "text", "words"),
    [
        ("date", "sáng 12/11", "2025-11-12 00:00–11:59", "sáng 12/11"),
        ("date", "hôm qua", "2025-11-11", "hôm qua (2025-11-11)"),
        ("date", "năm 2024", "2024", "năm 2024"),
        ("time", "5h30", "05:30", "5h30"),
        ("time", "6 giờ chiều", "18:00", "6 giờ chiều (18:00)"),
        ("duration", "ba ngày", "3 day", "ba ngày"),
        ("duration", "từ 19–22/5", "2025-05-19–2025-05-22 (4 days)", "từ 19–22/5 (4 days)"),
        ("money", "20.850 đồng/lít", "20.850 VND/l", "20.850 đồng/lít"),
        ("count", "5 người chết", "≥ 5 người", "5 người chết (≥ 5 người)"),
    ],
)
def test_a_value_is_shown_in_the_words_of_its_article(kind, quote, text, words):
    claim, fact = _fact(kind, quote=quote, text=text)
    assert value_words(fact, fact.values[0], {claim.id: claim}) == words


def _fact(
    kind,
    *,
    subject=None,
    attribute=None,
    verdict=Verdict.CONFLICT,
    quote="sáu giờ",
    text="6 hour",
):
    claim = _claim(quote, kind=kind)
    return claim, Fact(
        id="f",
        kind=kind,
        subject=subject,
        attribute=attribute,
        verdict=verdict,
        certainty="clear" if verdict is Verdict.CONFLICT else None,
        values=(FactValue(text=text, claims=(claim.id,), origins=1),),
        explanation="",
    )


@pytest.mark.parametrize(
    ("kind", "about"), [("statement", "name · spelling"), ("place", "place · spelling")]
)
def test_a_name_spelt_in_two_ways_is_shown_as_it_is_spelt_and_only_it_is_marked(kind, about):
    sentence = "Tàu tới Phlippines hôm thứ hai."
    claim, fact = _fact(kind, attribute="name", quote=sentence, text="Phlippines")
    (value,), claims = fact.values, {claim.id: claim}
    assert question(fact) == about
    assert value_words(fact, value, claims) == "Phlippines"
    assert not is_prose(fact)
    (span,) = disputed_spans(fact, value, claim=claim, claims=claims)
    assert sentence[span.start : span.end] == "Phlippines"


@pytest.mark.parametrize(
    ("kind", "subject", "attribute", "words"),
    [
        ("duration", None, None, "duration"),
        ("count", None, "gian hàng", "number of gian hàng"),
        ("date", None, "when", "date · when"),
        ("date", "Vụ cháy", "when", "Vụ cháy · when"),
        ("statement", None, "polarity", "says the opposite"),
    ],
)
def test_a_conflict_is_headed_by_its_question_never_by_a_value(kind, subject, attribute, words):
    claim, fact = _fact(kind, subject=subject, attribute=attribute)
    assert question(fact) == topic(fact, {claim.id: claim}) == words


def test_a_fact_without_dispute_is_headed_by_what_it_says():
    claim, fact = _fact("duration", subject="Chuyến bay", verdict=Verdict.AGREED)
    assert topic(fact, {claim.id: claim}) == "Chuyến bay · duration: sáu giờ"
