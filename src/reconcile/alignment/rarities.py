"""Rare names that are spelt in two ways, whether or not extraction knows what they name.

Extraction says nothing of "Landmark 72" where it cannot tell a tower from a person, and reads
"Tanongsak Saensomboonsuk" in one sentence only. A capitalised word that hardly any article at
large has, and that differs by a letter or two from another such word, is a slip all the same when
both stand beside the same word, or are long.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import frozen
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.entities import NAME_KINDS
from reconcile.alignment.questions import Answer, Question
from reconcile.alignment.spellings import are_misspelt
from reconcile.model import Claim
from reconcile.text.tokens import STARTS_UPPER
from reconcile.values import Saying

_SHORTEST = 6  # letters of a word that is compared at all
_LONG = 9  # letters from which two words are rarely alike by chance
_APART = 2  # letters in which two spellings differ at most


@frozen(kw_only=True, eq=False)
class _Standing:
    """A rare word where it stands: its sentence, its token, and the words on either side."""

    row: int
    token: int
    beside: frozenset[tuple[int, str]]


def ask_rarities(contexts: Contexts) -> Iterator[Question]:
    """Yield a question for each two spellings of a rare name that no article tells apart."""
    found = _rare_words(contexts)
    words = sorted(found)
    if len(words) < 2:
        return
    near = cdist(words, words, scorer=OSA.distance, score_cutoff=_APART) <= _APART
    for i, j in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        one, other = words[i], words[j]
        if f"{one}s" == other or not are_misspelt([one], [other]):
            continue
        pair = _same_place(
            contexts, found[one], found[other], are_long=min(len(one), len(other)) >= _LONG
        )
        if pair is not None:
            question = _question(contexts, (one, other), pair)
            if question is not None:
                yield question


def _rare_words(contexts: Contexts) -> dict[str, list[_Standing]]:
    """Where each rare capitalised word stands, in order."""
    firsts, lasts = contexts.sentence_tokens
    rarest = contexts.token_weights.max(initial=0.0)
    rare = (contexts.token_weights >= rarest) & ((contexts.batch.flags & STARTS_UPPER) != 0)
    found: dict[str, list[_Standing]] = {}
    for row, statement in enumerate(contexts.sentence_statement):
        first, last = int(firsts[row]), int(lasts[row])
        if statement is None or not isinstance(statement.value, Saying):
            continue
        words = statement.value.words
        if len(words) != last - first:
            continue
        for place in np.flatnonzero(rare[first:last]).tolist():
            if len(words[place]) >= _SHORTEST and words[place].isalpha():
                beside = {(-1, w) for w in words[max(0, place - 1) : place]}
                beside |= {(1, w) for w in words[place + 1 : place + 2]}
                found.setdefault(words[place], []).append(
                    _Standing(row=row, token=first + place, beside=frozenset(beside))
                )
    return found


def _same_place(
    contexts: Contexts, left: Sequence[_Standing], right: Sequence[_Standing], *, are_long: bool
) -> tuple[_Standing, _Standing] | None:
    """Where the two spellings stand for one thing, None when nothing shows that they do.

    An article that has both, each beside words of its own, tells two things apart.
    """
    articles = contexts.sentence_article
    for a in left:
        for b in right:
            if a.beside & b.beside and a.row != b.row:
                return a, b
    both = {int(articles[a.row]) for a in left} & {int(articles[b.row]) for b in right}
    return (left[0], right[0]) if are_long and not both else None


def _question(
    contexts: Contexts, words: tuple[str, str], places: tuple[_Standing, _Standing]
) -> Question | None:
    claims = [_claim_at(contexts, place) for place in places]
    if claims[0] is None or claims[1] is None:
        return None
    named = [claim for claim in claims if claim is not None and claim.kind in NAME_KINDS]
    return Question(
        kind=named[0].kind if named else "statement",
        attribute="name",
        answers=tuple(
            Answer(claims=(claim,), text=_as_written(claim, word))
            for claim, word in zip((claims[0], claims[1]), words, strict=True)
        ),
        certainty="check",
        extra=True,
        evidence=("a rare name spelt in two ways",),
    )


def _claim_at(contexts: Contexts, place: _Standing) -> Claim | None:
    """The name that covers the word, or the statement of its sentence."""
    firsts, lasts = contexts.claim_tokens
    for position in contexts.sentence_claims[place.row]:
        if firsts[position] <= place.token < lasts[position]:
            claim = contexts.claims[position]
            if claim.kind in NAME_KINDS:
                return claim
    return contexts.sentence_statement[place.row]


def _as_written(claim: Claim, word: str) -> str:
    start = claim.quote.casefold().find(word)
    return claim.quote[start : start + len(word)] if start >= 0 else word
