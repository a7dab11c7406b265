"""The patterns of what stands around a text, made from a language's reviewed table."""

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from reconcile.languages import language_table
from reconcile.languages.tables import any_of
from reconcile.reading.lines import CAPITAL

# A name after a credit: a few words up to the end of its line or a bracket.
_NAME = r"[^()\[\]\n]{1,60}"


@frozen(eq=False)
class Wordings:
    """Compiled patterns of one language; each says where it is matched.

    Args:
        day_first: Whether 3/4 is 3 April; None when the language does not tell.
        date_label: At the beginning of a text, before a date.
        byline_word: A word of a byline that is no name.
        picture_at_end: At the end of a line: a picture's credit or number.
        picture_in_brackets: Anywhere: a picture's credit in brackets.
        picture_sentence: Anywhere: a picture's credit with a full stop, or an agency's initials.
        bare_caption: A whole line, or the beginning of a text.
        source_line: A whole line that names where a text came from.
        source_at_end: At the end of a text: the same.
        link_line, comment_mark, related_mark: A whole line.
        related_line: The beginning of a line that names another article.
        ago: The end of a line: how long ago.
    """

    day_first: bool | None
    date_label: re.Pattern[str]
    byline_word: re.Pattern[str]
    picture_at_end: re.Pattern[str]
    picture_in_brackets: re.Pattern[str]
    picture_sentence: re.Pattern[str]
    bare_caption: re.Pattern[str]
    source_line: re.Pattern[str]
    source_at_end: re.Pattern[str]
    link_line: re.Pattern[str]
    comment_mark: re.Pattern[str]
    related_mark: re.Pattern[str]
    related_line: re.Pattern[str]
    ago: re.Pattern[str]


@cache
def wordings(language: str | None) -> Wordings:
    """The patterns of a language, or of the neutral pack."""
    table = language_table(language, "boilerplate")
    picture, capital = any_of(table["picture_credits"]), _capitalised(table["picture_credits"])
    source = any_of(table["source_credits"])
    related = any_of(table["related_marks"])
    return Wordings(
        day_first=table.get("day_first"),
        date_label=re.compile(rf"\s*{any_of(table['date_labels'])}\s*:?\s+(?=\d)", re.I),
        byline_word=re.compile(
            rf"\b{any_of([*table['byline_words'], *table['date_labels']])}\b", re.I
        ),
        picture_at_end=re.compile(
            rf"(?:(?<=^)|(?<=[\s(\[|/.,–—-]))(?:{capital}\s?(?::|\d{{1,2}}\.?$)|[(\[]\s?{picture}\s?:)"
            rf"(?:{_NAME})?[)\]]?\.?$"
        ),
        picture_in_brackets=re.compile(
            rf"[(\[]\s?(?:{picture}\b|{source}\s?:)[^()\[\]\n]{{0,60}}[)\]]\.?", re.I
        ),
        picture_sentence=re.compile(
            rf"(?<![^\s(.–—-])(?:[-–—]\s?)?{capital}\s?:\s?"
            rf"(?:[A-Z]{{2,8}}(?=\s[\"'“‘]?{CAPITAL}(?!{CAPITAL}))|[^().:;,\n]{{1,40}}\.(?=\s+(?![a-z])|\s*$))"
        ),
        bare_caption=re.compile(rf"{any_of(table['bare_captions'])}\b\.?", re.I),
        source_line=re.compile(
            rf"[-–—(]?\s?{source}\s?:?\s(?P<name>(?-i:{CAPITAL}).{{0,60}})", re.I
        ),
        source_at_end=re.compile(rf"[(\[]\s?{source}\s?:?\s?[^()\[\]\n]{{1,60}}[)\]]\.?\s*$", re.I),
        link_line=re.compile(rf"{any_of(table['link_lines'])}\s?:?(?:\s?https?://\S+)?", re.I),
        comment_mark=_mark(table["comment_marks"]),
        related_mark=_mark(table["related_marks"]),
        related_line=re.compile(rf"(?:{related}\s?(?::|>>)|>>|►|▶)\s*\S", re.I),
        ago=re.compile(rf"\d{{1,3}}\s{any_of(table['ago'])}$", re.I),
    )


def _mark(words: Iterable[str]) -> re.Pattern[str]:
    """A line of nothing but the words, a count and marks."""
    return re.compile(
        rf"[\W_]{{0,3}}{any_of(words)}\s?(?:[(\[]\s?\d{{1,6}}\s?[)\]]|\d{{1,6}})?[\W_]{{0,3}}", re.I
    )


def _capitalised(words: Iterable[str]) -> str:
    """The words as they begin a sentence or stand in capitals."""
    words = list(words)
    return any_of([*(w[0].upper() + w[1:] for w in words), *(w.upper() for w in words)])
