"""Plain text: a file is an article."""

from collections.abc import Iterator
from io import BufferedReader

from reconcile.model import Problem
from reconcile.reading.encodings import decode
from reconcile.reading.records import Record, Unreadable, kept
from reconcile.settings import ReadingSettings

ENDINGS = (".txt", ".text")


def looks_like(_head: bytes) -> bool:
    """Anything may be plain text."""
    return True


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
        Unreadable: The file is empty, or larger than one article may be.
    """
    data = stream.read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        raise Unreadable(
            f"it has more than {settings.max_bytes:,} bytes; split it, or raise reading.max_bytes"
        )
    if not data.strip():
        raise Unreadable("the file is empty; put an article in it or take it out")
    return data
