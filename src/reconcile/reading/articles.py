"""A record made into an article: its text untouched, its metadata read, its language told."""

import re
from collections.abc import Iterator
from typing import Any

from reconcile.languages.detection import detect_language
from reconcile.model import Article, Problem
from reconcile.reading.boilerplate import find_boilerplate
from reconcile.reading.encodings import mojibake
from reconcile.reading.fields import TEXT_NAMES, field_value, host_of, joined, name_in
from reconcile.reading.headings import Heading, find_heading
from reconcile.reading.identifiers import Identifiers
from reconcile.reading.lines import split_lines
from reconcile.reading.moments import Moment, NoMoment, parse_moment
from reconcile.reading.records import Record, kept, left_out, shown
from reconcile.reading.wordings import wordings
from reconcile.settings import ReadingSettings

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# Languages that write the day before the month in figures.
_DAY_FIRST = {"vi"}


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
    text = joined(value)
    if not name or text is None:
        yield left_out(record.place, _no_text(record, settings))
        return
    if len(text) > settings.max_bytes:
        yield left_out(
            record.place,
            f"{name!r} has {len(text):,} characters, more than reading.max_bytes allows; the record is left out",
        )
        return
    language, why = _language(record, text, settings)
    if language is None:
        yield kept(
            record.place,
            f"its language is not certain ({why}): only numbers, ISO dates and addresses are claimed from it",
        )
    wrong = mojibake(text)
    if wrong:
        yield kept(record.place, wrong)
    published, problem = _published(record, language, settings)
    if problem is not None:
        yield problem
    heading = _heading(text, language, settings)
    wanted, given, note = _identify(record, text, identifiers, settings)
    if note:
        yield note
    title = field_value(record.fields, "title", settings=settings)[1]
    url = field_value(record.fields, "url", settings=settings)[1]
    yield Article(
        id=given,
        text=text,
        source=record.place,
        title=(title.strip() or None)
        if isinstance(title, str)
        else heading.title
        if record.is_prose
        else None,
        publisher=_publisher(record, url, settings),
        url=url.strip() if url else None,
        published=published or heading.published,
        language=language,
        boilerplate=find_boilerplate(text, language),
    )


def _no_text(record: Record, settings: ReadingSettings) -> str:
    mapped = dict(settings.fields).get("text")
    if mapped:
        return f"the record has no text under {mapped!r}; it is left out"
    if record.is_prose:
        return "there is no text in it; it is left out"
    names = ", ".join(shown(str(n)) for n in list(record.fields)[:8]) or "nothing"
    return (
        f"the record has no text ({', '.join(TEXT_NAMES[:4])} …; it has {names}) and is left out; "
        "name the field with reading.fields"
    )


def _language(record: Record, text: str, settings: ReadingSettings) -> tuple[str | None, str]:
    if settings.language:
        return settings.language, "the settings say so"
    stated = field_value(record.fields, "language", settings=settings)[1]
    code, why = detect_language(text)
    if isinstance(stated, str) and _CODE.fullmatch(stated.strip()):
        stated = stated.strip().replace("_", "-")
        # Crawlers fill in their own default; the text itself cannot be wrong about this.
        if code is None or stated.split("-")[0].lower() == code:
            return stated, "the record says so"
    return code, why


def _published(
    record: Record, language: str | None, settings: ReadingSettings
) -> tuple[Moment | None, Problem | None]:
    name, value = field_value(record.fields, "published", settings=settings)
    if not name:
        return None, None
    day_first = settings.day_first
    if day_first is None and language in _DAY_FIRST:
        day_first = True
    try:
        return parse_moment(value, day_first=day_first), None
    except NoMoment as error:
        message = f"{shown(name)!r} is {shown(str(value)[:60])!r}, {error}; the article is kept without one"
        return None, kept(record.place, message)


def _heading(text: str, language: str | None, settings: ReadingSettings) -> Heading:
    lines = split_lines(text[:5000])
    if not lines:
        return Heading()
    return find_heading(
        text,
        lines,
        wordings=wordings(language),
        day_first=True if language in _DAY_FIRST else settings.day_first,
    )


def _publisher(record: Record, url: Any, settings: ReadingSettings) -> str | None:
    value = field_value(record.fields, "publisher", settings=settings)[1]
    return name_in(value) or (host_of(url) if url else None)


def _identify(
    record: Record, text: str, identifiers: Identifiers, settings: ReadingSettings
) -> tuple[str, str, Problem | None]:
    name, value = field_value(record.fields, "id", settings=settings)
    wanted = str(value).strip() if name else record.name
    given = identifiers.give(wanted, text=text, place=record.place)
    if name and given != wanted:
        message = f"id {shown(wanted)!r} is also that of {identifiers.holder(wanted)}; this one is called {shown(given)!r}"
        return wanted, given, kept(record.place, message)
    return wanted, given, None
