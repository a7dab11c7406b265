"""How much of an event is held against itself: every sentence meets every other one.

What that costs grows with the square of the sentences, so that a megabyte of short sentences
would take all memory there is. Of a longer event each article gives its first sentences, where
news says what matters.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from reconcile.model import Claim
from reconcile.text import View


def even_shares(lengths: Sequence[int], *, most: int) -> list[int]:
    """How many to take of each, so that all come to `most` at the most; short ones are whole.

    Args:
        lengths: How many there are of each.
        most: How many to take in all; at least 0.

    >>> even_shares([10, 300, 200], most=110)
    [10, 50, 50]
    """
    taken = np.zeros(len(lengths), dtype=np.int64)
    left, open_ = most, len(lengths)
    for position in sorted(range(len(lengths)), key=lambda n: lengths[n]):
        taken[position] = min(lengths[position], left // open_)
        left, open_ = left - int(taken[position]), open_ - 1
    return taken.tolist()


def count_sentences(views: Sequence[View]) -> int:
    """How many sentences of the articles themselves an event has."""
    return sum(len(view.body_sentences) for view in views)


def first_sentences(
    views: Sequence[View], claims: Mapping[str, Sequence[Claim]], *, most: int
) -> tuple[Sequence[View], Mapping[str, Sequence[Claim]]]:
    """The views and claims of an event as they are, or those of each article's first sentences.

    Args:
        views: The views of the event's articles.
        claims: The claims of each article by its id.
        most: Sentences of the whole event.
    """
    if count_sentences(views) <= most:
        return views, claims
    lengths = [len(view.body_sentences) for view in views]
    kept = [
        view.opening(share)
        for view, share in zip(views, even_shares(lengths, most=most), strict=True)
    ]
    return kept, {
        view.article.id: [
            claim
            for claim in claims[view.article.id]
            if view.sentence_index(view.view_span(claim.sentence)[0]) is not None
        ]
        for view in kept
    }
