"""Pairs that look like contradictions and are none, or none that is plain; and two that are."""

import pytest

from alignment.stories import conflicts, facts_of, verdicts

CHIP = (
    "Máy tính bảng Samsung dùng chip Qualcom Snapdragon 800, còn bản quốc tế dùng chip Qualcomm "
    "Snapdragon 600 mới."
)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Vắc xin Covid-19 của Pfizer được chuyển tới sân bay Nội Bài sáng nay.",
            "Cựu tay vợt trẻ của Pfister vừa tới Nội Bài dự giải quần vợt.",
        ),
        (
            "Ở nội dung đơn nam, Dimitrov thắng Ferrer sau ba set.",
            "Ở nội dung đơn nữ, Dimitrova thắng Errani sau ba set.",
        ),
        (CHIP, CHIP),
        ("Trận đầu, Thùy Linh thắng 21-15. Trận sau, Thùy Linh thắng 21-10 trước Thái Lan.",),
        (
            "Thùy Linh thua set hai 15-21 trước đối thủ Nhật Bản.",
            "Thùy Linh gặp khó ở set hai, nhưng vẫn thắng 21-10 ở set cuối.",
        ),
    ],
)
def test_two_things_are_not_one(texts) -> None:
    """Beside a small word, in a man's name and a woman's, in a copy, in two matches or sets."""
    assert conflicts(facts_of(*texts)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Động đất làm 240 người chết.",
            "Bà con đón Tết. Một vụ tai nạn giao thông hôm qua làm 2 người chết.",
        ),
        (
            "Tại bệnh viện Việt Đức, bác sĩ đang điều trị cho 12 nạn nhân của vụ cháy.",
            "Tại bệnh viện Bạch Mai, bác sĩ đang điều trị cho 15 nạn nhân của vụ cháy.",
        ),
    ],
)
def test_what_may_be_of_two_things_is_never_plain(one, other) -> None:
    """The only figures of their sort, or sentences of one mould that differ in two places."""
    raised = [found for found in conflicts(facts_of(one, other)) if found[0] == "count"]
    assert [certainty for _, certainty, _ in raised if certainty == "clear"] == []


def test_a_rise_and_a_fall_by_one_figure_are_no_agreement() -> None:
    """The value is the same and says the opposite."""
    facts = facts_of(
        "Ba tháng đầu năm, doanh thu của Vinamilk tăng 12% so với cùng kỳ.",
        "Theo báo cáo mới công bố, doanh thu quý 1 của Vinamilk giảm 12% so với cùng kỳ.",
    )
    assert verdicts(facts, "percent") == [("conflict", ("12% (decrease)", "12% (increase)"))]


@pytest.mark.parametrize(("one", "other"), [("4,5%", "4%"), ("7,2%", "8%")])
def test_a_rate_without_its_decimals_is_another_rate(one: str, other: str) -> None:
    """Rounded to the nearest it would be the same; cut off it is not."""
    facts = facts_of(
        f"Ngân hàng Nhà nước giảm lãi suất điều hành xuống {one} từ hôm nay.",
        f"Từ hôm nay, Ngân hàng Nhà nước hạ lãi suất điều hành xuống còn {other}.",
    )
    assert [found[0] for found in conflicts(facts)] == ["percent"]


def test_every_article_that_spells_a_rare_name_so_stands_behind_it() -> None:
    """Origins count all of them, and none of them is silent."""
    facts = facts_of(
        "Đội bóng từng tập huấn dài ngày tại Kharkivsk trước mùa giải mới.",
        "Giám đốc kỹ thuật trở về từ Kharkovsk sau chuyến công tác.",
        "Hôm qua đoàn rời Kharkivsk bằng tàu hỏa lúc nửa đêm.",
        "Giá vàng trong nước giảm mạnh phiên sáng nay.",
    )
    (raised,) = [fact for fact in facts if fact.verdict == "conflict"]
    assert [value.origins for value in raised.values] == [2, 1]
    assert raised.missing_from == ("d",)
