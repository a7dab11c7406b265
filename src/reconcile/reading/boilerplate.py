"""What in a text is not the article, found by general signs, each with its reason."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reconcile.model import Boilerplate, Span
from reconcile.reading.captions import find_captions, find_credits
from reconcile.reading.headings import Heading, find_heading
from reconcile.reading.lines import Line, split_lines
from reconcile.reading.repeats import find_repeats
from reconcile.reading.tails import find_tails
from reconcile.reading.wordings import Wordings, wordings


def find_boilerplate(text: str, language: str | None) -> tuple[Boilerplate, ...]:
    r"""The stretches of a text that are not the article.

    Args:
        text: The text as read.
        language: Its language's code, None when it is not certain.

    Returns:
        The stretches in order, not overlapping, each with the sign that gave it away.

    >>> text = "Hai bên ký kết biên bản.\nLễ ký sáng nay. Ảnh: TTXVN"
    >>> [(text[b.span.start : b.span.end], b.reason) for b in find_boilerplate(text, "vi")]
    [('Lễ ký sáng nay. Ảnh: TTXVN', 'caption')]
    """
    lines, known = split_lines(text), wordings(language)
    heading = find_heading(text, lines, wordings=known, day_first=known.day_first)
    return boilerplate_among(lines, heading=heading, wordings=known)


def boilerplate_among(
    lines: list[Line], *, heading: Heading, wordings: Wordings
) -> tuple[Boilerplate, ...]:
    """The same as `find_boilerplate`, from the lines of a text and what the first ones say."""
    found = [
        *heading.boilerplate,
        *find_captions(lines, wordings=wordings),
        *find_credits(lines, wordings=wordings),
        *find_tails(lines, wordings=wordings),
    ]
    covered = merged(found)
    return merged([*covered, *find_repeats(_outside(lines, covered))])


def _outside(lines: list[Line], covered: Sequence[Boilerplate]) -> list[Line]:
    """The lines that none of the stretches touches; both in order."""
    ends = [block.span.end for block in covered]
    free = []
    for line in lines:
        following = bisect_right(ends, line.start)
        if following == len(covered) or covered[following].span.start >= line.end:
            free.append(line)
    return free


def merged(found: Iterable[Boilerplate]) -> tuple[Boilerplate, ...]:
    """The same stretches in order, cut so that none overlaps another; the longest come first."""
    taken: list[Boilerplate] = []
    for item in sorted(found, key=lambda b: (b.span.start, -b.span.end)):
        start = max(item.span.start, taken[-1].span.end) if taken else item.span.start
        if start < item.span.end:
            taken.append(Boilerplate(span=Span(start, item.span.end), reason=item.reason))
    return tuple(taken)
