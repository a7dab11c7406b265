"""Shingles are the runs of k folded words, as Python would count them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.letters import fold_letter
from reconcile.text.shingles import distinct, find_shingles
from reconcile.text.tokens import tokenise

TEXTS = st.lists(st.text(st.sampled_from("abAĐđσς 1.\n\U00010400")), max_size=8)
SIZES = st.integers(1, 5)


def runs(text: str, size: int) -> list[tuple[str, ...]]:
    words = ["".join(map(fold_letter, word)) for word in re.findall(r"\w+", text)]
    if 0 < len(words) < size:
        return [tuple(words)]
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]


@given(TEXTS, SIZES)
def test_shingles_are_the_runs_of_words_in_their_order(texts, size):
    expected = [run for text in texts for run in runs(text, size)]
    shingles = find_shingles(tokenise(texts), size=size)
    assert shingles.counts.tolist() == [len(runs(text, size)) for text in texts]
    pairs = set(zip(expected, shingles.hashes.tolist(), strict=True))
    assert len(pairs) == len(set(expected)) == len(set(shingles.hashes.tolist()))


@given(TEXTS, SIZES)
def test_the_shingles_of_a_text_do_not_depend_on_its_neighbours(texts, size):
    together = find_shingles(tokenise(texts), size=size).hashes.tolist()
    apart = [h for text in texts for h in find_shingles(tokenise([text]), size=size).hashes]
    assert together == apart


@given(TEXTS, SIZES)
def test_distinct_shingles_are_each_texts_own_set_in_order(texts, size):
    shingles = find_shingles(tokenise(texts), size=size)
    sets = distinct(shingles)
    for text in range(len(texts)):
        own = shingles.hashes[shingles.offsets[text] : shingles.offsets[text + 1]].tolist()
        assert sets.hashes[sets.offsets[text] : sets.offsets[text + 1]].tolist() == sorted(set(own))
