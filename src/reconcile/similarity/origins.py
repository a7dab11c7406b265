"""Origins: articles split into independent witnesses, copies of one another standing together."""

from collections.abc import Iterable, Sequence

from reconcile.model import CopyEdge
from reconcile.settings import SimilaritySettings


def find_origins(
    ids: Sequence[str],
    copies: Iterable[CopyEdge],
    *,
    settings: SimilaritySettings = SimilaritySettings(),  # noqa: B008  (frozen)
) -> tuple[tuple[str, ...], ...]:
    """Split articles into independent witnesses.

    Two copies are one witness when much of each stands in the other. A piece that has pasted in
    a shorter one and goes on with as much text again of its own is a copy, and still a witness
    of its own.

    Args:
        ids: Articles of one group, in the order in which they are to be named.
        copies: Copy edges; those that leave the group do not count.
        settings: `SimilaritySettings.origin` is how much of the longer one must be shared.

    Returns:
        Every id once, in the order given; an origin stands where its first article does.

    >>> edges = [CopyEdge(left="a", right="c", jaccard=0.9, containment=0.95)]
    >>> find_origins(["a", "b", "c"], edges)
    (('a', 'c'), ('b',))
    """
    parents = {article: article for article in ids}
    for edge in copies:
        if edge.left in parents and edge.right in parents and is_one_witness(edge, settings):
            parents[_root(parents, edge.left)] = _root(parents, edge.right)
    origins: dict[str, list[str]] = {}
    for article in ids:
        origins.setdefault(_root(parents, article), []).append(article)
    return tuple(map(tuple, origins.values()))


def is_one_witness(
    edge: CopyEdge,
    settings: SimilaritySettings = SimilaritySettings(),  # noqa: B008  (frozen)
) -> bool:
    """Whether so much of the longer article stands in the shorter that it has little of its own.

    >>> is_one_witness(CopyEdge(left="piece", right="wire", jaccard=0.3, containment=1.0))
    False
    """
    lowered = 1.0 if edge.credit is None else settings.credited
    if edge.jaccard >= lowered * settings.threshold:
        return True
    return share_of_longer(edge) >= lowered * settings.origin


def share_of_longer(edge: CopyEdge) -> float:
    """The share of the longer article's shingles that stand in the shorter one, 0 to 1.

    With s shared shingles of a and b: J = s/(a+b-s) and C = s/min(a,b) give s/max(a,b).

    >>> share_of_longer(CopyEdge(left="a", right="b", jaccard=0.25, containment=1.0))
    0.25
    """
    if edge.jaccard == 0:
        return 0.0
    return 1 / (1 / edge.jaccard + 1 - 1 / edge.containment)


def _root(parents: dict[str, str], article: str) -> str:
    while parents[article] != article:
        parents[article] = parents[parents[article]]
        article = parents[article]
    return article
