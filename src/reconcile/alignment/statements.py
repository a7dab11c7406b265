"""Which sentences of different articles state the same thing, and which articles are silent.

Sentences are tied when each is the other's best counterpart in its article, or when one says
nearly all that the other says. What is left over gets a second chance beside them: stories are
told in much the same order, so two sentences whose neighbours are tied need only be each other's
best among those left. Ties are then joined from the strongest down, and two clusters only when
their members resemble one another on average, so that a long sentence does not chain two stories.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from attrs import frozen
from numpy.typing import NDArray

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.counterparts import choose_each_other
from reconcile.alignment.relations import Mask, Positions
from reconcile.alignment.rows import Matrix, cosines, coverage

_TIED = 0.18  # cosine from which two sentences that are each other's best say the same
_DRIFT = 0.1  # what it takes from a pair's likeness to stand at the two ends of their articles
# Cosine of what they say whomever they name: two headlines that share a town share no statement.
_SAID_ALIKE = 0.08
_FEWEST_SAID = 3  # small words, below which a headline is set in capitals and tells nothing
_BESIDE = 0.2  # cosine that it is worth that the sentences before are tied, or those after
_TIED_ANYWAY = 0.4  # and from which they do so even if a third is closer
_COVERED = 0.65  # share of a sentence's weight found in another from which that one says it too
_JOINED = 0.18  # average cosine from which two clusters of tied sentences are one
_IN_ONE_ARTICLE = 2  # sentences of one article that may state one thing
_SAID = 0.55  # share of a sentence's weight in two neighbouring sentences that makes it said there


@frozen(kw_only=True, eq=False)
class SentenceTies:
    """What the sentences of a group have to do with one another.

    Args:
        clusters: Sentence rows that state the same thing; each row stands in one cluster.
        cluster_of: The position in `clusters` of the one each sentence stands in, shape (s,).
        said_in: Whether an article says what a sentence says, anywhere, shape (s, articles).
    """

    clusters: tuple[tuple[int, ...], ...]
    cluster_of: Positions
    said_in: NDArray[np.bool_]


def tie_sentences(contexts: Contexts) -> SentenceTies:
    """Find the sentences that state the same thing."""
    articles = contexts.sentence_article
    cosine = contexts.cosine
    apart = articles[:, None] != articles[None, :]
    place = contexts.sentence_place
    drift = np.abs(place[:, None] - place[None, :])
    among = np.where(apart & (cosine > 0), cosine - _DRIFT * drift, -np.inf)
    covered = coverage(contexts.words, contexts.words)
    said = cosines(contexts.said)
    in_capitals = np.diff(contexts.said.indptr) < _FEWEST_SAID
    alike = (said >= _SAID_ALIKE) | in_capitals[:, None] | in_capitals[None, :]
    may = (apart & alike) & (cosine >= _TIED)
    best = may & choose_each_other(among, articles)
    left_over = np.where(
        _are_free(best, articles) & (_neighbours(best, articles) > 0), among, -np.inf
    )
    best |= may & choose_each_other(left_over, articles)
    tied = best | may & ((cosine >= _TIED_ANYWAY) | (np.maximum(covered, covered.T) >= _COVERED))
    strength = cosine + _BESIDE * _neighbours(best, articles)
    clusters = _join(tied, strength, cosine, articles)
    cluster_of = np.zeros(len(articles), dtype=np.int64)
    for number, cluster in enumerate(clusters):
        cluster_of[list(cluster)] = number
    return SentenceTies(
        clusters=clusters, cluster_of=cluster_of, said_in=_said_in(contexts, clusters)
    )


def _are_free(tied: Mask, articles: Positions) -> Mask:
    """Whether neither of two sentences is tied to any of the other's article."""
    row, column = np.nonzero(tied)
    taken = np.zeros((len(articles), articles.max(initial=-1) + 1), dtype=bool)
    taken[row, articles[column]] = True
    free: Mask = ~taken[:, articles]
    return free & free.T


def _neighbours(tied: Mask, articles: Positions) -> Matrix:
    """How many of the two pairs beside each pair are tied: of those before, of those after."""
    goes_on = articles[1:] == articles[:-1]
    both = goes_on[:, None] & goes_on[None, :]
    count = np.zeros(tied.shape)
    count[1:, 1:] += tied[:-1, :-1] & both
    count[:-1, :-1] += tied[1:, 1:] & both
    return count


def _join(
    tied: Mask, strength: Matrix, cosine: Matrix, articles: Positions
) -> tuple[tuple[int, ...], ...]:
    """Join ties from the strongest down, where the two clusters say the same on average.

    An article may say it in two sentences, if they are much alike.
    """
    row, column = np.nonzero(np.triu(tied, 1))
    order = np.lexsort((column, row, -strength[row, column]))
    cluster_of = list(range(len(articles)))
    members: dict[int, list[int]] = {i: [i] for i in cluster_of}
    told: dict[int, Counter[int]] = {i: Counter([int(a)]) for i, a in enumerate(articles)}
    for one, other in zip(row[order].tolist(), column[order].tolist(), strict=True):
        left, right = sorted((cluster_of[one], cluster_of[other]))
        if left == right:
            continue
        most = max(
            (told[left][a] + n for a, n in told[right].items() if a in told[left]), default=1
        )
        if most > _IN_ONE_ARTICLE:
            continue
        least = _JOINED if most == 1 else _TIED_ANYWAY
        if cosine[np.ix_(members[left], members[right])].mean() < least:
            continue
        for sentence in members[right]:
            cluster_of[sentence] = left
        members[left] += members.pop(right)
        told[left] += told.pop(right)
    return tuple(tuple(sorted(cluster)) for cluster in sorted(members.values(), key=min))


def _said_in(contexts: Contexts, clusters: Sequence[tuple[int, ...]]) -> NDArray[np.bool_]:
    """Which articles say what each sentence says, in a sentence or in two neighbouring ones."""
    articles = contexts.sentence_article
    count = len(contexts.articles)
    said = np.zeros((len(articles), count), dtype=bool)
    if len(articles):
        same_next = np.flatnonzero(articles[1:] == articles[:-1])
        windows = sp.vstack(
            [contexts.words, contexts.words[same_next] + contexts.words[same_next + 1]]
        ).tocsr()
        owner = np.concatenate([articles, articles[same_next]])
        found = coverage(contexts.words, windows) >= _SAID
        for article in range(count):
            said[:, article] = found[:, owner == article].any(axis=1)
    for cluster in clusters:
        rows = np.array(cluster, dtype=np.int64)
        said[np.ix_(rows, articles[rows])] = True
    return said
