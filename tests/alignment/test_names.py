"""Names: short forms, spellings, titles."""

import pytest

from alignment.stories import conflicts, facts_of, verdicts
from reconcile.alignment.spellings import are_misspelt, are_surely_misspelt


def test_a_short_form_refines_the_full_name() -> None:
    """Greer is Jamieson Greer when no other Greer is about."""
    facts = facts_of(
        "Bộ trưởng đã gặp Trưởng Đại diện Thương mại Hoa Kỳ Jamieson Greer tại Washington.",
        "Bộ trưởng đã gặp ông Greer tại Washington để bàn về thuế.",
    )
    assert ("refined", ("Greer", "Jamieson Greer")) in verdicts(facts, "person")


def test_two_spellings_of_one_name_are_raised() -> None:
    """Both articles say the same of the bearer."""
    facts = facts_of(
        "Ca sĩ Christina Agulera nhận giải thưởng âm nhạc châu Âu tại Amsterdam.",
        "Giải thưởng âm nhạc châu Âu tại Amsterdam thuộc về ca sĩ Christina Aguilera.",
    )
    assert ("person", ("Christina Aguilera", "Christina Agulera")) in [
        (kind, values) for kind, _, values in conflicts(facts)
    ]
    (said,) = (fact.explanation for fact in facts if fact.certainty)
    assert "spellings of one name; " in said


def test_two_people_with_like_names_in_one_sentence_are_two_people() -> None:
    """Brothers stand side by side."""
    text = "Công an triệu tập Nguyễn Văn Thành và ông Nguyễn Văn Thanh để làm rõ vụ việc."
    assert conflicts(facts_of(text, text.replace("triệu tập", "đã mời"))) == []


def test_old_and_new_tone_marks_are_one_spelling() -> None:
    """Hoà and Hòa are settled before anything is compared."""
    facts = facts_of(
        "Ông Nguyễn Văn Hoà, Chủ tịch phường, cho biết nguyên nhân vụ cháy.",
        "Ông Nguyễn Văn Hòa, Chủ tịch phường, nói về nguyên nhân vụ cháy.",
    )
    assert conflicts(facts) == []


def test_one_title_in_two_grades_is_to_be_checked() -> None:
    """An acting rector is not the rector."""
    facts = facts_of(
        "Ông Võ Văn Xuân, quyền hiệu trưởng Trường Đại học Nam Cần Thơ, dự lễ khai giảng.",
        "Ông Võ Văn Xuân, hiệu trưởng Trường Đại học Nam Cần Thơ, dự lễ khai giảng.",
    )
    assert [(kind, certainty) for kind, certainty, _ in conflicts(facts)] == [("role", "check")]


def test_several_titles_of_one_person_are_no_conflict() -> None:
    """People hold many offices."""
    facts = facts_of(
        "Bộ trưởng Bộ Công Thương Nguyễn Hồng Diên phát biểu khai mạc phiên đàm phán.",
        "Trưởng đoàn đàm phán Chính phủ Nguyễn Hồng Diên phát biểu khai mạc phiên đàm phán.",
    )
    assert conflicts(facts) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("germaine lindsay", "jermaine lindsay"),
        ("vladimir putin", "vladmir putin"),
        ("bettie page", "betty page"),
        ("wei feng chong", "chong wei feng"),
        ("nguyễn sinh hùng", "nguyên sinh hùng"),
    ],
)
def test_these_are_one_name_spelt_in_two_ways(left: str, right: str) -> None:
    """A letter more, less or other; words in another order; a mark that is missing."""
    assert are_misspelt(left.split(), right.split())
    assert are_misspelt(right.split(), left.split())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("nguyễn văn minh", "nguyễn văn bình"),
        ("tân lập", "tân lập 1"),
        ("hà nội", "hà nam"),
        ("landmark 72", "landmark 81"),
    ],
)
def test_these_are_two_names(left: str, right: str) -> None:
    """Other words, other figures."""
    assert not are_misspelt(left.split(), right.split())


def test_only_long_words_are_surely_misspelt() -> None:
    """Vietnamese syllables are too short for likeness to be beyond chance."""
    assert are_surely_misspelt(["tanongsak", "saensoomboonsuk"], ["tanongsak", "saensomboonsuk"])
    assert not are_surely_misspelt(["trần", "thị", "lan"], ["trần", "thị", "lân"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Triển lãm diễn ra tại Lanmark 72.", "Sáng nay, Landmark 72 đón hơn 500 khách tham quan."),
        (
            "Anh gặp tay vợt Prendegast ở bán kết.",
            "Sau trận, Prendergast rời sân trong tiếng vỗ tay.",
        ),
    ],
)
def test_a_rare_name_in_two_spellings_is_to_be_checked_whatever_it_names(one, other) -> None:
    """Beside the same word, or a long one: extraction need not know what bears it."""
    raised = conflicts(facts_of(one, other))
    assert [certainty for _, certainty, _ in raised] == ["check"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hãng Samsung bán Galaxy.", "Hãng Samsung bán nhiều Galaxys."),
        ("Atletico hòa trận này.", "Atlético hòa trận đó."),
        ("Henrik ghi bàn cho đội khách.", "Cầu thủ kiến tạo là Henrikh chứ không phải ai khác."),
    ],
)
def test_words_that_may_well_be_two_names_or_two_forms_raise_nothing(one, other) -> None:
    """Plurals, words without their marks, short words beside other words."""
    assert conflicts(facts_of(one, other)) == []
