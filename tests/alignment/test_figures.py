"""Figures: which answer one question, and what is said of those that differ."""

import datetime as dt

import pytest

from alignment.stories import conflicts, facts_of, verdicts

FIRE = "Vụ cháy chợ Gạo đã thiêu rụi {} gian hàng vào đêm qua."


def test_one_figure_in_two_articles_is_agreed() -> None:
    """In digits or words, with other words around."""
    facts = facts_of(
        "Vụ cháy chợ Gạo làm 12 người bị thương.", "Mười hai người bị thương khi chợ Gạo bốc cháy."
    )
    assert verdicts(facts, "count") == [("agreed", ("12",))]


def test_two_figures_for_one_thing_are_a_clear_conflict() -> None:
    """145 and 144 stalls cannot both have burnt."""
    facts = facts_of(FIRE.format("145"), FIRE.format("144"))
    assert ("count", "clear", ("144", "145")) in conflicts(facts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("145", "hơn 140"),
        ("145", "gần 150"),
        ("145", "khoảng 150"),
        ("145", "hàng trăm"),
        ("hơn 100", "hơn 140"),
    ],
)
def test_a_hedge_is_no_conflict(one: str, other: str) -> None:
    """A rounder figure that allows the exact one refines it."""
    raised = conflicts(facts_of(FIRE.format(one), FIRE.format(other)))
    assert [found for found in raised if found[1] == "clear"] == []


def test_a_figure_with_its_counterpart_elsewhere_conflicts_with_no_third() -> None:
    """Both articles have the dead and the injured; neither figure is held against the other."""
    facts = facts_of(
        "Tai nạn trên quốc lộ 1 làm 3 người chết. Tai nạn còn khiến 12 người bị thương.",
        "Tai nạn trên quốc lộ 1 khiến 12 người bị thương. Có 3 người chết trong tai nạn.",
    )
    assert conflicts(facts) == []


def test_a_death_toll_that_a_later_article_raises_is_an_update() -> None:
    """The figure grows while the story goes on."""
    facts = facts_of(
        "Vụ cháy chợ Gạo làm 13 người chết.",
        "Vụ cháy chợ Gạo làm 15 người chết.",
        published=[dt.date(2024, 3, 12), dt.date(2024, 3, 13)],
    )
    assert verdicts(facts, "count") == [("updated", ("13", "15"))]


def test_without_dates_a_death_toll_that_differs_is_a_conflict() -> None:
    """Nobody can tell which came later."""
    facts = facts_of("Vụ cháy chợ Gạo làm 13 người chết.", "Vụ cháy chợ Gạo làm 15 người chết.")
    assert verdicts(facts, "count") == [("conflict", ("13", "15"))]


def test_amounts_in_two_currencies_are_never_compared() -> None:
    """Nothing is converted."""
    facts = facts_of(
        "Dự án cảng Vân Phong có vốn đầu tư 12 triệu USD.",
        "Dự án cảng Vân Phong có vốn đầu tư 300 tỷ đồng.",
    )
    assert conflicts(facts) == []


def test_a_score_told_from_the_other_side_is_the_same() -> None:
    """2-1 for the one is 1-2 for the other."""
    facts = facts_of(
        "Thanh Hóa thắng Nam Định với tỷ số 2-1 trên sân nhà.",
        "Nam Định thua Thanh Hóa với tỷ số 1-2 trên sân khách.",
    )
    assert conflicts(facts) == []


def test_in_english_too_two_figures_for_one_thing_conflict() -> None:
    """The mechanism knows no language."""
    facts = facts_of(
        "The fire destroyed 145 stalls at Gao market on Tuesday night.",
        "The fire destroyed 144 stalls at Gao market on Tuesday night.",
        language="en",
    )
    assert ("count", "clear", ("144", "145")) in conflicts(facts)


def test_the_dial_for_certainty_raises_only_what_is_plain() -> None:
    """Everything that `certain` raises, `balanced` and `everything` raise as well."""
    texts = (
        "Dự án có 72 nhân sự tham gia xây dựng nhà máy tại Bắc Ninh trong năm nay.",
        "Nhà máy ở Bắc Ninh do một đội ngũ 27 nhân sự dựng lên, theo chủ đầu tư.",
    )
    raised = [
        set(conflicts(facts_of(*texts, strictness=dial)))
        for dial in ("certain", "balanced", "everything")
    ]
    assert len(raised[0]) <= len(raised[1]) <= len(raised[2])
    assert all(found[1] == "clear" for found in raised[0])


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "Bão số 3 đổ bộ đêm qua khiến 24 người thiệt mạng tại ba tỉnh ven biển.",
            "Số người chết do bão tăng lên 27.",
            "vi",
        ),
        (
            "A blaze swept through a hostel early on Monday, killing 14 people.",
            "17 people were killed when the building caught fire, officials said.",
            "en",
        ),
    ],
)
def test_each_article_s_one_toll_is_held_against_the_other_s(
    one: str, other: str, language: str
) -> None:
    """Two tolls of one event are one question, whatever words stand around them."""
    raised = [
        fact
        for fact in facts_of(one, other, language=language)
        if fact.verdict == "conflict" and fact.attribute == "dead"
    ]
    assert len(raised) == 1


def test_two_quotations_with_other_figures_are_not_told_as_one() -> None:
    """Put out at 5h30 and put out at 6h is no agreement."""
    facts = facts_of(
        "Ông Nguyễn Văn Hòa, Chủ tịch phường, cho biết đám cháy được dập tắt lúc 5h30.",
        "Ông Nguyễn Văn Hòa, Chủ tịch phường, cho biết đám cháy được dập tắt lúc 6h.",
    )
    assert [f for f in facts if f.kind == "quote" and f.verdict != "single"] == []


@pytest.mark.parametrize(
    ("exact", "other", "certainty"),
    [
        ("491.578", "491.000", "check"),
        ("120.000", "200.000", "clear"),
        ("12.000", "10.000", "clear"),
    ],
)
def test_a_figure_is_another_one_rounded_only_when_it_is_near(
    exact: str, other: str, certainty: str
) -> None:
    """Zeros at the end of "200.000" do not make it what 120,000 comes to."""
    facts = facts_of(FIRE.format(exact), FIRE.format(other))
    assert [found[1] for found in conflicts(facts)] == [certainty]


@pytest.mark.parametrize(
    ("exact", "other", "raised"),
    [
        ("4.194", "4.200", False),
        ("18,9", "18", True),
        ("144,5", "145", False),
        ("144", "145", True),
    ],
)
def test_an_amount_in_billions_is_another_one_rounded_to_the_nearest(
    exact: str, other: str, raised: bool
) -> None:
    """4,194 billion comes to 4,200; 18.9 billion does not come to 18."""
    facts = facts_of(
        f"Doanh thu của tập đoàn Hòa Phát quý 3 đạt {exact} tỷ đồng.",
        f"Trong quý 3, tập đoàn Hòa Phát có doanh thu {other} tỷ đồng, theo báo cáo vừa công bố.",
    )
    assert bool([found for found in conflicts(facts) if found[0] == "money"]) is raised
