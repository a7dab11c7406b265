"""Dates and times: granularity, extents, and days that differ."""

import datetime as dt

import pytest

from alignment.stories import conflicts, facts_of, verdicts

MEETING = "Hội nghị thượng đỉnh về biển Đông khai mạc {} tại Đà Nẵng."
REPORTED = "Theo ban tổ chức, {} tại Đà Nẵng khai mạc hội nghị thượng đỉnh về biển Đông."


@pytest.mark.parametrize(
    "other",
    [
        "ngày 23 tháng 10 năm 2013",
        "ngày 23-10-2013",
        "23.10.2013",
        "sáng 23/10/2013",
        "tháng 10/2013",
        "ngày 23/10",
    ],
)
def test_one_day_written_otherwise_or_less_exactly_is_no_conflict(other: str) -> None:
    """Rewriting and widening keep the agreement."""
    facts = facts_of(MEETING.format("ngày 23/10/2013"), REPORTED.format(other))
    assert verdicts(facts, "date")[0][0] in ("agreed", "refined")
    assert conflicts(facts) == []


@pytest.mark.parametrize("other", ["ngày 24/10/2013", "ngày 23/10/2014", "tháng 11/2013"])
def test_another_day_is_a_conflict(other: str) -> None:
    """The same sentence with another day, year or month."""
    facts = facts_of(MEETING.format("ngày 23/10/2013"), MEETING.format(other))
    assert [kind for kind, _, _ in conflicts(facts)] == ["date"]


def test_a_day_inside_the_days_it_lasted_is_no_conflict() -> None:
    """The second day of a round does not contradict the round's days."""
    facts = facts_of(
        "Vòng đàm phán diễn ra từ ngày 12-14/11/2025 tại Washington.",
        "Vòng đàm phán tại Washington sáng 13/11/2025 bàn về thuế.",
    )
    assert conflicts(facts) == []


def test_two_extents_that_overlap_are_a_conflict() -> None:
    """Twelve to fourteen is not twelve to fifteen."""
    facts = facts_of(
        "Vòng đàm phán diễn ra từ ngày 12-14/11/2025 tại Washington.",
        "Vòng đàm phán diễn ra từ ngày 12-15/11/2025 tại Washington.",
    )
    assert [kind for kind, _, _ in conflicts(facts)] == ["date"]


def test_yesterday_is_counted_from_each_article_of_its_own_day() -> None:
    """One day, called yesterday by one and today by the other."""
    facts = facts_of(
        MEETING.format("hôm qua"),
        REPORTED.format("hôm nay"),
        published=[dt.date(2013, 10, 24), dt.date(2013, 10, 23)],
    )
    assert verdicts(facts, "date") == [("agreed", ("2013-10-23, inferred",))]


def test_an_article_contradicts_its_own_range_of_days() -> None:
    """Four days cannot be three: an editor should look."""
    facts = facts_of(
        "Vòng đàm phán thứ hai diễn ra từ ngày 19–22/5/2025 tại Washington.\n"
        "Trong ba ngày làm việc, hai bên đã thống nhất nhiều nội dung quan trọng."
    )
    lengths = ("2025-05-19–2025-05-22 (4 days)", "3 days")
    assert conflicts(facts) == [("duration", "check", lengths)]


def test_what_an_article_and_its_copy_contradict_themselves_in_is_one_conflict() -> None:
    """A copy adds no conflict, not even one inside itself."""
    text = (
        "Vòng đàm phán thứ hai diễn ra từ ngày 19–22/5/2025 tại Washington.\n"
        "Trong ba ngày làm việc, hai bên đã thống nhất nhiều nội dung quan trọng."
    )
    (found,) = (fact for fact in facts_of(text, text) if str(fact.verdict) == "conflict")
    assert [len(value.claims) for value in found.values] == [2, 2]


def test_a_length_that_fits_the_range_of_days_raises_nothing() -> None:
    """Four days are four days."""
    facts = facts_of(
        "Vòng đàm phán thứ hai diễn ra từ ngày 19–22/5/2025 tại Washington.\n"
        "Trong bốn ngày làm việc, hai bên đã thống nhất nhiều nội dung quan trọng."
    )
    assert conflicts(facts) == []
