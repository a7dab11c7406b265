"""Sentences: disjoint, in order, covering every word, split where a reader would."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text import find_sentences
from strategies import any_text

_ABBREVIATIONS = frozenset({"gs", "tp", "d.c", "mr", "u.s"})
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"


def _split(text):
    found = find_sentences(text, abbreviations=_ABBREVIATIONS)
    return [text[s.start : s.end] for s in found]


@given(any_text, st.lists(st.integers(-2, 80), max_size=4))
def test_sentences_are_disjoint_ordered_and_cover_every_word(text, breaks):
    sentences = find_sentences(text, abbreviations=_ABBREVIATIONS, breaks=breaks)
    position = paragraph = 0
    for sentence in sentences:
        assert position <= sentence.start < sentence.end
        assert not text[position : sentence.start].strip()
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        assert paragraph <= sentence.paragraph
        position, paragraph = sentence.end, sentence.paragraph
    assert not text[position:].strip()


@given(any_text, st.lists(st.integers(-2, 80), max_size=4))
def test_no_sentence_crosses_a_line_end_or_a_forced_break(text, breaks):
    for sentence in find_sentences(text, abbreviations=_ABBREVIATIONS, breaks=breaks):
        assert not set(text[sentence.start : sentence.end]).intersection(_LINE_ENDS)
        assert not any(sentence.start < b < sentence.end for b in breaks)


@pytest.mark.parametrize(
    "sentences",
    [
        ["GS. Tân đến TP. Huế.", "Ông ở lại 3 ngày."],
        ["Giá là 1.000 đồng.", "Nó tăng 2.5 lần!"],
        ['"Xong rồi."', "Ông An nói vậy."],
        [
            "Họ về Washington, D.C.",
        ],
        ["Mr. Smith left the U.S. Senate.", "He was 45."],
        ["Ai đến?", "Không ai..."],
        ["Chờ đã… rồi đi.", "Hết"],
        ["Ông Marc E. Knapper đến."],
        ["(Ảnh: An.)", "Bắt đầu."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences):
    assert _split(" ".join(sentences)) == sentences


def test_a_line_is_a_paragraph():
    found = find_sentences("A b. C d.\r\n\r\nE f", abbreviations=())
    assert [s.paragraph for s in found] == [0, 0, 1]


@pytest.mark.parametrize(
    "piece", [".", ".x", '"', '."', ". ", "… ”", "a", "A. ", " ", "\n", "a. -"]
)
def test_a_million_of_anything_takes_linear_time(piece):
    text = "A." + piece * (1_000_000 // len(piece)) + "x\n"
    began = time.perf_counter()
    find_sentences(text, abbreviations=_ABBREVIATIONS)
    assert time.perf_counter() - began < 10  # quadratic time would be hours


@pytest.mark.parametrize("filler", [" ", '"', "-", " -", "\u00a0"])
def test_a_long_stretch_after_a_full_stop_takes_linear_time(filler):
    text = "A." + filler * (500_000 // len(filler)) + "\n"
    began = time.perf_counter()
    find_sentences(text, abbreviations=_ABBREVIATIONS)
    assert time.perf_counter() - began < 10
