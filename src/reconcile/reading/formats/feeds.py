"""RSS and Atom files: a record an item. Entities are refused, so no item can grow out of bounds."""

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
# What an element of an item is for an article, the best first.
_ELEMENTS = {
    "encoded": "content_encoded",
    "content": "content",
    "description": "description",
    "summary": "summary",
    "title": "title",
    "link": "link",
    "guid": "id",
    "id": "id",
    "pubDate": "published",
    "published": "published",
    "date": "published",
    "updated": "updated",
    "creator": "author",
}
_TEXTS = ("content_encoded", "content", "description", "summary")


def looks_like(head: bytes) -> bool:
    """Whether it begins as XML does."""
    return _START.match(head) is not None


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """A record for each item or entry."""
    reader = _Reader(settings)
    number = 0
    while chunk := stream.read(_CHUNK):
        reader.feed(chunk)
        while reader.items:
            number += 1
            fields = reader.items.pop(0)
            yield Record(place=f"{place}#{number}", name=f"{name}-{number}", fields=fields)
    reader.feed(b"", last=True)
    if not number:
        yield left_out(place, "it holds no item or entry, as RSS and Atom files do")


class _Reader:
    """Collects the items of a feed as they pass by."""

    def __init__(self, settings: ReadingSettings) -> None:
        self.items: list[dict[str, str]] = []
        self._settings = settings
        self._feed_title = ""
        self._item: dict[str, list[str]] | None = None
        self._field: str | None = None
        self._inside: list[str] = []  # the open elements, from the root down
        self._size = 0
        # A namespace stands before a name with a blank between; only the name is looked at.
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """Read a piece of the file.

        Raises:
            Unreadable: It is no XML, declares entities, or an item is too long or too deep.
        """
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            raise Unreadable(
                f"not XML: {expat.ErrorString(error.code)} at line {error.lineno}, character "
                f"{error.offset + 1}; what follows is left out"
            ) from None
        except (LookupError, ValueError) as error:
            raise Unreadable(f"not XML: {error}; save it as UTF-8") from None

    def _refuse(self, *_declaration: object) -> None:
        raise Unreadable("it declares XML entities, which can hide anything; take them out")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._inside.append(local)
        if len(self._inside) > self._settings.max_nesting:
            raise Unreadable(
                f"elements nest deeper than {self._settings.max_nesting}; what follows is left "
                "out; raise reading.max_nesting if it is meant to"
            )
        if self._item is None:
            if local in _ITEMS:
                self._item, self._size = {}, 0
        elif self._field is None:
            self._field = local
            self._item.setdefault(local, [])
            if local == "link" and attributes.get("rel", "alternate") == "alternate":
                self._item[local].append(attributes.get("href", ""))
        elif self._field == "content":
            self._item["content"].append(f"<{local}>")

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        self._inside.pop()
        if self._item is None:
            return
        depth = sum(1 for _ in self._inside)
        if local in _ITEMS and self._field is None:
            self.items.append(self._finished(self._item))
            self._item = None
        elif self._field is not None and depth and self._inside[-1] in _ITEMS:
            self._field = None
        elif self._field == "content":
            self._item["content"].append(f"</{local}>")

    def _data(self, data: str) -> None:
        if self._item is None:
            if self._inside[-1:] == ["title"]:
                self._feed_title += data[:200]
            return
        if self._field is not None:
            self._size += len(data)
            if self._size > self._settings.max_bytes:
                raise Unreadable(
                    f"an item has more than {self._settings.max_bytes:,} characters; what follows "
                    "is left out; raise reading.max_bytes if it is meant to"
                )
            self._item[self._field].append(data)

    def _finished(self, item: dict[str, list[str]]) -> dict[str, str]:
        """An item's elements as fields of a record; HTML in them as plain text."""
        fields = {
            _ELEMENTS[name]: "".join(pieces).strip()
            for name, pieces in item.items()
            if name in _ELEMENTS and "".join(pieces).strip()
        }
        texts = [plain_text(fields.pop(name)) for name in _TEXTS if name in fields]
        if texts:
            fields["text"] = max(texts, key=len)
        if "title" in fields:
            fields["title"] = plain_text(fields["title"])
        fields.setdefault("published", fields.get("updated", ""))
        if self._feed_title.strip():
            fields["publisher"] = self._feed_title.strip()
        return fields
