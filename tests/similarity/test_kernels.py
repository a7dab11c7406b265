"""The kernels that numba compiles give the same bits as the reference, where numba is there."""

import importlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import InvalidSettings
from reconcile.settings import SimilaritySettings
from reconcile.similarity import bands, sketches
from reconcile.similarity import copies as copying
from reconcile.similarity.bands import Banding
from reconcile.similarity.copies import find_copies_among
from reconcile.similarity.corpora import TextCorpus
from reconcile.similarity.jaccard import count_shared
from reconcile.similarity.minhash import permutations
from reconcile.similarity.runs import PairSet
from reconcile.text import kernels
from reconcile.text.shingles import distinct, find_shingles
from reconcile.text.tokens import hash_words, tokenise, word_hashes
from strategies import any_text

LONG = "ab1" * 700  # longer than the compiled kernel works on at a time
LONGER = [LONG, LONG * 40, "x " * 900]
TEXTS = st.lists(
    st.one_of(
        any_text,
        st.text(st.sampled_from("aA1_ \u0301ςΣİ\ud800\U0001d400\U00010400٣")),
        st.builds(
            "{} {} {}".format, any_text, st.sampled_from([LONG, LONG * 40, "x " * 900]), any_text
        ),
    ),
    max_size=6,
)
KERNELS = [False, True] if kernels.has_numba() else [False]


@pytest.mark.parametrize("compiled", KERNELS)
@given(texts=TEXTS)
def test_every_kernel_finds_the_same_words(compiled, texts):
    expected, found = tokenise(texts), hash_words(texts, compiled=compiled)
    assert found.offsets.tolist() == expected.offsets.tolist()
    assert found.words.tolist() == expected.words.tolist()


@pytest.mark.parametrize("compiled", KERNELS)
def test_words_of_every_length_are_the_same_wherever_a_kernel_cuts_the_text(compiled):
    words = ["ab1đ" * 20, *(("aĂ" * 20)[:length] for length in range(1, 40))]
    texts = [" " * (1015 + shift) + " ".join(words) for shift in range(12)]
    found = hash_words(texts, compiled=compiled)
    assert (
        found.words.tolist() == tokenise(texts).words.tolist() == 12 * word_hashes(words).tolist()
    )


if kernels.has_numba():

    def test_texts_are_copied_where_numba_does_not_say_how_it_keeps_them(monkeypatch):
        kernel = importlib.import_module("reconcile.text.compiled")
        texts = ["Hà Nội", "ascii only", "\U0001f600 và chữ"]
        expected = hash_words(texts).words.tolist()
        assert hash_words(texts, compiled=True).words.tolist() == expected

        def refuse(text):
            raise kernel.TypingError("no such attribute")

        monkeypatch.setattr(kernel, "_locate", refuse)
        assert hash_words(texts, compiled=True).words.tolist() == expected


@pytest.mark.parametrize("compiled", KERNELS)
@given(texts=TEXTS, size=st.integers(1, 5), num_perm=st.sampled_from([2, 13, 128]))
def test_every_kernel_makes_the_same_sketches(compiled, texts, size, num_perm):
    corpus = TextCorpus(texts or [""])
    expected = sketches.sketch_words(
        hash_words(corpus.texts), size=size, chosen=permutations(num_perm, 1)
    )
    found = sketches._sketch_chunk(
        corpus, size=size, chosen=permutations(num_perm, 1), stretches=True, compiled=compiled
    )
    assert (found.values == expected.values).all()
    assert (found.sizes == expected.sizes).all()
    assert (found.digests == expected.digests).all()
    assert found.stretches.keys.tolist() == expected.stretches.keys.tolist()
    assert found.stretches.counts.tolist() == expected.stretches.counts.tolist()


@pytest.mark.parametrize("compiled", KERNELS)
@given(
    rows=st.lists(st.tuples(*[st.integers(0, 2)] * 6), min_size=1, max_size=60),
    banding=st.sampled_from([Banding(6, 1), Banding(3, 2), Banding(2, 3)]),
    crowd=st.integers(1, 5),
)
def test_every_kernel_proposes_the_same_pairs(compiled, rows, banding, crowd):
    values = np.array(rows, dtype=np.uint32)
    expected, found = PairSet(len(rows)), PairSet(len(rows))
    bands.propose_by_bands(values, banding, found=expected, crowd=crowd)
    kernel = importlib.import_module(f"reconcile.similarity.{'compiled' if compiled else 'bands'}")
    kernel.propose_by_bands(values, banding, found=found, crowd=crowd)
    assert found.pairs().tolist() == expected.pairs().tolist()


@pytest.mark.parametrize("compiled", KERNELS)
@given(
    rows=st.lists(st.tuples(*[st.integers(0, 2)] * 6), min_size=1, max_size=9),
    num_perm=st.integers(1, 6),
)
def test_every_kernel_estimates_the_same_resemblance(compiled, rows, num_perm):
    values = np.array(rows, dtype=np.uint32)[:, :num_perm].copy()
    left, right = np.triu_indices(len(rows))
    kernel = importlib.import_module(
        f"reconcile.similarity.{'compiled' if compiled else 'sketches'}"
    )
    expected = [(values[i] == values[j]).sum() / num_perm for i, j in zip(left, right, strict=True)]
    assert kernel.resemblance(values, left, right).tolist() == expected


@pytest.mark.parametrize("compiled", KERNELS)
@given(texts=TEXTS, size=st.integers(1, 4))
def test_every_kernel_counts_shared_shingles_exactly(compiled, texts, size):
    left, right = np.triu_indices(len(texts), k=0)
    block = copying._Block(TextCorpus(texts), np.arange(len(texts)), left, right)
    pairs = copying._compare_block(block, size=size, compiled=compiled)
    sets = distinct(find_shingles(tokenise(texts), size=size))
    assert pairs.shared.tolist() == count_shared(sets, left, right).tolist()
    assert pairs.left_size.tolist() == sets.counts[left].tolist()
    assert pairs.right_size.tolist() == sets.counts[right].tolist()


@pytest.mark.parametrize("compiled", KERNELS)
def test_every_kernel_finds_the_same_copies(monkeypatch, compiled):
    monkeypatch.setenv("RECONCILE_KERNEL", "numba" if compiled else "numpy")
    chance = np.random.default_rng(8)
    words = [f"w{number}" for number in range(300)]
    texts = [" ".join(chance.choice(words, 120).tolist()) for _ in range(600)]
    texts += [text[: 300 + 10 * number] for number, text in enumerate(texts[:40])]
    ids = [f"{number:03}" for number in range(len(texts))]
    edges = find_copies_among(ids, TextCorpus(texts), settings=SimilaritySettings())
    assert len(edges) == 40
    assert {(int(edge.left) + 600, edge.containment > 0.9) for edge in edges} == {
        (number, True) for number in range(600, 640)
    }


def test_the_kernel_can_be_chosen(monkeypatch):
    monkeypatch.setenv("RECONCILE_KERNEL", "numpy")
    assert not kernels.use_compiled([10**9])
    monkeypatch.setenv("RECONCILE_KERNEL", "fortran")
    with pytest.raises(InvalidSettings, match="numpy or numba"):
        kernels.use_compiled([1])


def test_the_compiled_kernel_is_only_chosen_when_it_pays(monkeypatch):
    monkeypatch.delenv("RECONCILE_KERNEL", raising=False)
    assert not kernels.use_compiled([kernels.ENOUGH_WHEN_LOADED - 1])
    assert kernels.use_compiled([kernels.ENOUGH // 2] * 2) == kernels.has_numba()
