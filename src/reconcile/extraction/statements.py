"""Statements: sentences as claims of their own, for silence and for polarity."""

import re
from collections.abc import Iterator

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.mentions import Mentions
from reconcile.model import Claim
from reconcile.text import View
from reconcile.values import Saying

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 4  # shorter lines are headings and fragments, which state nothing


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield one statement for each sentence of the body."""
    for sentence in view.body_sentences:
        words = tuple(_WORD.findall(view.folded, sentence.start, sentence.end))
        if len(words) < _FEWEST_WORDS:
            continue
        claim = make_claim(
            view,
            sentence.start,
            sentence.end,
            kind="statement",
            value=Saying(
                words=words,
                text=view.text[sentence.start : sentence.end],
                negated=view.pack.speech.is_negated(view.folded[sentence.start : sentence.end]),
            ),
            rule="statements",
        )
        if claim is not None:
            yield claim
