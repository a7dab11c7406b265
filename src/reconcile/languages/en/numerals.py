"""Numbers in English text, with what each measures or counts."""

from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.languages.en import ages, counts
from reconcile.languages.en.fractions import find_fractions
from reconcile.languages.en.ordinals import find_ordinals
from reconcile.languages.en.words import WordNumbers
from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering import Marks, topics
from reconcile.languages.numbering.finding import find_mentions, open_page
from reconcile.languages.numbering.grammar import join_ranges
from reconcile.languages.numbering.lexicon import load_lexicon
from reconcile.languages.numbering.measures import measured
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page

_MARKS = Marks(comma_groups=True, dot_groups=False)
_PACKAGE = "reconcile.languages.en"


@cache
def _words() -> WordNumbers:
    return WordNumbers.of(load_lexicon(_PACKAGE))


def find_numbers(
    text: str, folded: str, *, taken: Sequence[tuple[int, int]]
) -> Sequence[NumberMention]:
    """Every number with what it measures, outside the `taken` stretches; sorted, disjoint.

    Years of birth ("born in 1978") are found inside them too, for they are dates and ages.

    >>> text = "At least 10 people died; damage is put at $1.5 million."
    >>> [(m.kind, text[m.start : m.end]) for m in find_numbers(text, text.lower(), taken=())]
    [('count', 'At least 10 people'), ('money', '$1.5 million')]
    """
    page = open_page(text, folded, package=_PACKAGE, marks=_MARKS)
    return find_mentions(
        page,
        taken=taken,
        words=_words().find(folded),
        wholes=(*find_fractions(page), *find_ordinals(page)),
        measure=_mentions,
    )


def topic_of(folded: str, mention: NumberMention, *, clause: tuple[int, int]) -> str | None:
    """What the number is of, in canonical words: ``dead``, ``price``, a counted noun."""
    return topics.topic_of(load_lexicon(_PACKAGE), folded, mention, clause=clause)


def _mentions(page: Page, numerals: Sequence[Numeral]) -> Iterator[NumberMention]:
    for numeral in join_ranges(numerals, page):
        mention = measured(page, numeral)
        if mention is not None and not counts.is_measure(page, numeral, mention):
            continue
        mention = mention or ages.age_at(page, numeral) or counts.count_at(page, numeral)
        if mention is not None:
            yield mention
