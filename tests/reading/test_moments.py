"""When an article was published: read only when it can mean one thing, never invented."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.reading.moments import NoMoment, find_moment, parse_moment

_HANOI = dt.timezone(dt.timedelta(hours=7))
_MORNING = dt.datetime(2025, 11, 14, 10, 30, tzinfo=_HANOI)
_UTC = dt.datetime(2025, 11, 14, 3, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-11-14", dt.date(2025, 11, 14)),
        (" 20251114 ", dt.date(2025, 11, 14)),
        ("2025-11-14 10:30:00", _MORNING.replace(tzinfo=None)),
        ("2025-11-14T10:30:00+07:00", _MORNING),
        ("2025-11-14T03:30:00Z", _UTC),
        ("2025-11-14T03:30:00.000+0000", _UTC),
        ("Fri, 14 Nov 2025 10:30:00 +0700", _MORNING),
        ("Fri, 14 Nov 2025 03:30:00 GMT", _UTC),
        ("14/11/2025", dt.date(2025, 11, 14)),
        ("14.11.2025", dt.date(2025, 11, 14)),
        ("11/14/2025", dt.date(2025, 11, 14)),
        ("11/11/2025", dt.date(2025, 11, 11)),
        ("Thứ sáu, 14/11/2025, 10:30 (GMT+7)", _MORNING),
        ("10:30 14/11/2025 GMT+07:00", _MORNING),
        ("14-11-2025 10h30", _MORNING.replace(tzinfo=None)),
        ("14/11/2025 10:30 CH", dt.datetime(2025, 11, 14, 22, 30)),
        ("14/11/2025 12:05 AM", dt.datetime(2025, 11, 14, 0, 5)),
        ("Ngày 14 tháng 11 năm 2025", dt.date(2025, 11, 14)),
        ("November 14, 2025", dt.date(2025, 11, 14)),
        ("14 Nov 2025 10:30 +0700", _MORNING),
        ("Nov. 14, 2025 3:30 UTC", _UTC),
        ("November 14, 2025 | 10:30 am GMT+7", _MORNING),
        ("14 Nov 2025 10:30 (UTC+07:00)", _MORNING),
        ("Nov 13, 2025 22:30 UTC-5", _MORNING),
        (1763091000, _UTC),
        (1763091000000, _UTC),
        ("1763091000", _UTC),
        (20251114, dt.date(2025, 11, 14)),
        (_UTC, _UTC),
        (dt.date(2025, 11, 14), dt.date(2025, 11, 14)),
    ],
)
def test_a_date_that_can_mean_one_thing_is_read(value, expected):
    moment = parse_moment(value, day_first=None)
    assert moment == expected
    assert isinstance(moment, dt.datetime) == isinstance(expected, dt.datetime)


@pytest.mark.parametrize(
    "value",
    ["31/02/2024", "14/13/2025", "soon", "hôm nay", "3 giờ trước", "November 2025", "10:30", "2025",
     "Monday", "", "   ", "0001-01-01T00:00:00", "1/2/3", "9" * 50, "a" * 1000, "2025-11-14" * 20,
     "Fri, 14 Nov 2025 10:30:00 +9959", "Nov 14 2025 10:30 +99:00", "Nov 14 2025 10:30 UTC+48",
     "4 Nov 5 0:3" + "2" * 60 + "UTC", None, True, 5, -1, float("nan"), float("inf"), 10**30, [],
     {}],
)  # fmt: skip
def test_what_is_no_date_is_never_one(value):
    with pytest.raises(NoMoment, match=r"not a |could be"):
        parse_moment(value, day_first=None)


def test_day_and_month_in_doubt_follow_the_language_or_are_refused():
    assert parse_moment("3/4/2025", day_first=True) == dt.date(2025, 4, 3)
    assert parse_moment("3/4/2025", day_first=False) == dt.date(2025, 3, 4)
    with pytest.raises(NoMoment, match="could be 3 April or 4 March"):
        parse_moment("3/4/2025", day_first=None)


@given(st.datetimes(dt.datetime(1700, 1, 1), dt.datetime(2199, 1, 1)), st.booleans())
def test_printed_dates_are_read_back(moment, first):
    minute = moment.replace(second=0, microsecond=0)
    written = f"{minute:%d/%m/%Y %H:%M}" if first else f"{minute:%m/%d/%Y %H:%M}"
    assert parse_moment(written, day_first=first) == minute
    assert parse_moment(moment.isoformat(), day_first=None) == moment


@given(st.text(max_size=120), st.sampled_from([True, False, None]))
def test_any_text_is_a_date_or_a_refusal(text, first):
    with contextlib.suppress(NoMoment):
        moment = parse_moment(text, day_first=first)
        assert isinstance(moment, dt.date)
        assert moment.isoformat()


def test_a_date_in_a_line_is_found_with_its_place():
    line = "Anh Thơ 11/11/2025 23:13"
    start, end, moment = find_moment(line, day_first=True)
    assert (line[start:end], moment) == ("11/11/2025", dt.datetime(2025, 11, 11, 23, 13))
    assert find_moment("lần thứ 8, số 753/QĐ-TTg, tỷ số 2-1", day_first=True) is None
