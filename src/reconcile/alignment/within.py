"""Contradictions inside one article: an article that disagrees with itself.

The rules are those between articles, only stricter, for a writer rarely gives two values for one
thing on purpose. Such facts come on top of those between articles.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.likeness import describe, gather_evidence, log_odds
from reconcile.alignment.questions import Answer, Question
from reconcile.alignment.relations import relate_claims
from reconcile.alignment.typed import sort_of
from reconcile.model import Claim
from reconcile.values import Period, Quantity

# Kinds of which an article can give one thing two figures; dates and times it gives by the dozen.
_FIGURES = frozenset({"count", "money", "percent", "measure", "age"})
_PLAIN = 4.0  # log-odds of one question from which two figures of one article exclude each other
_LONGEST = 31  # days of an extent that a story may well give as a number of days


def ask_within(contexts: Contexts) -> list[Question]:
    """Find where each article of a group contradicts itself."""
    by_article: dict[int, list[int]] = {}
    for position, article in enumerate(contexts.claim_article):
        by_article.setdefault(int(article), []).append(position)
    questions: list[Question] = []
    for _, members in sorted(by_article.items()):
        claims = [contexts.claims[member] for member in members]
        questions.extend(_lengths(claims))
        questions.extend(_figures(contexts, members))
    return questions


def _answer(claims: Sequence[Claim]) -> Answer:
    return Answer(claims=tuple(claims), text=str(claims[0].value))


def _lengths(claims: Sequence[Claim]) -> Iterator[Question]:
    """One extent of days and a number of days that is not its length: 19–22/5 and "three days"."""
    extents: dict[Period, list[Claim]] = {}
    lasted: dict[Quantity, list[Claim]] = {}
    for claim in claims:
        value = claim.value
        if claim.kind == "date" and isinstance(value, Period) and _is_extent_of_days(value):
            extents.setdefault(value, []).append(claim)
        elif claim.attribute == "lasted" and isinstance(value, Quantity) and value.unit == "day":
            lasted.setdefault(value, []).append(claim)
    if len(extents) != 1 or not lasted:
        return
    ((period, spanned),) = extents.items()
    days = Decimal((period.last.date() - period.first.date()).days + 1)
    length = Quantity.exactly(days, unit="day")
    others = [c for value, same in lasted.items() if not _allows(value, length) for c in same]
    if others:
        yield Question(
            kind="duration",
            attribute="lasted",
            subject=spanned[0].subject,
            answers=(
                Answer(claims=tuple(spanned), text=f"{period} ({days} days)"),
                _answer(others),
            ),
            certainty="check",
            evidence=("the article's only range of days, and its length given in days",),
        )


def _is_extent_of_days(period: Period) -> bool:
    return (
        period.extent
        and period.granularity == "day"
        and 1 <= (period.last.date() - period.first.date()).days < _LONGEST
    )


def _allows(value: Quantity, length: Quantity) -> bool:
    return value.relate(length).can_both_be_true


def _figures(contexts: Contexts, members: Sequence[int]) -> Iterator[Question]:
    """Two figures for one thing, in sentences that say the same of it."""
    sorts: dict[tuple[str, str], list[int]] = {}
    for member in members:
        if contexts.claims[member].kind in _FIGURES:
            sorts.setdefault(sort_of(contexts.claims[member]), []).append(member)
    for _, same in sorted(sorts.items()):
        if len(same) < 2:
            continue
        claims = [contexts.claims[member] for member in same]
        evidence = gather_evidence(contexts, same)
        odds = log_odds(evidence)
        sentence = contexts.claim_sentence[np.asarray(same)]
        candidates = (
            relate_claims(claims).conflicting
            & (sentence[:, None] != sentence[None, :])
            & (odds >= _PLAIN)
        )
        for left, right in zip(*np.nonzero(np.triu(candidates, 1)), strict=True):
            # More than one counterpart: nobody can tell which is meant.
            if candidates[left].sum() == 1 and candidates[right].sum() == 1:
                yield Question(
                    kind=claims[left].kind,
                    subject=claims[left].subject,
                    attribute=claims[left].attribute,
                    answers=(_answer([claims[left]]), _answer([claims[right]])),
                    certainty="check",
                    evidence=(describe(evidence, int(left), int(right), claims),),
                )
