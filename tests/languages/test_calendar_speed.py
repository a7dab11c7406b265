"""No text can make the calendars slow: twice the text takes about twice the time."""

import time

import pytest

from growth import is_near_linear
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
        "đối tác toàn diện thiết lập năm 2020, ",
        "\n",
    ],
)
def test_time_grows_with_the_text_and_no_faster(language, piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        find(text, language=language)
        return time.process_time() - begun

    assert is_near_linear(seconds, 5_000)
