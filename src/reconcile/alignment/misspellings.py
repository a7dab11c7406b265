"""Which bearers of a name are one bearer whose name is spelt in two ways."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Self

import numpy as np
from attrs import frozen
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.spellings import (
    are_misspelt,
    are_surely_misspelt,
    differ_in_one_word,
    differ_in_surname,
    is_short_form_misspelt,
)
from reconcile.values import Name

_LIKE = 0.2  # cosine of the words around two spellings from which an editor should look
_PLAINLY_LIKE = 0.3  # and from which the same bearer is plain
_LIKE_IN_ONE = 0.15  # the same where one article has both spellings
# The same where they are long words without marks, as no two Vietnamese given names are.
_LIKE_OF_FOREIGN, _FOREIGN = 0.03, 5
_WORTH_A_LOOK = 60  # letters in common, in per cent, below which two names are never one
MOST = 4000  # names that are compared, each with each; a text of more is a register
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


def find_misspellings(
    contexts: Contexts, bearers: Sequence[Bearer], *, kind: str
) -> list[Misspelling]:
    """Find two spellings of one name; each bearer is in at most one of them.

    Args:
        contexts: The group's claims and what stands around them.
        bearers: The bearers of a kind.
        kind: Which kind that is; people have surnames.
    """
    roles = _roles(contexts)
    found: list[Misspelling] = []
    taken: set[int] = set()
    for misspelling in _candidates(contexts, bearers, roles, kind):
        if taken.isdisjoint({misspelling.left, misspelling.right}):
            taken.update((misspelling.left, misspelling.right))
            found.append(misspelling)
    return found


def _candidates(
    contexts: Contexts,
    bearers: Sequence[Bearer],
    roles: Mapping[str, frozenset[str]],
    kind: str,
) -> Iterator[Misspelling]:
    stands = [_Stands.of(contexts, bearer) for bearer in bearers]
    for i, j in _look_alikes([bearer.name.words for bearer in bearers]):
        left, right = bearers[i], bearers[j]
        a, b = left.name.words, right.name.words
        together = stands[i].together(stands[j])
        shared = roles.get(" ".join(a), frozenset()) & roles.get(" ".join(b), frozenset())
        short = is_short_form_misspelt(a, b) or is_short_form_misspelt(b, a)
        if together == "sentence" or not (
            are_misspelt(a, b)
            or (short and together == "article")
            or (shared and differ_in_one_word(a, b))
            or (kind == "person" and differ_in_surname(a, b))
        ):
            continue
        like = _likeness(contexts, left.claims, right.claims)
        sure = are_surely_misspelt(a, b) or bool(shared)
        foreign = min(len(a[-1]), len(b[-1])) >= _FOREIGN and f"{a}{b}".isascii()
        least = _LIKE_OF_FOREIGN if together and foreign else _LIKE_IN_ONE if together else _LIKE
        if sure or like >= least:
            yield Misspelling(
                left=i,
                right=j,
                # People's family names come first in one country and last in another.
                is_plain=not together
                and not short
                and (kind != "person" or sorted(a) != sorted(b))
                and (sure or like >= _PLAINLY_LIKE),
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


@frozen(kw_only=True, eq=False)
class _Stands:
    """The sentences and the articles that name a bearer."""

    sentences: frozenset[int]
    articles: frozenset[int]

    @classmethod
    def of(cls, contexts: Contexts, bearer: Bearer) -> Self:
        rows = np.asarray(bearer.claims)
        return cls(
            sentences=frozenset(contexts.claim_sentence[rows].tolist()),
            articles=frozenset(contexts.claim_article[rows].tolist()),
        )

    def together(self, other: Self) -> str:
        """Whether the two ever stand in one sentence or else in one article; empty for neither."""
        if not self.sentences.isdisjoint(other.sentences):
            return "sentence"
        return "" if self.articles.isdisjoint(other.articles) else "article"


def _look_alikes(names: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """The pairs of names worth a closer look, each once, ``left < right``, in order.

    They are alike letter by letter, their words in one order, or one is a single word that is
    like the last word of the other.
    """
    names = names[:MOST]
    if len(names) < 2:
        return []
    whole = [" ".join(sorted(words)) for words in names]
    likely = cdist(whole, whole, scorer=fuzz.ratio, score_cutoff=_WORTH_A_LOOK) > 0
    single = [words[0] if len(words) == 1 else "" for words in names]
    last = [words[-1] if len(words) > 1 else "" for words in names]
    short = cdist(single, last, scorer=fuzz.ratio, score_cutoff=_WORTH_A_LOOK) > 0
    short &= np.array([bool(word) for word in single])[:, None]
    short &= np.array([bool(word) for word in last])[None, :]
    left, right = np.nonzero(np.triu(likely | short | short.T, 1))
    return list(zip(left.tolist(), right.tolist(), strict=True))


def _likeness(contexts: Contexts, left: Sequence[int], right: Sequence[int]) -> float:
    """The best cosine of the words around any claim of one with any of the other."""
    product = contexts.around[np.asarray(left)] @ contexts.around[np.asarray(right)].T
    return float(product.max()) if product.nnz else 0.0
