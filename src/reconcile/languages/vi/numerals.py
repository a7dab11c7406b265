"""Numbers in Vietnamese text, with what each measures or counts."""

from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering import Marks, topics
from reconcile.languages.numbering.finding import find_mentions, open_page
from reconcile.languages.numbering.grammar import join_ranges
from reconcile.languages.numbering.lexicon import load_lexicon
from reconcile.languages.numbering.measures import measured, share_unit
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.languages.vi import ages, counts, fractions, ordinals
from reconcile.languages.vi.words import WordNumbers

_MARKS = Marks(comma_groups=False, dot_groups=True)
_PACKAGE = "reconcile.languages.vi"


@cache
def _words() -> WordNumbers:
    return WordNumbers.of(load_lexicon(_PACKAGE))


def find_numbers(
    text: str, folded: str, *, taken: Sequence[tuple[int, int]]
) -> Sequence[NumberMention]:
    """Every number with what it measures, outside the `taken` stretches; sorted, disjoint.

    Years of birth ("SN 1978") are found inside them too, for they are dates and ages.

    >>> text = "Hơn 500 người bị thương, thiệt hại 1,5 tỷ đồng."
    >>> [(m.kind, text[m.start : m.end]) for m in find_numbers(text, text.lower(), taken=())]
    [('count', 'Hơn 500 người'), ('money', '1,5 tỷ đồng')]
    """
    page = open_page(text, folded, package=_PACKAGE, marks=_MARKS)
    return find_mentions(
        page,
        taken=taken,
        words=(*_words().find(folded), *_words().find_bare(folded)),
        wholes=(*fractions.find_fractions(page), *ordinals.find_named_ordinals(page)),
        measure=_mentions,
    )


def topic_of(folded: str, mention: NumberMention, *, clause: tuple[int, int]) -> str | None:
    """What the number is of, in canonical words: ``dead``, ``price``, a counted noun."""
    return topics.topic_of(load_lexicon(_PACKAGE), folded, mention, clause=clause)


def _mentions(page: Page, numerals: Sequence[Numeral]) -> Iterator[NumberMention]:
    left_over = None
    for numeral in join_ranges(numerals, page):
        mention = (
            ordinals.ordinal_at(page, numeral)
            or _measured(page, numeral)
            or ages.age_at(page, numeral)
            or counts.count_at(page, numeral)
        )
        if mention is not None:
            earlier = left_over and share_unit(page, left_over, mention)
            if earlier:
                yield earlier
            yield mention
        left_over = numeral if mention is None else None


def _measured(page: Page, numeral: Numeral) -> NumberMention | None:
    mention = measured(page, numeral)
    if mention is None or not counts.is_measure(page, numeral, mention):
        return None
    return mention
