"""What follows an article on its page: comments, related articles, sidebars, tickers."""

import re
from collections.abc import Iterator, Sequence

from reconcile.model import Boilerplate, Span
from reconcile.reading.lines import Line
from reconcile.reading.wordings import Wordings

# Words before a mark that make it the end of an article and not the top of a page.
_LEAST_BODY = 40
# Words of a paragraph that is a part of an article.
_LEAST_PARAGRAPH = 20
_MOST_SIDEBAR_WORDS = 8
_MOST_TITLE_WORDS = 30
_FIGURE = re.compile(r"[+\-−▲▼±]?\s?[$€£¥₫]?\d[\d.,]{0,20}\s?(?:[KMBT]|tr|tỷ|[%$€£¥₫đ])?")


def find_tails(lines: Sequence[Line], *, wordings: Wordings) -> Iterator[Boilerplate]:
    """Everything that a page puts after, or between, the paragraphs of an article."""
    seen = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        if wordings.comment_mark.fullmatch(line.text):
            end = len(lines) if _ends_here(lines, index, seen, wordings) else index + 1
            yield _stretch(lines, index, end, "comments and what follows")
            index = end
        elif wordings.related_mark.fullmatch(line.text):
            end = _end_of_list(lines, index, wordings)
            yield _stretch(lines, index, end, "other articles")
            index = end
        else:
            is_short = not line.is_closed and line.word_count() <= _MOST_TITLE_WORDS
            if is_short and wordings.related_line.match(line.text):
                yield Boilerplate(span=line.span, reason="other articles")
            seen += line.word_count()
            index += 1
    yield from _sidebars(lines, wordings)
    yield from _tickers(lines)


def _ends_here(lines: Sequence[Line], index: int, seen: int, wordings: Wordings) -> bool:
    """Whether a mark stands after the article and what follows does not read on as one."""
    if seen < _LEAST_BODY:
        return False
    return index + 1 == len(lines) or not _is_paragraph(lines, index + 1, wordings)


def _end_of_list(lines: Sequence[Line], index: int, wordings: Wordings) -> int:
    end = index + 1
    while end < len(lines) and not _is_paragraph(lines, end, wordings):
        if wordings.comment_mark.fullmatch(lines[end].text):
            break
        end += 1
    return end


def _is_paragraph(lines: Sequence[Line], index: int, wordings: Wordings) -> bool:
    """Whether a line reads as a paragraph of an article and not as a teaser under its age."""
    line = lines[index]
    if not line.is_closed or line.word_count() < _LEAST_PARAGRAPH:
        return False
    return not (index and _is_age(lines[index - 1], wordings))


def _is_age(line: Line, wordings: Wordings) -> bool:
    return line.word_count() <= _MOST_SIDEBAR_WORDS and bool(wordings.ago.search(line.text))


def _sidebars(lines: Sequence[Line], wordings: Wordings) -> Iterator[Boilerplate]:
    """Lines that say how long ago something appeared, each with the teaser under it."""
    ages = [index for index, line in enumerate(lines) if _is_age(line, wordings)]
    if len(ages) < 2:
        return
    for index in ages:
        yield _stretch(lines, index, min(index + 2, len(lines)), "sidebar")


def _tickers(lines: Sequence[Line]) -> Iterator[Boilerplate]:
    """Two or more lines in a row of nothing but a figure."""
    alone = [bool(_FIGURE.fullmatch(line.text)) for line in lines]
    for index, line in enumerate(lines):
        neighbour = (index and alone[index - 1]) or (index + 1 < len(lines) and alone[index + 1])
        if alone[index] and neighbour:
            yield Boilerplate(span=line.span, reason="ticker")


def _stretch(lines: Sequence[Line], begin: int, end: int, reason: str) -> Boilerplate:
    return Boilerplate(span=Span(lines[begin].start, lines[end - 1].end), reason=reason)
