"""Why two articles are, or are not, one event."""

import heapq
from collections.abc import Iterator
from itertools import count

import attrs
import numpy as np
from attrs import field, frozen

from reconcile.errors import ReconcileError
from reconcile.grouping.edges import score_pairs
from reconcile.grouping.features import KINDS
from reconcile.grouping.groupings import Basis, Grouping
from reconcile.grouping.overrides import Override
from reconcile.grouping.scoring import share_of_odds
from reconcile.grouping.sharing import Weights, weigh_pair
from reconcile.similarity.origins import is_one_witness, share_of_longer

MOST_SHARED = 12
_MOST_PAIRS = 2_000  # measured to tell how two groups hold together


@frozen(kw_only=True)
class Step:
    """One step of the bridge between two articles of a group.

    Args:
        left, right: Article ids.
        score: Of the pair, 1 for what an override puts together.
        override: The line that puts them together, None when their score does.
    """

    left: str
    right: str
    score: float
    override: Override | None = None

    def __str__(self) -> str:
        why = f"score {self.score:.2f}" if self.override is None else str(self.override)
        return f"{self.left} – {self.right}  {why}"


@frozen(kw_only=True)
class PairExplanation:
    """Why two articles are one event, or are not.

    Args:
        left, right: Article ids.
        groups: The ids of their groups.
        together: Whether it is one group.
        threshold: Score from which two articles cover one event.
        reason: One sentence.
        weights: Their score taken apart; None when the groups were given.
        bridge: The steps that lead from one to the other, the weakest as strong as can be; empty
            when they are apart or have the same text.
        override: The line of the override file that decided, None when none did.
        notes: What a reader should know beside it.
    """

    left: str
    right: str
    groups: tuple[str, str]
    together: bool
    threshold: float
    reason: str
    weights: Weights | None = None
    bridge: tuple[Step, ...] = ()
    override: Override | None = None
    notes: tuple[str, ...] = field(default=())

    def lines(self) -> Iterator[str]:
        """The explanation as lines of plain text."""
        yield f"{self.left} and {self.right}: {'one event' if self.together else 'two events'}"
        yield self.reason
        yield from self.notes
        if self.bridge:
            yield "bridge:"
            yield from (f"  {step}" for step in self.bridge)
        if self.weights is not None:
            yield from _weight_lines(self.weights, self.threshold)

    def __str__(self) -> str:
        return "\n".join(self.lines())


def _weight_lines(weights: Weights, threshold: float) -> Iterator[str]:
    yield f"score {weights.score:.3f}, threshold {threshold:.2f}; in log-odds:"
    yield f"  {weights.base:+6.2f}  two articles of their lengths that share nothing"
    for kind, points in zip(KINDS, weights.kinds, strict=True):
        yield f"  {points:+6.2f}  {_KIND_WORDS[kind]}"
    for objection in weights.objections:
        yield f"  {-objection.points:+6.2f}  {objection.words}"
    if weights.shared:
        yield "shared, the heaviest first:"
        for one in weights.shared:
            yield f"  {one.points:+6.2f}  {one.kind}: {one.words}"


_KIND_WORDS = {
    "words": "shared words",
    "pairs": "shared pairs of words",
    "names": "shared names",
    "lead": "shared words of title and lead",
    "numbers": "shared numbers",
}


def explain_pair(left: str, right: str, grouping: Grouping) -> PairExplanation:
    """Explain why two articles are, or are not, one event.

    Args:
        left, right: Article ids, two different ones of the grouping.
        grouping: What `group_views` found.

    Raises:
        ReconcileError: An id is not in the grouping, or both are the same.
    """
    for name in (left, right):
        if name not in grouping.group_of:
            raise ReconcileError(f"no article with the id {name!r} was grouped.")
    if left == right:
        raise ReconcileError(f"two different articles can be explained, got {left!r} twice.")
    places = [grouping.group_of[name] for name in (left, right)]
    groups = (grouping.groups[places[0]].id, grouping.groups[places[1]].id)
    together = places[0] == places[1]
    explanation = PairExplanation(
        left=left,
        right=right,
        groups=groups,
        together=together,
        threshold=grouping.settings.threshold,
        reason=f"A ready grouping says so: {'both in one event' if together else 'two events'}.",
        override=_deciding(grouping, left, right),
    )
    if grouping.basis is None:
        return explanation
    return _found(explanation, grouping, grouping.basis)


def _found(given: PairExplanation, grouping: Grouping, basis: Basis) -> PairExplanation:
    """The explanation of a pair that was grouped by its words."""
    left, right = given.left, given.right
    one, other = basis.row_of(left), basis.row_of(right)
    weights = None
    bridge: tuple[Step, ...] = ()
    if one != other:
        weights = weigh_pair(basis.material, one, other, most=MOST_SHARED)
        bridge = _bridge(grouping, basis, left, right) if given.together else ()
    if given.override is not None:
        why = f" ({given.override.reason})" if given.override.reason else ""
        reason = f"The override file says so, {given.override}{why}."
    elif weights is None:
        reason = "Both have the same text, or nearly."
    elif given.together:
        reason = _why_together(weights.score, given.threshold, bridge)
    else:
        reason = _why_apart(weights.score, grouping, basis, left, right)
    return attrs.evolve(
        given,
        reason=reason,
        weights=weights,
        bridge=bridge,
        notes=(*_copy_notes(grouping, left, right), *_notes(basis, left, right)),
    )


def _deciding(grouping: Grouping, left: str, right: str) -> Override | None:
    """The line that names exactly this pair."""
    pair = {left, right}
    return next((one for one in grouping.overrides.lines if {one.left, one.right} == pair), None)


def _copy_notes(grouping: Grouping, left: str, right: str) -> Iterator[str]:
    """How much of the one text the other repeats, and what follows."""
    pair = min(left, right), max(left, right)
    edge = next((one for one in grouping.copies if (one.left, one.right) == pair), None)
    if edge is None:
        return
    shares = (
        f"{edge.containment:.0%} of the shorter text, {share_of_longer(edge):.0%} of the longer"
    )
    if is_one_witness(edge, grouping.similarity):
        yield f"One repeats the other ({shares}): they count as one witness."
    else:
        yield f"One holds much of the other ({shares}), and has enough of its own to be a witness."
    if edge.credit is not None:
        yield f"Both name the source {edge.credit}, so that less shared text is enough for that."


def _notes(basis: Basis, left: str, right: str) -> Iterator[str]:
    for name in (left, right):
        if np.isnan(basis.material.days[basis.row_of(name)]):
            yield f"{name} has no date of publication; the days its text states count instead."


def _own(score: float, threshold: float) -> str:
    reached = "reaches" if score >= threshold else "is below"
    return f"Their score {score:.2f} {reached} the threshold {threshold:.2f}"


def _why_together(score: float, threshold: float, bridge: tuple[Step, ...]) -> str:
    if score >= threshold:
        return f"{_own(score, threshold)}."
    if any(step.override is not None for step in bridge):
        return f"{_own(score, threshold)}, but the override file leads from one to the other."
    return f"{_own(score, threshold)}, but the group holds together as a whole."


def _why_apart(score: float, grouping: Grouping, basis: Basis, left: str, right: str) -> str:
    days, window = basis.material.days, grouping.settings.window
    gap = abs(days[basis.row_of(left)] - days[basis.row_of(right)])
    own = _own(score, grouping.settings.threshold)
    if gap > window:
        return f"They were published {gap:.0f} days apart; the window is {window} days."
    if score < grouping.settings.threshold:
        return f"{own}."
    mean = _mean_between(grouping, basis, left, right)
    return f"{own}, but their groups hold together better than with one another: {mean:.2f}."


def _mean_between(grouping: Grouping, basis: Basis, left: str, right: str) -> float:
    """The score of the mean log-odds over the pairs between two groups."""
    rows = [
        sorted({basis.row_of(name) for name in grouping.groups[grouping.group_of[one]].articles})
        for one in (left, right)
    ]
    ones, others = (grid.ravel()[:_MOST_PAIRS] for grid in np.meshgrid(*rows))
    low, high = np.minimum(ones, others), np.maximum(ones, others)
    pairs = score_pairs(low, high, material=basis.material)
    return float(share_of_odds(np.array([np.clip(pairs.log_odds, -6, 6).mean()]))[0])


def _bridge(grouping: Grouping, basis: Basis, left: str, right: str) -> tuple[Step, ...]:
    """The path through the group whose weakest step is strongest."""
    ties: dict[str, list[Step]] = {}
    for step in _steps(grouping, grouping.group_of[left]):
        ties.setdefault(step.left, []).append(step)
        ties.setdefault(step.right, []).append(step)
    start, goal = (basis.node_of(name) for name in (left, right))
    # The number of the entry stands before the path, so that two paths are never compared.
    entries = count(1)
    heap: list[tuple[float, int, str, int, tuple[Step, ...]]] = [(-1.0, 0, start, 0, ())]
    done: set[str] = set()
    while heap:
        weakest, length, here, _, path = heapq.heappop(heap)
        if here == goal:
            return path
        if here in done:
            continue
        done.add(here)
        for step in ties.get(here, []):
            there = step.right if step.left == here else step.left
            if there not in done:
                weaker = max(weakest, -step.score)
                entry = (weaker, length + 1, there, next(entries), (*path, step))
                heapq.heappush(heap, entry)
    return ()


def _steps(grouping: Grouping, group: int) -> Iterator[Step]:
    """The pairs inside a group that scored or that an override puts together."""
    for line in grouping.overrides.lines:
        named = {grouping.group_of.get(name) for name in (line.left, line.right)}
        if line.rule == "must_link" and named == {group}:
            yield Step(left=line.left, right=line.right, score=1.0, override=line)
    for edge in grouping.edges:
        if grouping.group_of[edge.left] == group == grouping.group_of[edge.right]:
            yield Step(left=edge.left, right=edge.right, score=edge.score)
