"""Which articles of a group do not answer a question, judged on the whole article."""

from collections.abc import Mapping, Sequence

import numpy as np

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.entities import NAME_KINDS
from reconcile.alignment.questions import Question
from reconcile.alignment.statements import SentenceTies
from reconcile.model import Claim
from reconcile.values import Relation, Value, relate

ValuesByArticle = Mapping[str, Mapping[str, Sequence[Value]]]


def values_by_article(contexts: Contexts) -> ValuesByArticle:
    """The distinct values of each kind that each article gives."""
    found: dict[str, dict[str, dict[Value, None]]] = {a: {} for a in contexts.articles}
    for claim in contexts.claims:
        if claim.kind != "statement":
            found[claim.article].setdefault(claim.kind, {})[claim.value] = None
    return {
        article: {kind: tuple(values) for kind, values in kinds.items()}
        for article, kinds in found.items()
    }


def silent_on_values(
    question: Question, articles: Sequence[str], values: ValuesByArticle
) -> tuple[str, ...]:
    """The articles that neither answer the question nor give one of its values anywhere.

    An article that gives the value in another place, or a more exact one, has the benefit of the
    doubt: it may say the same thing in other words. A name counts in its short form as well.
    """
    enough = {Relation.EQUAL, Relation.REFINES}
    if question.kind in NAME_KINDS:
        enough.add(Relation.REFINED_BY)
    claims = [claim for answer in question.answers for claim in answer.claims]
    answering = {claim.article for claim in claims}
    distinct = tuple({claim.value: None for claim in claims})
    return tuple(
        article
        for article in articles
        if article not in answering
        and not any(
            relate(given, value) in enough
            for given in values[article].get(question.kind, ())
            for value in distinct
        )
    )


def silent_on_statement(
    claims: Sequence[Claim], rows: Sequence[int], contexts: Contexts, ties: SentenceTies
) -> tuple[str, ...]:
    """The articles that say the statement nowhere, in these or in other words."""
    answering = {claim.article for claim in claims}
    said = set(np.flatnonzero(ties.said_in[list(rows)].any(axis=0)).tolist())
    return tuple(
        article
        for position, article in enumerate(contexts.articles)
        if article not in answering and position not in said
    )
