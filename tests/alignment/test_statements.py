"""Statements and quotations: sentences in other words, opposites, silence."""

import datetime as dt

from alignment.stories import conflicts, facts_of


def statement_verdicts(*texts: str, published: list[dt.date] | None = None) -> list[str]:
    """The verdicts of the statements that two articles share."""
    facts = facts_of(*texts, published=published or ())
    return [str(f.verdict) for f in facts if f.kind == "statement" and f.verdict != "single"]


def test_one_sentence_in_two_articles_is_agreed() -> None:
    """Word for word."""
    text = "Hai bên thống nhất tiếp tục phối hợp chặt chẽ trong thời gian tới."
    assert statement_verdicts(
        f"{text} Ngư dân Quảng Bình ra khơi đón mùa cá mới sau nhiều ngày biển động.",
        f"Giá vàng trong nước giảm mạnh phiên sáng nay vì đồng bạc xanh lên giá. {text}",
    ) == ["agreed"]


def test_one_statement_in_other_words_is_refined() -> None:
    """Most of the content is shared."""
    assert statement_verdicts(
        "Hai bên thống nhất tiếp tục phối hợp chặt chẽ giữa các nhóm kỹ thuật.",
        "Hai bên đồng ý phối hợp chặt chẽ hơn nữa giữa các nhóm kỹ thuật thời gian tới.",
    ) == ["refined"]


def test_what_was_to_come_and_then_came_to_pass_is_an_update() -> None:
    """The later article brings the story up to date."""
    found = statement_verdicts(
        "Ngư dân xã Bảo Ninh sẽ chôn cất xác cá voi trên bãi biển chiều nay.",
        "Ngư dân xã Bảo Ninh đã chôn cất xác cá voi trên bãi biển.",
        published=[dt.date(2024, 3, 1), dt.date(2024, 3, 2)],
    )
    assert found == ["updated"]


def test_a_denial_of_the_same_words_is_to_be_checked() -> None:
    """One letter of a word makes the opposite."""
    facts = facts_of(
        "Tàu cá Bình Định đã được lai dắt vào cảng Quy Nhơn an toàn trong đêm.",
        "Tàu cá Bình Định chưa được lai dắt vào cảng Quy Nhơn an toàn trong đêm.",
    )
    assert [(kind, certainty) for kind, certainty, _ in conflicts(facts)] == [
        ("statement", "check")
    ]


def test_an_article_that_says_nothing_of_it_is_named() -> None:
    """Silence is shown for each article."""
    facts = facts_of(
        "Vụ cháy chợ Gạo làm 12 người bị thương. Thiệt hại ước tính 15 tỷ đồng.",
        "Vụ cháy chợ Gạo làm 12 người bị thương.",
    )
    (money,) = [fact for fact in facts if fact.kind == "money"]
    assert (str(money.verdict), money.missing_from) == ("single", ("b",))


def test_an_article_that_says_it_in_another_place_is_not_silent() -> None:
    """The whole article is read, not only the aligned sentence."""
    facts = facts_of(
        "Thiệt hại do vụ cháy chợ Gạo ước tính 15 tỷ đồng, theo Công an tỉnh.",
        "Chợ Gạo cháy trong đêm. Chính quyền thống kê. Tiểu thương mất 15 tỷ đồng.",
    )
    (money,) = [fact for fact in facts if fact.kind == "money"]
    assert money.missing_from == ()


def test_a_changed_word_inside_a_direct_quotation_is_to_be_checked() -> None:
    """Two reporters cannot both have the words right."""
    facts = facts_of(
        "Ông Hòa nói: “Chúng tôi sẽ hỗ trợ toàn bộ tiểu thương bị thiệt hại trong tuần này”.",
        "Ông Hòa nói: “Chúng tôi sẽ hỗ trợ một phần tiểu thương bị thiệt hại trong tuần này”.",
    )
    assert "quote" in [kind for kind, _, _ in conflicts(facts)]


SAID = "“Chúng tôi đã nhiều lần phát hiện nhà bếp không bảo đảm vệ sinh nhưng không ai nghe”"


def test_the_same_words_of_two_people_are_to_be_checked() -> None:
    """One of the reporters has the wrong speaker, or two people said it together."""
    facts = facts_of(
        f"Ông Lê Văn Hòa nói: {SAID}.",
        f"Sáng nay trời mưa. {SAID}, bà Trần Thị Lan bức xúc kể lại với phóng viên.",
    )
    assert [str(f.verdict) for f in facts if f.kind == "quote"] == ["conflict", "agreed"]
    assert [(f.attribute, v.text) for f in facts if f.verdict == "conflict" for v in f.values] == [
        ("speaker", "Lê Văn Hòa"),
        ("speaker", "Trần Thị Lan"),
    ]


def test_the_same_words_of_one_person_named_in_two_ways_are_no_conflict() -> None:
    """A short form, or a slip in the name, which is raised as a spelling."""
    raised = conflicts(facts_of(f"Ông Lê Văn Hòa nói: {SAID}.", f"Ông Hòa nói: {SAID}."))
    assert [found for found in raised if found[0] == "quote"] == []


FIRST = (
    "Sáng 12/11, Thứ trưởng Nguyễn Văn An làm việc với ông Peter Marsh tại Hà Nội.",
    "Ngay sau buổi làm việc ấy, các nhóm hai nước bước vào thảo luận chi tiết theo kế hoạch.",
    "Hai bên thống nhất tiếp tục phối hợp chặt chẽ trong tháng tới.",
)
SECOND = (
    "Thứ trưởng Nguyễn Văn An sáng 12/11 đã làm việc với ông Peter Marsh ở Hà Nội.",
    "Đoàn hai nước nhanh chóng triển khai công việc của các nhóm theo kế hoạch.",
    "Hai bên thống nhất sẽ phối hợp chặt chẽ hơn trong tháng tới.",
)
# Nearer to the first story's middle sentence in words, and about something else.
RIVAL = "Ngay sau buổi làm việc ấy, các nhóm hai nước bước vào bữa tiệc."


def _tied(facts, one: str, other: str) -> bool:
    quotes = [" ".join(value.text for value in fact.values) for fact in facts]
    return any(one in quote and other in quote for quote in quotes)


def test_a_sentence_left_over_is_tied_beside_sentences_that_are() -> None:
    """A rival in another place has its own counterpart, so the two between tied ones are one."""
    facts = facts_of(" ".join((*FIRST, RIVAL)), " ".join((*SECOND, RIVAL)))
    assert _tied(facts, "thảo luận chi tiết", "triển khai công việc")
    assert not _tied(facts, "thảo luận chi tiết", "bữa tiệc")


def test_a_sentence_left_over_elsewhere_stays_apart() -> None:
    """Words in common alone are no second chance."""
    facts = facts_of(" ".join((*FIRST, RIVAL)), " ".join((RIVAL, SECOND[0], SECOND[2], SECOND[1])))
    assert not _tied(facts, "thảo luận chi tiết", "triển khai công việc")


def test_a_name_in_marks_ties_no_two_sayings_in_which_it_occurs() -> None:
    """Three words of somebody else's are a title or a slogan more often than a part of a saying."""
    facts = facts_of(
        "Ông Lê Văn Hòa mở chương trình “Hành trình vì khát vọng Việt” sáng nay.",
        "Bà Trần Thị Lan nói: “Tôi rất mừng khi Hành trình vì khát vọng Việt về quê tôi”.",
        "Anh Phạm Minh nói: “Hành trình vì khát vọng Việt cho tôi nhiều bạn mới”.",
    )
    assert not [f for f in facts if f.kind == "quote" and len(f.values) > 1]
