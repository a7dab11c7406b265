"""RSS and Atom files: a record an item. Entities are refused, so no item can grow out of bounds."""

import html
import re
from collections.abc import Iterator
from io import BufferedReader
from xml.parsers import expat

from reconcile.model import Problem
from reconcile.reading.fragments import plain_text
from reconcile.reading.records import Record, Unreadable, left_out
from reconcile.settings import ReadingSettings

ENDINGS: tuple[str, ...] = (".rss", ".atom", ".xml")
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|rdf:RDF)\b")
_CHUNK = 1 << 16
_ITEMS = ("item", "entry")
_FEEDS = ("channel", "feed")
_LONGEST_TITLE = 200  # characters of the feed's own
# What an element of an item is for an article. Its own elements are in the namespace of the item,
# whichever that is; the modules that feeds use have their own, and of any other nothing is known.
_OWN = {
    "content": "content",
    "description": "description",
    "summary": "summary",
    "title": "title",
    "link": "link",
    "guid": "id",
    "id": "id",
    "pubDate": "published",
    "published": "published",
    "issued": "published",
    "updated": "updated",
    "modified": "updated",
}
_OF_MODULES = {
    ("http://purl.org/rss/1.0/modules/content/", "encoded"): "encoded",
    ("http://purl.org/dc/elements/1.1/", "date"): "date",
    ("http://purl.org/dc/terms/", "issued"): "date",
}
_TEXTS = ("encoded", "content", "description", "summary")


def looks_like(head: bytes) -> bool:
    """Whether it begins as XML does."""
    return _START.match(head) is not None


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """A record for each item or entry."""
    reader = _Reader(settings)
    number = 0
    broken: Unreadable | None = None
    while broken is None:
        chunk = stream.read1(_CHUNK)
        try:
            reader.feed(chunk)
        except Unreadable as error:
            broken = error  # said after the items that were whole
        for fields in reader.take():
            number += 1
            yield Record(place=f"{place}#{number}", name=f"{name}-{number}", fields=fields)
        if not chunk:
            break
    if broken is not None:
        raise broken
    if not number:
        yield left_out(place, "it holds no item or entry, as RSS and Atom files do")


class _Reader:
    """Collects the items of a feed as they pass by."""

    def __init__(self, settings: ReadingSettings) -> None:
        self._settings = settings
        self._items: list[dict[str, str]] = []
        self._feed_title: str | None = None
        self._inside: list[str] = []  # the open elements, from the root down, without namespaces
        self._item: dict[str, str] | None = None
        self._item_depth = 0  # how many elements are open around what is directly in the item
        self._namespace = ""  # of the item
        self._field: str | None = None  # what the open element of the item is for an article
        self._pieces: list[str] = []
        self._fed = self._begun = 0  # bytes read, and where what is not yet handed on begins
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.DefaultHandler = self._pass
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, data: bytes) -> None:
        """Read a piece of the file; nothing at all is its end.

        Raises:
            Unreadable: It is no XML, declares entities, or an item is too long or too deep.
        """
        try:
            self._parser.Parse(data, not data)
        except expat.ExpatError as error:
            raise Unreadable(
                f"not XML: {expat.ErrorString(error.code)} at line {error.lineno}, character "
                f"{error.offset + 1}; what follows is left out"
            ) from None
        except (LookupError, ValueError) as error:
            raise Unreadable(f"not XML: {error}; save it as UTF-8") from None
        self._fed += len(data)
        if self._fed - self._begun > self._settings.max_bytes + _CHUNK:
            raise Unreadable(
                f"an item has more than {self._settings.max_bytes:,} bytes; what follows is left "
                "out; raise reading.max_bytes if it is meant to"
            )

    def take(self) -> list[dict[str, str]]:
        """The items that ended since the last time."""
        items, self._items = self._items, []
        return items

    def _pass(self, _rest: str = "") -> None:
        """What stands before an item is done with; what is in one is kept up to its end."""
        if self._item is None:
            self._begun = self._parser.CurrentByteIndex

    def _refuse(self, *_declaration: object) -> None:
        raise Unreadable("it declares XML entities, which can hide anything; take them out")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._pass()
        namespace, _, local = name.rpartition(" ")
        depth = len(self._inside)
        self._inside.append(local)
        if depth == self._settings.max_nesting:
            raise Unreadable(
                f"elements nest deeper than {self._settings.max_nesting}; what follows is left "
                "out; raise reading.max_nesting if it is meant to"
            )
        if self._item is None:
            if local in _ITEMS:
                self._item, self._namespace = {}, namespace
                self._item_depth = depth + 1
            self._pieces = []
        elif depth > self._item_depth:
            self._pieces.append(f"<{local}>")
        else:
            own = namespace == self._namespace
            self._field = _OWN.get(local) if own else _OF_MODULES.get((namespace, local))
            self._pieces = []
            if self._field == "link" and attributes.get("rel", "alternate") == "alternate":
                self._pieces.append(attributes.get("href", ""))

    def _end(self, _name: str) -> None:
        local = self._inside.pop()
        depth = len(self._inside)
        if self._item is None:
            if local == "title" and self._inside and self._inside[-1] in _FEEDS:
                self._feed_title = self._feed_title or "".join(self._pieces).strip()
        elif depth < self._item_depth:
            self._items.append(self._finished(self._item))
            self._item = None
        elif depth > self._item_depth:
            self._pieces.append(f"</{local}>")
        else:
            said = "".join(self._pieces).strip()
            if self._field is not None and said:
                self._item.setdefault(self._field, said)  # the first of several
            self._field = None

    def _data(self, data: str) -> None:
        self._pass()
        if self._item is None:
            if sum(map(len, self._pieces)) < _LONGEST_TITLE:
                self._pieces.append(data[:_LONGEST_TITLE])
            return
        # Among elements a mark is a mark; outside them, as in most feeds, it is HTML once more.
        is_markup = len(self._inside) > self._item_depth + 1
        self._pieces.append(html.escape(data, quote=False) if is_markup else data)

    def _finished(self, item: dict[str, str]) -> dict[str, str]:
        """An item's elements as fields of a record; HTML in them as plain text."""
        texts = [plain_text(item.pop(name)) for name in _TEXTS if name in item]
        if texts:
            item["text"] = max(texts, key=len)
        if "title" in item:
            item["title"] = plain_text(item["title"])
        stated = [item.pop(name) for name in ("published", "date", "updated") if name in item]
        item["published"] = next(iter(stated), "")
        if self._feed_title:
            item["publisher"] = self._feed_title
        return item
