"""Statements: sentences, and the clauses of long ones, as claims of their own.

They are what silence is judged by, and where polarity lives. A clause is claimed so that a detail
at the end of a long sentence is not lost in it.
"""

import re
from collections.abc import Iterator

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


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield one statement for each sentence of the body and for each clause of a long one."""
    for sentence in view.body_sentences:
        words = tuple(_WORD.findall(view.folded, sentence.start, sentence.end))
        if len(words) < _FEWEST_WORDS:
            continue
        yield from _state(view, sentence.start, sentence.end, words, rule="statements")
        if len(words) >= _LONG:
            for start, end, said in _clauses(view, sentence):
                yield from _state(view, start, end, said, rule="clauses")


def _state(
    view: View, start: int, end: int, words: tuple[str, ...], *, rule: str
) -> Iterator[Claim]:
    claim = make_claim(
        view,
        start,
        end,
        kind="statement",
        value=Saying(
            words=words,
            text=view.text[start:end],
            negated=view.pack.speech.is_negated(view.folded[start:end]),
        ),
        rule=rule,
    )
    if claim is not None:
        yield claim


def _clauses(view: View, sentence: Sentence) -> list[tuple[int, int, tuple[str, ...]]]:
    """The clauses of a sentence with their words; none when it cannot be cut."""
    ends = [m.end() for m in _CLAUSE_END.finditer(view.text, sentence.start, sentence.end)]
    found: list[tuple[int, int, tuple[str, ...]]] = []
    start = sentence.start
    for end in [*ends, sentence.end]:
        words = tuple(_WORD.findall(view.folded, start, end))
        if len(words) < _CLAUSE and end < sentence.end:
            continue
        if len(words) < _CLAUSE and found:
            start, _, before = found.pop()
            words = (*before, *words)
        while start < end and view.text[start].isspace():
            start += 1
        found.append((start, end, words))
        start = end
    return found if len(found) > 1 else []
