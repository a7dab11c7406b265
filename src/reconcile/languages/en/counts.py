"""What is counted in English text, and which numbers count nothing."""

import re

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.measures import counted
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.outcomes import count_of_outcome
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table

_TABLE = load_table("reconcile.languages.en", "numerals")
_NOUN_WORDS = re.compile(
    r"(?: of)?(?: (?:the|these|those|its|his|her|their|our|other|more|such))?"
    r"[ -]([^\W\d_]{1,20})(?!\w)"
    r"(?:[ -]([^\W\d_]{1,20})(?!\w))?(?:[ -]([^\W\d_]{1,20})(?!\w))?(?:[ -]([^\W\d_]{1,20})(?!\w))?"
)
_ONE = frozenset(_TABLE["one"])
_ONE_BEFORE = frozenset(_TABLE["one_before"])
_ONE_AFTER = re.compile(rf" {any_of(_TABLE['one_after'])}(?!\w)")
_NAMERS = frozenset(_TABLE["namers"])
_NO_PLURALS = ("ss", "us", "is")


def is_measure(page: Page, numeral: Numeral, mention: NumberMention) -> bool:
    """Whether a numeral with a unit is a measure, and not an article or a label."""
    before = page.word_before(numeral.start)
    if page.folded[numeral.start : numeral.end] in _ONE:
        return (
            mention.start < numeral.start
            or before in _ONE_BEFORE
            or _ONE_AFTER.match(page.folded, mention.end) is not None
        )
    is_label = before in page.lexicon.labels or numeral.is_like_a_year
    return mention.kind != "duration" or not is_label


def count_at(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral as a count of the noun after it, or None when it counts nothing."""
    if page.word_before(numeral.start) in page.lexicon.labels and numeral.form == "digits":
        return None
    written = page.folded[numeral.start : numeral.end]
    is_doubtful = _is_doubtful(page, numeral)
    if numeral.low != int(numeral.low):
        return None
    noun = None if written in ("a", "an") else noun_at(page, numeral.end, is_doubtful=is_doubtful)
    if noun is None:
        return None if is_doubtful or written in _ONE else count_of_outcome(page, numeral)
    if numeral.is_like_a_year and not page.counts_people(noun):
        return None
    if written == "one" and page.folded[noun[0] : noun[1]] not in ("person", "man", "woman"):
        return None
    return counted(page, numeral, end=noun[1], noun=noun)


def _is_doubtful(page: Page, numeral: Numeral) -> bool:
    """Whether the number may be part of a name or a year; only a known noun counts then."""
    if numeral.form != "digits":
        return False
    start, before = page.last_word(numeral.start)
    is_name = page.text[start : start + len(before)] != before  # "Windows 8", "iPhone 6"
    return before in _NAMERS or is_name


def noun_at(page: Page, position: int, *, is_doubtful: bool = True) -> tuple[int, int] | None:
    """Where the noun stands that a number ending at `position` counts.

    Returns:
        The first known plural within four words ("three bank workers"), else the first known
        noun, or the first plural unless the number is doubtful, else None.
    """
    match = _NOUN_WORDS.match(page.folded, position)
    if match is None:
        return None
    fallback = None
    for i in (1, 2, 3, 4):
        word = match.group(i)
        if word is None or word in page.lexicon.never_nouns:
            break
        known = page.lexicon.nouns.get(word)
        if known is not None and (known == word or word[-1] == "s"):
            return match.span(i)
        is_plural = len(word) > 3 and word[-1] == "s" and word[-2:] not in _NO_PLURALS
        if known is not None or (is_plural and not is_doubtful):
            fallback = fallback or match.span(i)
    return fallback
