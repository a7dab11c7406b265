"""Copies are exactly the pairs that Python sets would give, whatever the order."""

import re
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article, Boilerplate, Span
from reconcile.settings import SimilaritySettings
from reconcile.similarity import copies as copying
from reconcile.similarity import find_copies, find_copies_in
from reconcile.text.tokens import tokenise

WORDS = st.lists(st.sampled_from(list("abcdefg")), max_size=14).map(" ".join)
INVENTED = ["".join(letters) for letters in product("bdghklmnst", "aeiou", "bcdghkmnpt")]
COLLECTIONS = st.lists(WORDS, max_size=8)
SETTINGS = st.builds(
    SimilaritySettings,
    shingle=st.integers(1, 3),
    threshold=st.sampled_from([0.1, 0.5, 0.9, 1.0]),
    containment=st.sampled_from([0.1, 0.5, 1.0]),
    shared=st.integers(1, 4),
)


def shingle_set(text: str, size: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    if 0 < len(words) < size:
        return {tuple(words)}
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def pairs_by_python(texts: dict[str, str], settings: SimilaritySettings) -> dict:
    sets = {name: shingle_set(text, settings.shingle) for name, text in texts.items()}
    found = {}
    for left, right in combinations(sorted(sets), 2):
        shared = len(sets[left] & sets[right])
        if shared:
            resemblance = shared / len(sets[left] | sets[right])
            contained = shared / min(len(sets[left]), len(sets[right]))
            is_inside = contained >= settings.containment and shared >= settings.shared
            if resemblance >= settings.threshold or is_inside:
                found[left, right] = (resemblance, contained)
    return found


def named(texts: list[str]) -> dict[str, str]:
    return {f"{position:05d}": text for position, text in enumerate(texts)}


def as_pairs(edges) -> dict:
    return {(edge.left, edge.right): (edge.jaccard, edge.containment) for edge in edges}


@given(COLLECTIONS, SETTINGS)
def test_copies_are_the_pairs_that_python_sets_give(texts, settings):
    articles = [Article(id=name, text=text) for name, text in named(texts).items()]
    found = as_pairs(find_copies(articles, settings=settings))
    assert found == pairs_by_python(named(texts), settings)


@given(COLLECTIONS, SETTINGS, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(texts, settings, chance):
    articles = [Article(id=name, text=text) for name, text in named(texts).items()]
    shuffled = articles.copy()
    chance.shuffle(shuffled)
    edges = find_copies(articles, settings=settings)
    assert find_copies(shuffled, settings=settings) == edges
    assert list(edges) == sorted(edges)


@given(COLLECTIONS, SETTINGS)
def test_words_at_hand_give_the_same_copies_as_articles(texts, settings):
    articles = [Article(id=name, text=text) for name, text in named(texts).items()]
    names = list(named(texts))
    found = find_copies_in(tokenise(texts), names, settings=settings)
    assert found == find_copies(articles, settings=settings)


def invented(chance: np.random.Generator, count: int) -> list[str]:
    """Sentences of twenty invented words."""
    return [" ".join(chance.choice(INVENTED, 20).tolist()) for _ in range(count)]


def family(chance: np.random.Generator, count: int) -> dict[str, str]:
    """Articles of which every third repeats one before: edited, or pasted into a longer one."""
    made: list[list[str]] = []
    for position in range(count):
        sentences = invented(chance, 12)
        if position % 3 == 1:
            sentences = made[chance.integers(position)].copy()
            sentences[chance.integers(len(sentences))] = invented(chance, 1)[0]
        elif position % 3 == 2:
            wire = made[chance.integers(position)]
            sentences = invented(chance, len(wire)) + wire + invented(chance, len(wire))
        made.append(sentences[:40])
    return named([". ".join(sentences) for sentences in made])


def test_sketches_find_what_comparing_all_pairs_finds(monkeypatch):
    texts = family(np.random.default_rng(4), 120)
    articles = [Article(id=name, text=text) for name, text in texts.items()]
    settings = SimilaritySettings(containment=0.8)
    exact = as_pairs(find_copies(articles, settings=settings))
    assert len(exact) > 80
    monkeypatch.setattr(copying, "FEW", 0)
    found = as_pairs(find_copies(articles, settings=settings))
    assert found.items() <= exact.items()
    assert len(found) >= 0.97 * len(exact)


@pytest.mark.parametrize("jobs", [0, 2, 3])
def test_the_number_of_jobs_does_not_matter(monkeypatch, jobs):
    monkeypatch.setattr(copying, "FEW", 0)
    articles = [
        Article(id=name, text=text) for name, text in family(np.random.default_rng(9), 450).items()
    ]
    assert find_copies(articles, jobs=jobs) == find_copies(articles)


def test_a_story_pasted_whole_into_a_longer_piece_is_a_copy(monkeypatch):
    chance = np.random.default_rng(1)
    wire, own = invented(chance, 8), invented(chance, 17)
    texts = {"piece": ". ".join(own[:5] + wire + own[5:]), "wire": ". ".join(wire)}
    texts |= {f"x{n}": ". ".join(invented(chance, 20)) for n in range(30)}
    articles = [Article(id=name, text=text) for name, text in texts.items()]
    monkeypatch.setattr(copying, "FEW", 0)
    (edge,) = find_copies(articles)
    assert (edge.left, edge.right) == ("piece", "wire")
    assert edge.containment == 1.0
    assert edge.jaccard < 0.35


def test_a_heading_inside_an_article_is_no_copy():
    (heading,) = invented(np.random.default_rng(2), 1)
    heading = " ".join(heading.split()[:9])
    article = ". ".join([heading, *invented(np.random.default_rng(3), 20)])
    assert find_copies([Article(id="a", text=article), Article(id="b", text=heading)]) == ()


def test_boilerplate_does_not_make_a_copy():
    chance = np.random.default_rng(5)
    tail = ". ".join(invented(chance, 15))
    articles = []
    for name in "ab":
        own = ". ".join(invented(chance, 10)) + "\n"
        span = Span(len(own), len(own) + len(tail))
        block = Boilerplate(span=span, reason="comments")
        articles.append(Article(id=name, text=own + tail, boilerplate=(block,)))
    assert find_copies(articles) == ()
    bare = [Article(id=article.id, text=article.text) for article in articles]
    assert len(find_copies(bare)) == 1


@pytest.mark.parametrize("few", [0, 512])
def test_equal_articles_are_all_paired_and_a_crowd_is_a_star(monkeypatch, few):
    monkeypatch.setattr(copying, "FEW", few)
    text = ". ".join(invented(np.random.default_rng(6), 10))
    edges = find_copies([Article(id=f"{n:02d}", text=text) for n in range(5)])
    assert len(edges) == 10
    edges = find_copies([Article(id=f"{n:02d}", text=text) for n in range(40)])
    assert {edge.left for edge in edges} == {"00"}
    assert len(edges) == 39


def test_equal_articles_share_what_they_have_in_common_with_others():
    chance = np.random.default_rng(7)
    sentences = invented(chance, 10)
    texts = {"a": sentences, "b": sentences, "c": sentences[:9] + invented(chance, 1)}
    edges = find_copies([Article(id=name, text=". ".join(text)) for name, text in texts.items()])
    assert [(edge.left, edge.right) for edge in edges] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_articles_without_words_are_copies_of_nothing():
    assert find_copies([Article(id=name, text=" … ") for name in "abc"]) == ()


def test_an_id_that_comes_twice_is_an_error_that_names_it():
    with pytest.raises(ValueError, match="unique, got 'a' twice"):
        find_copies([Article(id="a", text="x"), Article(id="a", text="y")])
