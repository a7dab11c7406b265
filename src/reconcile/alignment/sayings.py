"""Questions that sentences answer: what is stated, by whom, and where two statements oppose."""

import itertools
from collections.abc import Iterator, Sequence

from attrs import evolve
from rapidfuzz.distance import Indel

from reconcile.alignment.clauses import ask_clauses
from reconcile.alignment.contexts import Contexts
from reconcile.alignment.oppositions import find_opposition
from reconcile.alignment.questions import Answer, Question, answers_by_value
from reconcile.alignment.silence import silent_on_statement
from reconcile.alignment.statements import SentenceTies
from reconcile.alignment.updates import Timeline
from reconcile.languages import LanguagePack
from reconcile.model import Claim
from reconcile.values import Saying

_OPPOSED = 0.55  # cosine from which two sentences with opposite words are about one thing
_CAME_TO_PASS = 0.3  # the same where one says what will be and the other what has been
_DENIED = 0.85  # share of words in common from which one sentence denies just what the other says


def ask_statements(
    contexts: Contexts, ties: SentenceTies, *, pack: LanguagePack, timeline: Timeline
) -> Iterator[Question]:
    """Tie the statements of a group into questions, each claim in exactly one.

    Where all that is stated opposes, the question says so; where a third way of saying it stands
    beside, each opposition is a question of its own on top.
    """
    for cluster in ties.clusters:
        claims = [claim for row in cluster if (claim := contexts.sentence_statement[row])]
        if claims:
            question = Question(
                kind="statement",
                answers=answers_by_value(claims),
                silent=silent_on_statement(claims, contexts, ties),
                evidence=_likeness(claims, contexts),
            )
            opposed = list(_opposed(question, contexts, pack, timeline))
            if len(opposed) == 1 and len(opposed[0].answers) == len(question.answers):
                question = evolve(opposed[0], extra=False)
                opposed = []
            yield question
            yield from opposed
    yield from ask_clauses(contexts, ties)


def _likeness(claims: Sequence[Claim], contexts: Contexts) -> tuple[str, ...]:
    """How alike the sentences are, for `reconcile explain`; nothing to say of one alone."""
    rows = [contexts.row_of[claim.id] for claim in claims]
    pairs = [float(contexts.cosine[a, b]) for a, b in itertools.combinations(rows, 2)]
    if not pairs:
        return ()
    return (f"the sentences are {min(pairs):.2f} to {max(pairs):.2f} alike",)


def _opposed(
    question: Question, contexts: Contexts, pack: LanguagePack, timeline: Timeline
) -> Iterator[Question]:
    """Each two answers that oppose each other, as a question on top of theirs."""
    for left, right in itertools.combinations(question.answers, 2):
        if _articles(left) & _articles(right):
            continue
        rows = contexts.row_of[left.value.id], contexts.row_of[right.value.id]
        cosine = float(contexts.cosine[rows])
        if cosine < _CAME_TO_PASS:
            continue
        found = _opposition(left, right, cosine, pack, timeline)
        if found is not None:
            why, changes = found
            yield evolve(
                question,
                attribute="polarity",
                answers=(left, right),
                certainty="check",
                changes=changes,
                extra=True,
                evidence=(why,),
            )


def _articles(answer: Answer) -> set[str]:
    return {claim.article for claim in answer.claims}


def _opposition(
    left: Answer, right: Answer, cosine: float, pack: LanguagePack, timeline: Timeline
) -> tuple[str, bool] | None:
    """Why two statements oppose each other, and whether the later one came to pass since."""
    a, b = left.value.value, right.value.value
    if not isinstance(a, Saying) or not isinstance(b, Saying):
        return None
    found = find_opposition(" ".join(a.words), " ".join(b.words), pack=pack)
    if found is not None and found.kind == "precedes":
        planned, done = (left, right) if found.left_first else (right, left)
        if not timeline.is_before(_articles(planned), _articles(done)):
            return None
        return f"«{found.left}» became «{found.right}» {' '.join(found.shared)}", True
    if found is not None and cosine >= _OPPOSED:
        return f"«{found.left}» against «{found.right}» {' '.join(found.shared)}", False
    if a.negated != b.negated and Indel.normalized_similarity(a.words, b.words) >= _DENIED:
        return "one denies what the other says in nearly the same words", False
    return None
