"""The report for a terminal: a summary, then event by event, conflicts first."""

from collections.abc import Sequence

from reconcile.model import Article, Report
from reconcile.rendering.labels import (
    Heading,
    byline,
    counted,
    event_title,
    headline,
    safe_link,
    shortened,
)
from reconcile.rendering.outlines import (
    Event,
    Index,
    Outline,
    ordered_origins,
    outline_report,
)
from reconcile.rendering.screens import Screen
from reconcile.rendering.sections import (
    FOLDED_FACTS,
    put_disputes,
    put_folded,
    put_shared,
    put_silences,
    put_title,
)
from reconcile.rendering.styles import Style

_FOLDED_PROSE = 4  # sentences that articles word differently
_FOLDED_EVENTS = 12  # events of one article before the rest is only counted


def render(report: Report, *, style: Style) -> str:
    """The report as lines of text, at most `style.width` columns wide."""
    screen, outline = Screen(style), outline_report(report)
    _put_summary(screen, outline)
    shared = [event for event in outline.events if len(event.entry.group.articles) > 1]
    if len(shared) > 1:
        _put_contents(screen, shared, outline.index)
    for event in shared:
        _put_event(screen, event, outline.index)
    if report.across:
        screen.blank()
        screen.rule(f"{Heading.ACROSS}: what several stories share")
        put_disputes(screen, [f for f in report.across if f.certainty], outline.index)
        put_shared(screen, [f for f in report.across if not f.certainty], outline.index)
    alone = [event for event in outline.events if len(event.entry.group.articles) == 1]
    if alone:
        _put_alone(screen, alone, outline)
    _put_problems(screen, report)
    return screen.written()


def _put_summary(screen: Screen, outline: Outline) -> None:
    report = outline.report
    clear, check = (len(report.conflicts(certainty=c)) for c in ("clear", "check"))
    events = f"{counted(len(report.groups), 'event')}, "
    line = screen.text((events + counted(len(report.articles), "article"), "strong"))
    if any(entry.claims for entry in report.groups):
        line.append_text(
            screen.text(
                " · ",
                (counted(clear, "clear conflict"), "clear" if clear else "plain"),
                ", ",
                (f"{check} to check", "check" if check else "plain"),
                f" · {counted(outline.omissions, 'omission')}",
            )
        )
    if report.problems:
        line.append(f" · {counted(len(report.problems), 'problem')}")
    screen.put(line)


def _put_contents(screen: Screen, events: Sequence[Event], index: Index) -> None:
    """The events in a line each, so that a reader of many sees where to look."""
    screen.blank()
    wide = len(str(events[-1].number))
    for event in events:
        found = (*event.conflicts, *event.inside)
        clear = sum(fact.certainty == "clear" for fact in found)
        title = event_title(event.entry, index.articles)
        line = screen.text(
            shortened(title, most=max(screen.style.width - 42, 20)),
            (f"  {counted(len(event.entry.group.articles), 'article')}", "faint"),
        )
        if clear:
            line.append_text(screen.text(", ", (f"{clear} clear", "clear")))
        if len(found) > clear:
            line.append_text(screen.text(", ", (f"{len(found) - clear} to check", "check")))
        screen.put(line, first=f"   {event.number:>{wide}}  ")


def _put_event(screen: Screen, event: Event, index: Index) -> None:
    screen.blank()
    screen.rule(f"Event {event.number} · {event_title(event.entry, index.articles)}")
    _put_origins(screen, event, index)
    for heading, disputed, look in (
        (Heading.CONFLICTS, event.conflicts, _look(event)),
        (Heading.INSIDE, event.inside, "check"),
        (Heading.UPDATED, event.updated, "updated"),
    ):
        if disputed:
            put_title(screen, heading, number=len(disputed), look=look)
            put_disputes(screen, disputed, index)
    for heading, shared, look, most in (
        (Heading.AGREED, event.agreed, "agreed", FOLDED_FACTS),
        (Heading.REFINED, event.refined, "agreed", FOLDED_FACTS),
        (Heading.RELATED, event.related, "heading", _FOLDED_PROSE),
    ):
        if shared:
            put_title(screen, heading, number=len(shared), look=look)
            put_shared(screen, shared, index, most=most)
    if event.silences:
        put_title(screen, Heading.LEFT_OUT, number=event.omissions, look="missing")
        put_silences(screen, event.silences, index)


def _look(event: Event) -> str:
    return "clear" if any(fact.certainty == "clear" for fact in event.conflicts) else "check"


def _put_origins(screen: Screen, event: Event, index: Index) -> None:
    group = event.entry.group
    origins = ordered_origins(group)
    number = counted(len(origins), "independent origin")
    head = f"{counted(len(group.articles), 'article')} from {number}"
    if screen.style.unfolded:
        head += f" · event id {group.id}"
    screen.put(screen.text((head, "faint")), first="   ")
    alike = {frozenset((edge.left, edge.right)): edge for edge in group.copies}
    for first, *copies in origins:
        _put_article(screen, index.articles[first], first="   • ")
        for copy in copies:
            article = index.articles[copy]
            edge = alike.get(frozenset((first, copy)))
            share = f"  holds {edge.containment:.0%} of the shorter text" if edge else ""
            line = screen.text("copy: ", (copy, "strong"), f"  {byline(article)}", (share, "faint"))
            screen.put(line, first="     ↳ ")


def _put_article(screen: Screen, article: Article, *, first: str, note: str = "") -> None:
    line = screen.text((article.id, "strong"), f"  {byline(article)}  ")
    look = "plain" if article.title else "faint"
    title = headline(article) if article.title else f"“{headline(article)}”"
    line.append_text(screen.link(title, url=safe_link(article.url), look=look))
    if note:
        line.append_text(screen.text((f"  ({note})", "faint")))
    screen.put(line, first=first)


def _put_alone(screen: Screen, events: Sequence[Event], outline: Outline) -> None:
    """Events that one article tells: there is nothing to compare, but perhaps within it."""
    index = outline.index
    compared = {article for fact in outline.report.across for article in index.stated_in(fact)}
    screen.blank()
    screen.rule(f"{counted(len(events), 'event')} told by one article")
    shown = events if screen.style.unfolded else events[:_FOLDED_EVENTS]
    for event in shown:
        article = event.entry.group.articles[0]
        note = f"see “{Heading.ACROSS}” above" if article in compared else ""
        _put_article(screen, index.articles[article], first="   • ", note=note)
    put_folded(screen, len(events) - len(shown), noun="event")
    others = [event for event in events if event.entry.group.articles[0] not in compared]
    if others:
        which = "them" if len(others) == len(events) else "the others"
        hint = f"nothing to compare {which} with; `reconcile claims` lists what they say"
        screen.put(screen.text((hint, "faint")), first="     ")
    for event in events:
        if event.inside:
            article = event.entry.group.articles[0]
            title = f"{Heading.INSIDE}: {article}"
            put_title(screen, title, number=len(event.inside), look="check")
            put_disputes(screen, event.inside, index)


def _put_problems(screen: Screen, report: Report) -> None:
    if not report.problems:
        return
    screen.blank()
    screen.rule(counted(len(report.problems), "problem"))
    for problem in sorted(report.problems, key=lambda p: (p.source, p.message)):
        line = screen.text((problem.source, "strong"), f": {problem.message}")
        screen.put(line, first="   ! ")
