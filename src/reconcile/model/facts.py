"""Facts: the claims that answer one question, their distinct values and a verdict."""

import enum
from typing import Any

from attrs import field, frozen
from attrs.validators import in_, instance_of


class Verdict(enum.StrEnum):
    """How the values of a fact relate."""

    AGREED = "agreed"  # two or more independent origins, same value
    REFINED = "refined"  # two or more origins, compatible values, some more exact
    CONFLICT = "conflict"  # the values cannot all be true
    UPDATED = "updated"  # a figure that a later article revised
    SINGLE = "single"  # one origin alone; its copies do not count


@frozen(kw_only=True)
class FactValue:
    """One of the distinct values of a fact.

    Args:
        text: The value as a person reads it.
        claims: Ids of the claims that state it, in order of article and place.
        origins: How many independent origins stand behind it; copies count once.
    """

    text: str
    claims: tuple[str, ...]
    origins: int


@frozen(kw_only=True)
class Fact:
    """The claims of a group that answer one question.

    Args:
        id: Made from content.
        certainty: Of a conflict, ``clear`` or ``check``; None for every other verdict.
        values: The distinct values, best supported first.
        missing_from: Ids of the articles that are silent on it, in the group's order.
        explanation: One sentence on why the verdict.
        evidence: What tied the claims together, one line each, for `reconcile explain`.
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
