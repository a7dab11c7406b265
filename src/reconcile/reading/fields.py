"""The names under which crawlers give an article's text, title, publisher, address and date.

News-please, Fundus, Newspaper, Trafilatura, NewsAPI, CC-News, schema.org and Scrapy feeds are
covered; names are compared without regard to case, underscores and hyphens.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from reconcile.settings import ReadingSettings

TEXT_NAMES = (
    "text", "body", "content", "maintext", "article_body", "article_text", "full_text",
    "plaintext", "clean_text", "body_text", "content_text", "article", "story",
)  # fmt: skip
_NAMES = {
    "id": ("id", "_id", "article_id", "doc_id", "document_id", "uuid", "guid"),
    "title": ("title", "headline", "heading", "title_page"),
    "text": TEXT_NAMES,
    "publisher": (
        "publisher", "publication", "site_name", "sitename", "source_name", "media_name",
        "outlet", "source", "newspaper", "site", "source_hostname", "hostname", "source_domain",
        "domain",
    ),
    "url": ("url", "link", "canonical_url", "article_url", "permalink", "source", "guid"),
    "published": (
        "published", "date_publish", "date_published", "published_at", "publish_date",
        "publishing_date", "publication_date", "published_date", "published_time", "pub_date",
        "posted", "posted_at", "date", "datetime", "timestamp", "time",
    ),
    "language": ("language", "lang"),
}  # fmt: skip
_AS_USUAL = ReadingSettings()
_APART = re.compile(r"[\W_]+")


def _plain(name: str) -> str:
    return _APART.sub("", name.casefold())


_PLAIN_NAMES = {field: tuple(map(_plain, names)) for field, names in _NAMES.items()}


def text_names(fields: Mapping[str, Any], *, settings: ReadingSettings) -> list[str]:
    """Which of a record's names are ones that articles' texts have, the best first."""
    return [name for name, _value in _candidates(fields, "text", settings)]


def field_value(fields: Mapping[str, Any], field: str, *, settings: ReadingSettings) -> Any:
    """What a record says of one of an article's fields, under the best of its names.

    Returns:
        The name in the record and the value, or ``("", None)``.

    >>> field_value({"pubDate": "2025-11-14", "date": ""}, "published", settings=ReadingSettings())
    ('pubDate', '2025-11-14')
    """
    accepts = _ACCEPTED.get(field, _is_something)
    return next(
        ((name, value) for name, value in _candidates(fields, field, settings) if accepts(value)),
        ("", None),
    )


def _candidates(
    fields: Mapping[str, Any], field: str, settings: ReadingSettings
) -> Iterator[tuple[str, Any]]:
    """The record's fields that may be an article's field, the best first."""
    mapped = dict(settings.fields).get(field)
    if mapped is not None:
        if mapped in fields:
            yield mapped, fields[mapped]
        return
    by_name: dict[str, str] = {}
    for name in fields:
        if isinstance(name, str):
            by_name.setdefault(_plain(name), name)
    for plain in _PLAIN_NAMES[field]:
        if plain in by_name:
            yield by_name[plain], fields[by_name[plain]]


def joined(value: Any) -> str | None:
    """A text that a record gives whole, as a list of paragraphs, or as sections of them.

    Returns:
        The text as it stands when it is one string, paragraphs with a blank line between two
        otherwise; None when it holds anything else.
    """
    if isinstance(value, str):
        return value
    pieces = list(_pieces(value))
    return "\n\n".join(pieces) if pieces and None not in pieces else None


def _pieces(value: Any) -> Iterator[Any]:
    """The paragraphs of a nested text, None for what is no text.

    Of an object with a text among its fields, such as the block of an editor, that is all.
    """
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if item.strip():
                yield item
        elif isinstance(item, Mapping):
            own = text_names(item, settings=_AS_USUAL)[:1] or reversed(item)
            waiting.extend(item[name] for name in own)
        elif isinstance(item, list | tuple):
            waiting.extend(reversed(item))
        elif item is not None:
            yield None


def host_of(url: str) -> str | None:
    """The host of a web address without ``www.``, None when there is none.

    >>> host_of("https://www.example.com/a")
    'example.com'
    """
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def is_url(value: Any) -> bool:
    """Whether a value is the address of a page."""
    return isinstance(value, str) and re.match(r"https?://\S+$", value.strip()) is not None


def name_in(value: Any) -> str | None:
    """A publisher's name: a string, or an object with a name (NewsAPI, schema.org)."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    return value.strip() if isinstance(value, str) and value.strip() else None


def _is_something(value: Any) -> bool:
    return value is not None and value not in ("", [])


def _is_name(value: Any) -> bool:
    return name_in(value) is not None and not is_url(value)


def _is_text(value: Any) -> bool:
    text = joined(value)
    return bool(text and text.strip())


def _is_identifier(value: Any) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return True
    return isinstance(value, str) and bool(value.strip())


_ACCEPTED = {"publisher": _is_name, "url": is_url, "id": _is_identifier, "text": _is_text}
