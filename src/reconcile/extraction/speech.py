"""Claims about what was said: quotations and reported sayings, with their speaker."""

import re
from collections.abc import Iterator

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.mentions import Mentions
from reconcile.model import Claim
from reconcile.text import View
from reconcile.values import Saying

_WORD = re.compile(r"\w+")


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield a claim for each quotation; one that goes over several sentences is cut into them."""
    for quotation in mentions.quotations:
        for start, end in _sentences(view, quotation.start, quotation.end):
            words = tuple(_WORD.findall(view.folded, start, end))
            if not words:
                continue
            claim = make_claim(
                view,
                start,
                end,
                kind="quote",
                value=Saying(
                    words=words,
                    text=view.text[start:end],
                    negated=view.pack.speech.is_negated(view.folded[start:end]),
                    speaker=quotation.speaker,
                ),
                rule="speech",
                subject=quotation.speaker,
                attribute="direct" if quotation.direct else "indirect",
            )
            if claim is not None:
                yield claim


def _sentences(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that stand in one sentence each."""
    index = view.sentence_index(start)
    while index is not None and index < len(view.sentences):
        sentence = view.sentences[index]
        if sentence.start >= end:
            return
        yield max(start, sentence.start), min(end, sentence.end)
        index += 1
