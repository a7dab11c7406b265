"""The report for a terminal: a summary, then event by event, conflicts first."""

from collections.abc import Sequence

from reconcile.model import Claim, Fact, Report, Span
from reconcile.rendering.escapes import one_line
from reconcile.rendering.excerpts import differing_spans, excerpt
from reconcile.rendering.labels import (
    byline,
    counted,
    event_title,
    headline,
    place,
    safe_link,
    shortened,
    topic,
)
from reconcile.rendering.outlines import Event, Outline, Silence, outline_report
from reconcile.rendering.screens import Screen
from reconcile.rendering.styles import Style

_FOLDED_FACTS = 12  # facts in a list before the rest is only counted
_FOLDED_OMISSIONS = 5
_FOLDED_EXCERPT = 300  # code points of a sentence before the far parts are left out
_ALSO_SHOWN = 4  # further places that state a value


def render(report: Report, *, style: Style) -> str:
    """The report as lines of text, at most `style.width` columns wide."""
    page = _Page(outline=outline_report(report), screen=Screen(style))
    return page.render()


class _Page:
    """One report on its way to one screen."""

    def __init__(self, *, outline: Outline, screen: Screen) -> None:
        self.outline, self.index, self.screen = outline, outline.index, screen

    def render(self) -> str:
        self._summary()
        shared = [event for event in self.outline.events if len(event.entry.group.articles) > 1]
        alone = [event for event in self.outline.events if len(event.entry.group.articles) == 1]
        for event in shared:
            self._event(event)
        if alone:
            self._alone(alone)
        self._across()
        self._problems()
        return self.screen.written()

    def _summary(self) -> None:
        report, screen = self.outline.report, self.screen
        origins = sum(len(entry.group.origins) for entry in report.groups)
        clear, check = (len(report.conflicts(certainty=c)) for c in ("clear", "check"))
        silences = sum(bool(fact.missing_from) for fact in report.facts())
        conflicts: str | tuple[str, str] = "no conflict"
        if clear or check:
            parts = [f"{clear} clear" if clear else "", f"{check} to check" if check else ""]
            text = f"{counted(clear + check, 'conflict')} ({', '.join(filter(None, parts))})"
            conflicts = (text, "clear" if clear else "check")
        line = screen.text(
            (counted(len(report.groups), "event"), "strong"),
            f" · {counted(len(report.articles), 'article')}",
            "" if origins == len(report.articles) else f" from {counted(origins, 'origin')}",
            " · ",
            conflicts,
            f" · {counted(silences, 'fact')} left out",
        )
        if report.problems:
            line.append(f" · {counted(len(report.problems), 'problem')}")
        screen.put(line)

    def _event(self, event: Event) -> None:
        screen, group = self.screen, event.entry.group
        screen.blank()
        title = event_title(event.entry, self.index.articles)
        screen.rule(screen.text((f"Event {event.number} · {title}", "heading")))
        origins = counted(len(group.origins), "independent origin")
        screen.put(
            screen.text((f"{counted(len(group.articles), 'article')}, {origins}", "faint")),
            first="   ",
        )
        self._origins(event)
        self._conflicts(event.conflicts, title="Contradictions")
        self._conflicts(event.inside, title="Contradictions inside one article")
        self._conflicts(event.updated, title="Figures that later articles changed", look="updated")
        self._facts(event.agreed, title="Agreed")
        self._facts(event.refined, title="Agreed, some more exact than others")
        self._silences(event)

    def _origins(self, event: Event) -> None:
        group = event.entry.group
        order = {article: number for number, article in enumerate(group.articles)}
        alike = {frozenset((edge.left, edge.right)): edge for edge in group.copies}
        for origin in sorted(group.origins, key=lambda origin: min(order[a] for a in origin)):
            first, *copies = sorted(origin, key=order.__getitem__)
            self._article(first, first="   • ")
            for copy in copies:
                edge = alike.get(frozenset((first, copy)))
                share = f"  {edge.containment:.0%} of the shorter text" if edge else ""
                self._article(copy, first="     ↳ copy: ", after=share, titled=False)

    def _article(self, name: str, *, first: str, after: str = "", titled: bool = True) -> None:
        article, screen = self.index.articles[name], self.screen
        line = screen.text((name, "strong"), f"  {byline(article)}")
        if titled and article.title:
            line.append("  ")
            line.append_text(screen.link(headline(article), url=safe_link(article.url)))
        screen.put(line.append_text(screen.text((after, "faint"))), first=first)

    def _section(self, title: str, *, number: int, look: str = "heading") -> None:
        self.screen.blank()
        self.screen.put(
            self.screen.text((f"{title.upper()}", look), (f"  {number}", "faint")), first=" "
        )

    def _conflicts(self, facts: Sequence[Fact], *, title: str, look: str | None = None) -> None:
        if not facts:
            return
        certain = any(fact.certainty == "clear" for fact in facts)
        self._section(title, number=len(facts), look=look or ("clear" if certain else "check"))
        for fact in facts:
            self._differing(fact, look=look or str(fact.certainty))

    def _differing(self, fact: Fact, *, look: str) -> None:
        screen = self.screen
        sign, word = {
            "clear": ("✗", "CLEAR"),
            "check": ("?", "TO CHECK"),
        }.get(look, ("↻", "UPDATED"))
        about = topic(fact)
        kind = "" if about == fact.kind else f"  {fact.kind}"
        screen.blank()
        screen.put(
            screen.text((word, look), "  ", (about, "strong"), (f"{kind}  {fact.id}", "faint")),
            first=f" {sign} ",
            rest="   ",
        )
        screen.put(screen.text((fact.explanation, "faint")), first="   ")
        for value in fact.values:
            claims = [self.index.claims[claim] for claim in value.claims]
            others = [
                self.index.claims[claim]
                for other in fact.values
                if other is not value
                for claim in other.claims
            ]
            bar = "   ┃ "
            screen.put(screen.text(), first="   ┃", rest=bar)
            if value.text.strip() != claims[0].quote.strip():
                stands = counted(value.origins, "origin")
                screen.put(
                    screen.text((value.text, look), (f"  {stands}", "faint")), first=bar, rest=bar
                )
                stands = ""
            else:
                stands = f"  {counted(value.origins, 'origin')}"
            self._quoted(claims[0], marks=differing_spans(claims[0], others=others), look=look)
            self._places(claims, after=stands)

    def _quoted(self, claim: Claim, *, marks: Sequence[Span], look: str) -> None:
        pieces = excerpt(
            self.index.articles[claim.article],
            sentence=claim.sentence,
            marks=marks,
            most=None if self.screen.style.unfolded else _FOLDED_EXCERPT,
        )
        self.screen.put(self.screen.quotation(pieces, look=look), first="   ┃ ", rest="   ┃ ")

    def _places(self, claims: Sequence[Claim], *, after: str = "") -> None:
        screen, claim = self.screen, claims[0]
        line = screen.text(
            (place(claim), "faint"),
            (f"  {byline(self.index.articles[claim.article])}", "faint"),
            (after, "faint"),
        )
        also = claims[1:] if screen.style.unfolded else claims[1 : 1 + _ALSO_SHOWN]
        if also:
            line.append_text(
                screen.text(("; also " + ", ".join(place(other) for other in also), "faint"))
            )
        rest = len(claims) - 1 - len(also)
        if rest:
            line.append_text(screen.text((f" and {rest} more", "faint")))
        screen.put(line, first="   ┃ ", rest="   ┃ ")

    def _facts(self, facts: Sequence[Fact], *, title: str) -> None:
        if not facts:
            return
        self._section(title, number=len(facts), look="agreed")
        shown = facts if self.screen.style.unfolded else facts[:_FOLDED_FACTS]
        for fact in shown:
            self._fact(fact)
        self._folded(len(facts) - len(shown))

    def _fact(self, fact: Fact) -> None:
        screen = self.screen
        quotes: dict[str, None] = {}
        for value in fact.values:
            quotes.setdefault(self._short(self.index.claims[value.claims[0]].quote))
        line = screen.text(" / ".join(f"“{quote}”" for quote in quotes))
        about = topic(fact)
        known = [text for text in (about, fact.kind) if text.casefold() not in _folded(quotes)]
        known = list(dict.fromkeys(known))
        line.append_text(screen.text((f"  {', '.join(known)}", "faint")))
        support = counted(self.index.support(fact), "origin")
        screen.put(line, first=screen.text("   ", (f"{support:<10}", "agreed"), " "))

    def _short(self, quote: str) -> str:
        style = self.screen.style
        return (
            one_line(quote) if style.unfolded else shortened(quote, most=max(style.width - 30, 30))
        )

    def _silences(self, event: Event) -> None:
        if not event.silences:
            return
        total = sum(bool(fact.missing_from) for fact in event.entry.facts)
        self._section("Left out", number=total, look="missing")
        for silence in event.silences:
            self._silence(silence)

    def _silence(self, silence: Silence) -> None:
        screen = self.screen
        first, *copies = silence.articles
        line = screen.text((first, "strong"), f"  {byline(self.index.articles[first])}")
        if copies:
            line.append_text(screen.text(f" (and {', '.join(copies)}, a copy)"))
        line.append_text(screen.text((f"  is silent on {counted(silence.facts, 'fact')}", "plain")))
        screen.blank()
        screen.put(line, first="   ")
        shown = silence.omissions
        if not screen.style.unfolded:
            shown = shown[:_FOLDED_OMISSIONS]
        for omission in shown:
            marks = [
                self.index.claims[claim].span
                for fact in omission.facts
                if fact.kind != "statement"
                for claim in fact.claims
                if self.index.claims[claim].article == omission.claim.article
            ]
            pieces = excerpt(
                self.index.articles[omission.claim.article],
                sentence=omission.claim.sentence,
                marks=marks,
                most=None if screen.style.unfolded else _FOLDED_EXCERPT,
            )
            screen.put(screen.quotation(pieces, look="missing"), first="   – ")
            stands = counted(omission.origins, "origin")
            screen.put(screen.text((f"{stands}: {place(omission.claim)}", "faint")), first="     ")
        left = sum(len(omission.facts) for omission in silence.omissions[len(shown) :])
        self._folded(left)

    def _folded(self, number: int) -> None:
        if number:
            self.screen.put(
                self.screen.text((f"… and {counted(number, 'fact')} more (--all)", "faint")),
                first="     ",
            )

    def _alone(self, events: Sequence[Event]) -> None:
        screen = self.screen
        screen.blank()
        screen.rule(
            screen.text((f"{counted(len(events), 'event')} told by one article", "heading"))
        )
        for event in events:
            article = self.index.articles[event.entry.group.articles[0]]
            line = screen.text((article.id, "strong"), f"  {byline(article)}  ")
            line.append_text(screen.link(headline(article), url=safe_link(article.url)))
            number = len(event.entry.facts)
            screen.put(
                line.append_text(screen.text((f"  {counted(number, 'fact')}", "faint"))),
                first="   • ",
            )
        for event in events:
            self._conflicts(
                event.inside, title=f"Contradictions inside {event.entry.group.articles[0]}"
            )

    def _across(self) -> None:
        facts = self.outline.report.across
        if not facts:
            return
        screen = self.screen
        screen.blank()
        screen.rule(
            screen.text(("Across events: background that several stories share", "heading"))
        )
        for fact in facts:
            if fact.certainty:
                self._differing(fact, look=fact.certainty)
            else:
                self._fact(fact)

    def _problems(self) -> None:
        problems = self.outline.report.problems
        if not problems:
            return
        self.screen.blank()
        self.screen.rule(self.screen.text((counted(len(problems), "problem"), "heading")))
        for problem in sorted(problems, key=lambda p: (p.source, p.message)):
            self.screen.put(
                self.screen.text((problem.source, "strong"), f": {problem.message}"), first="   ! "
            )


def _folded(quotes: dict[str, None]) -> set[str]:
    return {quote.casefold() for quote in quotes}
