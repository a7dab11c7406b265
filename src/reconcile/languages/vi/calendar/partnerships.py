"""When two states became partners: the one background date that news gives again and again.

"Đối tác chiến lược toàn diện đã được hai nước thiết lập từ tháng 9/2023" dates a relation that has
no other name than its grade and its two countries. The countries are those named beside it, else
the two that the article is about.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from reconcile.languages.mentions import DateMention
from reconcile.languages.tables import any_of, load_table
from reconcile.languages.vi.calendar.words import TABLE

_HOME = "Việt Nam"
_COUNTRIES: dict[str, str] = dict(load_table("reconcile.languages.vi", "places")["countries"])
_COUNTRY = re.compile(rf"(?<!\w){any_of(_COUNTRIES)}(?!\w)")
_GRADE = re.compile(
    rf"(?:đối|hợp)\s+tác\s+(?:hợp\s+tác\s+)?(?P<grade>{any_of(TABLE['partnerships']['grades'])})(?!\w)"
)
_VERB = re.compile(rf"(?<!\w){any_of(TABLE['partnerships']['verbs'])}(?!\w)")
_CLAUSE_END = re.compile(r"[.;:!?,\n]")
_REACH = 120  # how far before a date its clause may begin


def name_partnerships(mentions: Sequence[DateMention], text: str, folded: str) -> list[DateMention]:
    """The dates, with the partnership as the subject of each that says when one came about."""
    return [_named(mention, text, folded) for mention in mentions]


def _named(mention: DateMention, text: str, folded: str) -> DateMention:
    clause = max(0, mention.start - _REACH)
    for mark in _CLAUSE_END.finditer(folded, clause, mention.start):
        clause = mark.end()
    grade = _GRADE.search(folded, clause, mention.start)
    if grade is None or not _VERB.search(folded, clause, mention.start):
        return mention
    partners = _partners(text, folded, clause, mention.start)
    if len(partners) != 2:
        return mention
    name = f"Đối tác {' '.join(grade['grade'].split())} {partners[0]} – {partners[1]}"
    return evolve(mention, attribute="established", subject=name, about=None)


def _partners(text: str, folded: str, start: int, end: int) -> tuple[str, ...]:
    """The two countries of a clause, or of the article when the clause names none but home."""
    named = set(_countries(text, folded, start, end))
    if len(named) == 1 and _HOME not in named:
        named.add(_HOME)
    if len(named) < 2:
        ranked = Counter(_countries(text, folded, 0, len(text))).most_common(3)
        if len(ranked) > 2 and ranked[1][1] == ranked[2][1]:
            return ()  # nobody can tell which two
        named = {country for country, _ in ranked[:2]}
    return tuple(sorted(named))


def _countries(text: str, folded: str, start: int, end: int) -> Iterator[str]:
    for match in _COUNTRY.finditer(folded, start, end):
        word = text[match.start() : match.end()]
        if word[0].isupper() and word != "Anh":  # more often "anh", he, at the head of a sentence
            yield _COUNTRIES[" ".join(match.group().split())]
