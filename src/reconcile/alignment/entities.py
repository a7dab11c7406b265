"""Who and what a group's articles name: one question for each person, body, place or paper.

A short form joins the one longer name that contains it. Two spellings of one name are raised when
no article knows both and the articles say the same things of the bearer.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.questions import Answer, Question
from reconcile.alignment.spellings import same_name_misspelt
from reconcile.model import Claim
from reconcile.values import Name, Relation, relate

NAME_KINDS = ("person", "organisation", "place", "agreement", "document")
# Documents are told apart by their numbers, so a digit is no slip there.
SPELT_KINDS = frozenset({"person", "organisation", "place"})
_LIKE = 0.2  # cosine of the words around two spellings from which an editor should look
_SURELY_LIKE = 0.3  # and from which the same bearer is plain


@frozen(kw_only=True, eq=False)
class _Entity:
    """All claims of a kind that use one name."""

    name: Name
    claims: tuple[int, ...]
    articles: frozenset[int]


def ask_entities(contexts: Contexts) -> list[Question]:
    """Tie the named entities of a group into questions, each claim in exactly one."""
    questions: list[Question] = []
    for kind in NAME_KINDS:
        entities = _entities(contexts, kind)
        questions.extend(_ask(contexts, kind, entities))
    return questions


def _entities(contexts: Contexts, kind: str) -> list[_Entity]:
    found: dict[Name, list[int]] = {}
    for position, claim in enumerate(contexts.claims):
        if claim.kind == kind and isinstance(claim.value, Name):
            found.setdefault(claim.value, []).append(position)
    return [
        _Entity(
            name=name,
            claims=tuple(positions),
            articles=frozenset(int(contexts.claim_article[p]) for p in positions),
        )
        for name, positions in found.items()
    ]


def _ask(contexts: Contexts, kind: str, entities: Sequence[_Entity]) -> Iterable[Question]:
    family = _families(entities)
    spelt = _spellings(contexts, entities, family) if kind in SPELT_KINDS else {}
    members: dict[int, list[int]] = {}
    for position, head in enumerate(family):
        members.setdefault(spelt.get(head, (head, 0.0))[0], []).append(position)
    likeness = dict(spelt.values())
    for head, positions in sorted(members.items()):
        answers = tuple(_answer(contexts.claims, entities[p]) for p in positions)
        certainty = None
        evidence: tuple[str, ...] = ()
        if head in likeness:
            certainty = "clear" if likeness[head] >= _SURELY_LIKE else "check"
            evidence = (f"two spellings; the words around them are {likeness[head]:.2f} alike",)
        yield Question(
            kind=kind,
            answers=answers,
            subject=None,
            attribute="name" if certainty else None,
            certainty=certainty,
            evidence=evidence,
        )


def _answer(claims: Sequence[Claim], entity: _Entity) -> Answer:
    return Answer(
        claims=tuple(claims[position] for position in entity.claims), text=entity.name.text
    )


def _families(entities: Sequence[_Entity]) -> list[int]:
    """For each entity the position of the longest name it is a short form of, or its own.

    A short form that two unrelated longer names contain belongs to neither.
    """
    heads = list(range(len(entities)))
    for position, entity in enumerate(entities):
        longer = [
            other
            for other, candidate in enumerate(entities)
            if relate(candidate.name, entity.name) is Relation.REFINES
        ]
        longest = [
            a
            for a in longer
            if not any(
                relate(entities[b].name, entities[a].name) is Relation.REFINES for b in longer
            )
        ]
        if len(longest) == 1:
            heads[position] = longest[0]
    return heads


def _spellings(
    contexts: Contexts, entities: Sequence[_Entity], family: Sequence[int]
) -> dict[int, tuple[int, float]]:
    """For each head whose name is another head's misspelt: that head, and how alike they are."""
    heads = sorted(set(family))
    claims_of: dict[int, list[int]] = {head: [] for head in heads}
    for position, head in enumerate(family):
        claims_of[head].extend(entities[position].claims)
    article_of = contexts.claim_article
    found: dict[int, tuple[int, float]] = {}
    for i, left in enumerate(heads):
        for right in heads[i + 1 :]:
            if left in found or right in found:
                continue
            if not same_name_misspelt(entities[left].name.words, entities[right].name.words):
                continue
            left_articles = {int(article_of[c]) for c in claims_of[left]}
            right_articles = {int(article_of[c]) for c in claims_of[right]}
            if left_articles & right_articles:
                continue
            like = _likeness(contexts, claims_of[left], claims_of[right])
            if like >= _LIKE:
                found[left] = (left, like)
                found[right] = (left, like)
    return found


def _likeness(contexts: Contexts, left: Sequence[int], right: Sequence[int]) -> float:
    """The best cosine of the words around any claim of one with any of the other."""
    product = contexts.around[np.asarray(left)] @ contexts.around[np.asarray(right)].T
    return float(product.max()) if product.nnz else 0.0
