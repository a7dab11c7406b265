"""How likely two claims answer the same question, whatever their values.

The evidence is what stands around them, the sentences they stand in, and what extraction knows of
their attribute and subject. It depends on the two claims alone, so articles that come or go
change nothing between the others.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.relations import Mask
from reconcile.alignment.rows import Matrix, cosines
from reconcile.alignment.updates import CHANGING
from reconcile.languages.numbering.parts import RESULT
from reconcile.model import Claim
from reconcile.values import Value


@frozen(kw_only=True)
class Evidence:
    """What speaks for one question behind pairs of claims; all matrices of shape (n, n).

    Args:
        near: Cosine of the words around the two claims, 0 to 1.
        sentence: Cosine of their sentences, 0 to 1.
        named: Cosine of the capitalised words around the two claims, 0 to 1.
        names: How many capitalised words stand around each claim, shape (n,).
        attribute: 1 where both have the same attribute, -1 where both have one and they differ.
        subject: The same for the subject.
        sole: Whether both are their article's only figure for one attribute of which an event
            has one: the dead, the result of the third set.
    """

    near: Matrix
    sentence: Matrix
    named: Matrix
    names: NDArray[np.int64]
    attribute: Matrix
    subject: Matrix
    sole: Mask


@frozen(kw_only=True)
class Weights:
    """How much each piece of evidence adds to the log-odds of one question."""

    base: float
    near: float
    sentence: float
    same_attribute: float
    other_attribute: float
    same_subject: float
    other_subject: float
    sole: float


WEIGHTS = Weights(
    base=-4.3,
    near=3.5,
    sentence=4.5,
    same_attribute=0.5,
    other_attribute=-0.5,
    same_subject=0.5,
    other_subject=-2.0,
    sole=1.5,
)


def gather_evidence(contexts: Contexts, members: Sequence[int]) -> Evidence:
    """Compare every two of some claims.

    Args:
        contexts: The group's rows.
        members: Positions of the claims in `contexts.claims`, n of them.
    """
    rows = np.asarray(members, dtype=np.int64)
    around = contexts.around[rows]
    sentence = contexts.claim_sentence[rows]
    named = contexts.named[rows]
    claims = [contexts.claims[member] for member in members]
    return Evidence(
        near=cosines(around),
        sentence=contexts.cosine[np.ix_(sentence, sentence)],
        named=cosines(named),
        names=np.diff(named.indptr).astype(np.int64),
        attribute=_agreement([_key(claim.attribute) for claim in claims]),
        subject=_agreement([_key(claim.subject) for claim in claims]),
        sole=_sole(claims, contexts.claim_article[rows].tolist()),
    )


def log_odds(evidence: Evidence) -> Matrix:
    """The log-odds that each two claims answer one question; a linear model."""
    odds: Matrix = (
        WEIGHTS.base
        + WEIGHTS.near * evidence.near
        + WEIGHTS.sentence * evidence.sentence
        + np.where(evidence.attribute > 0, WEIGHTS.same_attribute, 0.0)
        + np.where(evidence.attribute < 0, WEIGHTS.other_attribute, 0.0)
        + np.where(evidence.subject > 0, WEIGHTS.same_subject, 0.0)
        + np.where(evidence.subject < 0, WEIGHTS.other_subject, 0.0)
        + np.where(evidence.sole, WEIGHTS.sole, 0.0)
    )
    return odds


def describe(evidence: Evidence, left: int, right: int, claims: Sequence[Claim]) -> str:
    """One line on what ties two claims, for `reconcile explain`."""
    parts = [
        f"words around {evidence.near[left, right]:.2f}",
        f"sentences {evidence.sentence[left, right]:.2f}",
    ]
    for name, matrix in (("attribute", evidence.attribute), ("subject", evidence.subject)):
        if matrix[left, right]:
            parts.append(f"{'same' if matrix[left, right] > 0 else 'other'} {name}")
    return f"{claims[left].id} ~ {claims[right].id}: {', '.join(parts)}"


def _key(text: str | None) -> str:
    return " ".join(text.casefold().split()) if text else ""


def _agreement(keys: Sequence[str]) -> Matrix:
    """1 where two keys are the same, -1 where both are known and differ, 0 elsewhere."""
    _, numbers = np.unique(np.array(keys, dtype=object).astype(str), return_inverse=True)
    known = np.array([bool(key) for key in keys])
    same = numbers[:, None] == numbers[None, :]
    return np.where(known[:, None] & known[None, :], np.where(same, 1.0, -1.0), 0.0)


def _sole(claims: Sequence[Claim], articles: Sequence[int]) -> Mask:
    """Whether two claims each give their article's only figure of a sort an event has one of."""
    values: dict[tuple[int, str], set[Value]] = {}
    for claim, article in zip(claims, articles, strict=True):
        if claim.attribute and _is_singular(claim.attribute):
            values.setdefault((article, claim.attribute), set()).add(claim.value)
    asked = [
        name if len(values.get((article, name := claim.attribute or ""), ())) == 1 else ""
        for claim, article in zip(claims, articles, strict=True)
    ]
    return _agreement(asked) > 0


def ask_two_things(left: str | None, right: str | None) -> bool:
    """Whether two attributes can't be of one question: the dead and the injured, two sets.

    >>> ask_two_things("dead", "injured"), ask_two_things("dead", None)
    (True, False)
    """
    if left == right:
        return False
    known = [name for name in (left, right) if name]
    if any(name.startswith(RESULT) for name in known):
        return True
    return len(known) == 2 and all(map(_is_singular, known))


def _is_singular(attribute: str) -> bool:
    return attribute in CHANGING or attribute.startswith(RESULT)
