"""Numbers that are written alike in many languages: digits with a unit, a sign or a per cent."""

from collections.abc import Iterator, Sequence

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering import Marks
from reconcile.languages.numbering.finding import open_page
from reconcile.languages.numbering.grammar import find_digits, join_ranges
from reconcile.languages.numbering.measures import measured
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page, disjoint, free

_MARKS = Marks(comma_groups=True, dot_groups=True)
_PACKAGE = "reconcile.languages.neutral"


def find_numbers(
    text: str, folded: str, *, taken: Sequence[tuple[int, int]]
) -> Sequence[NumberMention]:
    """Every number whose unit tells what it is, whatever the language; sorted, disjoint.

    >>> text = "Wzrost o 6,4% do 120 km i 15 000 EUR"
    >>> [(m.kind, text[m.start : m.end]) for m in find_numbers(text, text.lower(), taken=())]
    [('percent', '6,4%'), ('measure', '120 km')]
    """
    page = open_page(text, folded, package=_PACKAGE, marks=_MARKS)
    return tuple(_mentions(page, disjoint(free(find_digits(page), taken))))


def _mentions(page: Page, numerals: Sequence[Numeral]) -> Iterator[NumberMention]:
    for numeral in join_ranges(numerals, page):
        mention = measured(page, numeral)
        if mention is not None and not _follows_digits(page, mention.start):
            yield mention


def _follows_digits(page: Page, start: int) -> bool:
    """Whether a blank may be a mark of thousands here, which no rule can tell in any language."""
    return page.word_before(start)[-1:].isdigit()


def topic_of(folded: str, mention: NumberMention, *, clause: tuple[int, int]) -> str | None:
    """Nothing: what a number is of takes words of a language."""
    return None
