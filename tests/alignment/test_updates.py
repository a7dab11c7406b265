"""Which of two articles came out first, when their dates are not equally exact."""

import datetime as dt

import pytest

from alignment.stories import facts_of, verdicts
from reconcile.alignment.updates import is_before

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
    assert is_before("a", "b", {"a": first, "b": second}) is expected
    assert not is_before("b", "a", {"a": first, "b": second})


def test_a_toll_of_the_same_day_is_no_update_when_one_hour_is_unknown():
    """Nobody can tell which of the two came later, so the figures contradict each other."""
    facts = facts_of(
        "Vụ cháy chợ Gạo làm 13 người chết.",
        "Vụ cháy chợ Gạo làm 15 người chết.",
        published=[dt.date(2024, 3, 12), dt.datetime(2024, 3, 12, 9)],
    )
    assert verdicts(facts, "count") == [("conflict", ("13", "15"))]
