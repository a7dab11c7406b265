"""Claims about what was said: their words, speaker and polarity."""

from reconcile.extraction import extract_claims
from reconcile.model import Article, Claim


def quotes(text: str) -> list[Claim]:
    found = extract_claims(Article(id="a", text=text, language="vi"))
    return [claim for claim in found if claim.kind == "quote"]


def test_a_quotation_is_claimed_of_its_speaker_word_for_word():
    [quote] = quotes("Ông Lê Minh Tâm nói: “Chúng tôi chưa nhận được hồ sơ nào”.")
    assert (quote.subject, quote.attribute) == ("Lê Minh Tâm", "direct")
    assert quote.quote == "Chúng tôi chưa nhận được hồ sơ nào"
    assert quote.value.words[:3] == ("chúng", "tôi", "chưa")
    assert quote.value.negated


def test_a_quotation_of_several_sentences_is_claimed_sentence_by_sentence():
    found = quotes("Ông Lê Minh Tâm nói: “Giá đã giảm mạnh. Chúng tôi rất vui mừng”.")
    assert [quote.quote for quote in found] == ["Giá đã giảm mạnh.", "Chúng tôi rất vui mừng"]
    assert {quote.subject for quote in found} == {"Lê Minh Tâm"}


def test_reported_words_are_told_from_direct_ones():
    [quote] = quotes("Bộ Y tế cho biết số ca mắc đã giảm mạnh.")
    assert (quote.subject, quote.attribute) == ("Bộ Y tế", "indirect")
