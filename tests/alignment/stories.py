"""Small stories for the alignment tests: articles from texts, and what comes of them."""

import datetime as dt
from collections.abc import Sequence

from reconcile.model import Article, Fact
from reconcile.pipeline import reconcile_articles
from reconcile.settings import AlignmentSettings, Settings


def facts_of(
    *texts: str,
    language: str = "vi",
    published: Sequence[dt.date | None] = (),
    strictness: str = "balanced",
) -> tuple[Fact, ...]:
    """The facts of texts that cover one event; the articles are called a, b, c …"""
    days = [*published, *[None] * (len(texts) - len(published))]
    articles = [
        Article(id=name, text=text, language=language, published=day)
        for name, text, day in zip("abcdefgh", texts, days, strict=False)
    ]
    settings = Settings(alignment=AlignmentSettings(strictness=strictness))
    events = {article.id: "the event" for article in articles}
    report = reconcile_articles(articles, events=events, settings=settings)
    return report.groups[0].facts


def verdicts(facts: Sequence[Fact], kind: str) -> list[tuple[str, tuple[str, ...]]]:
    """Verdict and values of the facts of a kind, those of one origin left out."""
    return [
        (str(fact.verdict), tuple(sorted(value.text for value in fact.values)))
        for fact in facts
        if fact.kind == kind and fact.verdict != "single"
    ]


def conflicts(facts: Sequence[Fact]) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Kind, certainty and values of everything that is raised."""
    return [
        (fact.kind, fact.certainty, tuple(sorted(value.text for value in fact.values)))
        for fact in facts
        if fact.verdict == "conflict"
    ]
