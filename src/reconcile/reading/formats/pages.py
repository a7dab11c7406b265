"""Web pages: what is the article in them is for trafilatura to say."""

import codecs
import json
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from io import BufferedReader
from typing import Any

from reconcile.errors import MissingExtra
from reconcile.model import Problem
from reconcile.reading.encodings import Decoded, decode
from reconcile.reading.formats.plain import read_whole
from reconcile.reading.records import Record, Unreadable, kept
from reconcile.settings import ReadingSettings

ENDINGS: tuple[str, ...] = (".html", ".htm", ".xhtml")
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}\bcharset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
# What Python knows by a name as well and no page is written in; the first takes square time.
_NO_CHARSETS = ("punycode", "idna", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined")
# Where pages say when they were published, the surest first. Trafilatura's own answer is not used:
# it may come from the body, the address or the day on which it is asked, and has no time.
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate",
    "dc.date.issued", "dcterms.issued", "dc.date", "date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip


def looks_like(head: bytes) -> bool:
    """Whether it begins as a page does."""
    return _START.match(head) is not None


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """The article of a page as one record."""
    page = decode_page(read_whole(stream, settings=settings))
    if page.note:
        yield kept(place, page.note)
    fields = article_in(page.text)
    if not fields.get("text"):
        raise Unreadable("no article was found in the page; save its text as a .txt file")
    yield Record(place=place, name=name, fields=fields)


def decode_page(data: bytes) -> Decoded:
    """The text of a page, in the encoding it declares when it is not UTF-8.

    Raises:
        Unreadable: Its encoding cannot be told.
    """
    declared = _CHARSET.search(data[:4096])
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    if declared is not None:
        with suppress(LookupError, UnicodeError):
            codec = codecs.lookup(declared.group(1).decode("ascii"))
            if codec.name.replace("_", "-") not in _NO_CHARSETS:
                return Decoded(data.decode(codec.name))
    return decode(data)


def article_in(page: str, *, url: str | None = None) -> dict[str, Any]:
    """The fields of the article in a page; without a text when there is none.

    Args:
        page: The page.
        url: Where it was fetched, when that is known.

    Raises:
        Unreadable: The package that reads pages is not installed.
    """
    trafilatura = _trafilatura()
    tree = trafilatura.load_html(page)
    if tree is None:
        return {}
    published = _published(tree)  # first, for extraction takes the tree apart
    # Its search for a date tries every language there is and is not used; see `_published`.
    document = trafilatura.bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None:
        return {}
    return {
        "title": document.title,
        "text": document.text,
        "publisher": document.sitename,
        "url": document.url or url,
        "published": published,
    }


@cache
def _trafilatura() -> Any:
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unreadable(str(MissingExtra("reading HTML", "html"))) from None
    # What it has to say about a page is said in a problem.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    return trafilatura


def _published(tree: Any) -> str | None:
    """When a page itself says that it was published."""
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        stated.setdefault(key.lower(), (meta.get("content") or "").strip())
    named = next((stated[key] for key in _DATE_NAMES if stated.get(key)), None)
    return named or _linked(tree) or _marked(tree)


def _linked(tree: Any) -> str | None:
    """The date in the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        found = re.search(r'"datePublished"\s*:\s*("[^"\\]{1,60}")', script.text or "")
        if found:
            return str(json.loads(found.group(1)))
    return None


def _marked(tree: Any) -> str | None:
    """The date of the page's one ``<time>``; of several nobody knows which is the article's."""
    times = {value for element in tree.iter("time") if (value := element.get("datetime"))}
    return times.pop() if len(times) == 1 else None
