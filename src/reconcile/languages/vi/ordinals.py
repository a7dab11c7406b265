"""Places in an order in Vietnamese text: "lần thứ 8", "hạng 18", "phút 23", "dẫn đầu cả nước"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.languages.mentions import NumberMention
from reconcile.languages.numbering.numerals import Numeral
from reconcile.languages.numbering.pages import Page
from reconcile.languages.tables import any_of, load_table
from reconcile.values import Quantity

_TABLE = load_table("reconcile.languages.vi", "numerals")["ordinal"]
_WEEKDAY_HEADS = frozenset(_TABLE["heads_of_weekdays"])
_NAMES_OF_EVENTS = frozenset(_TABLE["names"])
_NAMED = re.compile(
    rf"(?:(?P<top>{any_of(_TABLE['tops'])})(?= {any_of(_TABLE['fields'])})"
    r"|lần đầu(?: tiên)?|thứ (?P<word>nhất|nhì|tư|[ivx]{1,6})|(?:khóa|lần) (?P<roman>[ivx]{1,6}))"
    r"(?![\w/-])"
)
_NAMES = {"nhất": 1, "nhì": 2, "tư": 4}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_VERBS = frozenset(_TABLE["verbs"])
_NEVER_BEFORE_WORDS = frozenset({"lần", "kỳ", "phút"})  # "lần hai", "kỳ năm" are no places
_LONGEST_HEAD, _LONGEST_EVENT = 2, 3  # words


def find_named_ordinals(page: Page) -> Iterator[NumberMention]:
    """Ordinals whose number is no numeral: "lần đầu tiên", "vòng thứ tư", "khóa XIII"."""
    for match in _NAMED.finditer(page.folded):
        mention = _named(page, match)
        if mention is not None and not page.is_inside_word(mention.start):
            yield mention


def _named(page: Page, match: re.Match[str]) -> NumberMention | None:
    start, end = match.span()
    if match["top"]:
        return _mention(start, end, 1, (start, end))
    word = match["word"] or match["roman"]
    if word is None:
        return _mention(start, end, 1, (start, start + 3))
    number = _NAMES.get(word) or _roman(page.text[end - len(word) : end])
    if number is None:
        return None
    if match["roman"]:
        return _mention(start, end, number, (start, end - len(word) - 1))
    head = _rank_before(page, start) or _free_head(page, start)
    return None if head is None else _mention(head[0], end, number, head)


def ordinal_at(page: Page, numeral: Numeral) -> NumberMention | None:
    """The numeral as a place in an order, or None when it is none."""
    if numeral.high is not None or numeral.low != int(numeral.low) or numeral.scale != 1:
        return None
    word = page.word_before(numeral.start)
    if word == "thứ":
        thu = page.folded.rindex("thứ", 0, numeral.start)
        head = _rank_before(page, thu) or _free_head(page, thu)
        return None if head is None else _mention(head[0], numeral.end, int(numeral.low), head)
    rank = _rank_before(page, numeral.start)
    if rank is None or page.folded[rank[0] : rank[1]] in _VERBS:
        return None
    if page.lexicon.units.at(page.text, numeral.end) is not None:
        return None
    written = page.folded[numeral.start : numeral.end]
    if numeral.form == "words" and (word in _NEVER_BEFORE_WORDS or written == "năm"):
        return None
    return _mention(rank[0], numeral.end, int(numeral.low), rank)


def _free_head(page: Page, thu: int) -> tuple[int, int] | None:
    """Where the noun before "thứ" stands: "cuốn sách thứ hai", "vòng đàm phán thứ ba"."""
    start, word = page.last_word(thu)
    if not word.isalpha() or word in _WEEKDAY_HEADS or start + len(word) + 1 != thu:
        return None
    begin, found = start, (start, start + len(word))
    for distance in range(_LONGEST_EVENT):
        earlier, first = page.last_word(begin)
        if not first.isalpha() or earlier + len(first) + 1 != begin:
            break
        if distance == 0 and f"{first} {word}" in _NAMES_OF_EVENTS:
            return None
        if first in page.lexicon.ranks and first not in _VERBS:
            return (earlier, earlier + len(first))
        if distance == 0 and not (
            first in page.lexicon.never_nouns or word in page.lexicon.nouns or word in _VERBS
        ):
            found = (earlier, start + len(word))
        begin = earlier
    return found


def _rank_before(page: Page, position: int) -> tuple[int, int] | None:
    """Where the rank noun stands that ends right before a position; the longest one."""
    found = None
    if page.word_before(position) not in page.lexicon.last_words:
        return None
    begin = position
    for _ in range(_LONGEST_HEAD):
        word = page.word_before(begin)
        begin = page.folded.rfind(word, 0, begin) if word else -1
        if begin < 0:
            break
        phrase = page.folded[begin:position].rstrip()
        if phrase in page.lexicon.ranks:
            found = (begin, begin + len(phrase))
    return found


def _roman(written: str) -> int | None:
    """The value of a Roman numeral in capitals, below forty, or None."""
    total, largest = 0, 0
    for letter in reversed(written):
        digit = _ROMAN.get(letter, 0)
        total += digit if digit >= largest else -digit
        largest = max(largest, digit)
    return total if written.isupper() and 0 < total < 40 else None


def _mention(start: int, end: int, number: int, noun: tuple[int, int]) -> NumberMention:
    return NumberMention(
        start=start,
        end=end,
        kind="ordinal",
        value=Quantity.exactly(Decimal(number)),
        noun=noun,
    )
