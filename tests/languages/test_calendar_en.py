"""English dates and times, with an article published on Wednesday, 23 October 2013, or undated."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.calendars import attributes_in, dates_in, times_in

MONTHS = "January February March April May June July August September October November December"


def en(sentence: str, published: dt.date | None = dt.date(2013, 10, 23)) -> dict[str, str]:
    return dates_in(sentence, language="en", published=published)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met on October 23, 2013.", {"October 23, 2013": "2013-10-23"}),
        ("They met on the 23rd of October.", {"the 23rd of October": "2013-10-23*"}),
        ("They met on Oct. 23.", {"Oct. 23": "2013-10-23*"}),
        ("They met on 10/23/2013.", {"10/23/2013": "2013-10-23"}),
        ("They met on 2013-10-23.", {"2013-10-23": "2013-10-23"}),
        ("They met in September 2010.", {"September 2010": "2010-09"}),
        ("They met in May.", {"May": "2013-05*"}),
        ("They met in 2009.", {"2009": "2009"}),
        ("Films of the 1950s.", {"1950s": "1950-01-01–1959-12-31"}),
        (
            "Profit in the third quarter of 2013.",
            {"third quarter of 2013": "2013-07-01–2013-09-30"},
        ),
        (
            "Prices fell in late 2012 and 2013.",
            {"late 2012": "2012-08-01–2012-12-31", "2013": "2013"},
        ),
        ("They met in 2012 and 2013.", {"2012": "2012", "2013": "2013"}),
        ("They met in late 2014.", {"late 2014": "2014-08-01–2014-12-31"}),
        (
            "It ran from May 19 to June 2, 2014.",
            {"from May 19 to June 2, 2014": "2014-05-19–2014-06-02…"},
        ),
        ("It ran May 19-22, 2014.", {"May 19-22, 2014": "2014-05-19–2014-05-22…"}),
        ("He ruled between 1989 and 2001.", {"1989 and 2001": "1989-01-01–2001-12-31…"}),
        ("It happened yesterday.", {"yesterday": "2013-10-22*"}),
        ("It happened last night.", {"last night": "2013-10-22 18:00–2013-10-23 05:59*"}),
        ("It happened on Thursday evening.", {"Thursday evening": "2013-10-17 17:00–23:59*"}),
        ("The shop will open on Friday.", {"Friday": "2013-10-25*"}),
        ("It happened last week.", {"last week": "2013-10-14–2013-10-20*"}),
        ("It happened two days ago.", {"two days ago": "2013-10-21*"}),
        ("It happened late last year.", {"late last year": "2012-08-01–2012-12-31*"}),
    ],
)
def test_a_date_is_read_at_the_grain_it_is_written_in(sentence, expected):
    assert en(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march in 24/7 shifts.",
        "They met on 10/11/2013.",
        "They won 2-1 with version 4.3 and 1/2 of it.",
        "There were 2010 people and 1999 miles.",
        "It took 5 years, more than 10 years ago.",
        "They sailed on 10 Nov 11.",
    ],
)
def test_what_only_looks_like_a_date_or_reads_in_two_ways_is_none(sentence):
    assert en(sentence) == {}


def test_a_weekday_without_a_calendar_day_keeps_its_name():
    assert en("It happened on Thursday, she said yesterday.", None) == {"Thursday": "Thursday"}


def test_a_single_year_far_from_the_dateline_gives_no_other_date_its_year():
    story = "It happened on June 24, police said. " * 3 + "He was jailed on December 19, 2005."
    assert en(story, None)["June 24"] == "--06-24"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At 5:30 p.m. they left.", {"5:30 p.m.": "17:30"}),
        ("They left around 5pm.", {"around 5pm": "16:30–17:30"}),
        ("They left shortly after 8:30 p.m. then.", {"shortly after 8:30 p.m.": "20:31–21:00"}),
        ("It is open from 9 a.m. to 5 p.m. daily.", {"9 a.m. to 5 p.m.": "09:00–17:00"}),
        ("They left at noon.", {"noon": "12:00"}),
        ("They left at 17:30.", {"17:30": "17:30"}),
        ("The odds are 2:1 and the score 3:15.", {}),
    ],
)
def test_a_time_of_day_is_an_interval_of_minutes(sentence, expected):
    assert times_in(sentence, language="en") == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("He has led it since 2003.", "2003", ("from", None)),
        ("It is open until May 5.", "May 5", ("until", None)),
        ("The meeting began on May 5.", "May 5", ("from", "meeting")),
        ("The firm was founded in 1998.", "1998", ("established", None)),
        ("She was born in 1975.", "1975", ("born", None)),
    ],
)
def test_the_words_before_a_date_say_what_it_is_to_the_event(sentence, words, expected):
    assert attributes_in(sentence, language="en")[words] == expected


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_spelling_of_a_day_means_the_same_day(day):
    month = MONTHS.split()[day.month - 1]
    for spelling in (
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day}, {day.year}" if month != "May" else f"May {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        day.isoformat(),
    ):
        assert list(en(f"They met on {spelling}.").values()) == [day.isoformat()], spelling
