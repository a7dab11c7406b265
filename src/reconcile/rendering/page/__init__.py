"""The report as one self-contained HTML page: no network, no JavaScript needed to read it."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from reconcile import __version__
from reconcile.model import Article, Report, Span
from reconcile.rendering.escapes import visible
from reconcile.rendering.excerpts import Piece, excerpt
from reconcile.rendering.labels import (
    Heading,
    byline,
    counted,
    event_title,
    headline,
    is_related,
    place,
    published,
    safe_link,
)
from reconcile.rendering.outlines import Event, Index, Silence, ordered_origins, outline_report
from reconcile.rendering.page.cards import GROUPS, Card, Cell, card, cells, hard_spans
from reconcile.rendering.page.matrices import Matrix, matrix
from reconcile.rendering.page.segments import Mark, Segment, cut
from reconcile.rendering.page.timelines import Timeline, timeline
from reconcile.rendering.styles import Style

_MOST_QUOTED = 6  # columns of a table that have room for words
_MOST_LEFT = 25  # sentences that an article leaves out; the table has them all
_MOST_FIRST = 8  # conflicts in a line each at the top; all of them stand below
# Long tables are cut before the browser lays them out; page.js shows the rest when asked for.
_EARLY = 'document.documentElement.classList.add("early")'
_TEMPLATES = ("page.html", "facts.html", "texts.html", "drawings.html")


@frozen(kw_only=True)
class Witness:
    """An origin: its earliest article, and those that are copies of it."""

    number: int
    article: str
    copies: tuple[str, ...]


@frozen(kw_only=True)
class Left:
    """One sentence that some articles leave out."""

    pieces: tuple[Piece, ...]
    place: str
    origins: int
    article: str
    start: int
    fact: int
    language: str | None


@frozen(kw_only=True)
class EventView:
    """One event as the page shows it."""

    event: Event = field(repr=False)
    title: str
    witnesses: tuple[Witness, ...]
    columns: tuple[str, ...]
    quoted: bool
    disputed: tuple[Card, ...] = field(repr=False)
    inside: tuple[Card, ...] = field(repr=False)
    updated: tuple[Card, ...] = field(repr=False)
    rows: tuple[tuple[Card, tuple[Cell, ...]], ...] = field(repr=False)
    related: tuple[tuple[Card, tuple[Cell, ...]], ...] = field(repr=False)
    silences: tuple[tuple[Silence, tuple[Left, ...]], ...] = field(repr=False)
    timeline: Timeline | None = field(repr=False)
    matrix: Matrix | None = field(repr=False)

    @property
    def clear(self) -> int:
        """How many of its conflicts are clear."""
        return sum(c.fact.certainty == "clear" for c in (*self.disputed, *self.inside))

    @property
    def check(self) -> int:
        """How many of its conflicts an editor should look at."""
        return sum(c.fact.certainty == "check" for c in (*self.disputed, *self.inside))

    @property
    def is_shared(self) -> bool:
        """Whether more than one article tells it."""
        return len(self.columns) > 1


@frozen(kw_only=True)
class ArticleView:
    """One article as the page shows it."""

    article: Article = field(repr=False)
    number: int
    letter: str
    headline: str
    byline: str
    published: str | None
    url: str | None
    segments: tuple[Segment, ...] = field(repr=False)


def render(report: Report, *, style: Style) -> str:  # noqa: ARG001 - one signature for all formats
    """The whole page, with its styles, its script and its drawings inside."""
    outline = outline_report(report)
    index, numbers = outline.index, iter(range(1, 1 << 62))
    cards: list[Card] = []

    def carded(facts: Iterable[Any]) -> tuple[Card, ...]:
        made = tuple(card(fact, number=next(numbers), index=index) for fact in facts)
        cards.extend(made)
        return made

    events = tuple(_event_view(event, carded=carded, index=index) for event in outline.events)
    across = carded(report.across)
    articles = _articles(outline.events, cards, index)
    conflicts = [(f"Event {v.event.number}", c) for v in events for c in (*v.disputed, *v.inside)]
    conflicts += [(Heading.ACROSS, card_) for card_ in across if card_.fact.certainty]
    conflicts.sort(key=lambda line: line[1].fact.certainty != "clear")
    context = {
        "version": __version__,
        "report": report,
        "events": events,
        "across": across,
        "first": conflicts[:_MOST_FIRST],
        "more": len(conflicts[_MOST_FIRST:]),
        "articles": articles,
        "origins": sum(len(event.witnesses) for event in events),
        "clear": len(report.conflicts(certainty="clear")),
        "check": len(report.conflicts(certainty="check")),
        "omissions": outline.omissions,
        "verdicts": Counter(card_.group for card_ in cards),
        "ranks": GROUPS,
        "kinds": sorted({fact.kind for fact in report.facts()}),
        "problems": sorted(report.problems, key=lambda p: (p.source, p.message)),
        "looks": {card_.number: card_.look for card_ in cards},
        **_assets(),
    }
    return _environment().get_template("page.html").render(context) + "\n"


def _event_view(event: Event, *, carded: Any, index: Index) -> EventView:
    origins = ordered_origins(event.entry.group)
    witnesses = tuple(
        Witness(number=number, article=first, copies=tuple(copies))
        for number, (first, *copies) in enumerate(origins, start=1)
    )
    columns = tuple(article for origin in origins for article in origin)
    disputed, inside, updated = (
        carded(facts) for facts in (event.conflicts, event.inside, event.updated)
    )
    rest = carded((*event.agreed, *event.refined, *event.single))
    related = carded(fact for fact in event.entry.facts if is_related(fact))
    main_cards = (*disputed, *inside, *updated, *rest)
    all_cards = (*main_cards, *related)

    def rowed(cards: Iterable[Card]) -> tuple[tuple[Card, tuple[Cell, ...]], ...]:
        return tuple((c, cells(c, columns=columns, index=index)) for c in cards)

    shared = len(columns) > 1
    numbers = {one.fact.id: one.number for one in all_cards}
    letters = _letters(columns)
    described = [
        (article, letters[article], witness.number, article in witness.copies)
        for witness in witnesses
        for article in (witness.article, *witness.copies)
    ]
    return EventView(
        event=event,
        title=event_title(event.entry, index.articles),
        witnesses=witnesses,
        columns=columns,
        quoted=len(columns) <= _MOST_QUOTED,
        disputed=disputed,
        inside=inside,
        updated=updated,
        rows=rowed(main_cards),
        related=rowed(related),
        silences=tuple(
            (silence, _left(silence, index, numbers=numbers)) for silence in event.silences
        ),
        timeline=timeline(all_cards, claims=index.claims) if shared else None,
        matrix=matrix(all_cards, columns=described) if shared and all_cards else None,
    )


def _left(silence: Silence, index: Index, *, numbers: Mapping[str, int]) -> tuple[Left, ...]:
    left = []
    for omission in silence.omissions[:_MOST_LEFT]:
        claim = omission.claim
        article = index.articles[claim.article]
        spans = [one.span for one in omission.parts]
        left.append(
            Left(
                pieces=excerpt(article, sentence=claim.sentence, marks=spans, most=320),
                place=place(claim),
                origins=omission.origins,
                article=claim.article,
                start=claim.span.start,
                fact=numbers[omission.facts[0].id],
                language=article.language,
            )
        )
    return tuple(left)


def _articles(
    events: Sequence[Event], cards: Sequence[Card], index: Index
) -> dict[str, ArticleView]:
    marks: dict[str, list[Mark]] = {article: [] for article in index.articles}
    for card_ in cards:

        def mark(article: str, span: Span, *, is_soft: bool, card_: Card = card_) -> None:
            marks[article].append(
                Mark(span=span, fact=card_.number, rank=card_.rank, is_soft=is_soft)
            )

        for claim, spans in hard_spans(card_.fact, index=index):
            for span in spans:
                mark(claim.article, span, is_soft=False)
        for name in card_.fact.claims:
            claim = index.claims[name]
            if claim.kind == "statement":
                mark(claim.article, claim.span, is_soft=True)
    views: dict[str, ArticleView] = {}
    for event in events:
        letters = _letters(event.entry.group.articles)
        for name in event.entry.group.articles:
            article = index.articles[name]
            views[name] = ArticleView(
                article=article,
                number=len(views) + 1,
                letter=letters[name],
                headline=headline(article),
                byline=byline(article),
                published=published(article),
                url=safe_link(article.url),
                segments=cut(article, marks=marks[name]),
            )
    return views


def _letters(articles: Sequence[str]) -> dict[str, str]:
    """A, B … Z, A2, B2 …: a short name for each article of an event."""
    names = {}
    for number, article in enumerate(articles):
        turn, place_ = divmod(number, 26)
        names[article] = chr(ord("A") + place_) + (str(turn + 1) if turn else "")
    return names


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _data(name) for name in _TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["counted"] = counted
    environment.globals["headings"] = Heading.__members__
    return environment


def _finalized(value: Any) -> Any:
    """Everything written into the page is made visible; jinja escapes it afterwards."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _assets() -> dict[str, object]:
    """The style sheet and the script, and the digests by which the page allows no other."""
    style, script = _data("page.css"), _data("page.js")
    return {
        "style_sheet": Markup(style),  # noqa: S704 - our own file
        "script": Markup(script),  # noqa: S704 - our own file
        "early": Markup(_EARLY),  # noqa: S704 - our own line
        "early_digest": _digest(_EARLY),
        "style_digest": _digest(style),
        "script_digest": _digest(script),
    }


def _data(name: str) -> str:
    return files("reconcile.rendering.page").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
