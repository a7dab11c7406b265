"""WARC files, CC-NEWS among them: a record for each page that holds an article."""

import contextlib
import io
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from reconcile.errors import MissingExtra
from reconcile.model import Problem
from reconcile.reading.formats.pages import article_in, decode_page
from reconcile.reading.records import Record, Unreadable, kept, left_out
from reconcile.settings import ReadingSettings

ENDINGS: tuple[str, ...] = (".warc",)


def looks_like(head: bytes) -> bool:
    """Whether it begins with a WARC record."""
    return head.startswith(b"WARC/")


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """A record for each answer that is a web page with an article in it."""
    try:
        from warcio import ArchiveIterator  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unreadable(str(MissingExtra("reading WARC files", "warc"))) from None
    number = found = without = 0
    try:
        for entry in _quietly(ArchiveIterator(stream)):
            number += 1
            if entry.rec_type != "response" or not _is_page(entry):
                continue
            item = _record(entry, f"{place}#{number}", f"{name}-{number}", settings)
            if item is None:
                without += 1
            else:
                found += 1
                yield item
    except _BrokenArchive as error:
        raise Unreadable(f"broken WARC after {number} records ({error}); fetch it again") from None
    if without:
        yield kept(place, f"{without} pages of it hold no article and are left out")
    if not found:
        yield left_out(place, "no web page with an article is in it")


class _BrokenArchive(Exception):
    """Whatever warcio raises on bytes that are no WARC."""


def _quietly(entries: Iterator[Any]) -> Iterator[Any]:
    """The entries, without the pieces of them that warcio writes to standard error."""
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - an extra

    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                entry = next(entries, None)
        except (Unreadable, OSError):
            raise
        except ArchiveLoadFailed as error:
            raise _BrokenArchive(str(error).strip()) from error
        except Exception as error:  # its parser meets broken bytes with errors of many more kinds
            raise _BrokenArchive("a record has not what every record has") from error
        if entry is None:
            return
        yield entry


def _is_page(entry: Any) -> bool:
    headers = entry.http_headers
    return headers is not None and "html" in (headers.get_header("Content-Type") or "").lower()


def _record(
    entry: Any, place: str, name: str, settings: ReadingSettings
) -> Record | Problem | None:
    """The article of one answer; None when the page has none."""
    data = entry.content_stream().read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        return left_out(
            place,
            f"the page has more than {settings.max_bytes:,} bytes and is left out; raise "
            "reading.max_bytes if it is wanted",
        )
    try:
        page = decode_page(data)
    except Unreadable as error:
        return left_out(place, str(error))
    fields = article_in(page.text, url=entry.rec_headers.get_header("WARC-Target-URI"))
    return Record(place=place, name=name, fields=fields) if fields.get("text") else None
