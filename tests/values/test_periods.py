"""Periods on the calendar: moments and extents, with a year and without."""

import datetime as dt

import pytest

from reconcile.values import Clock, Period, Relation, relate


def _days(first, last=None, **options):
    """Days written as YYYY-MM-DD, or as MM-DD when the year is not known."""
    days = [
        dt.date.fromisoformat(f"0004-{day}" if len(day) == 5 else day)
        for day in (first, last or first)
    ]
    if days[1] < days[0]:
        days[1] = days[1].replace(year=5)
    return Period.of_days(*days, yearless=len(first) == 5, **options)


def _extent(first, last):
    return _days(first, last, extent=True)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (_days("2025-11-12"), _days("2025-11-12"), Relation.EQUAL),
        (_days("2025-11-12"), _days("2025-11-13"), Relation.CONFLICTING),
        (_days("2025-11-12"), Period.of_month(2025, 11), Relation.REFINES),
        (Period.of_month(2025, 11), Period.of_year(2025), Relation.REFINES),
        # without a year
        (_days("2025-11-12"), _days("11-12"), Relation.REFINES),
        (_days("2025-11-12"), _days("11-13"), Relation.CONFLICTING),
        (_days("11-12"), Period.of_year(2025), Relation.COMPATIBLE),
        (_days("11-12"), Period.of_month(2025, 11), Relation.COMPATIBLE),
        (_days("11-12"), Period.of_month(4, 11, yearless=True), Relation.REFINES),
        # a stretch over the turn of the year
        (_days("01-05"), _days("12-20", "01-10"), Relation.REFINES),
        (_days("2025-01-05"), _days("12-20", "01-10"), Relation.REFINES),
        (_days("2025-12-25"), _days("12-20", "01-10"), Relation.REFINES),
        (_days("2025-01-15"), _days("12-20", "01-10"), Relation.CONFLICTING),
        (_days("2024-12-30", "2025-01-02"), _days("01-01"), Relation.COMPATIBLE),
        # leap days
        (_days("2024-02-29"), _days("02-29"), Relation.REFINES),
        (_days("2023-02-28"), _days("02-29"), Relation.CONFLICTING),
        (_days("02-28"), _days("02-29"), Relation.CONFLICTING),
        (_days("2023-02-28"), Period.of_month(4, 2, yearless=True), Relation.REFINES),
        (Period.of_month(2023, 2), Period.of_month(4, 2, yearless=True), Relation.REFINES),
        (_days("1896-03-01", "1904-02-28"), _days("02-29"), Relation.CONFLICTING),
        (_days("1896-03-01", "1904-02-29"), _days("02-29"), Relation.COMPATIBLE),
        # extents
        (_extent("2025-11-12", "2025-11-14"), _extent("11-12", "11-14"), Relation.REFINES),
        (_extent("11-12", "11-14"), _extent("11-12", "11-14"), Relation.EQUAL),
        (_extent("11-12", "11-14"), _extent("11-12", "11-13"), Relation.CONFLICTING),
        (_extent("2025-11-12", "2025-11-14"), _days("2025-11-12"), Relation.COMPATIBLE),
        (_extent("2025-11-12", "2025-11-14"), _days("11-13"), Relation.COMPATIBLE),
        (_extent("2025-11-12", "2025-11-14"), Period.of_month(2025, 11), Relation.REFINES),
        (_extent("2025-11-12", "2025-11-14"), _days("2025-11-15"), Relation.CONFLICTING),
        (_extent("11-12", "11-14"), Period.of_month(4, 11, yearless=True), Relation.REFINES),
    ],
)
def test_periods_relate_on_the_calendar(left, right, relation):
    assert relate(left, right) is relation
    assert relate(right, left) is relation.mirrored


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period.of_year(2023), "2023"),
        (Period.of_month(2023, 9), "2023-09"),
        (Period.of_month(4, 9, yearless=True), "--09"),
        (_days("2025-11-12"), "2025-11-12"),
        (_days("11-12", "11-14"), "--11-12–--11-14"),
        (_days("2025-07-01", "2025-09-30", granularity="quarter"), "2025-07-01–2025-09-30"),
    ],
)
def test_a_period_reads_well(period, text):
    assert str(period) == text


def test_a_part_of_a_day_reads_well():
    morning = Period(
        first=dt.datetime(2025, 11, 12, 6),
        last=dt.datetime(2025, 11, 12, 10, 59),
        granularity="part of day",
    )
    assert str(morning) == "2025-11-12 06:00–10:59"
    assert relate(morning, _days("2025-11-12")) is Relation.REFINES


def test_the_calendar_ends_without_a_crash():
    december = Period.of_month(9999, 12)
    assert relate(december, _days("12-20", "01-10")) is Relation.COMPATIBLE
    assert relate(_days("12-20", "01-10"), _days("9999-12-31")) is Relation.REFINED_BY
    assert relate(_days("0001-01-01"), _days("01-01")) is Relation.REFINES


def test_a_moment_counts_by_the_minute_on_the_wall():
    seconds = dt.datetime(2025, 1, 1, 8, 30, 59, 999, tzinfo=dt.UTC)
    period = Period(first=seconds, last=seconds, granularity="minute")
    assert period.first == dt.datetime(2025, 1, 1, 8, 30)
    assert str(period) == "2025-01-01 08:30"


@pytest.mark.parametrize(
    ("first", "last", "rule"),
    [
        ("0005-01-01", "0005-01-02", "must begin in year 4"),
        ("0004-06-01", "0005-06-01", "end within a year"),
        ("0004-06-01", "0006-01-01", "end within a year"),
    ],
)
def test_a_yearless_period_counts_from_one_year(first, last, rule):
    days = map(dt.date.fromisoformat, (first, last))
    with pytest.raises(ValueError, match=rule):
        Period.of_days(*days, yearless=True)


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="first must not follow last"):
        _days("2025-11-12", "2025-11-11")


def test_times_of_day_relate_as_intervals():
    about_ten = Clock(low=9 * 60 + 45, high=10 * 60 + 15)
    assert relate(Clock(low=600, high=600), about_ten) is Relation.REFINES
    assert relate(Clock(low=660, high=660), about_ten) is Relation.CONFLICTING
    assert str(about_ten) == "09:45–10:15"
    with pytest.raises(ValueError, match="need 0 <= low <= high < 1440"):
        Clock(low=0, high=1440)
