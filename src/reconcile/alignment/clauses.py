"""Clauses that an article leaves out of a sentence which it otherwise gives."""

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from reconcile.alignment.contexts import Contexts, is_clause
from reconcile.alignment.questions import Question, answers_by_value
from reconcile.alignment.rows import Rows, coverage, expand, sparse_rows
from reconcile.alignment.statements import SentenceTies

_SAID = 0.4  # share of a clause's words and word pairs in one sentence that says it too
_NEARLY_ALL = 0.65  # share of its words alone that does


def ask_clauses(contexts: Contexts, ties: SentenceTies) -> Iterator[Question]:
    """Yield a question for each clause that an article leaves out of what it says otherwise.

    Where the whole sentence is missing, the sentence's own question says so.
    """
    clauses = np.array([n for n, c in enumerate(contexts.claims) if is_clause(c)], dtype=np.int64)
    if not len(clauses):
        return
    firsts, lasts = (edge[clauses] for edge in contexts.claim_tokens)
    words = _rows(contexts, firsts, lasts, contexts.token_columns, contexts.token_weights)
    pairs = _rows(contexts, firsts, lasts - 1, contexts.pair_columns, contexts.pair_weights)
    # A clause of figures alone has no weight, and nobody can be said to leave it out.
    by_words = coverage(words, contexts.words, of_nothing=1.0)
    by_pairs = coverage(pairs, contexts.sentences, of_nothing=1.0)
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
                answers=answers_by_value([claim]),
                silent=tuple(contexts.articles[article] for article in silent),
            )


def _rows(
    contexts: Contexts, firsts: Rows, lasts: Rows, columns: Rows, weights: NDArray[np.float64]
) -> sp.csr_matrix:
    """The words, or the pairs, of each clause, shape (clauses, v)."""
    row, token = expand(firsts, np.maximum(lasts, firsts))
    shape = (len(firsts), contexts.words.shape[1])
    return sparse_rows(row, columns[token], weights[token], shape)
