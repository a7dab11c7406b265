"""A question and its answers: the claims that alignment has tied together, by distinct value."""

import hashlib
from collections.abc import Sequence

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


def value_text(claim: Claim) -> str:
    """The value as a person reads it; a day that the article does not spell out says so."""
    value = claim.value
    if isinstance(value, Period) and value.inferred and not any(c.isdigit() for c in claim.quote):
        return f"{value}, inferred"
    return str(value)


def without_doubt(question: Question) -> tuple[Question, ...]:
    """The question as it is, or one question for each answer when its conflict is not plain."""
    if question.certainty != "check":
        return (question,)
    return tuple(
        evolve(question, answers=(answer,), certainty=None, changes=False, evidence=())
        for answer in question.answers
    )
