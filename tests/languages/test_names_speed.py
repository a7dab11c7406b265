"""No text can make names and speech slow: twice the text takes about twice the time."""

import time

import pytest

from growth import is_near_linear
from languages.namings import read


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "“a ",
        "((((",
        "A",
        "A ",
        "A. ",
        "Nguyễn ",
        "Bộ ",
        "Công ty ",
        "ông ",
        "Hiệp định Thương mại ",
        "University of ",
        "x",
        "gồm A, ",
        "Ông A nói: ",
        "753/QĐ-",
        "Mỹ, ",
        "\n",
    ],
)
def test_time_grows_with_the_text_and_no_faster(language, piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        read(text, language=language)
        return time.process_time() - begun

    assert is_near_linear(seconds, 5_000)
