"""A record made into an article: its text untouched, its metadata read, its language told."""

from collections.abc import Iterator

from reconcile.model import Article, Problem
from reconcile.reading.boilerplate import boilerplate_among
from reconcile.reading.fields import TEXT_NAMES, field_value, joined, text_names
from reconcile.reading.headings import find_heading
from reconcile.reading.identifiers import Identifiers
from reconcile.reading.lines import split_lines
from reconcile.reading.metadata import (
    credited,
    language_of,
    published_of,
    publisher_of,
    title_of,
    url_of,
)
from reconcile.reading.mojibake import find_mojibake
from reconcile.reading.records import Record, kept, left_out
from reconcile.reading.wordings import wordings
from reconcile.settings import ReadingSettings

# Names of fields that a message lists.
_NAMED = 8


def build_article(
    record: Record, *, identifiers: Identifiers, settings: ReadingSettings
) -> Iterator[Article | Problem]:
    """The article in a record, after the problems with it; the problem alone when it has no text.

    Args:
        record: The record.
        identifiers: The ids given so far.
        settings: How records are read.
    """
    name, value = field_value(record.fields, "text", settings=settings)
    text = joined(value) if name else None
    if text is None:
        yield left_out(record.place, _no_text(record, settings))
        return
    if len(text) > settings.max_bytes:
        yield left_out(
            record.place,
            f"{name!r} has {len(text):,} characters, more than reading.max_bytes, and is "
            "left out; split it or raise that setting",
        )
        return
    language, why = language_of(record, text, settings=settings)
    known = wordings(language)
    day_first = known.day_first if settings.day_first is None else settings.day_first
    lines = split_lines(text)
    heading = find_heading(text, lines, wordings=known, day_first=day_first)
    published, unreadable = published_of(record, day_first=day_first, settings=settings)
    identifier, renamed = _identify(record, text, identifiers, settings)
    yield from filter(None, (_uncertain(record, language, why), _garbled(record, text)))
    yield from filter(None, (unreadable, renamed))
    boilerplate = boilerplate_among(lines, heading=heading, wordings=known)
    url = url_of(record, settings=settings)
    publisher = publisher_of(record, url=url, settings=settings)
    yield Article(
        id=identifier,
        text=text,
        source=record.place,
        title=title_of(record, settings=settings) or (heading.title if record.is_prose else None),
        publisher=publisher or credited(text, boilerplate, wordings=known),
        url=url,
        published=published or heading.published,
        language=language,
        boilerplate=boilerplate,
    )


def _no_text(record: Record, settings: ReadingSettings) -> str:
    if record.is_prose:
        return "there is no text in it; put an article in it or take it out"
    held = text_names(record.fields, settings=settings)
    if held:
        what = "holds no text" if record.fields[held[0]] else "is empty"
        return f"its {held[0]!r} {what}; it is left out; name the right field with reading.fields"
    mapped = dict(settings.fields).get("text")
    names = ", ".join(str(name) for name in list(record.fields)[:_NAMED])
    others = f"only {names}" if names else "nor anything else"
    if mapped is not None:
        return f"the record has no text under {mapped!r}, {others}; it is left out"
    return (
        f"the record has no text ({', '.join(TEXT_NAMES[:4])} …), {others}; it is left out; "
        "name its field with reading.fields"
    )


def _uncertain(record: Record, language: str | None, why: str) -> Problem | None:
    if language is not None:
        return None
    return kept(
        record.place,
        f"its language is not certain ({why}), so nothing is claimed from it that takes a "
        "language's words, such as dates in words and names; set reading.language if you know it",
    )


def _garbled(record: Record, text: str) -> Problem | None:
    wrong = find_mojibake(text)
    return kept(record.place, wrong) if wrong else None


def _identify(
    record: Record, text: str, identifiers: Identifiers, settings: ReadingSettings
) -> tuple[str, Problem | None]:
    """The article's id, and what is to be said when it could not have its own."""
    name, value = field_value(record.fields, "id", settings=settings)
    wanted = str(value).strip() if name else record.name
    given = identifiers.give(wanted, text=text, place=record.place)
    if not name or given == wanted:
        return given, None
    holder = identifiers.holder(wanted)
    said = f"its id {wanted!r} is also that of {holder}, so it is called {given!r}"
    return given, kept(record.place, f"{said}; give every record an id of its own")
