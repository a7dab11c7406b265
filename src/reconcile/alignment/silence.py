"""Which articles of a group do not answer a question, judged on the whole article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal

import numpy as np

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.entities import NAME_KINDS
from reconcile.alignment.questions import Question
from reconcile.alignment.statements import SentenceTies
from reconcile.model import Claim
from reconcile.values import Name, Quantity, Relation, Value, relate


class Givers:
    """Which articles give a value, or a more exact one, anywhere; looked up once for each value."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._articles: dict[str, dict[Value, set[str]]] = {}
        self._having: dict[tuple[str, str], list[Value]] = {}
        self._ordered: dict[str, _Quantities] = {}
        self._known: dict[tuple[str, Value], frozenset[str]] = {}
        for claim in claims:
            if claim.kind == "statement":
                continue
            values = self._articles.setdefault(claim.kind, {})
            if claim.value not in values and isinstance(claim.value, Name):
                for word in set(claim.value.words):
                    self._having.setdefault((claim.kind, word), []).append(claim.value)
            values.setdefault(claim.value, set()).add(claim.article)

    def of(self, kind: str, value: Value) -> frozenset[str]:
        """The ids of the articles that give it.

        An article that gives the value in another place, or a more exact one, has the benefit of
        the doubt: it may say the same thing in other words. A name counts in its short form too.
        """
        key = (kind, value)
        if key not in self._known:
            enough = _ENOUGH | ({Relation.REFINED_BY} if kind in NAME_KINDS else set())
            self._known[key] = frozenset().union(
                *(
                    self._articles[kind][given]
                    for given in self._candidates(kind, value)
                    if relate(given, value) in enough
                )
            )
        return self._known[key]

    def _candidates(self, kind: str, value: Value) -> Iterable[Value]:
        """The values that may be enough: names that share a word, quantities that lie inside."""
        if isinstance(value, Name):
            shared = (self._having.get((kind, word), ()) for word in value.words)
            return {given: None for found in shared for given in found}
        if isinstance(value, Quantity):
            return self._quantities(kind).within(value)
        return self._articles.get(kind, {})

    def _quantities(self, kind: str) -> "_Quantities":
        if kind not in self._ordered:
            self._ordered[kind] = _Quantities(self._articles.get(kind, {}))
        return self._ordered[kind]


class _Quantities:
    """The quantities of a kind by their lower bound, so that those inside another are few."""

    def __init__(self, values: Iterable[Value]) -> None:
        quantities = [value for value in values if isinstance(value, Quantity)]
        self._open = [value for value in quantities if value.low is None]
        bounded = [(value.low, value) for value in quantities if value.low is not None]
        bounded.sort(key=lambda pair: pair[0])
        self._lows = [low for low, _ in bounded]
        self._bounded = [value for _, value in bounded]

    def within(self, value: Quantity) -> Iterable[Quantity]:
        """Those whose lower bound lies inside the value: all that are equal or more exact."""
        if value.low is None:
            return (*self._open, *self._until(0, value.high))
        return self._until(bisect_left(self._lows, value.low), value.high)

    def _until(self, first: int, high: Decimal | None) -> Sequence[Quantity]:
        last = len(self._lows) if high is None else bisect_right(self._lows, high)
        return self._bounded[first:last]


_ENOUGH = {Relation.EQUAL, Relation.REFINES}


def silent_on_values(
    question: Question, articles: Sequence[str], givers: Givers
) -> tuple[str, ...]:
    """The articles that neither answer the question nor give one of its values anywhere."""
    heard: set[str] = set()
    for answer in question.answers:
        for claim in answer.claims:
            heard.add(claim.article)
            heard |= givers.of(question.kind, claim.value)
    return tuple(article for article in articles if article not in heard)


def silent_on_quotation(
    question: Question, contexts: Contexts, ties: SentenceTies
) -> tuple[str, ...]:
    """The articles that neither quote the words nor say what their sentence says.

    Args:
        question: What was said.
        contexts, ties: The group's sentences, and where each is said.
    """
    claims = [claim for answer in question.answers for claim in answer.claims]
    return silent_on_statement(claims, contexts, ties)


def silent_on_statement(
    claims: Sequence[Claim], contexts: Contexts, ties: SentenceTies
) -> tuple[str, ...]:
    """The articles that say the statement nowhere, in these or in other words."""
    answering = {claim.article for claim in claims}
    rows = [contexts.row_of[claim.id] for claim in claims]
    said = set(np.flatnonzero(ties.said_in[rows].any(axis=0)).tolist())
    return tuple(
        article
        for position, article in enumerate(contexts.articles)
        if article not in answering and position not in said
    )
