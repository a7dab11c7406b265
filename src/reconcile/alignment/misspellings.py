"""Which bearers of a name are one bearer whose name is spelt in two ways."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import frozen

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.spellings import (
    are_misspelt,
    are_surely_misspelt,
    differ_in_one_word,
    is_short_form_misspelt,
)
from reconcile.values import Name

_LIKE = 0.2  # cosine of the words around two spellings from which an editor should look
_PLAINLY_LIKE = 0.3  # and from which the same bearer is plain
_LIKE_IN_ONE = 0.15  # the same where one article has both spellings
_TELLING_ROLE = 4  # words of a role that hardly two people in one story hold


@frozen(kw_only=True, eq=False)
class Bearer:
    """Somebody or something named: the longest name and the positions of all claims."""

    name: Name
    claims: tuple[int, ...]


@frozen(kw_only=True)
class Misspelling:
    """Two bearers who are one.

    Args:
        left, right: Positions among the bearers, ``left < right``.
        is_plain: Whether it is plain that one bearer is meant.
        evidence: What shows it.
    """

    left: int
    right: int
    is_plain: bool
    evidence: str


def find_misspellings(contexts: Contexts, bearers: Sequence[Bearer]) -> list[Misspelling]:
    """Find two spellings of one name; each bearer is in at most one of them."""
    roles = _roles(contexts)
    found: list[Misspelling] = []
    taken: set[int] = set()
    for misspelling in _candidates(contexts, bearers, roles):
        if taken.isdisjoint({misspelling.left, misspelling.right}):
            taken.update((misspelling.left, misspelling.right))
            found.append(misspelling)
    return found


def _candidates(
    contexts: Contexts, bearers: Sequence[Bearer], roles: Mapping[str, frozenset[str]]
) -> Iterator[Misspelling]:
    for (i, left), (j, right) in itertools.combinations(enumerate(bearers), 2):
        a, b = left.name.words, right.name.words
        together = _together(contexts, left, right)
        shared = roles.get(" ".join(a), frozenset()) & roles.get(" ".join(b), frozenset())
        short = is_short_form_misspelt(a, b) or is_short_form_misspelt(b, a)
        if together == "sentence" or not (
            are_misspelt(a, b)
            or (short and together == "article")
            or (shared and differ_in_one_word(a, b))
        ):
            continue
        like = _likeness(contexts, left.claims, right.claims)
        sure = are_surely_misspelt(a, b) or bool(shared)
        if sure or like >= (_LIKE_IN_ONE if together else _LIKE):
            yield Misspelling(
                left=i,
                right=j,
                is_plain=not together and not short and (sure or like >= _PLAINLY_LIKE),
                evidence=_evidence(like, shared),
            )


def _evidence(like: float, roles: frozenset[str]) -> str:
    what = f"two spellings; the words around them are {like:.2f} alike"
    return f"{what}; both are {min(roles)}" if roles else what


def _roles(contexts: Contexts) -> dict[str, frozenset[str]]:
    """The telling roles of each person, by the folded name."""
    found: dict[str, set[str]] = {}
    for claim in contexts.claims:
        value = claim.value
        if claim.kind != "role" or not claim.subject or not isinstance(value, Name):
            continue
        if len(value.words) >= _TELLING_ROLE:
            found.setdefault(claim.subject.casefold(), set()).add(" ".join(value.words))
    return {bearer: frozenset(roles) for bearer, roles in found.items()}


def _together(contexts: Contexts, left: Bearer, right: Bearer) -> str:
    """Whether the two ever stand in one sentence or else in one article; empty for neither."""
    for where, rows in (
        ("sentence", contexts.claim_sentence),
        ("article", contexts.claim_article),
    ):
        if {int(rows[c]) for c in left.claims} & {int(rows[c]) for c in right.claims}:
            return where
    return ""


def _likeness(contexts: Contexts, left: Sequence[int], right: Sequence[int]) -> float:
    """The best cosine of the words around any claim of one with any of the other."""
    product = contexts.around[np.asarray(left)] @ contexts.around[np.asarray(right)].T
    return float(product.max()) if product.nnz else 0.0
