"""Articles whose claims are known, because they were written around them."""

import datetime as dt
import string
from collections.abc import Iterator

from attrs import field, frozen
from hypothesis import strategies as st

from reconcile.languages.tables import Table, load_table
from reconcile.model import Article, Span
from reconcile.testing.writing import Meaning, write
from reconcile.values import Name, Period, Quantity, Value

PLANTED_KINDS = ("date", "count", "money", "age", "person", "place")
"""The kinds of claims that generated articles hold."""

LANGUAGES = ("en", "vi")
"""The languages that articles are generated in."""

_FIRST_DAY, _LAST_DAY = dt.date(2000, 1, 1), dt.date(2029, 12, 31)


@frozen(kw_only=True)
class Story:
    """What an article says, apart from the wording.

    Args:
        language: One of `LANGUAGES`.
        sentences: Which sentences of the language's table, in order.
        meanings: What fills the places of the sentences, in order of the text.
        ways: Which way of writing each meaning takes; taken modulo the ways there are.
    """

    language: str
    sentences: tuple[int, ...]
    meanings: tuple[Meaning, ...]
    ways: tuple[int, ...]


@frozen(kw_only=True)
class Planted:
    """A claim that stands in a generated article.

    Args:
        kind: One of `PLANTED_KINDS`.
        value: What the words mean.
        span: Where the words stand in the article's text.
    """

    kind: str
    value: Value
    span: Span


@frozen(kw_only=True)
class PlantedArticle:
    """An article with the claims that it certainly makes; it may well make more.

    Args:
        article: The article.
        claims: The planted claims in order of place.
        story: What it was written from, so that it can be written again in other words.
    """

    article: Article
    claims: tuple[Planted, ...]
    story: Story = field(repr=False)


def table_of(language: str) -> Table:
    """The words that articles of a language are made of."""
    return load_table("reconcile.testing", language)


def articles(*, language: str | None = None) -> st.SearchStrategy[PlantedArticle]:
    """Generate articles with known claims.

    Args:
        language: One of `LANGUAGES`; any of them when None.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=3, deadline=None, database=None)
    ... @given(articles(language="vi"))
    ... def every_claim_has_its_words(planted):
    ...     text = planted.article.text
    ...     assert all(text[c.span.start : c.span.end] for c in planted.claims)
    >>> every_claim_has_its_words()
    """
    languages = st.sampled_from(LANGUAGES) if language is None else st.just(language)
    return languages.flatmap(_stories).map(tell)


def tell(story: Story) -> PlantedArticle:
    """Write a story down."""
    table = table_of(story.language)
    parts: list[str] = []
    claims: list[Planted] = []
    length = 0
    meanings = iter(zip(story.meanings, story.ways, strict=True))
    for index in story.sentences:
        first = len(parts)
        for words, slot in _slots(table["sentences"][index]):
            parts.append(words)
            if slot is not None:
                meaning, way = next(meanings)
                before, phrase = write(meaning, way=way, table=table)
                start = sum(map(len, parts[first:])) + length + len(before)
                parts += (before, phrase)
                span = Span(start, start + len(phrase))
                claims.append(Planted(kind=meaning.kind, value=meaning.value, span=span))
        sentence = "".join(parts[first:])
        parts[first:] = [sentence[:1].upper() + sentence[1:], " " if index % 3 else "\n"]
        length += len(sentence) + 1
    article = Article(
        id="planted", text="".join(parts).rstrip(), source="planted", language=story.language
    )
    return PlantedArticle(article=article, claims=tuple(claims), story=story)


def _slots(sentence: str) -> Iterator[tuple[str, str | None]]:
    for words, slot, _form, _conversion in string.Formatter().parse(sentence):
        yield words, slot


@st.composite
def _stories(draw: st.DrawFn, language: str) -> Story:
    table = table_of(language)
    count = len(table["sentences"])
    sentences = tuple(
        draw(st.lists(st.integers(0, count - 1), min_size=4, max_size=count, unique=True))
    )
    kinds = [
        slot
        for index in sentences
        for _words, slot in _slots(table["sentences"][index])
        if slot is not None
    ]
    return Story(
        language=language,
        sentences=sentences,
        meanings=tuple(draw(meanings(kind, language=language)) for kind in kinds),
        ways=tuple(draw(st.integers(0, 7)) for _ in kinds),
    )


@st.composite
def meanings(draw: st.DrawFn, kind: str, *, language: str) -> Meaning:
    """Generate something for a sentence to say."""
    table = table_of(language)
    return Meaning(kind=kind, value=draw(_values(kind, table)), title=draw(_titles(kind, table)))


def _titles(kind: str, table: Table) -> st.SearchStrategy[str | None]:
    return st.sampled_from(table["titles"]) if kind == "person" else st.none()


def _values(kind: str, table: Table) -> st.SearchStrategy[Value]:
    currencies = [k.removeprefix("money_") for k in table["writing"] if k.startswith("money_")]
    exactly = Quantity.exactly
    several = st.one_of(st.integers(2, 10), st.integers(11, 999), st.just(1000), st.just(3000))
    strategies: dict[str, st.SearchStrategy[Value]] = {
        "date": st.dates(_FIRST_DAY, _LAST_DAY).map(Period.of_day),
        "count": several.map(exactly),
        "money": st.builds(
            lambda thousands, currency: exactly(thousands * 1000, unit=currency),
            st.integers(2, 999),
            st.sampled_from(currencies),
        ),
        "age": st.integers(18, 90).map(lambda age: exactly(age, unit="year")),
        "person": st.tuples(*(st.sampled_from(names) for names in _name_parts(table))).map(
            lambda names: Name.of(" ".join(names))
        ),
        "place": st.sampled_from(table["places"]).map(Name.of),
    }
    return strategies[kind]


def _name_parts(table: Table) -> tuple[list[str], list[str], list[str]]:
    """The parts of a full name in the order in which the language writes them."""
    family, middle, given = (table[f"{part}_names"] for part in ("family", "middle", "given"))
    return (family, middle, given) if table.get("family_first") else (given, middle, family)
