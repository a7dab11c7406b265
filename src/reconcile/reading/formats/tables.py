"""Tables: comma, semicolon or tab separated, the first row naming the columns."""

import csv
from collections.abc import Iterator, Sequence
from io import BufferedReader
from typing import TextIO

from reconcile.model import Problem
from reconcile.reading.encodings import open_text, undecodable
from reconcile.reading.fields import TEXT_NAMES, text_names
from reconcile.reading.records import Record, Unreadable, kept, left_out
from reconcile.settings import ReadingSettings

ENDINGS: tuple[str, ...] = (".csv", ".tsv")


def looks_like(head: bytes) -> bool:
    """Whether the first line names columns, one of them as articles' texts are named."""
    first = head.partition(b"\n")[0].decode("utf-8-sig", "replace").strip()
    columns = first.split(_delimiter(first))
    names = [name.strip(' "') for name in columns]
    return len(columns) > 1 and _has_text(names, ReadingSettings())


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """A record for each row under the first."""
    text, note = open_text(stream, newline="")
    if note:
        yield kept(place, note)
    # The limit belongs to the whole process, so it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))
    lines = _lines(text, settings)
    first = next(lines, "")
    if not first.strip():
        raise Unreadable("the file is empty; put a row of names and some records in it")
    delimiter = _delimiter(first)
    columns = next(csv.reader([first], delimiter=delimiter, strict=False))
    if not _has_text(columns, settings):
        raise Unreadable(
            f"no column is called {', '.join(TEXT_NAMES[:4])} or the like; the first row reads "
            f"{', '.join(columns)[:80]!r}; name the column with reading.fields"
        )
    yield from _rows(lines, columns, delimiter, place, name, settings)


def _lines(text: TextIO, settings: ReadingSettings) -> Iterator[str]:
    number = 0
    while line := text.readline(settings.max_bytes + 1):
        number += 1
        if len(line) > settings.max_bytes:
            raise Unreadable(
                f"line {number} has more than {settings.max_bytes:,} characters; what follows is "
                "left out; raise reading.max_bytes if it is meant to"
            )
        yield line


def _has_text(columns: Sequence[str], settings: ReadingSettings) -> bool:
    """Whether one of the columns has a name that articles' texts have."""
    return bool(text_names(dict.fromkeys(columns), settings=settings))


def _delimiter(first: str) -> str:
    return max(",;\t", key=first.count)


def _rows(
    lines: Iterator[str],
    columns: Sequence[str],
    delimiter: str,
    place: str,
    name: str,
    settings: ReadingSettings,
) -> Iterator[Record | Problem]:
    # Strict, for else a quotation mark that is never closed makes one cell of all that follows.
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    found = False
    broken: tuple[int, str] | None = None  # where a row was none, and why
    while True:
        line = rows.line_num + 2  # under the row of names
        try:
            row = next(rows, None)
        except csv.Error as error:
            broken = broken or (line, str(error))
            continue
        if broken is not None:
            if row is not None and len(row) != len(columns):
                continue  # perhaps the rest of a cell of several lines
            yield left_out(f"{place}#{broken[0]}", _no_row(*broken, last=line - 1))
            broken = None
        if row is None:
            break
        if row:
            found = True
            yield _record(row, columns, f"{place}#{line}", f"{name}-{line}", settings)
    if not found:
        yield left_out(place, "no record stands under the row of names; add some or take it out")


def _no_row(first: int, why: str, *, last: int) -> str:
    lines = f"line {first} is" if last <= first else f"lines {first} to {last} are"
    return f"not a row: {why}; {lines} left out; check the quotation marks"


def _record(
    row: Sequence[str], columns: Sequence[str], place: str, name: str, settings: ReadingSettings
) -> Record | Problem:
    bad = next(filter(None, map(undecodable, row)), None)
    if bad:
        return left_out(place, f"{bad}; the record is left out; save the file as UTF-8")
    if len(row) > len(columns):
        return left_out(
            place,
            f"the row has {len(row)} cells under {len(columns)} names and is left out; put cells "
            "with a separator in them in quotation marks",
        )
    if sum(map(len, row)) > settings.max_bytes:
        return left_out(
            place,
            f"the row has more than {settings.max_bytes:,} characters and is left out; raise "
            "reading.max_bytes if it is meant to",
        )
    return Record(place=place, name=name, fields=dict(zip(columns, row, strict=False)))
