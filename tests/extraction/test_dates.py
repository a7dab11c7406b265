"""Claims about dates and times, with their subject, attribute and provenance."""

import datetime as dt
import unicodedata

import pytest

from reconcile.extraction import dates, extract_from_view
from reconcile.model import Article, Claim, check_claim
from reconcile.text import view_article
from reconcile.values import Name, Relation, relate


def claims_of(text: str, *, language: str = "vi", published: dt.date | None = None) -> list[Claim]:
    article = Article(id="a", text=text, language=language, published=published)
    found = extract_from_view(view_article(article), extractors_=[dates])
    assert all(check_claim(claim, article=article) is claim for claim in found)
    return list(found)


def test_a_date_and_a_time_of_one_phrase_are_two_claims():
    found = claims_of("Xe đổ lúc 12h30, ngày 1-11.", published=dt.date(2013, 11, 1))
    assert [(c.kind, c.quote, str(c.value)) for c in found] == [
        ("time", "12h30", "12:30"),
        ("date", "ngày 1-11", "2013-11-01"),
    ]


def test_a_decomposed_text_gives_its_own_words_and_the_same_value():
    text = "Họ gặp nhau thứ Ba tuần trước."
    composed, decomposed = (
        claims_of(unicodedata.normalize(form, text), published=dt.date(2013, 10, 23))
        for form in ("NFC", "NFD")
    )
    assert [c.value for c in composed] == [c.value for c in decomposed]
    assert composed[0].quote != decomposed[0].quote


def test_whoever_was_born_is_the_subject():
    found = claims_of("Công an bắt anh Nguyễn Văn Minh (SN 1973) hôm qua.")
    assert [(c.subject, c.attribute) for c in found] == [("Nguyễn Văn Minh", "born")]


def test_a_body_that_nobody_names_was_not_established():
    found = claims_of("Nhiều công ty mới được thành lập năm 2012.")
    assert [(c.subject, c.attribute) for c in found] == [(None, "when")]


def test_two_articles_that_date_one_partnership_apart_speak_of_one_subject():
    one = claims_of(
        "Ngày 19/5/2025, Việt Nam và Hoa Kỳ họp. Hợp tác chiến lược toàn diện đã được hai nước"
        " thiết lập từ tháng 9/2023."
    )[-1]
    other = claims_of(
        "Ngày 7/5/2025, Việt Nam đón khách Mỹ. Quan hệ được xác lập trong tuyên bố về Đối tác"
        " chiến lược toàn diện với Hoa Kỳ hồi cuối năm ngoái."
    )[-1]
    assert one.attribute == other.attribute == "established"
    assert one.subject == other.subject == "Đối tác chiến lược toàn diện Hoa Kỳ – Việt Nam"
    assert relate(one.value, other.value) is Relation.CONFLICTING


def test_weekdays_of_undated_english_articles_compare_by_name():
    thursday, friday = (
        claims_of(f"The quake hit the island on {day}.", language="en")[0].value
        for day in ("Thursday", "Friday")
    )
    assert thursday == Name.of("Thursday")
    assert relate(thursday, friday) is Relation.CONFLICTING


def test_nothing_is_claimed_of_an_unknown_language_but_iso_days():
    found = claims_of("Le 12 mars, puis 2013-10-23, à 20h30.", language="fr")
    assert [c.quote for c in found] == ["2013-10-23"]


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "vi",
            "Hôm qua, ngày mai, tuần trước, tháng sau, cuối năm ngoái, cách đây 3 năm trời mưa.",
        ),
        (
            "en",
            "Yesterday, tomorrow, last week, next month, in late 2012, three years ago.",
        ),
    ],
)
def test_a_day_of_publication_that_no_paper_can_have_counts_as_none(language, text, published):
    assert claims_of(text, language=language, published=published) == claims_of(
        text, language=language
    )
