"""Clauses that an article leaves out of a sentence which it otherwise gives."""

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from reconcile.alignment.contexts import Contexts, Rows, expand, sparse_rows
from reconcile.alignment.questions import Answer, Question
from reconcile.alignment.statements import SentenceTies
from reconcile.model import Claim

_SAID = 0.4  # share of a clause's words and word pairs in one sentence that says it too
_NEARLY_ALL = 0.65  # share of its words alone that does


def is_clause(claim: Claim) -> bool:
    """Whether a statement is a part of a sentence."""
    return claim.kind == "statement" and claim.span != claim.sentence


def ask_clauses(contexts: Contexts, ties: SentenceTies) -> Iterator[Question]:
    """Yield a question for each clause that an article leaves out of what it says otherwise.

    Where the whole sentence is missing, the sentence's own question says so.
    """
    clauses = np.array([n for n, c in enumerate(contexts.claims) if is_clause(c)], dtype=np.int64)
    if not len(clauses):
        return
    firsts, lasts = (edge[clauses] for edge in contexts.claim_tokens)
    by_words = _shares(
        contexts.words, firsts, lasts, contexts.token_columns, contexts.token_weights
    )
    by_pairs = _shares(
        contexts.sentences, firsts, lasts - 1, contexts.pair_columns, contexts.pair_weights
    )
    said = (by_words >= _NEARLY_ALL) | ((by_words + by_pairs) / 2 >= _SAID)
    article_of = contexts.sentence_article
    for says, position in zip(said, clauses, strict=True):
        row = int(contexts.claim_sentence[position])
        says_the_rest = set(np.flatnonzero(ties.said_in[row]).tolist()) - {int(article_of[row])}
        says_it_too = set(article_of[says].tolist())
        silent = sorted(says_the_rest - says_it_too)
        if silent:
            claim = contexts.claims[position]
            yield Question(
                kind="statement",
                answers=(Answer(claims=(claim,), text=str(claim.value)),),
                silent=tuple(contexts.articles[article] for article in silent),
            )


def _shares(
    sentences: sp.csr_matrix,
    firsts: Rows,
    lasts: Rows,
    columns: Rows,
    weights: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The share of each clause's weight that each sentence has, shape (clauses, s)."""
    row, token = expand(firsts, np.maximum(lasts, firsts))
    shape = (len(firsts), sentences.shape[1])
    clauses = sparse_rows(row, columns[token], weights[token], shape)
    present = sentences.copy()
    present.data = np.ones_like(present.data)
    mass = np.asarray(clauses.sum(axis=1)).ravel()
    shared = np.asarray((clauses @ present.T).todense(), dtype=np.float64)
    # A clause of figures alone has no weight, and nobody can be said to leave it out.
    return np.where(mass[:, None] > 0, shared / np.where(mass > 0, mass, 1.0)[:, None], 1.0)
