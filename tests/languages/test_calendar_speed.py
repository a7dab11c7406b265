"""No text can make the calendars slow: twice the text takes about twice the time."""

import time

import pytest

from languages.calendars import find


@pytest.mark.parametrize("language", ["vi", "en", "und"])
@pytest.mark.parametrize(
    "piece",
    [
        "1/1/",
        "1",
        "a",
        "(",
        " ",
        "1-",
        "ngày ",
        "12/11 ",
        "tháng 1 ",
        "từ 1 đến ",
        "May 5 to ",
        "\n",
    ],
)
def test_time_grows_with_the_text_and_no_faster(language, piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.perf_counter()
        find(text, language=language)
        return time.perf_counter() - begun

    seconds(1_000)
    once, eight_times = min(seconds(5_000) for _ in range(3)), seconds(40_000)
    assert eight_times < 40 * max(once, 0.002)  # a square would be 64 times as long
