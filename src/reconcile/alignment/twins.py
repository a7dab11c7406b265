"""Sentences of two articles that are the same but for a value: what differs is a contradiction.

No evidence is stronger than that two writers say the same thing in the same words and one word
is another. So such sentences are compared word by word, and where a figure or a name stands
against another one, the claims at that place are held against each other.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import evolve, frozen
from rapidfuzz.distance import OSA, Levenshtein

from reconcile.alignment.contests import is_rounded
from reconcile.alignment.contexts import Contexts
from reconcile.alignment.counterparts import choose_each_other
from reconcile.alignment.entities import NAME_KINDS
from reconcile.alignment.questions import Answer, Question, answers_by_value
from reconcile.alignment.typed import TYPED_KINDS
from reconcile.model import Claim
from reconcile.text.tokens import HAS_DIGIT, STARTS_UPPER
from reconcile.values import Name, Relation, relate

_LIKE = 0.5  # cosine from which two sentences are worth comparing word by word
_SAME = 0.75  # share of words in the same order from which they are twins
_FEWEST = 6  # words of a sentence, below which likeness means little
_MOST = 4  # words that may stand against each other at one place
_EVIDENCE = "two sentences that are the same but for this"
_NESTED = frozenset({"place", "organisation"})  # one may be a part of the other: Athens, Greece
_KINDS = TYPED_KINDS.union(NAME_KINDS)


@frozen(kw_only=True)
class _Place:
    """Where twins differ: tokens of the left sentence against tokens of the right one."""

    left: range
    right: range


def ask_twins(contexts: Contexts) -> Iterator[Question]:
    """Yield a question for each pair of claims that twin sentences hold against each other."""
    for left, right in _twins(contexts):
        places = list(_places(contexts, left, right))
        for place in places:
            question = _question(contexts, (left, right), place)
            if question is not None and len(places) > 1:
                # Sentences of one mould that differ in two places may tell of two things.
                question = evolve(question, certainty="check")
            if question is not None:
                yield question


def _twins(contexts: Contexts) -> Iterator[tuple[int, int]]:
    """Rows of sentences that are each other's best, alike, and not the same to the word."""
    articles = contexts.sentence_article
    apart = articles[:, None] != articles[None, :]
    likely = apart & (contexts.cosine >= _LIKE)
    likely &= choose_each_other(np.where(likely, contexts.cosine, -np.inf), articles)
    for left, right in zip(*np.nonzero(np.triu(likely, 1)), strict=True):
        one, other = _words(contexts, left), _words(contexts, right)
        if min(len(one), len(other)) < _FEWEST or one == other:
            continue
        if Levenshtein.normalized_similarity(one, other, score_cutoff=_SAME) >= _SAME:
            yield int(left), int(right)


def _words(contexts: Contexts, row: int) -> list[int]:
    firsts, lasts = contexts.sentence_tokens
    words: list[int] = contexts.batch.words[firsts[row] : lasts[row]].tolist()
    return words


def _places(contexts: Contexts, left: int, right: int) -> Iterator[_Place]:
    """The places where figures or names stand against each other."""
    first_left = int(contexts.sentence_tokens[0][left])
    first_right = int(contexts.sentence_tokens[0][right])
    for step in Levenshtein.opcodes(_words(contexts, left), _words(contexts, right)):
        lengths = (step.src_end - step.src_start, step.dest_end - step.dest_start)
        if step.tag != "replace" or max(lengths) > _MOST:
            continue
        place = _Place(
            left=range(first_left + step.src_start, first_left + step.src_end),
            right=range(first_right + step.dest_start, first_right + step.dest_end),
        )
        telling = HAS_DIGIT | STARTS_UPPER
        flags = contexts.batch.flags
        if all(
            (flags[side.start : side.stop] & telling).any() for side in (place.left, place.right)
        ):
            yield place


def _question(contexts: Contexts, rows: tuple[int, int], place: _Place) -> Question | None:
    one = _claims_at(contexts, rows[0], place.left)
    other = _claims_at(contexts, rows[1], place.right)
    for a, b in ((a, b) for a in one for b in other if a.kind == b.kind):
        certainty = _certainty(a, b)
        if certainty is not None:
            return Question(
                kind=a.kind,
                subject=a.subject or b.subject,
                attribute=a.attribute or b.attribute,
                answers=answers_by_value([a, b]),
                certainty=certainty,
                extra=True,
                evidence=(_EVIDENCE,),
            )
    if bool(one) != bool(other) or _are_cut(one, other):
        return _half_read(contexts, rows, place, (one, other))
    return None


def _are_cut(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether the names at a place are one name, of which extraction read only a part."""
    return any(
        a.kind == b.kind == "person" and relate(a.value, b.value) is not Relation.EQUAL
        for a in one
        for b in other
    )


def _half_read(
    contexts: Contexts,
    rows: tuple[int, int],
    place: _Place,
    claims: tuple[Sequence[Claim], Sequence[Claim]],
) -> Question | None:
    """A figure or a name against words that extraction could not read.

    They must look alike, or be one capitalised word inside the sentence against another.
    """
    sides = (place.left, place.right)
    words = []
    for row, side in zip(rows, sides, strict=True):
        first = int(contexts.sentence_tokens[0][row])
        words.append(contexts.words_of(row)[side.start - first : side.stop - first])
    if not words[0] or len(words[0]) != len(words[1]):
        return None
    if not all(_look_alike(a, b) for a, b in zip(*words, strict=True)):
        inside = all(
            side.start > contexts.sentence_tokens[0][row]
            for row, side in zip(rows, sides, strict=True)
        )
        if not inside or len(words[0]) > 1:
            return None
    statements = [contexts.sentence_statement[row] for row in rows]
    read = [found[0] if found else None for found in claims]
    answers = [a or b for a, b in zip(read, statements, strict=True)]
    speaks = read[0] or read[1]
    if answers[0] is None or answers[1] is None or speaks is None:
        return None
    return Question(
        kind=speaks.kind,
        subject=speaks.subject,
        attribute=speaks.attribute,
        answers=tuple(
            Answer(claims=(claim,), text=" ".join(spelt))
            for claim, spelt in zip((answers[0], answers[1]), words, strict=True)
        ),
        certainty="check",
        extra=True,
        evidence=(_EVIDENCE,),
    )


def _look_alike(left: str, right: str) -> bool:
    """Whether two words are two figures, or one word spelt in two ways."""
    if any(c.isdigit() for c in left):
        return any(c.isdigit() for c in right)
    return OSA.distance(left, right) <= max(1, min(len(left), len(right)) // 3)


def _claims_at(contexts: Contexts, row: int, place: range) -> Sequence[Claim]:
    """The claims of a sentence that touch a place, the shortest first.

    A name whose last word was spelt so that extraction cut it off ends just before the place.
    """
    firsts, lasts = contexts.claim_tokens
    found = [
        (int(lasts[position] - firsts[position]), claim)
        for position in contexts.sentence_claims[row]
        if (claim := contexts.claims[position]).kind in _KINDS
        and firsts[position] < place.stop
        and lasts[position] + (claim.kind == "person") > place.start
    ]
    return [claim for _, claim in sorted(found, key=lambda pair: (pair[0], pair[1].span))]


def _certainty(left: Claim, right: Claim) -> str | None:
    """How sure a contradiction is, None when the claims may well say the same."""
    relation = relate(left.value, right.value)
    if relation is Relation.CONFLICTING:
        return "check" if left.kind in _NESTED or is_rounded(left, right) else "clear"
    if relation is Relation.EQUAL or isinstance(left.value, Name):
        return None
    # Both are hedged in the same words ("hơn 2 triệu", "hơn 5 triệu"): the figures differ.
    return "check" if _without_figures(left) == _without_figures(right) else None


def _without_figures(claim: Claim) -> str:
    return "".join(c for c in claim.quote.casefold() if not c.isdigit())
