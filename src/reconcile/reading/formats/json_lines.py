"""JSON lines: a record a line."""

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any, TextIO

from reconcile.model import Problem
from reconcile.reading.encodings import open_text, undecodable
from reconcile.reading.records import Record, kept, left_out
from reconcile.settings import ReadingSettings

NOT_JSON = "not JSON"  # how the message about such a line begins
ENDINGS: tuple[str, ...] = (".jsonl", ".ndjson", ".jl")


def looks_like(head: bytes) -> bool:
    """Whether the first line is a whole object and another one follows."""
    first, newline, rest = head.strip().partition(b"\n")
    return (
        bool(newline)
        and first.strip()[:1] == b"{"
        and first.strip()[-1:] == b"}"
        and (rest.lstrip()[:1] == b"{")
    )


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """A record for each line that is a JSON object."""
    text, note = open_text(stream, newline="\n")
    if note:
        yield kept(place, note)
    found = False
    for number, line in _lines(text, settings.max_bytes):
        here = f"{place}#{number}"
        found = True
        if line is None:
            yield left_out(here, too_long(settings))
        else:
            yield _record(line, here, f"{name}-{number}", settings)
    if not found:
        yield left_out(place, "the file is empty; put a record on each line or take it out")


def _lines(text: TextIO, limit: int) -> Iterator[tuple[int, str | None]]:
    """Each line that is not blank with its number; None for one that is too long."""
    number = 0
    while line := text.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith("\n"):
                line = text.readline(1 << 16)
            yield number, None
        elif line.strip():
            yield number, line


def _record(line: str, place: str, name: str, settings: ReadingSettings) -> Record | Problem:
    bad = undecodable(line)
    if bad:
        return left_out(place, f"{bad}; the record is left out; save the file as UTF-8")
    try:
        value = json.loads(line)
    except RecursionError:
        return left_out(place, too_deep(settings))
    except ValueError as error:
        return left_out(place, f"{NOT_JSON}: {what_is_wrong(error)}; the record is left out")
    return as_record(value, place=place, name=name, settings=settings)


def as_record(value: Any, *, place: str, name: str, settings: ReadingSettings) -> Record | Problem:
    """A JSON value as a record, when it can be one."""
    if not isinstance(value, dict):
        said = f"{value!r:.40}" if not isinstance(value, list) else "a list"
        return left_out(place, f"a record must be a JSON object, this is {said}; it is left out")
    if _is_deeper(value, settings.max_nesting):
        return left_out(place, too_deep(settings))
    return Record(place=place, name=name, fields=value)


def too_deep(settings: ReadingSettings) -> str:
    """The message about a record with too many lists and objects inside one another."""
    return (
        f"lists and objects nest deeper than {settings.max_nesting}; the record is left out; "
        "raise reading.max_nesting if it is meant to"
    )


def too_long(settings: ReadingSettings) -> str:
    """The message about a record with too many characters."""
    return (
        f"the record has more than {settings.max_bytes:,} characters and is left out; raise "
        "reading.max_bytes if it is meant to"
    )


def what_is_wrong(error: ValueError) -> str:
    """A JSON error in a few words, with its place in the line."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return str(error).partition(";")[0]


def _is_deeper(value: Any, limit: int) -> bool:
    level: list[Any] = [value]
    for _ in range(limit):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
