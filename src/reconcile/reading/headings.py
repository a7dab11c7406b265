"""What a text's first lines say of it: headline, day of publication, who wrote it."""

import re
from collections.abc import Iterator
from contextlib import suppress

from attrs import field, frozen

from reconcile.model import Boilerplate, Span
from reconcile.reading.lines import CAPITAL, Line
from reconcile.reading.moments import Moment, NoMoment, TwoMoments, figures_pattern, find_moment
from reconcile.reading.wordings import Wordings

# Lines of a text within which its byline stands.
_FIRST_LINES = 6
_LONGEST_BYLINE = 100  # characters
_MOST_NAMES = 6  # words of a byline that are no date
# "(VnMedia) - ", "HÀ NỘI, 12/11 (TTXVN) – ", "MANILA, Philippines – ", "LONDON — ". Without agency,
# comma and long dash it may be the first of two names: "ASEAN - Trung Quốc".
_DATELINE = re.compile(
    rf"(?:\([^()\n]{{2,40}}\)|{CAPITAL}{{2,20}}(?:[ .]{CAPITAL}{{1,20}}){{0,3}}"
    rf"(?:,[^()\n–—-]{{1,30}}?(?:\s?\([^()\n]{{2,40}}\))?|\s?\([^()\n]{{2,40}}\)|(?=\s?—)))"
    rf"(?:\s?—\s?|\s[–-]{{1,2}}\s)(?=[\"'“‘]?{CAPITAL})"
)
_LONGEST_TITLE = 250  # characters


@frozen(kw_only=True)
class Heading:
    """What the first lines say.

    Args:
        title: The headline, when the first line is one.
        published: The day or moment of publication.
        boilerplate: The lines and parts of lines that say when and who.
    """

    title: str | None = None
    published: Moment | None = None
    boilerplate: tuple[Boilerplate, ...] = field(default=())


def find_heading(
    text: str, lines: list[Line], *, wordings: Wordings, day_first: bool | None
) -> Heading:
    """What the first lines of a text say of it.

    Args:
        text: The text.
        lines: Its lines.
        wordings: The patterns of its language.
        day_first: Whether 3/4 is 3 April in its language.
    """
    published: Moment | None = None
    found: list[Boilerplate] = []
    prefix = _prefix(text, wordings=wordings, day_first=day_first)
    if prefix is not None:
        span, published = prefix
        found.append(Boilerplate(span=span, reason="crawler's date"))
    bylines = list(_bylines(lines[:_FIRST_LINES], wordings=wordings, day_first=day_first))
    for line, moment in bylines:
        if not any(b.span.overlaps(line.span) for b in found):
            found.append(Boilerplate(span=line.span, reason="byline"))
            published = published or moment
    for line in lines[:_FIRST_LINES]:
        if dateline := _DATELINE.match(line.text):
            span = Span(line.start, line.start + len(dateline.group().rstrip()))
            found.append(Boilerplate(span=span, reason="dateline"))
            break
    title = None
    if lines and not (found and found[0].span.start <= lines[0].start):
        title = _title(lines, {line.start for line, _ in bylines})
    return Heading(title=title, published=published, boilerplate=tuple(found))


def _prefix(
    text: str, *, wordings: Wordings, day_first: bool | None
) -> tuple[Span, Moment | None] | None:
    """A date with its label before the first sentence, as crawlers leave it."""
    label = wordings.date_label.match(text)
    if label is None:
        return None
    figures = figures_pattern().match(text, label.end())
    if figures is None:
        return None
    begin = label.start() + len(label.group()) - len(label.group().lstrip())
    try:
        moment = _stated(figures.group(), day_first=day_first)
    except NoMoment:
        moment = None
    return Span(begin, figures.end()), moment


def _bylines(
    lines: list[Line], *, wordings: Wordings, day_first: bool | None
) -> Iterator[tuple[Line, Moment | None]]:
    """The lines of nothing but a date, a time and names, with the moment if it can only be one."""
    for index, line in enumerate(lines):
        if _is_byline(line, wordings=wordings, first=index == 0):
            with suppress(NoMoment):
                yield line, _stated(line.text, day_first=day_first)


def _is_byline(line: Line, *, wordings: Wordings, first: bool) -> bool:
    if len(line.text) > _LONGEST_BYLINE:
        return False
    figures = figures_pattern().search(line.text)
    if figures is None:
        return False
    rest = f"{line.text[: figures.start()]} {line.text[figures.end() :]}"
    names = re.findall(r"[^\W_]+", wordings.byline_word.sub(" ", rest))
    if first and names and ":" not in figures.group():
        return False  # a headline with a date in it
    return len(names) <= _MOST_NAMES and all(name[0].isupper() for name in names)


def _stated(text: str, *, day_first: bool | None) -> Moment | None:
    """The date in a few words, None when it could be two.

    Raises:
        NoMoment: The figures are no date.
    """
    try:
        found = find_moment(text, day_first=day_first)
    except TwoMoments:
        return None
    return found[2] if found else None


def _title(lines: list[Line], bylines: set[int]) -> str | None:
    """The first line, when it looks like a headline and something follows it."""
    if len(lines) < 2:
        return None
    first, following = lines[0], lines[1]
    if first.is_closed or len(first.text) > _LONGEST_TITLE or first.word_count() < 3:
        return None
    if following.gap or following.start in bylines:
        return first.text
    begins_anew = not following.text[0].islower()
    # In a text broken into lines of one width, no line is much longer than the first.
    is_longer = 5 * len(following.text) > 6 * len(first.text)
    return first.text if begins_anew and is_longer else None
