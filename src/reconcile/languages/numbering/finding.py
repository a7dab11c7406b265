"""The order in which numbers are found, the same for every language with words of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.births import find_births
from reconcile.languages.numbering.digits import Marks, decide_marks
from reconcile.languages.numbering.durations import join_durations
from reconcile.languages.numbering.grammar import find_digits, join_scales
from reconcile.languages.numbering.lexicon import load_lexicon
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page, disjoint, free, spans_of
from reconcile.languages.numbering.resolutions import find_resolutions
from reconcile.languages.numbering.scores import find_scores

Span = tuple[int, int]
Measuring = Callable[[Page, Sequence[Numeral]], Iterator[NumberMention]]


def open_page(text: str, folded: str, *, package: str, marks: Marks) -> Page:
    """The text with a language's lexicon and with the marks that its own numbers show.

    Args:
        text, folded: The text and its folded form.
        package: The package with the language's tables.
        marks: How the language writes numbers, for a text that does not tell.
    """
    lexicon, marks = load_lexicon(package), decide_marks(text, default=marks)
    return Page(text=text, folded=folded, lexicon=lexicon, marks=marks)


def find_mentions(
    page: Page,
    *,
    taken: Sequence[Span],
    words: Iterable[Numeral],
    wholes: Iterable[NumberMention],
    measure: Measuring,
) -> tuple[NumberMention, ...]:
    """Every number with what it measures, sorted and disjoint.

    Years of birth are found in taken stretches too, for they are dates and ages.

    Args:
        page: The text.
        taken: Stretches that are something else, such as dates.
        words: The numbers in words.
        wholes: What is read as a whole before its digits are: fractions, ordinals.
        measure: Gives what numbers mean, one after the other.
    """
    whole = (*find_scores(page), *find_resolutions(page), *wholes)
    special = disjoint([*free(whole, taken), *find_births(page)])
    numerals = free((*find_digits(page), *words), taken)
    rest = join_scales(page.folded, disjoint(free(numerals, spans_of(special))))
    return tuple(join_durations(page, disjoint([*special, *measure(page, rest)])))
