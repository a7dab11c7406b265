"""Rare names that are spelt in two ways, whether or not extraction knows what they name.

Extraction says nothing of "Landmark 72" where it cannot tell a tower from a person, and reads
"Tanongsak Saensomboonsuk" in one sentence only. A capitalised word that hardly any article at
large has, and that differs by a letter or two from another such word, is a slip all the same when
both stand beside the same name or figure, or are long.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import frozen
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from reconcile.alignment.contexts import Contexts
from reconcile.alignment.entities import NAME_KINDS
from reconcile.alignment.misspellings import MOST
from reconcile.alignment.questions import Answer, Question
from reconcile.alignment.spellings import are_misspelt
from reconcile.model import Claim
from reconcile.text.tokens import HAS_DIGIT, STARTS_UPPER

_SHORTEST = 6  # letters of a word that is compared at all
_LONG = 9  # letters from which two words are rarely alike by chance
_APART = 2  # letters in which two spellings differ at most


@frozen(kw_only=True, eq=False)
class _Standing:
    """A rare word where it stands: its sentence, its token, names and figures on either side."""

    row: int
    token: int
    beside: frozenset[tuple[int, str]]


def ask_rarities(contexts: Contexts) -> Iterator[Question]:
    """Yield a question for each two spellings of a rare name that no sentence tells apart."""
    found = _rare_words(contexts)
    words = sorted(found)[:MOST]
    if len(words) < 2:
        return
    near = cdist(words, words, scorer=OSA.distance, score_cutoff=_APART) <= _APART
    for i, j in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        one, other = words[i], words[j]
        if are_misspelt([one], [other]) and _are_one(found[one], found[other], (one, other)):
            yield _question(contexts, {one: found[one], other: found[other]})


def _rare_words(contexts: Contexts) -> dict[str, list[_Standing]]:
    """Where each rare capitalised word stands, in order."""
    firsts, lasts = contexts.sentence_tokens
    rarest = contexts.token_weights.max(initial=0.0)
    rare = (contexts.token_weights >= rarest) & ((contexts.batch.flags & STARTS_UPPER) != 0)
    telling = (contexts.batch.flags & (STARTS_UPPER | HAS_DIGIT)) != 0
    found: dict[str, list[_Standing]] = {}
    for row, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        words = contexts.words_of(row)
        for place in np.flatnonzero(rare[first:last]).tolist() if words else ():
            if len(words[place]) >= _SHORTEST and words[place].isalpha():
                beside = frozenset(
                    (step, words[place + step])
                    for step in (-1, 1)
                    if 0 <= place + step < len(words) and telling[first + place + step]
                )
                found.setdefault(words[place], []).append(
                    _Standing(row=row, token=first + place, beside=beside)
                )
    return found


def _are_one(left: Sequence[_Standing], right: Sequence[_Standing], words: tuple[str, str]) -> bool:
    """Whether two spellings are of one thing.

    They stand beside the same name or figure, or they are long and differ in more than an ending,
    which may be another form of the word ("Dimitrov", "Dimitrova"). A sentence that has both tells
    two things apart.
    """
    if {place.row for place in left} & {place.row for place in right}:
        return False
    if frozenset().union(*(p.beside for p in left)) & frozenset().union(*(p.beside for p in right)):
        return True
    shorter, longer = sorted(words, key=len)
    return len(shorter) >= _LONG and not longer.startswith(shorter)


def _question(contexts: Contexts, found: Mapping[str, Sequence[_Standing]]) -> Question:
    answers = []
    for word, places in found.items():
        claims = {claim.id: claim for place in places if (claim := _claim_at(contexts, place))}
        said = tuple(claims.values())
        answers.append(Answer(claims=said, text=_as_written(said[0], word)))
    named = [c for answer in answers for c in answer.claims if c.kind in NAME_KINDS]
    heard = {contexts.sentence_article[place.row] for places in found.values() for place in places}
    return Question(
        kind=named[0].kind if named else "statement",
        attribute="name",
        answers=tuple(answers),
        certainty="check",
        extra=True,
        silent=tuple(name for n, name in enumerate(contexts.articles) if n not in heard),
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
    found = re.search(re.escape(word), claim.quote, re.IGNORECASE)
    return found.group() if found else word
