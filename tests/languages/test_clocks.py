"""Times of day near midnight, in every language that has words for it."""

import pytest

from languages.calendars import times_in


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("vi", "Tàu rời ga gần 24h ngày 23/10.", {"gần 24h": "23:01–23:59"}),
        ("vi", "Gần 0h ngày 23/10, tàu rời ga.", {"Gần 0h": "23:01–23:59"}),
        ("vi", "Hơn 23h59 ngày 23/10, tàu rời ga.", {"Hơn 23h59": "00:00–00:58"}),
        ("vi", "Khoảng 0h ngày 23/10, tàu rời ga.", {"Khoảng 0h": "00:00–00:30"}),
        (
            "en",
            "The train left shortly before 12 a.m. then.",
            {"shortly before 12 a.m.": "23:30–23:59"},
        ),
        ("en", "The train left around 12 a.m. then.", {"around 12 a.m.": "00:00–00:30"}),
    ],
)
def test_a_time_beside_midnight_stays_on_the_clock(language, sentence, expected):
    assert times_in(sentence, language=language) == expected
