"""How a fact came about: its claims, what tied them together and what follows."""

from collections.abc import Iterable

from reconcile.model import Fact, Report
from reconcile.rendering.excerpts import excerpt
from reconcile.rendering.labels import (
    byline,
    counted,
    place,
    topic,
    value_words,
    verdict_words,
)
from reconcile.rendering.outlines import outline_report
from reconcile.rendering.screens import Screen
from reconcile.rendering.styles import Style


def render_lines(lines: Iterable[str], *, style: Style) -> str:
    """Plain lines for a terminal, the first one strong; a line keeps its indent when it wraps."""
    screen = Screen(style)
    for number, line in enumerate(lines):
        words = line.lstrip(" ")
        look = "plain" if number else "strong"
        screen.put(screen.text((words, look)), first=" " * (len(line) - len(words)))
    return screen.written()


def render_trail(report: Report, *, fact: Fact, style: Style) -> str:
    """The trail of one fact of a report, for a terminal.

    Args:
        report: The report that the fact stands in.
        fact: The fact.
        style: Width and colour.

    Returns:
        Lines of text: verdict and reason, every value with its words, who is silent; then, for
        those who check the program, the rule behind every claim and what tied the claims.
    """
    index, screen = outline_report(report).index, Screen(style)
    screen.rule(f"{fact.id} · {topic(fact, index.claims)}")
    screen.put(
        screen.text((verdict_words(fact), fact.certainty or "agreed"), f": {fact.explanation}")
    )
    for number, value in enumerate(fact.values, start=1):
        screen.blank()
        words = value_words(fact, value, index.claims)
        head = (f"value {number}: ", "faint"), (words, "strong")
        screen.put(screen.text(*head, (f"  {counted(value.origins, 'origin')}", "faint")))
        for name in value.claims:
            claim = index.claims[name]
            article = index.articles[claim.article]
            pieces = excerpt(article, sentence=claim.sentence, marks=[claim.span])
            screen.put(screen.quotation(pieces), first="   ")
            screen.put(screen.text((f"{place(claim)}  {byline(article)}", "faint")), first="   ")
    if fact.missing_from:
        screen.blank()
        screen.put(screen.text(("silent: ", "heading"), ", ".join(fact.missing_from)))
    screen.blank()
    screen.put(screen.text(("for those who check the program", "heading")))
    for value in fact.values:
        for name in value.claims:
            rule = index.claims[name].extractor
            screen.put(screen.text(f"{name}: {value.text}, found by {rule}"), first="   – ")
    if fact.evidence:
        screen.blank()
        screen.put(screen.text(("what ties them together", "heading")))
        screen.put_all((screen.text(line) for line in fact.evidence), first="   – ")
    return screen.written()
