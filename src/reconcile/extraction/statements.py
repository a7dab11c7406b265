"""Statements: sentences, and the clauses of long ones, as claims of their own.

They are what silence is judged by, and where polarity lives. A clause is claimed so that a detail
at the end of a long sentence is not lost in it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.mentions import Mentions
from reconcile.model import Claim
from reconcile.text import Sentence, View
from reconcile.values import Saying

_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;:](?=\s)")
_FEWEST_WORDS = 4  # shorter lines are headings and fragments, which state nothing
_LONG = 24  # words from which a sentence is cut into clauses
_CLAUSE = 7  # words of the shortest clause; shorter ones go with the one before

Piece = tuple[int, int, list[str]]  # where it stands, and its words


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield one statement for each sentence of the body and for each clause of a long one."""
    for sentence in view.body_sentences:
        pieces = _pieces(view, sentence)
        words = tuple(word for _, _, said in pieces for word in said)
        if len(words) < _FEWEST_WORDS:
            continue
        negated = _is_negated(view, sentence.start, sentence.end)
        yield from _state(
            view, sentence.start, sentence.end, words, rule="statements", negated=negated
        )
        if len(words) >= _LONG:
            for start, end, said in _clauses(view, pieces):
                denies = negated and _is_negated(view, start, end)
                yield from _state(view, start, end, said, rule="clauses", negated=denies)


def _is_negated(view: View, start: int, end: int) -> bool:
    return view.pack.speech.is_negated(view.folded[start:end])


def _state(
    view: View, start: int, end: int, words: tuple[str, ...], *, rule: str, negated: bool
) -> Iterator[Claim]:
    claim = make_claim(
        view,
        start,
        end,
        kind="statement",
        value=Saying(words=words, text=view.text[start:end], negated=negated),
        rule=rule,
    )
    if claim is not None:
        yield claim


def _pieces(view: View, sentence: Sentence) -> list[Piece]:
    """A sentence cut at each mark that may end a clause, every piece with its words."""
    ends = [m.end() for m in _CLAUSE_END.finditer(view.text, sentence.start, sentence.end)]
    places = [sentence.start, *ends, sentence.end]
    return [(a, b, _WORD.findall(view.folded, a, b)) for a, b in pairwise(places)]


def _clauses(view: View, pieces: Sequence[Piece]) -> list[tuple[int, int, tuple[str, ...]]]:
    """The clauses of a sentence with their words; none when it cannot be cut."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    start = pieces[0][0]
    words: tuple[str, ...] = ()
    for _, end, said in pieces:
        words = (*words, *said)
        if len(words) < _CLAUSE and end < pieces[-1][1]:
            continue
        if len(words) < _CLAUSE and found:
            start, _, before = found.pop()
            words = (*before, *words)
        while start < end and view.text[start].isspace():
            start += 1
        found.append((start, end, words))
        start, words = end, ()
    return found if len(found) > 1 else []
