"""WARC files, CC-NEWS among them: a record for each page that holds an article."""

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
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        raise Unreadable(str(MissingExtra("reading WARC files", "warc"))) from None
    number = without = 0
    try:
        for entry in ArchiveIterator(stream):
            number += 1
            if entry.rec_type != "response" or not _is_page(entry):
                continue
            item = _record(entry, f"{place}#{number}", f"{name}-{number}", settings)
            if item is None:
                without += 1
            else:
                yield item
    except ArchiveLoadFailed as error:
        raise Unreadable(f"broken WARC after {number} records ({error}); fetch it again") from None
    if without:
        yield kept(place, f"{without} pages of it hold no article and are left out")
    if not number:
        raise Unreadable("the file holds no WARC record; fetch it again")


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
