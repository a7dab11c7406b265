"""Numbers in Vietnamese text, with what each measures or counts."""

from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering import Marks, decide_marks
from reconcile.languages.numbering.grammar import Page, find_digits, free, join_ranges, measured
from reconcile.languages.numbering.lexicon import load_lexicon
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.vi import ages, counts, fractions, ordinals, scores, topics
from reconcile.languages.vi.words import WordNumbers

_MARKS = Marks(comma_groups=False, dot_groups=True)
_PACKAGE = "reconcile.languages.vi"


@cache
def _words() -> WordNumbers:
    return WordNumbers.of(load_lexicon(_PACKAGE))


def find_numbers(
    text: str, folded: str, *, taken: Sequence[tuple[int, int]]
) -> Sequence[NumberMention]:
    """Find every number with what it measures.

    >>> text = "Hơn 500 người bị thương, thiệt hại 1,5 tỷ đồng."
    >>> [(m.kind, text[m.start : m.end]) for m in find_numbers(text, text.lower(), taken=())]
    [('count', 'Hơn 500 người'), ('money', '1,5 tỷ đồng')]
    """
    page = Page(
        text=text,
        folded=folded,
        lexicon=load_lexicon(_PACKAGE),
        marks=decide_marks(text, default=_MARKS),
    )
    found = list(scores.find_scores(page, taken=taken))
    found += fractions.find_fractions(page, taken=[*taken, *((m.start, m.end) for m in found)])
    found += ordinals.find_named_ordinals(page, taken=[*taken, *((m.start, m.end) for m in found)])
    found += ages.find_births(page)
    occupied = sorted([*taken, *((m.start, m.end) for m in found)])
    numerals = sorted(
        free([*find_digits(page), *_words().find(folded)], occupied), key=lambda n: n.start
    )
    found += _mentions(page, _disjoint(numerals))
    return _sorted_disjoint(found)


def topic_of(folded: str, mention: NumberMention, *, clause: tuple[int, int]) -> str | None:
    """What the number is of, in canonical words: ``dead``, ``price``, a counted noun."""
    return topics.topic_of(load_lexicon(_PACKAGE), folded, mention, clause=clause)


def _disjoint(numerals: Sequence[Numeral]) -> list[Numeral]:
    kept: list[Numeral] = []
    for numeral in numerals:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def _mentions(page: Page, numerals: Sequence[Numeral]) -> Iterator[NumberMention]:
    for numeral in join_ranges(numerals, page):
        mention = (
            ordinals.ordinal_at(page, numeral)
            or _measured(page, numeral)
            or ages.age_at(page, numeral)
            or counts.count_at(page, numeral)
        )
        if mention is not None:
            yield mention


def _measured(page: Page, numeral: Numeral) -> NumberMention | None:
    mention = measured(page, numeral)
    if mention is None or not counts.is_measure(page, numeral, mention):
        return None
    return mention


def _sorted_disjoint(mentions: Sequence[NumberMention]) -> tuple[NumberMention, ...]:
    kept: list[NumberMention] = []
    for mention in sorted(mentions):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
