"""Facts: the claims that answer one question, their distinct values and a verdict."""

import enum
from typing import Any

from attrs import field, frozen
from attrs.validators import in_, instance_of


class Verdict(enum.StrEnum):
    """How the values of a fact relate.

    ``AGREED``: two or more independent origins, same value. ``REFINED``: two or more origins,
    compatible values, some more exact. ``CONFLICT``: the values cannot all be true. ``UPDATED``: a
    figure that a later article revised. ``SINGLE``: one origin alone; its copies do not count.

    >>> Verdict("conflict") is Verdict.CONFLICT, str(Verdict.AGREED)
    (True, 'agreed')
    """

    AGREED = "agreed"
    REFINED = "refined"
    CONFLICT = "conflict"
    UPDATED = "updated"
    SINGLE = "single"


@frozen(kw_only=True)
class FactValue:
    """One of the distinct values of a fact.

    Args:
        text: The value as a person reads it.
        claims: Ids of the claims that state it, in order of article and place.
        origins: How many independent origins stand behind it, 1 or more; copies count once.

    >>> FactValue(text="12/11", claims=("a:3-8:date:dates",), origins=1).text
    '12/11'
    """

    text: str
    claims: tuple[str, ...]
    origins: int


@frozen(kw_only=True)
class Fact:
    """The claims of a group that answer one question.

    Args:
        id: Made from content, so that it is the same in every run.
        kind: The kind of its claims.
        subject: What its values are of; None when the texts do not tell.
        attribute: Which property of the subject; None when the texts do not tell.
        verdict: How the values relate.
        certainty: Of a conflict, ``clear`` or ``check``; None for every other verdict.
        values: The distinct values, best supported first.
        missing_from: Ids of the articles that are silent on it, in the group's order.
        explanation: One sentence on why the verdict.
        evidence: What tied the claims together, one line each, for `reconcile explain`.

    Raises:
        ValueError: A certainty without a conflict, or a conflict without one.

    >>> fact = Fact(
    ...     id="count-1",
    ...     kind="count",
    ...     subject=None,
    ...     attribute="injured",
    ...     verdict=Verdict.CONFLICT,
    ...     certainty="check",
    ...     values=(
    ...         FactValue(text="12", claims=("a:0-8:count:numbers",), origins=1),
    ...         FactValue(text="13", claims=("b:4-12:count:numbers",), origins=1),
    ...     ),
    ...     explanation="12 (a) and 13 (b) cannot all be true.",
    ... )
    >>> fact.claims
    ('a:0-8:count:numbers', 'b:4-12:count:numbers')
    """

    id: str
    kind: str
    subject: str | None
    attribute: str | None
    verdict: Verdict = field(validator=instance_of(Verdict))
    certainty: str | None = field(default=None, validator=in_((None, "clear", "check")))
    values: tuple[FactValue, ...]
    missing_from: tuple[str, ...] = field(default=())
    explanation: str
    evidence: tuple[str, ...] = field(default=())

    def __attrs_post_init__(self) -> None:
        if (self.verdict is Verdict.CONFLICT) != (self.certainty is not None):
            raise ValueError(f"certainty goes with conflict, got {self.verdict} {self.certainty}")

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all its claims."""
        return tuple(claim for value in self.values for claim in value.claims)

    def as_document(self) -> dict[str, Any]:
        """The fact as it stands in the report."""
        return {
            "id": self.id,
            "kind": self.kind,
            "subject": self.subject,
            "attribute": self.attribute,
            "verdict": str(self.verdict),
            "certainty": self.certainty,
            "values": [
                {"text": v.text, "claims": list(v.claims), "origins": v.origins}
                for v in self.values
            ],
            "missing_from": list(self.missing_from),
            "explanation": self.explanation,
            "evidence": list(self.evidence),
        }
