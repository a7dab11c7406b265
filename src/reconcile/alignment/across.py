"""Background that articles of different events share: where it agrees and where it does not.

Events have dates, figures and people of their own, so hardly anything may be compared across
them. What may is what stays the same whatever the event: when a named body, agreement or document
came to be, and who belongs to a named body.
"""

from collections.abc import Iterator, Mapping, Sequence

from reconcile.alignment.judging import make_fact
from reconcile.alignment.questions import Question, answers_by_value, value_text
from reconcile.alignment.witnesses import Witnesses
from reconcile.model import Claim, Fact, Group
from reconcile.values import Members, Name, Relation, relate

# Attributes that do not depend on the event, with the certainty of a difference.
_LASTING = {("date", "established"): "clear", ("membership", "members"): "check"}


def compare_across(
    groups: Sequence[Group], claims: Mapping[str, Sequence[Claim]]
) -> tuple[Fact, ...]:
    """Compare the lasting background of different groups.

    Args:
        groups: The groups of the report.
        claims: The claims of each article by its id.

    Returns:
        Facts with claims of two or more groups, conflicts first.
    """
    asked: dict[tuple[str, str, tuple[str, ...]], list[tuple[int, Claim]]] = {}
    for position, group in enumerate(groups):
        for article in group.articles:
            for claim in claims[article]:
                if (claim.kind, claim.attribute) in _LASTING and claim.subject:
                    words = Name.of(claim.subject).words
                    key = (claim.kind, claim.attribute or "", words)
                    asked.setdefault(key, []).append((position, claim))
    witnesses = Witnesses.of(groups)
    facts = [
        make_fact(question, witnesses)
        for _, found in sorted(asked.items())
        if len({position for position, _ in found}) > 1
        for question in _questions([claim for _, claim in found])
    ]
    return tuple(sorted(facts, key=lambda fact: (fact.certainty is None, fact.kind, fact.id)))


def _questions(claims: Sequence[Claim]) -> Iterator[Question]:
    answers = answers_by_value(claims, text=lambda claim: _text(claim, claims))
    first = claims[0]
    exclude = any(
        relate(left.value.value, right.value.value) is Relation.CONFLICTING
        for position, left in enumerate(answers)
        for right in answers[position + 1 :]
    )
    yield Question(
        kind=first.kind,
        subject=first.subject,
        attribute=first.attribute,
        answers=answers,
        certainty=_LASTING[first.kind, first.attribute or ""] if exclude else None,
        evidence=("the same lasting property of one named subject, in articles on other events",),
    )


def _text(claim: Claim, others: Sequence[Claim]) -> str:
    """The value; of a list also what it alone has, for that is the difference."""
    if not isinstance(claim.value, Members):
        return value_text(claim)
    mine = claim.value
    elsewhere: frozenset[str] = frozenset().union(
        *(
            other.value.names
            for other in others
            if isinstance(other.value, Members) and other.value != mine
        )
    )
    alone = sorted(name.replace("_", " ") for name in mine.names - elsewhere)
    return f"{mine} (here alone: {', '.join(alone)})" if alone and elsewhere else str(mine)
