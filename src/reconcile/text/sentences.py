"""Where sentences and paragraphs begin and end."""

import re
from collections.abc import Collection, Iterable

from attrs import frozen

# What may end a sentence, with the closing marks that belong to it, before a blank or the end.
# Every run of marks is tried once and never given back, so hostile text takes linear time.
_STOP = re.compile(r"""[.!?…](?<![.!?…][.!?…])[.!?…]*+["'”’»)\]]*+(?=\s|$)""")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_OPENER = re.compile(r"""\s*+["'“‘«(\[–—-]*+\s*+(\S)""")


@frozen
class Sentence:
    """A sentence of a view, in the view's code points.

    Args:
        start, end: Half-open; blanks at either end are left out.
        paragraph: The paragraph it stands in, counted from 0.
    """

    start: int
    end: int
    paragraph: int


def find_sentences(
    text: str, *, abbreviations: Collection[str], breaks: Iterable[int] = ()
) -> tuple[Sentence, ...]:
    r"""Split a text into sentences.

    A line end always ends one. A full stop does unless it belongs to an abbreviation or an
    initial, or the next word does not look like a beginning (no capital, digit or mark).

    Args:
        text: Settled text, from a view.
        abbreviations: Case-folded words that end in a full stop without ending a sentence,
            written without that stop.
        breaks: Positions at which a sentence ends whatever stands there.

    >>> text = "GS. Tân gặp ông Jamieson L. Greer. Hai bên ký.\nHết"
    >>> [text[s.start : s.end] for s in find_sentences(text, abbreviations={"gs"})]
    ['GS. Tân gặp ông Jamieson L. Greer.', 'Hai bên ký.', 'Hết']
    """
    found: list[Sentence] = []
    forced = sorted({b for b in breaks if 0 < b < len(text)})
    paragraph = -1
    begin = 0
    for piece in [*_line_ends(text, forced), len(text)]:
        line = text[begin:piece]
        if line.strip():
            paragraph += 1
            found.extend(_sentences_of_line(text, begin, piece, abbreviations, paragraph))
        begin = piece
    return tuple(found)


def _line_ends(text: str, forced: list[int]) -> list[int]:
    ends = {m.end() for m in re.finditer(r"[\n\r\x0b\x0c\x85\u2028\u2029]+", text)}
    return sorted(ends.union(forced))


def _sentences_of_line(
    text: str, begin: int, end: int, abbreviations: Collection[str], paragraph: int
) -> Iterable[Sentence]:
    start = begin
    for stop in _STOP.finditer(text, begin, end):
        if stop.end() < end and _goes_on(text, stop, start, end, abbreviations):
            continue
        yield from _trimmed(text, start, stop.end(), paragraph)
        start = stop.end()
    yield from _trimmed(text, start, end, paragraph)


def _goes_on(
    text: str, stop: re.Match[str], start: int, end: int, abbreviations: Collection[str]
) -> bool:
    """Whether the sentence goes on after the marks of `stop`."""
    opener = _OPENER.match(text, stop.end(), end)
    if opener is None:
        return False
    first = opener.group(1)
    if not (first.isupper() or first.isdigit() or first in "\"'“‘«(["):
        return True
    if stop.group() != ".":
        return False
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 20), stop.start())
    if before is None:
        return False
    word = before.group().casefold()
    is_initial = len(word) == 1 and before.group().isupper()
    return is_initial or word in abbreviations or word.rpartition(".")[2] in abbreviations


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Iterable[Sentence]:
    stripped = text[start:end].strip()
    if stripped:
        first = text.index(stripped[0], start)
        yield Sentence(first, first + len(stripped), paragraph)
