"""No text can make names and speech slow: twice the text takes about twice the time."""

import time

import pytest

from growth import is_near_linear
from languages.namings import read
from reconcile.languages import language_pack


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


@pytest.mark.parametrize(
    ("language", "piece"),
    [("vi", "Đoàn gồm Bộ Y tế, Bộ Nội vụ. "), ("en", "The team including ")],
)
def test_each_list_of_members_costs_the_same_however_long_the_text(language, piece):
    names = language_pack(language).names

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        folded = text.lower()
        begun = time.process_time()
        names.find_memberships(text, folded, names=())
        return time.process_time() - begun

    assert is_near_linear(seconds, 10_000)
