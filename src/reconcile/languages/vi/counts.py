"""What is counted in Vietnamese text, and which numbers count nothing."""

import re

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.lexicon import Unit
from reconcile.languages.numbering.measures import counted, hedge_before, with_unit
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.outcomes import count_of_outcome, outcome_at
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table

_TABLE = load_table("reconcile.languages.vi", "numerals")
_NOUN_WORDS = re.compile(
    r"[ \t]([^\W\d_]{1,20})(?!\w)(?:[ ]([^\W\d_]{1,20})(?!\w))?"
    r"(?:[ ]([^\W\d_]{1,20})(?!\w))?(?:[ ]([^\W\d_]{1,20})(?!\w))?"
)
_CLASSIFIERS = frozenset(_TABLE["classifiers"])
_DUAL = frozenset(_TABLE["dual"])
_OFTEN_NO_NUMBER = frozenset(_TABLE["often_no_number"])
_MULTIPLE_AFTER = frozenset(_TABLE["multiple_after"])
_TIMES, _MULTIPLE = "lần", Unit("measure", "times")
_SIDES = frozenset(_TABLE["sides"])
_NAMERS = frozenset(_TABLE["namers"])
_AMOUNT_OF = frozenset(_TABLE["amount_of"])
_ONE_AFTER = frozenset(_TABLE["one_after"])
_NEVER_FIVE_AFTER = frozenset(_TABLE["never_five_after"])
_LENGTHS = any_of(form for forms in _TABLE["duration"].values() for form in forms)
_PERIOD_AFTER = re.compile(  # "9 tháng đầu năm", "3 tháng 5" is a date, but not "1 năm 6 tháng"
    rf"\s(?:{any_of(_TABLE['period_after'])}(?!\w)|\d{{1,4}}(?!\d|\s?{_LENGTHS}))"
)
_REACH = 70  # code points
_LISTED = re.compile(r"(?:\d|hai|ba|bốn|năm) [^\d.;\n]{2,60} và $")  # "5 học viên và một sĩ quan"
_PASSIVE = re.compile(r" (?:khác )?bị ")  # "một người bị bắt" is one person, not somebody


def is_measure(page: Page, numeral: Numeral, mention: NumberMention) -> bool:
    """Whether a numeral with a unit is a measure, and not a date, an idiom or an article."""
    written = page.folded[numeral.start : numeral.end]
    before = page.word_before(numeral.start)
    if mention.kind == "duration":
        is_label = before in page.lexicon.labels and before != "năm"  # "1 năm 6 tháng"
        if is_label or _PERIOD_AFTER.match(page.folded, mention.end):
            return False
        if written == "năm" and mention.start == numeral.start:
            return before in _ONE_AFTER
    if written == "một":
        return mention.start < numeral.start or before in _ONE_AFTER
    return written != "năm" or before not in _NEVER_FIVE_AFTER


def count_at(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral as a count of the noun after it, or None when it counts nothing."""
    if _names_a_thing(page, numeral):
        return None
    is_doubtful = _is_doubtful(page, numeral)
    noun = noun_at(page, numeral.end, is_doubtful=is_doubtful)
    if noun is None:
        return None if is_doubtful else count_of_outcome(page, numeral)
    words = page.folded[noun[0] : noun[1]]
    if words == _TIMES and _is_multiple(page, numeral):
        return with_unit(page, numeral, _MULTIPLE, noun[1], begin=numeral.start)
    return counted(page, numeral, end=noun[1], noun=noun) if _counts(page, numeral, noun) else None


def _counts(page: Page, numeral: Numeral, noun: tuple[int, int]) -> bool:
    """Whether a number before a noun counts it, and is no year, article or pair known already."""
    if numeral.low != int(numeral.low):
        return False
    written = page.folded[numeral.start : numeral.end]
    if numeral.is_like_a_year:
        return page.counts_people(noun)
    if written == "năm":
        return page.word_before(numeral.start) not in _NEVER_FIVE_AFTER
    if outcome_at(page.lexicon, page.folded, noun[1]) is not None:
        return True
    if written == "một":
        before = page.folded[max(0, numeral.start - _REACH) : numeral.start]
        is_listed = page.counts_people(noun) and _LISTED.search(before) is not None
        return is_listed or _PASSIVE.match(page.folded, noun[1]) is not None
    is_two = numeral.low == 2 and numeral.high is None
    return not (is_two and _is_both(page, written, noun))


def _is_multiple(page: Page, numeral: Numeral) -> bool:
    """Whether "lần" means so many times as much, not so many occasions: "gấp 1,9 lần"."""
    _, start = hedge_before(page, numeral.start)
    return numeral.low != int(numeral.low) or page.word_before(start) in _MULTIPLE_AFTER


def _is_both(page: Page, written: str, noun: tuple[int, int]) -> bool:
    """Whether "hai nước" means both sides known already, which no report could get wrong."""
    words = page.folded[noun[0] : noun[1]]
    if written.isdigit():
        return words in _SIDES
    return words in _DUAL or words.split()[0] in _SIDES


def _names_a_thing(page: Page, numeral: Numeral) -> bool:
    """Whether the word before makes the number a name: an address, a clause, a year."""
    before = page.word_before(numeral.start)
    if before == "số":
        start = page.folded.rindex("số", 0, numeral.start)
        return page.word_before(start) not in _AMOUNT_OF
    return before in page.lexicon.labels and numeral.form == "digits"


def _is_doubtful(page: Page, numeral: Numeral) -> bool:
    """Whether the number may be part of a name: "Note 3", "2014"; only a known noun counts."""
    if numeral.is_like_a_year:
        return True
    if numeral.form != "digits":
        return page.folded[numeral.start : numeral.end] in _OFTEN_NO_NUMBER
    start, word = page.last_word(numeral.start)
    if word in _NAMERS:
        return True
    is_opener = word in page.lexicon.never_nouns or word in page.lexicon.last_words
    return not is_opener and page.text[start : start + len(word)] != word  # "Lumia 1520"


def noun_at(page: Page, position: int, *, is_doubtful: bool = True) -> tuple[int, int] | None:
    """Where the noun stands that a number ending at `position` counts.

    Returns:
        A known noun, else two words that can make one unless the number is doubtful, else None.
    """
    match = _NOUN_WORDS.match(page.folded, position)
    if match is None:
        return None
    start = match.start(1)
    ends = [match.end(i) for i in (1, 2, 3, 4) if match.group(i)]
    nouns = page.lexicon.nouns
    phrases = [page.folded[start:end] for end in ends]
    if not page.lexicon.not_nouns.isdisjoint(phrases):
        return None
    known = next((i for i in reversed(range(len(ends))) if phrases[i] in nouns), None)
    if known is not None:
        if known == 0 and page.text[start : ends[0]].istitle():
            return None  # "280 Đội Cấn" is an address
        return start, _with_complement(page, start, ends[known], ends)
    return None if is_doubtful else _unknown_noun(page, start, ends)


def _unknown_noun(page: Page, start: int, ends: list[int]) -> tuple[int, int] | None:
    """Two words in lower case that can make a noun, or a classifier with what it takes."""
    first = page.folded[start : ends[0]]
    if first in _CLASSIFIERS:
        end = _with_complement(page, start, ends[0], ends)
        if end > ends[0]:
            return start, end
    if first in page.lexicon.never_nouns or len(ends) < 2 or not page.text[start].islower():
        return None
    second = page.folded[ends[0] + 1 : ends[1]]
    is_noun = second not in page.lexicon.never_nouns and page.text[ends[0] + 1].islower()
    return (start, ends[1]) if is_noun else None


def _with_complement(page: Page, start: int, known: int, ends: list[int]) -> int:
    """Where the noun ends, with the noun that a classifier takes: "chiếc" + "xe đạp"."""
    if page.folded[start:known] not in _CLASSIFIERS:
        return known
    rest = [end for end in ends if end > known]
    for end in reversed(rest):
        if page.folded[known + 1 : end] in page.lexicon.nouns:
            return end
    free = 0
    for end in rest[:2]:
        begin = (rest[free - 1] if free else known) + 1
        if page.folded[begin:end] in page.lexicon.never_nouns or not page.text[begin].islower():
            break
        free += 1
    return rest[free - 1] if free == 2 else known
