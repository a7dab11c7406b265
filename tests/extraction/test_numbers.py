"""Claims about numbers."""

import datetime as dt
import unicodedata
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reconcile import Article
from reconcile.extraction import extract_claims
from reconcile.extraction.counted import age_of
from reconcile.values import Quantity

KINDS = {"count", "measure", "percent", "money", "age", "duration", "ordinal"}


def numbers(text, **article):
    claims = extract_claims(Article(id="a", text=text, **{"language": "vi", **article}))
    return [c for c in claims if c.kind in KINDS]


def test_a_count_says_what_befell_those_it_counts():
    dead, injured = numbers("Vụ cháy ở chợ làm 3 người chết và 12 người bị thương.")
    assert (dead.quote, dead.attribute) == ("3 người", "dead")
    assert (injured.quote, injured.attribute) == ("12 người", "injured")


def test_two_wordings_of_one_count_have_one_attribute():
    (left,) = numbers("Vụ nổ làm 4 binh lính thiệt mạng.")
    (right,) = numbers("Bốn binh sĩ đã tử vong trong vụ nổ.")
    assert left.attribute == right.attribute == "dead"
    assert left.value == right.value


def test_a_year_of_birth_becomes_the_age_on_the_day_of_publication():
    text = "Cảnh sát bắt giữ Nguyễn Văn A (SN 1978, trú tại xã B)."
    (claim,) = numbers(text, published=dt.date(2013, 10, 21))
    assert (claim.value.low, claim.value.high, claim.value.unit) == (34, 36, "year")
    (undated,) = numbers(text)
    assert undated.value == Quantity.exactly(1978, unit="born")


def test_only_a_year_of_birth_is_turned_into_an_age():
    published = dt.date(2013, 10, 21)
    assert age_of(Quantity.exactly(35, unit="year"), published=published) == Quantity.exactly(
        35, unit="year"
    )
    later = Quantity.exactly(Decimal(2020), unit="born")
    assert age_of(later, published=published) == later


SENTENCES = st.sampled_from(
    [
        "Vụ cháy làm hơn 500 người bị thương.",
        "Thiệt hại khoảng 1,5 tỷ đồng.",
        "Đội nhà thắng 3-0 sau 90 phút.",
        "Ông B (SN 1978) đứng thứ hai.",
        "Nửa giờ sau, hai mươi tư ngư dân mất tích.",
        "Tỷ lệ đạt 57% và chiếm 1/5 cả nước.",
    ]
)


@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_composed_and_decomposed_text_give_the_same_claims(sentences):
    text = " ".join(sentences)
    composed = numbers(unicodedata.normalize("NFC", text))
    decomposed = numbers(unicodedata.normalize("NFD", text))
    assert [(c.kind, c.value, c.attribute) for c in composed] == [
        (c.kind, c.value, c.attribute) for c in decomposed
    ]


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.text(max_size=20))
def test_every_quote_is_its_slice_and_lies_in_its_sentence(sentences, noise):
    text = f" {noise} ".join(sentences)
    for claim in numbers(text):
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert claim.sentence.covers(claim.span)


def test_a_toll_is_read_across_its_cause():
    for text in (
        "Số người chết do bão tăng lên 27.",
        "Bão cướp đi sinh mạng của 27 người.",
        "Số người chết là 27.",
    ):
        (toll,) = numbers(text)
        assert (toll.attribute, toll.value.low) == ("dead", 27)
    (toll,) = numbers("The death toll from the storm rose to 27 on Monday.", language="en")
    assert (toll.attribute, toll.value.low) == ("dead", 27)
