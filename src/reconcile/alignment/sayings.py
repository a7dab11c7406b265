"""Questions that sentences answer: what is stated, by whom, and where two statements oppose."""

import itertools
from collections.abc import Iterator, Sequence

from attrs import frozen
from rapidfuzz.distance import Indel

from reconcile.alignment.clauses import ask_clauses, is_clause
from reconcile.alignment.contexts import Contexts
from reconcile.alignment.oppositions import find_opposition
from reconcile.alignment.questions import Answer, Question
from reconcile.alignment.silence import silent_on_statement
from reconcile.alignment.statements import SentenceTies
from reconcile.alignment.updates import Published, is_before
from reconcile.languages import LanguagePack
from reconcile.model import Claim
from reconcile.values import Saying

_OPPOSED = 0.55  # cosine from which two sentences with opposite words are about one thing
_CAME_TO_PASS = 0.3  # the same where one says what will be and the other what has been
_DENIED = 0.85  # share of words in common from which one sentence denies just what the other says


@frozen(kw_only=True, eq=False)
class _Stated:
    """A statement and the row of its sentence."""

    claim: Claim
    row: int


def ask_statements(
    contexts: Contexts, ties: SentenceTies, *, pack: LanguagePack, published: Published
) -> Iterator[Question]:
    """Tie the statements of a group into questions, each claim in exactly one.

    Two tied statements that oppose each other give a question of their own on top.
    """
    claim_of_row = {
        int(contexts.claim_sentence[position]): claim
        for position, claim in enumerate(contexts.claims)
        if claim.kind == "statement" and not is_clause(claim)
    }
    for cluster in ties.clusters:
        stated = [_Stated(claim=claim_of_row[r], row=r) for r in cluster if r in claim_of_row]
        if stated:
            yield _question(stated, contexts, ties)
            yield from _opposed(stated, contexts, pack, published)
    yield from ask_clauses(contexts, ties)


def _question(stated: Sequence[_Stated], contexts: Contexts, ties: SentenceTies) -> Question:
    by_value: dict[object, list[Claim]] = {}
    for one in stated:
        by_value.setdefault(one.claim.value, []).append(one.claim)
    claims = [one.claim for one in stated]
    rows = [one.row for one in stated]
    return Question(
        kind="statement",
        answers=tuple(
            Answer(claims=tuple(same), text=str(same[0].value)) for same in by_value.values()
        ),
        silent=silent_on_statement(claims, rows, contexts, ties),
        evidence=_likeness(rows, contexts),
    )


def _likeness(rows: Sequence[int], contexts: Contexts) -> tuple[str, ...]:
    """How alike the sentences are, for `reconcile explain`; nothing to say of one alone."""
    pairs = [float(contexts.cosine[a, b]) for a, b in itertools.combinations(rows, 2)]
    if not pairs:
        return ()
    return (f"the sentences are {min(pairs):.2f} to {max(pairs):.2f} alike",)


def _opposed(
    stated: Sequence[_Stated], contexts: Contexts, pack: LanguagePack, published: Published
) -> Iterator[Question]:
    for left, right in itertools.combinations(stated, 2):
        if left.claim.article == right.claim.article:
            continue
        cosine = float(contexts.cosine[left.row, right.row])
        if cosine >= _CAME_TO_PASS:
            question = _opposition(left.claim, right.claim, cosine, pack, published)
            if question is not None:
                yield question


def _opposition(
    left: Claim, right: Claim, cosine: float, pack: LanguagePack, published: Published
) -> Question | None:
    a, b = left.value, right.value
    if not isinstance(a, Saying) or not isinstance(b, Saying):
        return None
    found = find_opposition(" ".join(a.words), " ".join(b.words), pack=pack)
    changes = False
    if found is not None and found.kind == "precedes":
        planned, done = (left, right) if found.left_first else (right, left)
        changes = is_before(planned.article, done.article, published)
        if not changes:
            return None
        why = f"«{found.left}» became «{found.right}» {' '.join(found.shared)}"
    elif found is not None and cosine >= _OPPOSED:
        why = f"«{found.left}» against «{found.right}» {' '.join(found.shared)}"
    elif a.negated != b.negated and Indel.normalized_similarity(a.words, b.words) >= _DENIED:
        why = "one denies what the other says in nearly the same words"
    else:
        return None
    return Question(
        kind="statement",
        attribute="polarity",
        answers=(Answer(claims=(left,), text=str(a)), Answer(claims=(right,), text=str(b))),
        certainty="check",
        changes=changes,
        evidence=(why,),
    )
