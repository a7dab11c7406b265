"""A question and its answers: the claims that alignment has tied together, by distinct value."""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from reconcile.model import Claim
from reconcile.values import Period


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
        extra: Whether its claims have questions of their own, and this one comes on top.
        silent: Ids of the articles that do not answer, in the group's order.
        evidence: What ties the claims together, one line each.
    """

    kind: str
    answers: tuple[Answer, ...]
    subject: str | None = None
    attribute: str | None = None
    certainty: str | None = None
    changes: bool = False
    extra: bool = False
    silent: tuple[str, ...] = ()
    evidence: tuple[str, ...] = field(default=(), repr=False)


def fact_id(question: Question) -> str:
    """An id made from what the fact ties together: ``date-3f0a…``.

    What comes on top may tie claims that another question ties, so what it asks counts too.
    """
    tied = sorted(claim.id for answer in question.answers for claim in answer.claims)
    if question.extra:
        tied.append(question.attribute or "")
    digest = hashlib.sha256("\n".join(tied).encode("utf-8", "surrogatepass"))
    return f"{question.kind}-{digest.hexdigest()[:10]}"


def value_text(claim: Claim) -> str:
    """The value as a person reads it; a day that the article does not spell out says so."""
    value = claim.value
    if isinstance(value, Period) and value.inferred and not any(c.isdigit() for c in claim.quote):
        return f"{value}, inferred"
    return str(value)


def answers_by_value(
    claims: Iterable[Claim],
    *,
    text: Callable[[Claim], str] = value_text,
    value: Callable[[Claim], Hashable] = lambda claim: claim.value,
) -> tuple[Answer, ...]:
    """The distinct values of some claims, in the order in which they first come.

    Args:
        claims: The claims of one question, in order of article and place.
        text: Writes a value as a person reads it.
        value: Gives claims of one value the same key, however they write it ("2-1", "1-2").
    """
    by_value: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        by_value.setdefault(value(claim), []).append(claim)
    return tuple(Answer(claims=tuple(same), text=text(same[0])) for same in by_value.values())


def join_repeated(
    questions: Iterable[Question], *, row_of: Mapping[str, int], cluster_of: Sequence[int]
) -> list[Question]:
    """Questions on top as they are, but for those that the copies of an article repeat.

    A contradiction shows up once for each copy of either side; it is one when the same values
    are of one subject, or stand in what is the same statement.

    Args:
        questions: Questions of any sort; those that are not `extra` stay apart.
        row_of: The sentence each claim stands in, by the claim's id.
        cluster_of: The statement of the group that each sentence makes.
    """
    alike: dict[Hashable, list[Question]] = {}
    for position, question in enumerate(questions):
        values = frozenset(
            (a.text, None if question.subject else cluster_of[row_of[a.value.id]])
            for a in question.answers
        )
        asked = (question.kind, question.subject, question.attribute, values)
        key = asked if question.extra else position
        alike.setdefault(key, []).append(question)
    return [_joined(same, row_of) if len(same) > 1 else same[0] for same in alike.values()]


def _joined(same: Sequence[Question], row_of: Mapping[str, int]) -> Question:
    claims: dict[str, dict[str, Claim]] = {answer.text: {} for answer in same[0].answers}
    for answer in (answer for question in same for answer in question.answers):
        claims[answer.text].update((claim.id, claim) for claim in answer.claims)
    return evolve(
        same[0],
        answers=tuple(
            Answer(
                claims=tuple(sorted(found.values(), key=lambda c: (row_of[c.id], c.span))),
                text=text,
            )
            for text, found in claims.items()
        ),
    )


def without_doubt(question: Question) -> tuple[Question, ...]:
    """The question as it is; when its conflict is not plain, one question for each answer.

    What comes on top leaves nothing: its claims have questions of their own.
    """
    if question.certainty != "check":
        return (question,)
    if question.extra:
        return ()
    return tuple(
        evolve(question, answers=(answer,), certainty=None, changes=False, evidence=())
        for answer in question.answers
    )
