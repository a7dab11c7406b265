"""From the claims of a group to its facts."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from reconcile.alignment.contexts import Contexts, Weigh, build_contexts
from reconcile.alignment.entities import ask_entities
from reconcile.alignment.explanations import explain
from reconcile.alignment.matching import Thresholds
from reconcile.alignment.questions import (
    Question,
    make_fact,
    origins_behind,
    verdict_of,
)
from reconcile.alignment.quotations import ask_quotations
from reconcile.alignment.roles import ask_roles
from reconcile.alignment.sayings import ask_statements
from reconcile.alignment.silence import silent_on_values, values_by_article
from reconcile.alignment.typed import ask_typed
from reconcile.alignment.updates import Published, is_revised
from reconcile.alignment.within import ask_within
from reconcile.languages import LanguagePack
from reconcile.model import Claim, Fact, Group, Verdict
from reconcile.text import View
from reconcile.text.tokens import TokenBatch

_ORDER = (Verdict.CONFLICT, Verdict.UPDATED, Verdict.AGREED, Verdict.REFINED, Verdict.SINGLE)


def align_views(
    group: Group,
    views: Sequence[View],
    claims: Mapping[str, Sequence[Claim]],
    *,
    batch: TokenBatch,
    weigh: Weigh,
) -> tuple[Fact, ...]:
    """Align the claims of one group.

    Args:
        group: The group.
        views: The views of its articles, in the group's order.
        claims: The claims of each article by its id.
        batch: The tokens of the views, in the same order.
        weigh: The weight of each word, rarer words more; from the background, never from the
            group, so that silent articles change nothing.

    Returns:
        The facts: conflicts first, then updates, agreed, refined and single ones.
    """
    contexts = build_contexts(views, claims, batch=batch, weigh=weigh)
    published = {view.article.id: view.article.published for view in views}
    questions = [
        *_typed_questions(contexts, views[0].pack),
        *ask_statements(contexts, pack=views[0].pack, published=published),
        *ask_within(contexts),
    ]
    place = {article: position for position, article in enumerate(group.articles)}
    ranked_facts = sorted(
        (
            (_rank(question, group, place), _fact(question, group, published))
            for question in questions
        ),
        key=lambda pair: (_ORDER.index(pair[1].verdict), pair[0], pair[1].id),
    )
    return tuple(fact for _, fact in ranked_facts)


def _typed_questions(contexts: Contexts, pack: LanguagePack) -> Iterable[Question]:
    values = values_by_article(contexts)
    for question in (
        *ask_typed(contexts, thresholds=Thresholds()),
        *ask_entities(contexts),
        *ask_roles(contexts, grades=pack.grades),
        *ask_quotations(contexts),
    ):
        yield evolve(question, silent=silent_on_values(question, contexts.articles, values))


def _fact(question: Question, group: Group, published: Published) -> Fact:
    revised = question.certainty is not None and is_revised(question, published)
    verdict = verdict_of(question, group, revised=revised)
    return make_fact(
        question, group, revised=revised, explanation=explain(question, group, verdict=verdict)
    )


def _rank(question: Question, group: Group, place: Mapping[str, int]) -> tuple[int, int, int, int]:
    """Well supported questions first, concrete ones before statements, then by place."""
    claims = [claim for answer in question.answers for claim in answer.claims]
    first = min((place[claim.article], claim.span.start) for claim in claims)
    return (-origins_behind(claims, group), question.kind == "statement", *first)
