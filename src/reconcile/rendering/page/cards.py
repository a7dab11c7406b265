"""A fact as the page shows it: its values, their words, who states it and who is silent."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from reconcile.model import Claim, Fact, FactValue, Span, Verdict
from reconcile.rendering.excerpts import Piece, disputed_spans, excerpt
from reconcile.rendering.labels import (
    DISPUTED,
    RELATED,
    VERDICTS,
    byline,
    is_prose,
    is_related,
    is_spelling,
    place,
    shortened,
    topic,
    value_words,
    verdict_words,
)
from reconcile.rendering.outlines import Index, copies_of_one_text

_MOST = 320  # code points of a sentence in a card
_MOST_WORDS = 70  # code points of a quote in a table's cell or a line
RANKS = (Verdict.CONFLICT, Verdict.UPDATED, Verdict.REFINED, Verdict.AGREED, Verdict.SINGLE)
GROUPS = {**{str(verdict): VERDICTS[verdict] for verdict in RANKS}, "related": RELATED}
_BADGES = {
    "check": "to check",
    "refined": "more exact",
    "related": "same subject",
    "single": "one origin",
}


@frozen(kw_only=True)
class Citation:
    """One claim's words in their sentence."""

    article: str
    language: str | None
    pieces: tuple[Piece, ...] = field(repr=False)
    place: str
    byline: str
    start: int


@frozen(kw_only=True)
class Value:
    """One value of a fact.

    Args:
        text: The value as a person reads it; empty for prose, which the quotations show.
        short: The same in a few words, for prose too.
        origins: How many independent origins state it.
        citations: The first claim of each origin that states it.
        also: The first claims of the other articles of those origins.
    """

    text: str
    short: str
    origins: int
    citations: tuple[Citation, ...] = field(repr=False)
    also: tuple[Citation, ...] = field(repr=False)


@frozen(kw_only=True)
class Cell:
    """What one article, or several silent ones side by side, says of a fact.

    Args:
        number: Which of the fact's values it states, from 1; 0 when it is silent.
        span: Columns.
        article: The article's id; the first one's when several are silent.
        start: Where its words begin.
        words: Its words, shortened.
    """

    number: int
    span: int
    article: str
    start: int = 0
    words: str = ""


@frozen(kw_only=True)
class Card:
    """A fact with everything the page shows of it.

    Args:
        number: Its number on the page, from 1.
        fact: The fact.
        values: Its values.
        stated: For each article that states it, which of its values, from 1.
        support: How many independent origins state it.
        topic: What it is about.
        are_copies: Whether its values stand in copies of one text.
    """

    number: int
    fact: Fact
    values: tuple[Value, ...] = field(repr=False)
    stated: Mapping[str, int]
    support: int
    topic: str
    are_copies: bool

    @property
    def look(self) -> str:
        """The verdict and the certainty, as a style sheet names them."""
        return self.fact.certainty or self.group

    @property
    def badge(self) -> str:
        """The look in a word or two."""
        return _BADGES.get(self.look, self.look)

    @property
    def verdict(self) -> str:
        """The verdict in words."""
        return verdict_words(self.fact)

    @property
    def group(self) -> str:
        """What it is chosen by in the filter: its verdict, or that it only tells of one subject."""
        return "related" if is_related(self.fact) else str(self.fact.verdict)

    @property
    def rank(self) -> int:
        """How much it matters, 0 the most."""
        return RANKS.index(self.fact.verdict)

    @property
    def is_disputed(self) -> bool:
        """Whether its values stand against one another."""
        return self.fact.verdict in DISPUTED


def card(fact: Fact, *, number: int, index: Index) -> Card:
    """Gather what the page shows of a fact."""
    stated: dict[str, int] = {}
    for value_number, value in enumerate(fact.values, start=1):
        for claim in value.claims:
            stated.setdefault(index.claims[claim].article, value_number)
    return Card(
        number=number,
        fact=fact,
        values=tuple(_value(fact, value, index) for value in fact.values),
        stated=stated,
        support=index.support(fact),
        topic=topic(fact, index.claims),
        are_copies=copies_of_one_text(fact, index),
    )


def cells(card_: Card, *, columns: Sequence[str], index: Index) -> tuple[Cell, ...]:
    """A table's row: a cell for each article, silent neighbours joined."""
    first: dict[str, Claim] = {}
    for name in card_.fact.claims:
        claim = index.claims[name]
        first.setdefault(claim.article, claim)
    row: list[Cell] = []
    for article in columns:
        claim_ = first.get(article)
        if claim_ is not None:
            number = card_.stated[article]
            spelt = card_.fact.values[number - 1].text if is_spelling(card_.fact) else ""
            row.append(
                Cell(
                    number=number,
                    span=1,
                    article=article,
                    start=claim_.span.start,
                    words=shortened(spelt or claim_.quote, most=_MOST_WORDS),
                )
            )
        elif row and not row[-1].number:
            row[-1] = Cell(number=0, span=row[-1].span + 1, article=row[-1].article)
        else:
            row.append(Cell(number=0, span=1, article=article))
    return tuple(row)


def hard_spans(fact: Fact, *, index: Index) -> Iterator[tuple[Claim, tuple[Span, ...]]]:
    """For each claim of a fact the words to mark in the article.

    A sentence of prose is not marked, but for the words in which it differs from another one.
    """
    for value in fact.values:
        for name in value.claims:
            claim = index.claims[name]
            if claim.kind != "statement":
                yield claim, (claim.span,)
            elif fact.verdict in DISPUTED:
                yield claim, disputed_spans(fact, value, claim=claim, claims=index.claims)


def _value(fact: Fact, value: FactValue, index: Index) -> Value:
    first: dict[str, Claim] = {}
    for name in value.claims:
        claim = index.claims[name]
        first.setdefault(claim.article, claim)
    citations: dict[tuple[str, int], Citation] = {}
    also = []
    for claim in first.values():
        marks: tuple[Span, ...] = (claim.span,)
        if fact.verdict in DISPUTED:
            marks = disputed_spans(fact, value, claim=claim, claims=index.claims)
        citation = _citation(claim, marks, index)
        if citations.setdefault(index.origins[claim.article], citation) is not citation:
            also.append(citation)
    words = value_words(fact, value, index.claims)
    return Value(
        text="" if is_prose(fact) else words,
        short=shortened(words, most=_MOST_WORDS),
        origins=value.origins,
        citations=tuple(citations.values()),
        also=tuple(also),
    )


def _citation(claim: Claim, marks: Sequence[Span], index: Index) -> Citation:
    article = index.articles[claim.article]
    whole = claim.span == claim.sentence and tuple(marks) == (claim.span,)
    return Citation(
        article=article.id,
        language=article.language,
        pieces=excerpt(article, sentence=claim.sentence, marks=() if whole else marks, most=_MOST),
        place=place(claim),
        byline=byline(article),
        start=claim.span.start,
    )
