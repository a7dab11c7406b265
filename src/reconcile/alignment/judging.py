"""From a question and its answers to a fact with a verdict."""

from collections.abc import Sequence

from attrs import evolve

from reconcile.alignment.explanations import explain
from reconcile.alignment.questions import Answer, Question, fact_id
from reconcile.alignment.witnesses import Witnesses
from reconcile.model import Fact, FactValue, Verdict


def ranked(answers: Sequence[Answer], witnesses: Witnesses) -> tuple[Answer, ...]:
    """The answers, best supported first; ties in order of article and place."""

    def rank(answer: Answer) -> tuple[int, int, int, int]:
        first = answer.claims[0]
        return (
            -witnesses.origins_behind(answer.claims),
            -len({claim.article for claim in answer.claims}),
            witnesses.place[first.article],
            first.span.start,
        )

    return tuple(sorted(answers, key=rank))


def verdict_of(question: Question, witnesses: Witnesses, *, revised: bool) -> Verdict:
    """Name the verdict from the answers and the origins behind them.

    Args:
        question: The question; its certainty is set when alignment found a conflict.
        witnesses: Where origins are looked up.
        revised: Whether publication times show a changing figure being revised.
    """
    if question.certainty is not None:
        return Verdict.UPDATED if revised else Verdict.CONFLICT
    if witnesses.origins_behind(c for answer in question.answers for c in answer.claims) < 2:
        return Verdict.SINGLE
    return Verdict.AGREED if len(question.answers) == 1 else Verdict.REFINED


def make_fact(question: Question, witnesses: Witnesses, *, revised: bool = False) -> Fact:
    """Turn a question into a fact of the report."""
    verdict = verdict_of(question, witnesses, revised=revised)
    ordered = evolve(question, answers=ranked(question.answers, witnesses))
    return Fact(
        id=fact_id(question),
        kind=question.kind,
        subject=question.subject,
        attribute=question.attribute,
        verdict=verdict,
        certainty=question.certainty if verdict is Verdict.CONFLICT else None,
        values=tuple(
            FactValue(
                text=answer.text,
                claims=tuple(claim.id for claim in answer.claims),
                origins=witnesses.origins_behind(answer.claims),
            )
            for answer in ordered.answers
        ),
        missing_from=question.silent,
        explanation=explain(ordered, witnesses, verdict=verdict),
        evidence=question.evidence,
    )
