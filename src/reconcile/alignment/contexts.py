"""What stands around every claim, as sparse rows: the ground on which claims are compared.

A group's sentences and claims become rows over the words and word pairs that occur in it, each
weighted by how rare it is. Nothing is tokenised here: the rows are cut from the token batch that
grouping has used already.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import scipy.sparse as sp
from attrs import field, frozen
from numpy.typing import NDArray

from reconcile.alignment.rows import Rows, cosines, expand, sparse_rows, unit
from reconcile.alignment.weighing import Weigh
from reconcile.model import Claim
from reconcile.text import View
from reconcile.text.tokens import HAS_DIGIT, STARTS_UPPER, TokenBatch
from reconcile.values import Saying

# A word this many words away from the claim counts 1/e of one that stands beside it: about the
# length of a Vietnamese clause.
_REACH = 6.0
_FARTHEST = 80  # words from the claim beyond which none counts: a list can be one long sentence
# Kinds that are compared as sentences, never by what stands around them.
_WHOLE = frozenset({"statement", "quote", "role"})
# A pair of words says a little less than the two words together, which are counted as well.
_PAIR_SHARE = 0.35
_PAIR_PRIME = np.uint64(0x9E3779B97F4A7C15)
# Kinds whose own words are the value, so that they are no evidence for what is asked.
_VALUE_IS_WORDS = frozenset(
    {"person", "organisation", "place", "agreement", "document", "role", "date", "time"}
)


@frozen(eq=False, kw_only=True)
class Contexts:
    """The sentences and claims of a group as rows of unit length.

    Args:
        articles: The articles' ids, in the group's order.
        claims: The claims, in order of article and place.
        claim_article: For each claim the position of its article in `articles`, shape (c,).
        claim_sentence: For each claim the row of its sentence in `sentences`, shape (c,).
        row_of: The same by the claim's id.
        sentence_article: For each sentence the position of its article, shape (s,).
        sentence_tokens, claim_tokens: First and last token (exclusive) of each, in `batch`.
        batch: The words of the articles.
        token_columns, token_weights: For each word its column in `words`, and its weight, 0 for
            a figure, shape (t,).
        pair_columns, pair_weights: The same for each word with the one that follows, in
            `sentences`, shape (t - 1,).
        sentence_place: For each sentence where it stands in its article, from 0 for the first to
            1 for the last, shape (s,).
        sentence_claims: For each sentence the positions of its claims in `claims`.
        sentence_statement: For each sentence the claim that states the whole of it, if any.
        sentences: Words and pairs of each sentence, float64, shape (s, v), rows of length 1.
        cosine: Cosine of each two sentences, shape (s, s).
        words: Distinct words of each sentence less its figures, weighted, not scaled, shape
            (s, v): what it says whatever the figures.
        said: The same less capitalised words, shape (s, v), rows of length 1: what it says,
            whomever it names.
        around: Words and pairs around each claim, nearer ones heavier, shape (c, v), length 1;
            empty for statements, quotations and roles.
        named: Capitalised words around each claim, those that open a sentence left out, nearer
            ones heavier, shape (c, v), length 1; a row without any is empty.
    """

    articles: tuple[str, ...]
    claims: tuple[Claim, ...] = field(repr=False)
    claim_article: Rows = field(repr=False)
    claim_sentence: Rows = field(repr=False)
    row_of: Mapping[str, int] = field(repr=False)
    sentence_article: Rows = field(repr=False)
    sentence_tokens: tuple[Rows, Rows] = field(repr=False)
    claim_tokens: tuple[Rows, Rows] = field(repr=False)
    batch: TokenBatch = field(repr=False)
    token_columns: Rows = field(repr=False)
    token_weights: NDArray[np.float64] = field(repr=False)
    pair_columns: Rows = field(repr=False)
    pair_weights: NDArray[np.float64] = field(repr=False)
    sentence_place: NDArray[np.float64] = field(repr=False)
    sentence_claims: tuple[tuple[int, ...], ...] = field(repr=False)
    sentence_statement: tuple[Claim | None, ...] = field(repr=False)
    sentences: sp.csr_matrix = field(repr=False)
    cosine: NDArray[np.float64] = field(repr=False)
    words: sp.csr_matrix = field(repr=False)
    said: sp.csr_matrix = field(repr=False)
    around: sp.csr_matrix = field(repr=False)
    named: sp.csr_matrix = field(repr=False)

    def words_of(self, row: int) -> tuple[str, ...]:
        """The case-folded words of a sentence, one for each of its tokens.

        None when the two are not cut alike ("6.1-magnitude"), so that no word has a place.
        """
        statement = self.sentence_statement[row]
        words = statement.value.words if statement and isinstance(statement.value, Saying) else ()
        count = self.sentence_tokens[1][row] - self.sentence_tokens[0][row]
        return words if len(words) == count else ()


def is_clause(claim: Claim) -> bool:
    """Whether a statement is a part of a sentence."""
    return claim.kind == "statement" and claim.span != claim.sentence


def build_contexts(
    views: Sequence[View],
    claims: Mapping[str, Sequence[Claim]],
    *,
    batch: TokenBatch,
    weigh: Weigh,
) -> Contexts:
    """Cut the rows of a group from its tokens.

    Args:
        views: The views of the group's articles, in the group's order.
        claims: The claims of each article by its id, in order of place.
        batch: The tokens of those views, in the same order.
        weigh: Gives each word hash its weight; rarer words weigh more.
    """
    firsts, lasts, sentence_article = _sentence_ranges(views, batch)
    flat = tuple(claim for view in views for claim in claims[view.article.id])
    claim_article = np.repeat(
        np.arange(len(views)), [len(claims[view.article.id]) for view in views]
    )
    own_first, own_last = _claim_ranges(views, claims, batch)
    claim_sentence = np.searchsorted(firsts, own_first, side="right") - 1
    claim_sentence = np.clip(claim_sentence, 0, max(len(firsts) - 1, 0))
    by_sentence = _by_sentence(claim_sentence, len(firsts))

    vocabulary, word_of = np.unique(batch.words, return_inverse=True)
    weights = weigh(vocabulary)
    pairs = batch.words[:-1] * _PAIR_PRIME + batch.words[1:]
    pair_vocabulary, pair_of = np.unique(pairs, return_inverse=True)
    columns = len(vocabulary) + len(pair_vocabulary)
    word_weight = weights[word_of]
    pair_weight = (word_weight[:-1] + word_weight[1:]) * _PAIR_SHARE
    has_figure = (batch.flags & HAS_DIGIT) != 0
    starts_upper = (batch.flags & STARTS_UPPER) != 0

    row, token = expand(firsts, lasts)
    every_word = sparse_rows(row, word_of[token], word_weight[token], (len(firsts), columns))
    figure = has_figure[token]
    words = sparse_rows(
        row[~figure], word_of[token[~figure]], word_weight[token[~figure]], every_word.shape
    )
    lower = ~figure & ~starts_upper[token]
    said = sparse_rows(
        row[lower], word_of[token[lower]], word_weight[token[lower]], every_word.shape
    )
    pair_row, pair_token = expand(firsts, np.maximum(lasts - 1, firsts))
    sentences = unit(
        every_word
        + sparse_rows(
            pair_row, pair_of[pair_token] + len(vocabulary), pair_weight[pair_token], words.shape
        )
    )

    opens = np.zeros(len(batch.words), dtype=bool)
    opens[firsts[firsts < lasts]] = True
    around, named = _around(
        flat,
        (own_first, own_last),
        _near(flat, (own_first, own_last), (firsts, lasts), claim_sentence),
        tokens=(word_of, word_weight, pair_of, pair_weight, has_figure),
        is_name=starts_upper & ~opens,
        shape=(len(flat), columns),
        pair_offset=len(vocabulary),
    )
    return Contexts(
        articles=tuple(view.article.id for view in views),
        claims=flat,
        claim_article=claim_article,
        claim_sentence=claim_sentence,
        row_of=dict(zip((claim.id for claim in flat), claim_sentence.tolist(), strict=True)),
        sentence_article=sentence_article,
        sentence_tokens=(firsts, lasts),
        claim_tokens=(own_first, own_last),
        batch=batch,
        token_columns=word_of,
        token_weights=np.where(has_figure, 0.0, word_weight),
        pair_columns=pair_of + len(vocabulary),
        pair_weights=np.where(has_figure[:-1] | has_figure[1:], 0.0, pair_weight),
        sentence_place=_places(sentence_article),
        sentence_claims=by_sentence,
        sentence_statement=tuple(_statement(flat[p] for p in own) for own in by_sentence),
        sentences=sentences,
        cosine=cosines(sentences),
        words=words,
        said=unit(said),
        around=unit(around),
        named=unit(named),
    )


def _sentence_ranges(views: Sequence[View], batch: TokenBatch) -> tuple[Rows, Rows, Rows]:
    """First and last token (exclusive) of every body sentence, and its article."""
    firsts: list[Rows] = []
    lasts: list[Rows] = []
    owners: list[Rows] = []
    for position, view in enumerate(views):
        body = view.body_sentences
        low, high = int(batch.offsets[position]), int(batch.offsets[position + 1])
        starts = batch.starts[low:high]
        firsts.append(low + np.searchsorted(starts, [s.start for s in body]))
        lasts.append(low + np.searchsorted(starts, [s.end for s in body]))
        owners.append(np.full(len(body), position))
    if not firsts:
        empty = np.empty(0, dtype=np.int64)
        return empty, empty, empty
    return (
        np.concatenate(firsts).astype(np.int64),
        np.concatenate(lasts).astype(np.int64),
        np.concatenate(owners).astype(np.int64),
    )


def _by_sentence(claim_sentence: Rows, sentences: int) -> tuple[tuple[int, ...], ...]:
    """The positions of each sentence's claims, in order."""
    found: list[list[int]] = [[] for _ in range(sentences)]
    for position, row in enumerate(claim_sentence.tolist() if sentences else ()):
        found[row].append(position)
    return tuple(map(tuple, found))


def _statement(claims: Iterable[Claim]) -> Claim | None:
    return next((c for c in claims if c.kind == "statement" and not is_clause(c)), None)


def _places(owners: Rows) -> NDArray[np.float64]:
    """Where each sentence stands in its article, 0 to 1; `owners` ascend."""
    begins = np.searchsorted(owners, owners)
    lasts = np.searchsorted(owners, owners, side="right") - 1 - begins
    places: NDArray[np.float64] = (np.arange(len(owners)) - begins) / np.maximum(lasts, 1)
    return places


def _claim_ranges(
    views: Sequence[View], claims: Mapping[str, Sequence[Claim]], batch: TokenBatch
) -> tuple[Rows, Rows]:
    """First and last token (exclusive) of every claim's own words."""
    firsts: list[Rows] = []
    lasts: list[Rows] = []
    for position, view in enumerate(views):
        low, high = int(batch.offsets[position]), int(batch.offsets[position + 1])
        spans = [view.view_span(claim.span) for claim in claims[view.article.id]]
        ends = batch.ends[low:high]
        firsts.append(low + np.searchsorted(ends, [s for s, _ in spans], side="right"))
        lasts.append(low + np.searchsorted(batch.starts[low:high], [e for _, e in spans]))
    if not firsts:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    return np.concatenate(firsts).astype(np.int64), np.concatenate(lasts).astype(np.int64)


def _near(
    claims: Sequence[Claim], own: tuple[Rows, Rows], sentences: tuple[Rows, Rows], row: Rows
) -> tuple[Rows, Rows]:
    """First and last token (exclusive) of what stands near each claim in its sentence."""
    first, last = own
    if len(sentences[0]):
        first = np.maximum(sentences[0][row], own[0] - _FARTHEST)
        last = np.minimum(sentences[1][row], own[1] + _FARTHEST)
    whole = np.array([claim.kind in _WHOLE for claim in claims], dtype=bool)
    return first, np.where(whole, first, last)


def _around(
    claims: Sequence[Claim],
    own: tuple[Rows, Rows],
    sentence: tuple[Rows, Rows],
    *,
    tokens: tuple[Rows, NDArray[np.float64], Rows, NDArray[np.float64], NDArray[np.bool_]],
    is_name: NDArray[np.bool_],
    shape: tuple[int, int],
    pair_offset: int,
) -> tuple[sp.csr_matrix, sp.csr_matrix]:
    """Rows of the words and pairs around each claim, fading with the distance in words.

    Returns:
        The rows of all words and pairs, and those of the capitalised words alone.
    """
    word_of, word_weight, pair_of, pair_weight, has_digit = tokens
    row, token = expand(*sentence)
    if not len(row):
        return sp.csr_matrix(shape), sp.csr_matrix(shape)
    distance = np.maximum(own[0][row] - token, 0) + np.maximum(token - own[1][row] + 1, 0)
    is_words = np.array([claim.kind in _VALUE_IS_WORDS for claim in claims], dtype=bool)
    inside = distance == 0
    keep = ~(inside & (is_words[row] | has_digit[token]))
    fade = np.exp(-distance / _REACH)
    words = sparse_rows(row[keep], word_of[token[keep]], (word_weight[token] * fade)[keep], shape)
    among = keep & is_name[token]
    named = sparse_rows(
        row[among], word_of[token[among]], (word_weight[token] * fade)[among], shape
    )
    # A pair is kept when both its words are, inside the sentence.
    both = keep[:-1] & keep[1:] & (row[:-1] == row[1:])
    first = np.flatnonzero(both)
    pair_token = token[first]
    pair_fade = np.minimum(fade[first], fade[first + 1])
    pairs = sparse_rows(
        row[first], pair_of[pair_token] + pair_offset, pair_weight[pair_token] * pair_fade, shape
    )
    return sp.csr_matrix(words + pairs), named
