"""Which of two articles came out first, when their dates are not equally exact."""

import datetime as dt

import pytest

from alignment.stories import facts_of, verdicts
from reconcile.alignment.updates import Timeline

HANOI = dt.timezone(dt.timedelta(hours=7))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (dt.date(2024, 3, 12), dt.date(2024, 3, 13), True),
        (dt.date(2024, 3, 12), dt.date(2024, 3, 12), False),
        (dt.date(2024, 3, 12), dt.datetime(2024, 3, 12, 9), False),
        (dt.datetime(2024, 3, 12, 9), dt.date(2024, 3, 12), False),
        (dt.datetime(2024, 3, 12, 9), dt.datetime(2024, 3, 12, 10), True),
        (
            dt.datetime(2024, 3, 12, 9, tzinfo=HANOI),
            dt.datetime(2024, 3, 12, 3, tzinfo=dt.UTC),
            True,
        ),
        (dt.datetime(2024, 3, 12, 9, tzinfo=HANOI), dt.datetime(2024, 3, 12, 10), False),
        (dt.datetime(2024, 3, 12, 9, tzinfo=HANOI), dt.datetime(2024, 3, 13, 10), True),
        (dt.date(2024, 3, 12), dt.datetime(2024, 3, 13, 9, tzinfo=HANOI), False),
        (dt.date(2024, 3, 12), dt.datetime(2024, 3, 14, 9, tzinfo=HANOI), True),
        (dt.date(1, 1, 1), dt.datetime(9999, 12, 31, 23, tzinfo=HANOI), True),
        (None, dt.date(2024, 3, 12), False),
    ],
)
def test_an_article_is_before_another_only_when_that_is_sure(first, second, expected):
    """A bare day is the whole of it; a moment without a zone may be of any zone."""
    timeline = Timeline(published={"a": first, "b": second}, origin={"a": 0, "b": 1})
    assert timeline.is_before(["a"], ["b"]) is expected
    assert not timeline.is_before(["b"], ["a"])


def test_a_copy_that_comes_out_late_makes_no_contradiction_of_an_update():
    """It is one witness with the article it copies, and spoke when that did."""
    first = "Vụ cháy chợ Gạo ở Hưng Yên đêm qua làm 13 người chết, theo công an tỉnh."
    days = [dt.date(2024, 3, day) for day in (12, 13, 14)]
    facts = facts_of(first, "Số người chết vì cháy chợ Gạo lên 15.", first, published=days)
    assert verdicts(facts, "count") == [("updated", ("13", "15"))]


def test_a_toll_of_the_same_day_is_no_update_when_one_hour_is_unknown():
    """Nobody can tell which of the two came later, so the figures contradict each other."""
    facts = facts_of(
        "Vụ cháy chợ Gạo làm 13 người chết.",
        "Vụ cháy chợ Gạo làm 15 người chết.",
        published=[dt.date(2024, 3, 12), dt.datetime(2024, 3, 12, 9)],
    )
    assert verdicts(facts, "count") == [("conflict", ("13", "15"))]
