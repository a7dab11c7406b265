"""JSON documents: one record, a list of records, or an object that holds a list of them."""

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any, TextIO

from reconcile.model import Problem
from reconcile.reading.encodings import open_text, undecodable
from reconcile.reading.envelopes import records_in
from reconcile.reading.formats.json_lines import as_record, too_deep, too_long, what_is_wrong
from reconcile.reading.records import Record, Unreadable, kept, left_out
from reconcile.settings import ReadingSettings

ENDINGS: tuple[str, ...] = (".json",)
_CHUNK = 1 << 13  # characters; of a file that breaks off no more are lost
_SPACE = " \t\r\n\ufeff"


def looks_like(head: bytes) -> bool:
    """Whether it begins as an object or a list of objects."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64]
    return start.startswith(b"{") or (start[:1] == b"[" and start[1:].lstrip()[:1] in b"{]")


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """A record for each object in the document, one after the other; a list is never held whole."""
    text, note = open_text(stream, newline="\n")
    if note:
        yield kept(place, note)
    number = 0
    for value, in_list in _values(text, settings):
        inner = records_in(value, settings=settings)
        alone = not in_list and number == 0 and inner[0] is value
        for record in inner:
            number += 1
            here, own = f"{place}#{number}", f"{name}-{number}"
            if alone:
                # Further documents in the file would be numbered from two.
                here, own = place, name
            yield as_record(record, place=here, name=own, settings=settings)
    if not number:
        yield left_out(place, "the file holds no record; put some in it or take it out")


def _values(text: TextIO, settings: ReadingSettings) -> Iterator[tuple[Any, bool]]:
    """Every value of the document with whether it stands in the outermost list."""
    cursor = _Cursor(text, settings)
    while (first := cursor.next_character()) is not None:
        if first != "[":
            yield cursor.take_value(), False
            continue
        cursor.skip()
        while (mark := cursor.next_character()) not in ("]", None):
            yield cursor.take_value(), True
            mark = cursor.next_character()
            if mark == ",":
                cursor.skip()
            elif mark != "]":
                raise Unreadable(cursor.said("a comma or the end of the list is missing"))
        if mark is None:
            raise Unreadable(cursor.said("the end of the list is missing"))
        cursor.skip()


class _Cursor:
    """A place in a JSON document that is read piece by piece."""

    def __init__(self, text: TextIO, settings: ReadingSettings) -> None:
        self._text, self._settings = text, settings
        self._decoder = json.JSONDecoder()
        self._buffer = ""
        self._position = 0
        self._before = 0  # characters of the document that are no longer in the buffer
        self._ended = False

    def next_character(self) -> str | None:
        """The next character that is no space, not taken; None at the end."""
        while True:
            while self._position < len(self._buffer):
                character = self._buffer[self._position]
                if character not in _SPACE:
                    return character
                self._position += 1
            if not self._more():
                return None

    def skip(self) -> None:
        """Take one character."""
        self._position += 1

    def take_value(self) -> Any:
        """The value that begins here.

        Raises:
            Unreadable: It is no JSON, too long or nested too deep; nothing after it can be read.
        """
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._position)
            except RecursionError:
                raise Unreadable(self.said(too_deep(self._settings))) from None
            except ValueError as error:
                problem = what_is_wrong(error)
            else:
                if end < len(self._buffer) or not self._more():
                    return self._taken(value, end)
                continue  # a number might go on in the next piece
            if len(self._buffer) - self._position > self._settings.max_bytes:
                raise Unreadable(self.said(too_long(self._settings)))
            if not self._more():
                raise Unreadable(self.said(f"not JSON: {problem}"))

    def said(self, what: str) -> str:
        """A message with the place."""
        place = self._before + self._position + 1
        return f"{what} (in what begins at character {place}); what follows is left out"

    def _taken(self, value: Any, end: int) -> Any:
        bad = undecodable(self._buffer[self._position : end])
        if bad:
            raise Unreadable(self.said(f"{bad}; save the file as UTF-8"))
        self._position = end
        return value

    def _more(self) -> bool:
        """Read on, twice as much each time the same value needs it."""
        if self._ended:
            return False
        self._buffer = self._buffer[self._position :]
        self._before += self._position
        self._position = 0
        piece = self._text.read(max(_CHUNK, len(self._buffer)))
        self._ended = not piece
        self._buffer += piece
        return bool(piece)
