"""Input made to break the search ends in time and memory in proportion to its size."""

import time

import pytest

from growth import is_near_linear
from reconcile.settings import SimilaritySettings
from reconcile.similarity.copies import find_copies_among
from reconcile.similarity.corpora import TextCorpus

SENTENCE = (
    "Hai bên ký hiệp định thương mại tại Hà Nội sáng nay trước sự chứng kiến của nhiều người. "
)


def seconds_and_edges(texts):
    ids = [f"{position:07}" for position in range(len(texts))]
    start = time.process_time()
    edges = find_copies_among(ids, TextCorpus(texts), settings=SimilaritySettings())
    return time.process_time() - start, len(edges)


HOSTILE = {
    "identical": lambda count: [SENTENCE * 5] * count,
    "empty": lambda count: [""] * count,
    "one template": lambda count: [SENTENCE * 5 + f"số {number}" for number in range(count)],
    "one word, repeated": lambda count: ["a " * (number % 997 + 3) for number in range(count)],
    "one heading each": lambda count: [f"Tin {number}" for number in range(count)],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_edges_are_in_proportion_to_the_articles(kind):
    _, edges = seconds_and_edges(HOSTILE[kind](1500))
    assert edges <= 1500 * 200


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_time_is_in_proportion_to_the_articles(kind):
    def seconds(count):
        return seconds_and_edges(HOSTILE[kind](count))[0]

    assert is_near_linear(seconds, 4_000, floor=0.05)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["identical", "empty"])
def test_a_hundred_thousand_take_seconds(kind):
    seconds, edges = seconds_and_edges(HOSTILE[kind](100_000))
    assert edges == (99_999 if kind == "identical" else 0)
    assert seconds < 60


@pytest.mark.parametrize("text", ["a " * 1_000_000, "a" * 2_000_000, "\u0301" * 1_000_000])
def test_a_text_of_one_thing_over_and_over_is_read_in_a_moment(text):
    seconds, _ = seconds_and_edges([text, SENTENCE * 9, text + "b"])
    assert seconds < 20
