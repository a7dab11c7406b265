"""Quotations of different articles: the same words, a part, a changed word, another speaker."""

import itertools
from collections.abc import Collection, Sequence

from rapidfuzz.distance import Indel

from reconcile.alignment.components import connected
from reconcile.alignment.contexts import Contexts
from reconcile.alignment.questions import Question, answers_by_value
from reconcile.alignment.spellings import are_misspelt, figures_of
from reconcile.model import Claim
from reconcile.values import Name, Relation, Saying, relate

_TIED = 0.6  # share of words in common, in order, from which two quotations are one saying
_CHANGED = 0.85  # and from which a differing word is a changed word and not another translation
_TELLING = 7  # words; two people rarely say that many in the same order
_FEWEST = 3  # words of one speaker that are a part of what another article quotes at length
_LONG = 6  # words; a shorter quotation shares most of its words by chance


def ask_quotations(contexts: Contexts) -> list[Question]:
    """Tie the quotations of a group into questions, each claim in exactly one."""
    claims = [claim for claim in contexts.claims if claim.kind == "quote"]
    figures = [_figures(claim) for claim in claims]
    tied: list[tuple[int, int]] = []
    changed: set[int] = set()
    for i, j in itertools.combinations(range(len(claims)), 2):
        same, differs = _compare(claims[i], claims[j], same_figures=figures[i] == figures[j])
        if same:
            tied.append((i, j))
        if differs:
            changed.add(i)
    questions = [
        _question(
            [claims[i] for i in members], certainty=None if changed.isdisjoint(members) else "check"
        )
        for members in connected(len(claims), tied)
    ]
    people = {
        (claim.article, claim.value.text.casefold())
        for claim in contexts.claims
        if claim.kind == "person" and isinstance(claim.value, Name)
    }
    questions.extend(
        Question(
            kind="quote",
            attribute="speaker",
            answers=answers_by_value([left, right], text=_speaker, value=_speaker),
            certainty="check",
            extra=True,
            evidence=("the same words of two people",),
        )
        for left, right in ((claims[i], claims[j]) for i, j in tied)
        if _is_long(left) and _is_long(right) and _have_two_speakers(left, right, people)
    )
    return questions


def _speaker(claim: Claim) -> str:
    return claim.subject or ""


def _is_long(claim: Claim) -> bool:
    return isinstance(claim.value, Saying) and len(claim.value.words) >= _TELLING


def _have_two_speakers(left: Claim, right: Claim, people: Collection[tuple[str, str]]) -> bool:
    """Whether the speakers are two people that their articles name, and no two spellings of one."""
    names = [Name.of(claim.subject) for claim in (left, right) if claim.subject]
    return (
        len(names) == 2
        and all((c.article, (c.subject or "").casefold()) in people for c in (left, right))
        and relate(*names) is Relation.CONFLICTING
        and all(len(name.words[-1]) > 1 for name in names)  # "anh D." may be anybody
        and not are_misspelt(names[0].words, names[1].words)
    )


def _compare(left: Claim, right: Claim, *, same_figures: bool) -> tuple[bool, bool]:
    """Whether two quotations are one saying, and whether a word of it was changed."""
    a, b = left.value, right.value
    if not isinstance(a, Saying) or not isinstance(b, Saying) or left.article == right.article:
        return False, False
    relation = relate(a, b)
    if relation in (Relation.EQUAL, Relation.REFINES, Relation.REFINED_BY):
        shortest = min(len(a.words), len(b.words))
        is_one_speaker = bool(left.subject) and left.subject == right.subject
        telling = shortest >= _LONG or (shortest >= _FEWEST and is_one_speaker)
        return telling or relation is Relation.EQUAL, False
    if min(len(a.words), len(b.words)) < _LONG or not same_figures:
        return False, False
    common = Indel.normalized_similarity(a.words, b.words, score_cutoff=_TIED)
    differs = (
        common >= _CHANGED
        and len(a.words) == len(b.words)
        and left.attribute == right.attribute == "direct"
    )
    return common >= _TIED, differs


def _figures(claim: Claim) -> list[str]:
    """The figures it names; sayings with other figures are not one saying in other words."""
    return figures_of(claim.value.words) if isinstance(claim.value, Saying) else []


def _question(claims: Sequence[Claim], *, certainty: str | None) -> Question:
    speakers = list(dict.fromkeys(claim.subject for claim in claims if claim.subject))
    names = [Name.of(speaker) for speaker in speakers]
    disputed = any(
        relate(one, other) is Relation.CONFLICTING
        for one, other in itertools.combinations(names, 2)
    )
    return Question(
        kind="quote",
        subject=max(speakers, key=len) if speakers and not disputed else None,
        answers=answers_by_value(claims),
        certainty=certainty,
    )
