"""When two states became partners: the one background date that news gives again and again.

"Đối tác chiến lược toàn diện đã được hai nước thiết lập từ tháng 9/2023" dates a relation that has
no other name than its grade and its two countries. The countries are those named beside it, else
the two that the article is about.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

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
    clauses = [_clause_of(mention, folded) for mention in mentions]
    if not any(clauses):
        return list(mentions)
    countries = _Countries.of(text, folded)
    return [
        mention if clause is None else _named(mention, clause, countries)
        for mention, clause in zip(mentions, clauses, strict=True)
    ]


def _clause_of(mention: DateMention, folded: str) -> re.Match[str] | None:
    """The grade in the clause before a date, from the clause's beginning, when it came about."""
    clause = max(0, mention.start - _REACH)
    for mark in _CLAUSE_END.finditer(folded, clause, mention.start):
        clause = mark.end()
    grade = _GRADE.search(folded, clause, mention.start)
    return grade if grade and _VERB.search(folded, clause, mention.start) else None


def _named(mention: DateMention, grade: re.Match[str], countries: "_Countries") -> DateMention:
    partners = countries.partners(grade.pos, mention.start)
    if len(partners) != 2:
        return mention
    name = f"Đối tác {' '.join(grade['grade'].split())} {partners[0]} – {partners[1]}"
    return evolve(mention, attribute="established", subject=name, about=None)


@frozen
class _Countries:
    """The countries that an article names.

    Args:
        places: Where each stands, in order.
        names: Their canonical names, in the same order.
        leading: The two of which the article is, none when nobody can tell which two.
    """

    places: Sequence[int]
    names: Sequence[str]
    leading: tuple[str, ...]

    @classmethod
    def of(cls, text: str, folded: str) -> "_Countries":
        """The countries of a text."""
        found = list(_countries(text, folded))
        names = [name for _, name in found]
        ranked = Counter(names).most_common(3)
        is_tied = len(ranked) > 2 and ranked[1][1] == ranked[2][1]
        leading = () if is_tied else tuple(name for name, _ in ranked[:2])
        return cls([place for place, _ in found], names, leading)

    def partners(self, start: int, end: int) -> tuple[str, ...]:
        """The two countries of a clause, or of the article when it names none but home."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        named = set(self.names[first:last])
        if len(named) == 1 and _HOME not in named:
            named.add(_HOME)
        return tuple(sorted(named if len(named) > 1 else self.leading))


def _countries(text: str, folded: str) -> Iterator[tuple[int, str]]:
    for match in _COUNTRY.finditer(folded):
        word = text[match.start() : match.end()]
        if word[0].isupper() and word != "Anh":  # more often "anh", he, at the head of a sentence
            yield match.start(), _COUNTRIES[" ".join(match.group().split())]
