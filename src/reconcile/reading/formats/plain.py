"""Plain text: a file is an article."""

from collections.abc import Iterator
from io import BufferedReader

from reconcile.model import Problem
from reconcile.reading.encodings import decode
from reconcile.reading.records import Record, Unreadable, kept
from reconcile.settings import ReadingSettings

ENDINGS: tuple[str, ...] = (".txt", ".text")
# The first bytes of files that people take for text.
_DOCUMENTS = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "an RTF document",
}


def looks_like(head: bytes) -> bool:
    """Whether nothing in it says that it is no text."""
    return b"\0" not in head


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """The file's text as one record."""
    decoded = decode(read_whole(stream, settings=settings))
    if decoded.note:
        yield kept(place, decoded.note)
    yield Record(place=place, name=name, fields={"text": decoded.text}, is_prose=True)


def read_whole(stream: BufferedReader, *, settings: ReadingSettings) -> bytes:
    """A file's bytes, when there are some and not too many.

    Raises:
        Unreadable: The file is empty, no text, or larger than one article may be.
    """
    data = stream.read(settings.max_bytes + 1)
    for magic, what in _DOCUMENTS.items():
        if data.startswith(magic):
            raise Unreadable(f"it is {what}; convert it to text first")
    if len(data) > settings.max_bytes:
        raise Unreadable(
            f"it has more than {settings.max_bytes:,} bytes; split it, or raise reading.max_bytes"
        )
    if not data.strip():
        raise Unreadable("the file is empty; put an article in it or take it out")
    return data
