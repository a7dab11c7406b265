"""Signatures are datasketch's own, and so are the candidates that bands propose."""

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH
from hypothesis import given
from hypothesis import strategies as st

from reconcile.similarity.bands import Banding, choose_banding, propose_by_bands
from reconcile.similarity.jaccard import count_all_shared, count_shared, jaccard
from reconcile.similarity.minhash import permutations, short_hashes, sign_shingles
from reconcile.similarity.runs import PairSet
from reconcile.text.shingles import DEFINITION, distinct, find_shingles
from reconcile.text.tokens import tokenise
from strategies import any_text

TEXTS = st.lists(any_text, max_size=6)


def signatures_of(texts, *, size=3, num_perm=128, seed=1):
    shingles = find_shingles(tokenise(texts), size=size)
    return shingles, sign_shingles(shingles, size=size, num_perm=num_perm, seed=seed)


@given(TEXTS, st.integers(1, 4), st.sampled_from([2, 16, 128, 300]), st.integers(0, 2**32 - 1))
def test_signatures_are_datasketchs_bit_for_bit(texts, size, num_perm, seed):
    shingles, signatures = signatures_of(texts, size=size, num_perm=num_perm, seed=seed)
    assert signatures.values.dtype == np.uint32
    for text in range(len(texts)):
        own = shingles.hashes[shingles.offsets[text] : shingles.offsets[text + 1]]
        theirs = MinHash(num_perm=num_perm, seed=seed, scheme="affine32", hashfunc=int)
        theirs.update_batch(short_hashes(own).tolist())
        assert (signatures.values[text] == theirs.hashvalues).all()
        assert signatures.to_datasketch(text) == theirs


def test_signatures_say_how_they_were_made():
    _, signatures = signatures_of(["một hai ba"], size=2, seed=7)
    made = (signatures.scheme, signatures.seed, signatures.shingle, signatures.definition)
    assert made == ("affine32", 7, 2, DEFINITION)


def test_an_index_of_datasketchs_accepts_our_signatures():
    text = "hai bên ký hiệp định thương mại tại Hà Nội"
    _, signatures = signatures_of([text, text + " sáng nay", "một chuyện khác hẳn"], size=2)
    index = MinHashLSH(threshold=0.5, num_perm=128)
    for article in range(3):
        index.insert(article, signatures.to_datasketch(article))
    assert set(index.query(signatures.to_datasketch(1))) == {0, 1}


def proposed(values, banding, **crowd):
    found = PairSet(len(values))
    propose_by_bands(values, banding, found=found, **crowd)
    return found.pairs()


def drawn_values(chance, count, num_perm):
    """Signatures of which many agree in many places."""
    bases = chance.integers(0, 2**32, (max(count // 4, 1), num_perm), dtype=np.uint32)
    values = bases[chance.integers(0, len(bases), count)]
    changed = chance.random(values.shape) < chance.random((count, 1))
    return np.where(changed, chance.integers(0, 2**32, values.shape, dtype=np.uint32), values)


@given(st.integers(0, 2**32 - 1), st.sampled_from([(16, 4), (32, 4), (25, 5), (2, 3), (64, 1)]))
def test_candidates_are_those_of_datasketchs_index(seed, cut):
    banding = Banding(*cut)
    values = drawn_values(np.random.default_rng(seed), 40, 128)
    index = MinHashLSH(params=cut, num_perm=128)
    chosen = permutations(128, 1)
    sketches = [MinHash(hashvalues=row, permutations=chosen, scheme="affine32") for row in values]
    for article, sketch in enumerate(sketches):
        index.insert(article, sketch)
    theirs = {
        (article, other)
        for article, sketch in enumerate(sketches)
        for other in index.query(sketch)
        if article < other
    }
    pairs = list(zip(*proposed(values, banding, crowd=40).tolist(), strict=True))
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == theirs


def test_a_band_that_all_share_gives_pairs_in_number_like_the_articles():
    values = np.zeros((5000, 8), dtype=np.uint32)
    assert proposed(values, Banding(2, 4), crowd=10).shape[1] < 5000 * 10


def test_recall_is_what_the_curve_says():
    chance = np.random.default_rng(0)
    banding = choose_banding(0.5, 128)
    for resemblance in (0.4, 0.5, 0.6):
        one = chance.integers(0, 2**32, (4000, 128), dtype=np.uint32)
        same = chance.random(one.shape) < resemblance
        other = np.where(same, one, chance.integers(0, 2**32, one.shape, dtype=np.uint32))
        left, right = proposed(np.concatenate((one, other)), banding)
        found = np.count_nonzero(right - left == 4000) / 4000
        assert found == pytest.approx(banding.recall(resemblance), abs=0.03)


@pytest.mark.parametrize("threshold", [0.2, 0.5, 0.8, 0.95])
def test_the_chosen_bands_miss_few_pairs_above_the_threshold(threshold):
    banding = choose_banding(threshold, 128)
    assert banding.bands * banding.rows <= 128
    assert banding.mean_recall(threshold) >= 0.98
    assert Banding(128 // (banding.rows + 1), banding.rows + 1).mean_recall(threshold) < 0.98


@given(TEXTS, st.integers(1, 3))
def test_exact_counts_are_those_of_python_sets(texts, size):
    sets = distinct(find_shingles(tokenise(texts), size=size))
    own = [
        set(sets.hashes[low:high].tolist())
        for low, high in zip(sets.offsets, sets.offsets[1:], strict=False)
    ]
    left, right = np.triu_indices(len(texts), k=1)
    expected = [len(own[i] & own[j]) for i, j in zip(left, right, strict=True)]
    assert count_shared(sets, left, right).tolist() == expected
    assert count_shared(sets, right, left).tolist() == expected
    found = dict.fromkeys(zip(left.tolist(), right.tolist(), strict=True), 0)
    for i, j, shared in zip(*(column.tolist() for column in count_all_shared(sets)), strict=True):
        found[i, j] = shared
    assert list(found.values()) == expected


@given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(1, 60))
def test_an_estimate_lies_in_its_band(seed, shared, apart):
    words = [f"{seed}_{number}" for number in range(shared + 2 * apart)]
    texts = [" ".join(words[: shared + apart]), " ".join(words[:shared] + words[shared + apart :])]
    _, signatures = signatures_of(texts, size=1, num_perm=512)
    exact = shared / (shared + 2 * apart)
    estimate = float((signatures.values[0] == signatures.values[1]).mean())
    assert abs(estimate - exact) < 6 * (0.25 / 512) ** 0.5


def test_resemblance_is_bounded_and_symmetric():
    one, other, shared = np.array([3, 5]), np.array([4, 5]), np.array([0, 5])
    assert jaccard(shared, one, other).tolist() == [0.0, 1.0]
    assert jaccard(shared, other, one).tolist() == [0.0, 1.0]
