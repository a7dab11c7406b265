"""A question and its answers: the claims that alignment has tied together, by distinct value."""

import hashlib
from collections.abc import Sequence

from attrs import evolve, field, frozen

from reconcile.model import Claim, Fact, FactValue, Group, Verdict
from reconcile.values import Relation, relate


@frozen(kw_only=True)
class Answer:
    """One distinct value of a question and the claims that give it."""

    claims: tuple[Claim, ...]
    text: str

    @property
    def value(self) -> Claim:
        """The claim that speaks for the answer: the first in order of article and place."""
        return self.claims[0]


@frozen(kw_only=True)
class Question:
    """What some claims of a group answer, and how sure that is.

    Args:
        kind: The kind of the fact to be made.
        answers: The distinct values, in any order.
        subject, attribute: What is asked, when the claims tell.
        certainty: ``clear`` or ``check`` when the answers exclude each other; None otherwise.
        changes: Whether a later article is known to bring the story up to date.
        silent: Ids of the articles that do not answer, in the group's order.
        evidence: What ties the claims together, one line each.
    """

    kind: str
    answers: tuple[Answer, ...]
    subject: str | None = None
    attribute: str | None = None
    certainty: str | None = None
    changes: bool = False
    silent: tuple[str, ...] = ()
    evidence: tuple[str, ...] = field(default=(), repr=False)


def fact_id(kind: str, claims: Sequence[Claim]) -> str:
    """An id made from what the fact ties together: ``date-3f0a…``."""
    digest = hashlib.sha256(
        "\n".join(sorted(claim.id for claim in claims)).encode("utf-8", "surrogatepass")
    )
    return f"{kind}-{digest.hexdigest()[:10]}"


def origins_behind(claims: Sequence[Claim], group: Group) -> int:
    """How many independent origins the articles of these claims belong to."""
    return len({group.origin_of(claim.article) for claim in claims})


def relation_of_answers(answers: Sequence[Answer]) -> Relation:
    """The loosest relation between any two answers; EQUAL when there is only one."""
    found = {
        relate(left.value.value, right.value.value)
        for position, left in enumerate(answers)
        for right in answers[position + 1 :]
    }
    if Relation.CONFLICTING in found:
        return Relation.CONFLICTING
    return Relation.COMPATIBLE if found - {Relation.EQUAL} else Relation.EQUAL


def ranked(answers: Sequence[Answer], group: Group) -> tuple[Answer, ...]:
    """The answers, best supported first; ties in order of article and place."""
    place = {article: position for position, article in enumerate(group.articles)}

    def rank(answer: Answer) -> tuple[int, int, int, int]:
        first = answer.claims[0]
        return (
            -origins_behind(answer.claims, group),
            -len({claim.article for claim in answer.claims}),
            place[first.article],
            first.span.start,
        )

    return tuple(sorted(answers, key=rank))


def fact_values(answers: Sequence[Answer], group: Group) -> tuple[FactValue, ...]:
    """The values of a fact from its ranked answers."""
    return tuple(
        FactValue(
            text=answer.text,
            claims=tuple(claim.id for claim in answer.claims),
            origins=origins_behind(answer.claims, group),
        )
        for answer in answers
    )


def verdict_of(question: Question, group: Group, *, revised: bool) -> Verdict:
    """Name the verdict from the answers' relation and the origins behind them.

    Args:
        question: The question; its certainty is set when alignment found a conflict.
        group: Where origins are looked up.
        revised: Whether publication times show a changing figure being revised.
    """
    if question.certainty is not None:
        return Verdict.UPDATED if revised else Verdict.CONFLICT
    claims = [claim for answer in question.answers for claim in answer.claims]
    if origins_behind(claims, group) < 2:
        return Verdict.SINGLE
    return Verdict.AGREED if len(question.answers) == 1 else Verdict.REFINED


def make_fact(question: Question, group: Group, *, revised: bool, explanation: str) -> Fact:
    """Turn a question into a fact of the report."""
    answers = ranked(question.answers, group)
    claims = [claim for answer in answers for claim in answer.claims]
    verdict = verdict_of(question, group, revised=revised)
    return Fact(
        id=fact_id(question.kind, claims),
        kind=question.kind,
        subject=question.subject,
        attribute=question.attribute,
        verdict=verdict,
        certainty=question.certainty if verdict is Verdict.CONFLICT else None,
        values=fact_values(answers, group),
        missing_from=question.silent,
        explanation=explanation,
        evidence=question.evidence,
    )


def without_doubt(question: Question) -> tuple[Question, ...]:
    """The question as it is, or one question for each answer when its conflict is not plain."""
    if question.certainty != "check":
        return (question,)
    return tuple(
        evolve(question, answers=(answer,), certainty=None, changes=False, evidence=())
        for answer in question.answers
    )
