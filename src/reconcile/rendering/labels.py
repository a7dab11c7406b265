"""The few words by which articles, events and facts are called in every readable format."""

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum

from reconcile.model import Article, Claim, Fact, FactValue, GroupReport, Verdict
from reconcile.rendering.escapes import one_line

_LINK = re.compile(r"https?://[!-~]{1,2000}", re.IGNORECASE)
_LONGEST_TITLE = 110
_LONGEST_TOPIC = 60
_KIND_WORDS = {"money": "amount of money", "measure": "measurement"}
_BOUNDS = ("≥", "≤", ">", "<")
_LENGTH = re.compile(r"\((\d{1,9} \w{1,20})\)$")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_NUMBER = re.compile(r"\d{1,9}")


class Heading(StrEnum):
    """What the parts of a report are called in every readable format."""

    CONFLICTS = "Contradictions"
    INSIDE = "Contradictions inside one article"
    UPDATED = "Figures that a later article changed"
    AGREED = "Agreed"
    REFINED = "Agreed, some more exact than others"
    RELATED = "On the same subject, each in its own words"
    LEFT_OUT = "Left out"
    ACROSS = "Across events"


PROSE = ("statement", "quote")  # kinds whose value is the sentence itself
DISPUTED = (Verdict.CONFLICT, Verdict.UPDATED)
RELATED = "on the same subject"

VERDICTS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UPDATED: "updated later",
    Verdict.AGREED: "agreed",
    Verdict.REFINED: "agreed, some more exact",
    Verdict.SINGLE: "one origin alone",
}


def is_spelling(fact: Fact) -> bool:
    """Whether its values are ways in which one name is spelt, wherever the name stands."""
    return fact.verdict is Verdict.CONFLICT and fact.attribute == "name"


def is_prose(fact: Fact) -> bool:
    """Whether its values are sentences, which a quotation shows."""
    return fact.kind in PROSE and not is_spelling(fact)


def is_related(fact: Fact) -> bool:
    """Whether its sentences only tell of one subject, each in its own words."""
    return fact.verdict is Verdict.REFINED and fact.kind == "statement"


def verdict_words(fact: Fact) -> str:
    """The verdict as a reader is told it: sentences on one subject are not called agreed."""
    words = RELATED if is_related(fact) else VERDICTS[fact.verdict]
    return f"{words}, {fact.certainty}" if fact.certainty else words


def counted(number: int, noun: str) -> str:
    """A number with its noun in the right form.

    >>> counted(1, "copy"), counted(3, "copy"), counted(2, "origin")
    ('1 copy', '3 copies', '2 origins')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def published(article: Article) -> str | None:
    """When the article was published, to the minute."""
    moment = article.published
    if isinstance(moment, dt.datetime):
        return f"{moment:%Y-%m-%d %H:%M}"
    return None if moment is None else moment.isoformat()


def byline(article: Article) -> str:
    """Publisher and date, as far as they are known.

    >>> byline(Article(id="a", text="", publisher="Báo A", published=dt.date(2025, 11, 14)))
    'Báo A, 2025-11-14'
    """
    known = (one_line(article.publisher or ""), published(article) or "no date")
    return ", ".join(part for part in known if part)


def headline(article: Article) -> str:
    """The article's title; the beginning of what is its own text when it has none."""
    return shortened(article.title or _body(article), most=_LONGEST_TITLE) or "(no text)"


def _body(article: Article) -> str:
    """The text after the boilerplate that it begins with."""
    start = 0
    for block in sorted(article.boilerplate, key=lambda block: block.span):
        if article.text[start : block.span.start].strip():
            break
        start = block.span.end
    return article.text[start:]


def event_title(entry: GroupReport, articles: Mapping[str, Article]) -> str:
    """The headline of the earliest article that has a title of its own, else of the earliest."""
    group = [articles[article] for article in entry.group.articles]
    return headline(next((article for article in group if article.title), group[0]))


def question(fact: Fact) -> str:
    """What a fact's values answer, in words: subject and property, or else the kind."""
    subject, attribute = one_line(fact.subject or ""), one_line(fact.attribute or "")
    if is_spelling(fact):
        return f"{'name' if fact.kind in PROSE else fact.kind} · spelling"
    if fact.attribute == "polarity":
        return " · ".join(part for part in (subject, "says the opposite") if part)
    kind = _KIND_WORDS.get(fact.kind, fact.kind)
    if fact.kind == "count" and (subject or attribute):
        return f"number of {' · '.join(part for part in (subject, attribute) if part)}"
    if subject:
        return f"{subject} · {attribute or kind}"
    return f"{kind} · {attribute}" if attribute and attribute != kind else kind


def topic(fact: Fact, claims: Mapping[str, Claim]) -> str:
    """What a fact is about where its values are not shown: its question, or what it says."""
    if fact.verdict in DISPUTED:
        return question(fact)
    words = shortened(value_words(fact, fact.values[0], claims), most=_LONGEST_TOPIC)
    return f"{question(fact)}: {words}" if fact.subject or fact.attribute else words


def value_words(fact: Fact, value: FactValue, claims: Mapping[str, Claim]) -> str:
    """A fact's value in the words of the first article that states it.

    Of a name that is spelt in several ways only the name. The value as the program understood it
    follows where the words do not tell it: the day that “hôm qua” was, the hour of “6 giờ chiều”,
    a bound.
    """
    claim = claims[value.claims[0]]
    text = one_line(value.text)
    if is_spelling(fact):
        return text
    added = _added(text, claim=claim)
    return one_line(claim.quote) + (f" ({added})" if added else "")


def _added(text: str, *, claim: Claim) -> str:
    """What a value as the program understood it says beyond the article's words."""
    found = _LENGTH.search(text)
    length = found[1] if found else ""
    if claim.kind == "duration":
        return length
    if claim.kind in ("date", "time"):
        dates = _DATE.findall(text)
        needed = {
            part for year, month, day in dates for part in ((month, day) if month else (year,))
        }
        if claim.kind == "time":
            needed |= {part for clock in _CLOCK.findall(text) for part in clock}
        stated = {int(number) for number in _NUMBER.findall(claim.quote)}
        return length if {int(part) for part in needed if part} - {0} <= stated else text
    return text if text.startswith(_BOUNDS) else ""


def shortened(text: str, *, most: int) -> str:
    """The text on one line, cut between words to a number of code points.

    >>> shortened("Cơ quan chức năng  đang điều tra", most=20)
    'Cơ quan chức năng …'
    """
    text = one_line(text[: most * 4 + 400]).strip()
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0]} …"


def place(claim: Claim) -> str:
    """Where a claim's words stand: ``id [start–end]``, in code points of the text as read."""
    return f"{one_line(claim.article)} [{claim.span.start}–{claim.span.end}]"


def safe_link(url: str | None) -> str | None:
    """The address if a browser may be sent there, None for any other text."""
    return url if url and _LINK.fullmatch(url) else None
