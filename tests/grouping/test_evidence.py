"""Evidence is exact, its weights are shares, and days are compared as a calendar does."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grouping.stories import QUAKE, STORIES, collections, grouped
from reconcile.errors import InvalidLanguagePack
from reconcile.grouping import background
from reconcile.grouping.background import UNSEEN, load_background
from reconcile.grouping.edges import score_pairs
from reconcile.grouping.features import KINDS
from reconcile.grouping.scoring import SCORER
from reconcile.grouping.storydays import Days
from reconcile.languages import available_languages
from reconcile.text.tokens import word_hashes


@pytest.mark.parametrize("language", available_languages())
def test_common_words_stand_in_most_articles_and_names_in_few(language):
    common = {"vi": "của", "en": "the"}[language]
    shares = load_background(language).share_of(word_hashes([common, "zzyzx"]))
    assert shares[0] > 0.9
    assert shares[1] == UNSEEN


def test_an_unknown_language_has_no_background():
    assert load_background("xx").share_of(word_hashes(["the"])) == [UNSEEN]


def test_a_line_without_a_share_is_refused(monkeypatch, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "background.txt").write_text("# header\nthe of\n", "utf-8")
    monkeypatch.setattr(background.resources, "files", lambda _: tmp_path)
    load_background.cache_clear()
    with pytest.raises(InvalidLanguagePack, match=r"background\.txt#2 must be a share"):
        load_background("vi")
    load_background.cache_clear()


@given(collections())
def test_measures_are_shares_and_the_same_however_taken(articles):
    material = grouped(articles).basis.material
    count = material.days.size
    left, right = np.triu_indices(count, k=1)
    everything = material.evidence.measure_all()
    assert everything.shape == (left.size, len(KINDS) + 1)
    shares, words = everything[:, :-1], everything[:, -1]
    assert ((shares >= 0) & (shares <= 1)).all()
    assert (words == words.round()).all()
    np.testing.assert_allclose(everything, material.evidence.measure(left, right), atol=1e-6)
    np.testing.assert_allclose(everything, material.evidence.measure(right, left), atol=1e-6)


@given(collections())
def test_the_score_is_the_same_from_both_sides(articles):
    material = grouped(articles).basis.material
    left, right = np.triu_indices(material.days.size, k=1)
    one = score_pairs(left, right, material=material).log_odds
    other = score_pairs(right, left, material=material).log_odds
    np.testing.assert_allclose(one, other, atol=1e-5)


measures = st.lists(st.floats(0, 1), min_size=len(KINDS), max_size=len(KINDS))


@given(
    measures,
    st.integers(0, len(KINDS) - 1),
    st.floats(0, 1),
    st.floats(0, 10),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_more_shared_evidence_never_lowers_a_score(values, kind, more, against, shared, extra):
    lengths, contra = np.array([100.0]), np.array([against])
    richer = list(values)
    richer[kind] = max(values[kind], more)
    poor, rich = (
        SCORER.likeness(np.array([[*v, words]]), lengths=lengths)
        for v, words in ((values, shared), (richer, shared + extra))
    )
    assert SCORER.weigh_against(rich, contra)[0] >= SCORER.weigh_against(poor, contra)[0] - 1e-9


@given(st.floats(-10, 10), st.floats(0, 10), st.floats(0, 10))
def test_more_against_never_raises_a_score(likeness, one, other):
    low, high = sorted((one, other))
    weigh = SCORER.weigh_against
    value = np.array([likeness])
    assert weigh(value, np.array([high]))[0] <= weigh(value, np.array([low]))[0] + 1e-9


def day(text: str) -> Days:
    ordinal = dt.date.fromisoformat(text).toordinal()
    return Days(ordinal, ordinal, yearless=text.startswith("0004"))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2024-07-28", "2024-07-30", 2),
        ("2024-07-28", "2023-07-28", 366),
        ("2023-07-28", "0004-07-30", 2),
        ("0004-12-31", "2024-01-02", 2),
        ("0004-02-29", "0004-03-01", 1),
    ],
)
def test_days_without_a_year_are_compared_around_the_calendar(one, other, apart):
    assert day(one).distance(day(other)) == day(other).distance(day(one)) == apart


spans = st.builds(
    lambda first, length: Days(first, first + length),
    st.integers(735_000, 735_800),
    st.integers(0, 7),
)


@given(spans, spans)
def test_the_distance_of_days_is_symmetric_and_zero_when_they_overlap(one, other):
    assert one.distance(other) == other.distance(one) >= 0
    overlap = one.first <= other.last and other.first <= one.last
    assert (one.distance(other) == 0) == overlap


def test_a_title_counts_as_evidence():
    named = grouped(STORIES).basis.material
    row = [view.article.id for view in named.views].index(QUAKE.id)
    assert named.evidence.lengths[row] > len(QUAKE.text.split()) / 3
