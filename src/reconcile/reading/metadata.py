"""What a record says of its article: when, where, by whom it was published, in what language."""

import re
from typing import Any

from reconcile.languages.detection import detect_language
from reconcile.model import Boilerplate, Problem
from reconcile.reading.fields import field_value, host_of, name_in
from reconcile.reading.moments import Moment, NoMoment, parse_moment
from reconcile.reading.records import Record, kept
from reconcile.reading.wordings import Wordings
from reconcile.settings import ReadingSettings

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_LONGEST_SHOWN = 60  # characters of a value in a message


def language_of(record: Record, text: str, *, settings: ReadingSettings) -> tuple[str | None, str]:
    """The language of a record's text, and why.

    The text decides where it is plain, for crawlers write their own default into the record.
    """
    if settings.language:
        return settings.language, "the settings say so"
    code, why = detect_language(text)
    stated = field_value(record.fields, "language", settings=settings)[1]
    if isinstance(stated, str) and _CODE.fullmatch(stated.strip()):
        stated = stated.strip().replace("_", "-")
        if code is None or stated.split("-")[0].lower() == code:
            return stated, "the record says so"
    return code, why


def published_of(
    record: Record, *, day_first: bool | None, settings: ReadingSettings
) -> tuple[Moment | None, Problem | None]:
    """When a record says that its article was published, or what is wrong with what it says."""
    name, value = field_value(record.fields, "published", settings=settings)
    if not name:
        return None, None
    try:
        return parse_moment(value, day_first=day_first), None
    except NoMoment as error:
        said = f"{name!r} is {str(value)[:_LONGEST_SHOWN]!r}, {error}"
        return None, kept(record.place, f"{said}; the article is kept without one")


def title_of(record: Record, *, settings: ReadingSettings) -> str | None:
    """The headline that a record has apart from its text."""
    value = field_value(record.fields, "title", settings=settings)[1]
    return value.strip() or None if isinstance(value, str) else None


def url_of(record: Record, *, settings: ReadingSettings) -> str | None:
    """The address that a record gives its article."""
    value = field_value(record.fields, "url", settings=settings)[1]
    return value.strip() if isinstance(value, str) else None


def publisher_of(record: Record, *, url: str | None, settings: ReadingSettings) -> str | None:
    """Who a record says published its article, else the host of its address."""
    value: Any = field_value(record.fields, "publisher", settings=settings)[1]
    return name_in(value) or (host_of(url) if url else None)


def credited(text: str, boilerplate: tuple[Boilerplate, ...], *, wordings: Wordings) -> str | None:
    """Whom a credit line of its own names as the text's source: ``Theo Báo chính phủ``."""
    for block in boilerplate:
        line = text[block.span.start : block.span.end]
        if block.reason == "credit" and (name := wordings.source_line.fullmatch(line)):
            return name["name"].strip(" .)") or None
    return None
