"""Claims about numbers: counts, measures, percentages, money, ages, durations, ordinals, scores."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reconcile.extraction.claiming import make_claim
from reconcile.extraction.counted import age_of, subject_of
from reconcile.extraction.mentions import Mentions
from reconcile.model import Claim
from reconcile.text import View


def extract(view: View, mentions: Mentions) -> Iterator[Claim]:
    """Yield a claim for each number, with what it is of and whom it belongs to."""
    starts = [mention.start for mention in mentions.numbers]
    names = mentions.names
    name_starts = [name.start for name in names]
    for mention in mentions.numbers:
        clause = _clause_of(view, mentions, starts, mention.start, mention.end)
        if clause is None:
            continue
        nearby = names[
            bisect_right(name_starts, clause[0] - 1) : bisect_right(name_starts, clause[1])
        ]
        claim = make_claim(
            view,
            mention.start,
            mention.end,
            kind=mention.kind,
            value=age_of(mention.value, published=view.article.publication_day),
            rule="numbers",
            subject=subject_of(mention, names=nearby),
            attribute=view.pack.numerals.topic_of(view.folded, mention, clause=clause),
        )
        if claim is not None:
            yield claim


def _clause_of(
    view: View, mentions: Mentions, starts: Sequence[int], start: int, end: int
) -> tuple[int, int] | None:
    """The stretch of the sentence between the numbers on either side."""
    index = view.sentence_index(start)
    if index is None:
        return None
    sentence = view.sentences[index]
    place = bisect_right(starts, start)
    before = mentions.numbers[place - 2].end if place > 1 else 0
    after = mentions.numbers[place].start if place < len(starts) else len(view.text)
    return max(sentence.start, before), max(end, min(sentence.end, after))
