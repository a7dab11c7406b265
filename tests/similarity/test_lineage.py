"""A source that two articles name is evidence that one text stands behind both, never proof."""

import numpy as np
import pytest

from reconcile.model import Article
from reconcile.reading.boilerplate import find_boilerplate
from reconcile.settings import SimilaritySettings
from reconcile.similarity import copies as copying
from reconcile.similarity import find_copies, find_origins
from reconcile.similarity.lineage import credited_sources, read_lineage

SHARED = (
    "Đoàn tàu chở khách trật bánh lúc rạng sáng gần ga trung tâm, khiến hai toa lật nghiêng và "
    "mười bốn người phải vào viện, theo số liệu ban đầu của cơ quan cứu hộ địa phương."
)
OWN = {
    "a": "Một nhân chứng kể lại rằng tiếng động lớn vang lên ngay khi còi báo vừa dứt, rồi khói "
    "đen phủ kín đường ray và mọi người chạy tán loạn về phía nhà chờ cũ đang sửa chữa dở dang.",
    "b": "Hãng đường sắt hứa hoàn tiền vé, mở đường dây nóng cho thân nhân, đồng thời mời chuyên "
    "gia nước ngoài kiểm tra hệ thống phanh của toàn bộ loại đầu máy này trước cuối quý sau.",
}


def article(name, text, *, publisher=None, language="vi"):
    boilerplate = find_boilerplate(text, language)
    return Article(
        id=name, text=text, language=language, publisher=publisher, boilerplate=boilerplate
    )


def pair(left="", right="", *, shared=SHARED, publisher=None):
    return [
        article("a", f"{OWN['a']} {shared} {left}".strip(), publisher=publisher),
        article("b", f"{shared} {OWN['b']} {right}".strip()),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Theo AFP)", {"afp"}),
        ("(TTXVN)", {"ttxvn"}),
        ("Nguyễn Lan (Theo Reuters/AP)", {"nguyễn lan", "reuters", "ap"}),
        ("\nTheo Báo Mẫu\n", {"báo mẫu"}),
    ],
)
def test_a_credit_and_a_byline_name_their_sources(line, names):
    assert set(credited_sources(article("a", f"{OWN['a']}\n{OWN['b']} {line}"))) == names


def test_a_common_credit_lets_less_shared_text_be_a_copy_and_one_witness():
    assert find_copies(pair()) == ()
    assert find_copies(pair("(Theo AFP)", "(Theo Reuters)")) == ()
    (edge,) = find_copies(pair("(Theo AFP)", "(Theo AFP)"))
    assert 0.25 < edge.containment < 0.5
    assert edge.credit == "AFP"
    assert find_origins("ab", [edge]) == (("a", "b"),)


def test_who_credits_the_others_publisher_has_copied_from_it():
    (edge,) = find_copies(pair(right="(Theo Báo Mẫu)", publisher="Báo mẫu"))
    assert edge.credit == "Báo Mẫu"


def test_a_credit_alone_makes_no_copy():
    assert find_copies(pair("(Theo AFP)", "(Theo AFP)", shared="")) == ()
    few = "Hai toa lật nghiêng và mười bốn người phải vào viện."
    assert find_copies(pair("(Theo AFP)", "(Theo AFP)", shared=few)) == ()


def test_credits_are_no_evidence_when_nothing_is_left_to_lower():
    settings = SimilaritySettings(credited=1.0)
    assert find_copies(pair("(Theo AFP)", "(Theo AFP)"), settings=settings) == ()


def test_two_witnesses_without_a_common_credit_stay_two_at_the_same_share():
    (edge,) = find_copies(pair(), settings=SimilaritySettings(threshold=0.1, containment=0.2))
    assert edge.credit is None
    assert find_origins("ab", [edge]) == (("a",), ("b",))


def test_a_large_collection_finds_copies_by_credit_too(monkeypatch):
    articles = pair("(Theo AFP)", "(Theo AFP)")
    expected = find_copies(articles)
    monkeypatch.setattr(copying, "FEW", 1)
    assert find_copies(articles) == expected != ()


def test_names_that_share_a_mark_are_still_told_apart():
    body = f"{OWN['a']}\n{OWN['b']}"
    articles = [article(f"{n:03}", f"{body} (Theo Hãng {n})") for n in range(200)]
    lineage = read_lineage(articles)
    left, right = np.triu_indices(200, k=1)
    assert lineage.may_have_common(left, right).any()
    assert not lineage.have_common(left, right).any()
