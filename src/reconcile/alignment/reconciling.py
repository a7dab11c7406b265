"""From the claims of a group to its facts."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import evolve

from reconcile.alignment.contexts import build_contexts
from reconcile.alignment.entities import ask_entities
from reconcile.alignment.judging import make_fact
from reconcile.alignment.limits import first_sentences
from reconcile.alignment.matching import THRESHOLDS
from reconcile.alignment.questions import Question, join_repeated, without_doubt
from reconcile.alignment.quotations import ask_quotations
from reconcile.alignment.rarities import ask_rarities
from reconcile.alignment.roles import ask_roles
from reconcile.alignment.sayings import ask_statements
from reconcile.alignment.silence import Givers, silent_on_quotation, silent_on_values
from reconcile.alignment.statements import tie_sentences
from reconcile.alignment.twins import ask_twins
from reconcile.alignment.typed import ask_typed
from reconcile.alignment.updates import Timeline
from reconcile.alignment.weighing import commonest, word_weights
from reconcile.alignment.within import ask_within
from reconcile.alignment.witnesses import Witnesses
from reconcile.languages import language_pack
from reconcile.model import Article, Claim, Fact, Group, Verdict
from reconcile.settings import AlignmentSettings
from reconcile.text import View, view_article
from reconcile.text.tokens import TokenBatch, tokenise

_ORDER = (Verdict.CONFLICT, Verdict.UPDATED, Verdict.AGREED, Verdict.REFINED, Verdict.SINGLE)


def align_claims(
    claims: Iterable[Claim],
    *,
    group: Group,
    articles: Iterable[Article],
    settings: AlignmentSettings | None = None,
) -> tuple[Fact, ...]:
    """Tie the claims of a group that answer one question, and give each question a verdict.

    Args:
        claims: The claims of the group's articles, in any order.
        group: The articles of one event and their origins.
        articles: The articles themselves, in any order; others are left out.
        settings: How much is raised.

    Returns:
        The facts: conflicts first, then updates, agreed, refined and single ones.

    Raises:
        ValueError: When the group has no article, or one that `articles` lacks.

    >>> from reconcile.extraction import extract_claims
    >>> one = Article(id="a", text="Vụ cháy chợ làm 12 người bị thương.", language="vi")
    >>> two = Article(id="b", text="Vụ cháy chợ làm 13 người bị thương.", language="vi")
    >>> facts = align_claims(
    ...     [*extract_claims(one), *extract_claims(two)],
    ...     group=Group(id="g", articles=("a", "b"), origins=(("a",), ("b",))),
    ...     articles=[one, two],
    ... )
    >>> facts[0].verdict.value, [value.text for value in facts[0].values]
    ('conflict', ['12', '13'])
    """
    by_id = {article.id: article for article in articles}
    if not group.articles:
        raise ValueError(f"group {group.id!r} has no articles; align the claims of at least one")
    missing = [article for article in group.articles if article not in by_id]
    if missing:
        raise ValueError(
            f"group {group.id!r} has articles that are not among those given: "
            f"{', '.join(map(repr, missing))}; pass every article of the group"
        )
    views = [view_article(by_id[article]) for article in group.articles]
    by_article: dict[str, list[Claim]] = {article: [] for article in group.articles}
    for claim in claims:
        if claim.article in by_article:
            by_article[claim.article].append(claim)
    ordered = {
        article: sorted(found, key=lambda claim: (claim.span, claim.kind, claim.extractor))
        for article, found in by_article.items()
    }
    batch = tokenise([view.text for view in views])
    return align_views(group, views, ordered, batch=batch, settings=settings)


def align_views(
    group: Group,
    views: Sequence[View],
    claims: Mapping[str, Sequence[Claim]],
    *,
    batch: TokenBatch,
    settings: AlignmentSettings | None = None,
) -> tuple[Fact, ...]:
    """The same from views and the words of their texts, so that nothing is read twice.

    Args:
        group: The group.
        views: The views of its articles, in the group's order.
        claims: The claims of each article by its id, in order of place.
        batch: The words of the views, in the same order.
        settings: How much is raised.
    """
    settings = settings or AlignmentSettings()
    strictness = settings.strictness
    whole = claims
    views, claims = first_sentences(views, claims, most=settings.sentences)
    cut = {name for name, found in claims.items() if len(found) < len(whole[name])}
    codes = [view.pack.code for view in views]
    pack = language_pack(commonest(codes))
    contexts = build_contexts(views, claims, batch=batch, weigh=word_weights(codes))
    witnesses = Witnesses.of([group])
    timeline = Timeline(
        published={view.article.id: view.article.published for view in views},
        origin=witnesses.origin,
    )
    givers = Givers(claim for view in views for claim in whole[view.article.id])
    questions = [
        *ask_typed(contexts, thresholds=THRESHOLDS[strictness]),
        *ask_entities(contexts),
        *ask_roles(contexts, grades=pack.grades),
        *ask_quotations(contexts),
        *ask_within(contexts),
    ]
    raised = {
        claim.id
        for question in questions
        if question.certainty is not None
        for answer in question.answers
        for claim in answer.claims
    }
    questions.extend(
        question for question in ask_twins(contexts) if not _is_raised(question, raised)
    )
    ties = tie_sentences(contexts)
    heard = [
        evolve(
            question,
            silent=silent_on_quotation(question, contexts, ties)
            if question.kind == "quote"
            else silent_on_values(question, contexts.articles, givers),
        )
        for question in join_repeated(
            questions, row_of=contexts.row_of, cluster_of=ties.cluster_of.tolist()
        )
    ]
    heard.extend(q for q in ask_rarities(contexts) if not _is_raised(q, raised))
    heard.extend(ask_statements(contexts, ties, pack=pack, timeline=timeline))
    if cut:  # what stands in the rest of an article is not known
        heard = [
            evolve(q, silent=tuple(name for name in q.silent if name not in cut))
            if q.kind in ("statement", "quote")
            else q
            for q in heard
        ]
    if strictness == "certain":
        heard = [part for question in heard for part in without_doubt(question)]
    ranked_facts = {
        (fact := _fact(question, witnesses, timeline)).id: (_rank(question, witnesses), fact)
        for question in heard
    }
    ordered = sorted(
        ranked_facts.values(),
        key=lambda pair: (_ORDER.index(pair[1].verdict), pair[0], pair[1].id),
    )
    return tuple(fact for _, fact in ordered)


def _is_raised(question: Question, raised: Collection[str]) -> bool:
    """Whether a question before has held these claims against others already."""
    return all(answer.value.id in raised for answer in question.answers)


def _fact(question: Question, witnesses: Witnesses, timeline: Timeline) -> Fact:
    revised = question.certainty is not None and timeline.is_revised(question)
    return make_fact(question, witnesses, revised=revised)


def _rank(question: Question, witnesses: Witnesses) -> tuple[int, int, int, int]:
    """Well supported questions first, concrete ones before statements, then by place."""
    claims = [claim for answer in question.answers for claim in answer.claims]
    first = min((witnesses.place[claim.article], claim.span.start) for claim in claims)
    return (-witnesses.origins_behind(claims), question.kind == "statement", *first)
