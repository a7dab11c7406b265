"""The few words by which articles, events and facts are called in every readable format."""

import datetime as dt
import re
from collections.abc import Mapping

from reconcile.model import Article, Claim, Fact, GroupReport, Verdict
from reconcile.rendering.escapes import one_line

_LINK = re.compile(r"https?://[!-~]{1,2000}", re.IGNORECASE)
_LONGEST_TITLE = 110
_LONGEST_TOPIC = 60

VERDICTS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UPDATED: "updated later",
    Verdict.AGREED: "agreed",
    Verdict.REFINED: "agreed, some more exact",
    Verdict.SINGLE: "one origin alone",
}


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


def topic(fact: Fact) -> str:
    """What a fact is about: its subject and attribute, or else its first value."""
    if fact.subject:
        parts = (fact.subject, fact.attribute or fact.kind)
        return " · ".join(one_line(part) for part in parts)
    if fact.attribute and len(fact.values) > 1:
        return one_line(fact.attribute)
    value = shortened(fact.values[0].text, most=_LONGEST_TOPIC)
    return f"{one_line(fact.attribute)}: {value}" if fact.attribute else value


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
