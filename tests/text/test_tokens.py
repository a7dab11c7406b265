"""The tokeniser finds what a regular expression finds, and hashes what lower case makes equal."""

import re
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.letters import (
    CAPITAL,
    DIGIT,
    FILLED,
    LETTERS,
    LetterTables,
    fold_letter,
    units_of_letter,
)
from reconcile.text.tokens import HAS_DIGIT, STARTS_UPPER, tokenise, word_hashes

ODD_LETTERS = "aA1_ \n.-ăĂẮςσΣİıß\u0301\u0323\u200d\ud800\udfff\U0001d400\U0001f600\U00010400٣²Ⅷǅ"
TEXTS = st.lists(st.one_of(st.text(st.characters()), st.text(st.sampled_from(ODD_LETTERS))))


def folded(word: str) -> str:
    return "".join(map(fold_letter, word))


@given(TEXTS)
def test_words_are_those_of_the_regular_expression(texts):
    batch = tokenise(texts)
    assert len(batch) == len(texts)
    for text, low, high in zip(texts, batch.offsets, batch.offsets[1:], strict=False):
        found = list(re.finditer(r"\w+", text))
        spans = zip(batch.starts[low:high].tolist(), batch.ends[low:high].tolist(), strict=True)
        assert list(spans) == [match.span() for match in found]
        for match, flags in zip(found, batch.flags[low:high], strict=True):
            first = match.group()[0]
            assert bool(flags & STARTS_UPPER) == (first.isupper() or first.istitle())
            assert bool(flags & HAS_DIGIT) == any(c.isdecimal() for c in match.group())


@given(TEXTS)
def test_hashes_are_equal_exactly_when_the_folded_words_are(texts):
    words = [word for text in texts for word in re.findall(r"\w+", text)]
    hashes = tokenise(texts).words.tolist()
    assert hashes == word_hashes(words).tolist()
    assert len(set(zip(map(folded, words), hashes, strict=True))) == len(set(hashes))
    assert len(set(map(folded, words))) == len(set(hashes))


def test_every_code_point_has_the_kind_that_python_gives_it():
    codes = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    LETTERS.fill(codes)
    characters = [chr(code) for code in codes.tolist()]
    assert (LETTERS.units != 0).tolist() == [c.isalnum() or c == "_" for c in characters]
    assert (LETTERS.kinds & CAPITAL != 0).tolist() == [
        c.isupper() or c.istitle() for c in characters
    ]
    assert (LETTERS.kinds & DIGIT != 0).tolist() == [c.isdecimal() for c in characters]
    assert (LETTERS.kinds & FILLED).all()


@pytest.mark.parametrize("width", [np.uint8, np.uint16, np.uint32])
def test_tables_are_filled_from_code_points_of_any_width(width):
    tables = LetterTables()
    tables.fill(np.array([ord("a"), ord("é")], dtype=width))
    assert tables.units[ord("A")] == ord("a")


def test_the_units_of_letters_are_those_of_utf_16_and_a_letter_keeps_how_many_it_has():
    for character in filter(str.isalnum, map(chr, range(sys.maxunicode + 1))):
        units = units_of_letter(character)
        encoded = fold_letter(character).encode("utf-16-le", "surrogatepass")
        assert list(units) == memoryview(encoded).cast("H").tolist()
        assert len(units) == 1 + (ord(character) > 0xFFFF)


def test_a_long_word_is_hashed_the_same_wherever_it_stands():
    word = "ab1" * 50_000
    alone = tokenise([word]).words[0]
    batch = tokenise(["x " * 40_000 + word + " y"])
    assert batch.words[40_000] == alone
    assert batch.ends[40_000] - batch.starts[40_000] == len(word)
    assert batch.words[0] == batch.words[1]


def test_words_that_differ_in_one_letter_anywhere_have_hashes_apart():
    word = "ab" * 40
    changed = [word[:place] + other + word[place + 1 :] for place in range(80) for other in "xyzđă"]
    assert len(set(word_hashes([word, *changed]).tolist())) == 1 + 5 * 80


def test_neighbouring_texts_never_share_a_word():
    assert tokenise(["ab", "cd"]).offsets.tolist() == [0, 1, 2]


def test_words_in_boilerplate_are_left_out_even_when_they_only_touch_it():
    batch = tokenise(["Một hai ba bốn", "năm sáu"])
    kept = batch.without([[(5, 9)], []])
    assert kept.starts.tolist() == [0, 11, 0, 4]
    assert kept.offsets.tolist() == [0, 2, 4]


def test_blocks_that_hold_no_word_take_nothing_away():
    batch = tokenise(["một . hai"])
    assert batch.without([[(4, 5)]]) is batch


@pytest.mark.parametrize("odd", ["", "hai từ", "a.", "\u0301"])
def test_hashing_what_is_not_one_word_is_an_error_that_shows_it(odd):
    with pytest.raises(ValueError, match=re.escape(repr(odd))):
        word_hashes(["từ", odd])
