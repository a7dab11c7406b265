"""The outcome of grouping: the groups, the scored pairs behind them and what was left out."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from reconcile.grouping.edges import EventEdge, Material
from reconcile.grouping.overrides import Overrides
from reconcile.model import CopyEdge, Group, Problem
from reconcile.settings import GroupingSettings, SimilaritySettings


@frozen(kw_only=True, eq=False)
class Basis:
    """What the groups rest on, kept for explanations.

    Args:
        ids: The articles' ids, sorted.
        nodes: For each article the position in `ids` of the one that stands for it, shape (a,).
        rows: For each article its node's number in `material`, shape (a,).
        material: What the nodes were measured on.
    """

    ids: tuple[str, ...] = field(repr=False)
    nodes: NDArray[np.int64] = field(repr=False)
    rows: NDArray[np.int64] = field(repr=False)
    material: Material = field(repr=False)

    def position_of(self, name: str) -> int:
        """The position of an article's id in `ids`."""
        return bisect_left(self.ids, name)

    def row_of(self, name: str) -> int:
        """The number in `material` of the node that stands for an article."""
        return int(self.rows[self.position_of(name)])

    def node_of(self, name: str) -> str:
        """The id of the article that stands for an article."""
        return self.ids[int(self.nodes[self.position_of(name)])]


@frozen(kw_only=True, eq=False)
class Grouping:
    """Groups and everything that is needed to explain them.

    Args:
        groups: The groups, the largest first, then by date.
        edges: The scored pairs inside groups and the nearest misses between them, by id.
        copies: The copy edges between any of the articles.
        problems: Overrides that could not be used, articles that a ready grouping leaves out.
        group_of: For each article's id the position of its group in `groups`.
        settings: What was asked for.
        similarity: When two copies are one witness.
        overrides: The editor's decisions that were honoured.
        basis: What the groups rest on; None when they were given.
    """

    groups: tuple[Group, ...]
    edges: tuple[EventEdge, ...] = field(default=(), repr=False)
    copies: tuple[CopyEdge, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    group_of: Mapping[str, int] = field(repr=False)
    settings: GroupingSettings = field(factory=GroupingSettings)
    similarity: SimilaritySettings = field(factory=SimilaritySettings)
    overrides: Overrides = field(factory=Overrides)
    basis: Basis | None = field(default=None, repr=False)


def positions(groups: Sequence[Group]) -> Mapping[str, int]:
    """For each article's id the position of its group."""
    return {name: number for number, group in enumerate(groups) for name in group.articles}
