"""What two articles share and what speaks against them, piece by piece, for a reader."""

from collections.abc import Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.grouping.edges import Material
from reconcile.grouping.evidence import feature_keys, kinds_of
from reconcile.grouping.features import KINDS, find_features, gather_tokens, settled_title
from reconcile.grouping.scoring import SCORER, share_of_odds
from reconcile.grouping.storydays import Days
from reconcile.text import View
from reconcile.text.tokens import tokenise

_ROUNDING = 1e-6


@frozen(kw_only=True)
class SharedEvidence:
    """Something that two articles share.

    Args:
        kind: One of `reconcile.grouping.features.KINDS`.
        words: As the first article writes them.
        points: What it adds to the log-odds of one event.
    """

    kind: str
    words: str
    points: float


@frozen(kw_only=True)
class Objection:
    """Something that speaks against one event.

    Args:
        words: What it is, for a reader.
        points: What it takes from the log-odds, 0 or more.
    """

    words: str
    points: float


@frozen(kw_only=True)
class Weights:
    """The score of a pair, taken apart.

    Args:
        score: Between 0 and 1.
        base: Log-odds of two articles of their lengths that share nothing.
        kinds: What each kind of evidence adds, in the order of `KINDS`.
        shared: The heaviest things shared, the heaviest first.
        objections: What speaks against.
    """

    score: float
    base: float
    kinds: tuple[float, ...]
    shared: tuple[SharedEvidence, ...]
    objections: tuple[Objection, ...]


def weigh_pair(material: Material, one: int, other: int, *, most: int) -> Weights:
    """Take the score of a pair apart.

    Args:
        material: What articles are measured on.
        one, other: Their numbers.
        most: How many shared things are listed at most.
    """
    evidence = material.evidence
    measures = evidence.measure(np.array([one]), np.array([other]))
    lengths = np.sqrt(evidence.lengths[[one]] * evidence.lengths[[other]])
    nothing = np.zeros_like(measures)
    likeness = SCORER.likeness(measures, lengths=lengths)
    objections = tuple(_objections(material, one, other))
    against = np.array([sum(objection.points for objection in objections)])
    kinds = np.sqrt(measures[0, :-1]) * SCORER.kinds
    base = float(SCORER.likeness(nothing, lengths=lengths)[0])
    untold = base + float(kinds.sum()) - float(likeness[0])
    if untold > _ROUNDING:
        words = "they have no two words of content in common"
        objections = (*objections, Objection(words=words, points=untold))
    beyond = likeness - against - SCORER.weigh_against(likeness, against)
    if beyond[0] > 0:
        words = "days that differ weigh more than words that are alike"
        objections = (*objections, Objection(words=words, points=float(beyond[0])))
    return Weights(
        score=float(share_of_odds(SCORER.weigh_against(likeness, against))[0]),
        base=base,
        kinds=tuple(kinds.tolist()),
        shared=tuple(_shared(material, one, other, measures[0, :-1], kinds, most)),
        objections=objections,
    )


def _objections(material: Material, one: int, other: int) -> Iterator[Objection]:
    gaps = np.abs(material.days[[one]] - material.days[[other]])
    published = float(SCORER.publication_against(gaps)[0])
    if published > 0:
        yield Objection(words=f"published {gaps[0]:.1f} days apart", points=published)
    distance = material.distance(one, other)
    apart = SCORER.story_against(distance, elsewhen=False)
    if apart:
        yield Objection(words=f"the nearest days they state are {distance} apart", points=apart)
    if material.elsewhen(one, other):
        first, second = (_written(material.opening(number)) for number in (one, other))
        points = SCORER.story_against(None, elsewhen=True)
        yield Objection(words=f"one opens with {first}, the other with {second}", points=points)


def _written(days: Days | None) -> str:
    return "no day" if days is None else str(days)


def _shared(
    material: Material,
    one: int,
    other: int,
    measures: NDArray[np.float64],
    kinds: NDArray[np.float64],
    most: int,
) -> Iterator[SharedEvidence]:
    matrix = material.evidence.matrix
    product = matrix[[one]].multiply(matrix[[other]]).tocoo()
    keys = material.evidence.keys[product.col]
    of_kind = kinds_of(keys)
    points = product.data * kinds[of_kind] / np.maximum(measures[of_kind], 1e-9)
    words = _words_by_key(material.views[one])
    order = np.lexsort((keys, -points))[:most]
    for key, kind, value in zip(keys[order], of_kind[order], points[order], strict=True):
        yield SharedEvidence(kind=KINDS[kind], words=words[int(key)], points=float(value))


def _words_by_key(view: View) -> dict[int, str]:
    """Each feature of an article as the article first writes it."""
    title = settled_title(view.article)
    body = tokenise([view.text]).without([view.boilerplate])
    tokens = gather_tokens(tokenise([title]), body)
    found = find_features(tokens, [view.pack])
    words: dict[int, str] = {}
    last = found.tokens + found.lengths - 1
    starts, ends = tokens.starts[found.tokens].tolist(), tokens.ends[last].tolist()
    in_title = tokens.in_title[found.tokens].tolist()
    for key, start, end, titled in zip(
        feature_keys(found).tolist(), starts, ends, in_title, strict=True
    ):
        words.setdefault(key, (title if titled else view.text)[start:end])
    return words
