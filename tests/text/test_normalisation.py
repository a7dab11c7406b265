"""One form for every spelling of the same words, and the way back to the text as read."""

import time
import unicodedata

import numpy as np
import pytest
from hypothesis import assume, example, given

from reconcile.text import fold, normalise
from reconcile.text.composition import MOST_MARKS, compose
from strategies import any_text


@given(any_text)
def test_composing_gives_the_composed_form_of_the_whole(text):
    assert compose(text).text == unicodedata.normalize("NFC", text)


@given(any_text)
def test_composed_and_decomposed_text_give_the_same_view(text):
    assume("\u0344" not in text)  # its two forms differ by more than composition
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert normalise(composed).text == normalise(decomposed).text


@given(any_text)
@example("o\u00e0\u0302")
@example("a\u200b\u0301")
@example("1 . \u0301 , x")
def test_a_settled_text_stays_as_it_is(text):
    settled = normalise(text).text
    assert normalise(settled).text == settled


@given(any_text)
def test_every_code_point_knows_its_place_and_places_never_fall(text):
    settled = normalise(text)
    length = len(settled.text)
    places = [settled.to_source(i, i + 1) for i in range(length)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert [end for _, end in places] == sorted(end for _, end in places)


@given(any_text)
def test_the_way_back_leads_to_what_the_stretch_was_made_of(text):
    settled = normalise(text)
    for start in range(0, len(settled.text), 3):
        end = min(start + 4, len(settled.text))
        low, high = settled.to_source(start, end)
        assert _bare(settled.text[start:end]) in _bare(normalise(text[low:high]).text)


def _bare(text: str) -> str:
    """Letters and digits alone: a stretch may be cut from its tone or look like tokens."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFD", text)))


@given(any_text)
def test_the_way_there_and_the_way_back_meet(text):
    settled = normalise(text)
    for start in range(len(settled.text)):
        low, high = settled.to_source(start, start + 1)
        first, last = settled.stretch_from_source(low, high)
        assert first <= start < last


@given(any_text)
def test_folding_keeps_the_length_and_is_lower_case(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded.replace("İ", "") == folded.replace("İ", "").lower()


@pytest.mark.parametrize(
    ("written", "settled"),
    [
        ("hoà thuỷ Hoè", "hòa thủy Hòe"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("mơí", "mới"),
        ("cuả muà", "của mùa"),
        ("quá quả, Nicaraguá, Joshuà", "quá quả, Nicaraguá, Joshuà"),
        ("quý quỳ", "quý quỳ"),
        ("hoàn toàn khuỷu", "hoàn toàn khuỷu"),
        ("Chloé, Zoé", "Chloé, Zoé"),
        ("ngoẻ nghoé", "ngỏe nghóe"),
        ("12\u00a0tháng\u202f9", "12 tháng 9"),
        ("xử\u200b\u00ad lý", "xử lý"),
        ("12\u201114/11", "12-14/11"),
    ],
)
def test_spellings_of_one_word_become_one(written, settled):
    for form in ("NFC", "NFD"):
        assert normalise(unicodedata.normalize(form, written)).text == settled


@pytest.mark.parametrize(
    ("tokens", "prose"),
    [
        ("A 6 . 1 - magnitude quake hit , he said .", "A 6.1-magnitude quake hit, he said."),
        ("About 70 , 000 people fled .", "About 70,000 people fled."),
        ("On May 6 , 2009 , 230 people fled .", "On May 6, 2009, 230 people fled."),
        ("The U . S . Senate , in D . C . , met .", "The U.S. Senate, in D.C., met."),
        ("`` It 's over , '' she said .", '"It\'s over," she said.'),
        ('" It did n\'t rain , " he said .', '"It didn\'t rain," he said.'),
        ("They paid $ 5 , or 50 % .", "They paid $5, or 50%."),
        ("Apple ( AAPL ) 's price fell .", "Apple (AAPL)'s price fell."),
        ("It began at 6 : 24 a.m. , she said .", "It began at 6:24 a.m., she said."),
        ("A 4 - 1 / 2 - month term , he said .", "A 4-1/2-month term, he said."),
        ("One word .", "One word."),
    ],
)
def test_cut_tokens_are_joined(tokens, prose):
    assert normalise(tokens).text == prose


@pytest.mark.parametrize(
    "prose",
    [
        "Hai bên gặp nhau , rồi ký. Sau đó, họ về: xong.",
        "It was late, he said - and cold - so they left .",
        'Giá 5 - 7 triệu đồng; 6 , 7 người.\nAn nói: "Xong".',
        "Một dòng không có dấu",
        "",
    ],
)
def test_ordinary_prose_keeps_its_spaces(prose):
    assert normalise(prose).text == prose
    assert normalise(prose).starts is None


def test_more_marks_than_any_word_has_are_cut_into_lots():
    marks = "\u0323\u0301" * MOST_MARKS
    settled = normalise("a" + marks + "b")
    assert settled.text[0] == "ạ"
    assert settled.to_source(len(settled.text) - 1, len(settled.text)) == (61, 62)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a\u0301\u0323",
        "\u0301\u0323",
        ". ",
        "'' ",
        "1 , ",
        "hoà ",
        "\u200b",
        "\u1100\u1161",
        "İ",
    ],
)
def test_a_million_of_anything_takes_linear_time(piece):
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    fold(normalise(text).text)
    assert time.perf_counter() - began < 10  # quadratic time would be hours


def test_arrays_are_small_integers():
    settled = normalise(unicodedata.normalize("NFD", "hòa bình"))
    assert settled.starts is not None
    assert settled.starts.dtype == np.int32
    assert settled.starts.shape == (len(settled.text),)
