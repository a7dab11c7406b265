"""Questions with a typed answer: dates, times, numbers, money, ages, lists, quotations."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import evolve

from reconcile.alignment.components import connected
from reconcile.alignment.contexts import Contexts
from reconcile.alignment.likeness import Evidence, describe, gather_evidence
from reconcile.alignment.limits import even_shares
from reconcile.alignment.matching import Thresholds, Tie, Ties, find_ties
from reconcile.alignment.occasions import Occasion, occasions_of_sentences
from reconcile.alignment.questions import Answer, Question, answers_by_value
from reconcile.alignment.relations import Positions, Relations, direction_of, relate_claims
from reconcile.model import Claim
from reconcile.values import Quantity

_MOST = 1500  # claims of one sort that are compared, each with each
TYPED_KINDS = frozenset(
    {
        "date",
        "time",
        "duration",
        "count",
        "money",
        "percent",
        "measure",
        "ordinal",
        "age",
        "membership",
    }
)


def sort_of(claim: Claim) -> tuple[str, str]:
    """What a claim can be compared with: its kind, its form of value and its unit."""
    value = claim.value
    return claim.kind, value.unit if isinstance(value, Quantity) else type(value).__name__


def ask_typed(contexts: Contexts, *, thresholds: Thresholds) -> list[Question]:
    """Tie the typed claims of a group into questions, each claim in exactly one."""
    sorts: dict[tuple[str, str], list[int]] = {}
    for position, claim in enumerate(contexts.claims):
        if claim.kind in TYPED_KINDS:
            sorts.setdefault(sort_of(claim), []).append(position)
    questions: list[Question] = []
    occasions = occasions_of_sentences(contexts)
    for _, members in sorted(sorts.items()):
        held = _first_of_each(contexts, members)
        questions.extend(_ask_sort(contexts, held, thresholds, occasions))
        for member in sorted(set(members) - set(held)):
            claim = contexts.claims[member]
            questions.append(
                Question(
                    kind=claim.kind,
                    answers=answers_by_value([claim]),
                    subject=claim.subject,
                    attribute=claim.attribute,
                )
            )
    return questions


def _first_of_each(contexts: Contexts, members: Sequence[int]) -> Sequence[int]:
    """The members as they are, or as many of each article's first ones as can be compared."""
    if len(members) <= _MOST:
        return members
    articles = contexts.claim_article[np.asarray(members)]
    counts = np.bincount(articles, minlength=len(contexts.articles))
    shares = np.array(even_shares(counts.tolist(), most=_MOST))
    place = np.arange(len(members)) - (np.cumsum(counts) - counts)[articles]
    return [member for member, own in zip(members, place < shares[articles], strict=True) if own]


def _ask_sort(
    contexts: Contexts,
    members: Sequence[int],
    thresholds: Thresholds,
    occasions: Mapping[int, tuple[Occasion, ...]],
) -> Iterable[Question]:
    claims = [contexts.claims[member] for member in members]
    relations = relate_claims(claims)
    evidence = gather_evidence(contexts, members)
    articles = contexts.claim_article[np.asarray(members)]
    ties = find_ties(
        claims,
        relations,
        evidence,
        articles,
        thresholds=thresholds,
        occasions=[occasions.get(int(contexts.claim_sentence[m]), ()) for m in members],
    )
    questions, apart = _questions(relations, ties, articles)
    for nodes, best in questions:
        yield _question(claims, nodes, best, evidence, thresholds)
    for tie in apart:
        if tie.odds >= thresholds.clear:
            pair = _question(claims, [[tie.left], [tie.right]], tie, evidence, thresholds)
            yield evolve(pair, certainty="check", extra=True)


def _questions(
    relations: Relations, ties: Ties, articles: Positions
) -> tuple[list[tuple[list[list[int]], Tie | None]], list[Tie]]:
    """Join claims of one value into nodes, then nodes into questions, the strongest ties first.

    Two nodes join only while no article would give two of the question's values: that article
    shows that they answer different questions.

    Returns:
        The questions, each with its nodes and its strongest conflict; and the conflicts that
        join no nodes, since an article has both values somewhere.
    """
    equal = ((tie.left, tie.right) for tie in ties.equal)
    nodes = {node[0]: node for node in connected(len(articles), equal)}
    node_of = {claim: node for node, claims in nodes.items() for claim in claims}
    question_of = {node: node for node in nodes}
    held: dict[int, list[int]] = {node: [node] for node in nodes}
    strongest: dict[int, Tie] = {}
    linked = sorted(ties.compatible, key=_strongest) + sorted(ties.conflicting, key=_strongest)
    conflicting = set(ties.conflicting)
    apart: list[Tie] = []
    for tie in linked:
        left, right = question_of[node_of[tie.left]], question_of[node_of[tie.right]]
        if left != right:
            if _articles(held[left], nodes, articles) & _articles(held[right], nodes, articles):
                if tie in conflicting:
                    apart.append(tie)
                continue
            if (
                tie not in conflicting
                and relations.conflicting[
                    np.ix_([nodes[n][0] for n in held[left]], [nodes[n][0] for n in held[right]])
                ].any()
            ):
                continue
            for node in held[right]:
                question_of[node] = left
            held[left] += held.pop(right)
            if right in strongest:
                strongest.setdefault(left, strongest.pop(right))
        if tie in conflicting:
            strongest.setdefault(left, tie)
    questions = [
        ([sorted(nodes[node]) for node in sorted(group)], strongest.get(question))
        for question, group in sorted(held.items())
    ]
    return questions, apart


def _strongest(tie: Tie) -> tuple[float, int, int]:
    return (-tie.odds, tie.left, tie.right)


def _articles(group: Iterable[int], nodes: dict[int, list[int]], articles: Positions) -> set[int]:
    return {int(articles[claim]) for node in group for claim in nodes[node]}


def _question(
    claims: Sequence[Claim],
    nodes: Sequence[Sequence[int]],
    conflict: Tie | None,
    evidence: Evidence,
    thresholds: Thresholds,
) -> Question:
    spoken = {claims[i].id: claims[node[0]].value for node in nodes for i in node}
    answers = answers_by_value(
        (claims[i] for i in sorted(i for node in nodes for i in node)),
        value=lambda claim: (spoken[claim.id], direction_of(claim)),
    )
    if len({answer.text for answer in answers}) < len(answers):
        answers = tuple(
            evolve(answer, text=f"{answer.text} ({answer.value.attribute})") for answer in answers
        )
    certainty = None
    lines: tuple[str, ...] = ()
    if conflict is not None:
        plain = conflict.odds >= thresholds.clear and claims[conflict.left].kind != "membership"
        certainty = "clear" if plain else "check"
        lines = (describe(evidence, conflict.left, conflict.right, claims),)
    first = answers[0].value
    return Question(
        kind=first.kind,
        answers=answers,
        subject=_subject(answers),
        attribute=_common([c.attribute for a in answers for c in a.claims]),
        certainty=certainty,
        evidence=lines,
    )


def _subject(answers: Sequence[Answer]) -> str | None:
    """The subject most claims have, unless one of the answers is said of others alone."""
    subject = _common([claim.subject for answer in answers for claim in answer.claims])
    told = (any(claim.subject in (subject, None) for claim in answer.claims) for answer in answers)
    return subject if all(told) else None


def _common(texts: Iterable[str | None]) -> str | None:
    """The text most claims have, the shortest of equals; None when none has one."""
    counted: dict[str, int] = {}
    for text in texts:
        if text:
            counted[text] = counted.get(text, 0) + 1
    if not counted:
        return None
    return min(counted, key=lambda text: (-counted[text], len(text), text))
