"""File formats: one small module each, all with the same two functions.

``looks_like(head)`` says whether a file's first bytes are of the format, and
``read_records(stream, place=…, name=…, settings=…)`` yields its records and its problems.
"""

from collections.abc import Iterator
from io import BufferedReader
from typing import Protocol

from reconcile.model import Problem
from reconcile.reading.compression import ENDINGS as COMPRESSED
from reconcile.reading.formats import (
    archives,
    columns,
    feeds,
    json_documents,
    json_lines,
    pages,
    plain,
    tables,
)
from reconcile.reading.records import Record
from reconcile.settings import ReadingSettings


class Format(Protocol):
    """What every module of this package offers."""

    ENDINGS: tuple[str, ...]

    def looks_like(self, head: bytes, /) -> bool:
        """Whether a file without a known ending is of this format, by its first bytes."""

    def read_records(
        self, stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
    ) -> Iterator[Record | Problem]:
        """The records of a file in order, and what is wrong with it."""


# In the order in which a file without a known ending is tried.
FORMATS: tuple[Format, ...] = (
    archives,
    columns,
    pages,
    feeds,
    json_lines,
    json_documents,
    tables,
    plain,
)
_BY_ENDING = {ending: format_ for format_ in FORMATS for ending in format_.ENDINGS}


def split_name(name: str) -> tuple[str, str]:
    """A file's name without its endings, and the ending that tells its format, in lower case.

    >>> split_name("feed.2025.jsonl.gz"), split_name("notes.v2")
    (('feed.2025', '.jsonl'), ('notes.v2', ''))
    """
    stem = name
    for ending in COMPRESSED:
        if stem.lower().endswith(ending) and len(stem) > len(ending):
            stem = stem[: -len(ending)]
            break
    for ending in sorted(_BY_ENDING, key=len, reverse=True):
        if stem.lower().endswith(ending) and len(stem) > len(ending):
            return stem[: -len(ending)], ending
    return stem, ""


def has_known_ending(name: str) -> bool:
    """Whether a file is read when the folder it is in is read."""
    return bool(split_name(name)[1])


def format_of(ending: str, head: bytes) -> Format:
    """The format of a file, by its ending or, when that tells nothing, its first bytes."""
    known = _BY_ENDING.get(ending)
    if known is not None:
        return known
    return next((format_ for format_ in FORMATS if format_.looks_like(head)), plain)


__all__ = ["FORMATS", "Format", "format_of", "has_known_ending", "split_name"]
