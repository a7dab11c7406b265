"""Files opened, told apart and read record by record; a file that fails never stops the next."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from reconcile.model import Article, Problem
from reconcile.reading.articles import build_article
from reconcile.reading.compression import decompressed
from reconcile.reading.files import STDIN, File, find_files, reason
from reconcile.reading.formats import format_of, json_lines, split_name
from reconcile.reading.identifiers import Identifiers
from reconcile.reading.records import Record, Unreadable, kept, left_out, shown
from reconcile.reading.reports import is_report
from reconcile.settings import ReadingSettings, Settings

_HEAD = 4096
_MOST_SAID = 1000  # problems of one file; a file of another kind has one on every line
_STRAY_LINES = 3  # lines that are no JSON, each said before the others are only counted


def iter_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    settings: Settings | ReadingSettings | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Problem]:
    """Read articles one after the other, without holding a file in memory.

    Files are read in the order of their paths' names, whatever order they are given in.

    Args:
        paths: Files, folders (read recursively), patterns; ``-`` is JSON lines on standard input.
        settings: How files are read.
        stdin: What ``-`` reads; the process's standard input if None.

    Yields:
        Each article, after the problems with it; and the problems that cost one.

    >>> import io
    >>> feed = io.BytesIO('{"id": "a", "text": "Hai người bị thương."}'.encode())
    >>> [item.id for item in iter_articles(["-"], stdin=feed) if isinstance(item, Article)]
    ['a']
    """
    chosen = settings.reading if isinstance(settings, Settings) else settings or ReadingSettings()
    identifiers = Identifiers()
    files, problems = find_files(paths)
    yield from problems
    for file in files:
        yield from _few_problems(_articles(file, identifiers, chosen, stdin), place=file.place)


def _few_problems(items: Iterator[Article | Problem], *, place: str) -> Iterator[Article | Problem]:
    """The items of one file; of many problems the first ones, and how many more there are."""
    said = lost = noted = 0
    for item in items:
        if isinstance(item, Article):
            yield item
        elif said < _MOST_SAID:
            said += 1
            yield item
        elif item.fatal:
            lost += 1
        else:
            noted += 1
    if lost:
        yield left_out(place, f"{lost:,} more records are left out, for reasons like those above")
    if noted:
        yield kept(place, f"{noted:,} more articles are kept with a note like those above")


def _articles(
    file: File, identifiers: Identifiers, settings: ReadingSettings, stdin: BinaryIO | None
) -> Iterator[Article | Problem]:
    for item in _records(file, settings, stdin):
        if isinstance(item, Problem):
            yield item
        else:
            yield from build_article(item, identifiers=identifiers, settings=settings)


def _records(
    file: File, settings: ReadingSettings, stdin: BinaryIO | None
) -> Iterator[Record | Problem]:
    """The records of one file, and whatever stops them as a problem."""
    try:
        yield from _bounded(_opened(file, settings, stdin), settings.max_records)
    except Unreadable as error:
        yield left_out(file.place, str(error))
    except UnicodeError as error:
        yield left_out(file.place, f"{error}; what follows is left out; save it as UTF-8")
    except (OSError, ValueError) as error:
        yield left_out(file.place, reason(error))


def _bounded(items: Iterator[Record | Problem], most: int) -> Iterator[Record | Problem]:
    """The items up to the last record that one file may have."""
    count = 0
    for item in items:
        count += isinstance(item, Record)
        if count > most:
            raise Unreadable(
                f"it has more than {most:,} records; the rest is left out; raise "
                "reading.max_records if they are all wanted"
            )
        yield item


def _begun_in_json(items: Iterator[Record | Problem]) -> Iterator[Record | Problem]:
    """The items; one problem when nothing among them is JSON, few for what stands before it."""
    stray: list[Problem] = []
    more = 0
    for item in items:
        if isinstance(item, Record) or not item.message.startswith(json_lines.NOT_JSON):
            yield from stray
            if more:
                said = f"{more:,} more lines up to the first record are not JSON and are left out"
                yield left_out(STDIN, said)
            yield item
            yield from items
            return
        if len(stray) < _STRAY_LINES:
            stray.append(item)
        else:
            more += 1
    if stray:
        raise Unreadable(
            "standard input must be JSON lines, one object with a text on each line; write "
            "anything else to a file and name the file"
        )


def _opened(
    file: File, settings: ReadingSettings, stdin: BinaryIO | None
) -> Iterator[Record | Problem]:
    if file.path == STDIN:
        if stdin is None and sys.stdin is None:
            raise Unreadable("standard input is closed; pipe JSON lines into it")
        lines = decompressed(stdin or sys.stdin.buffer, max_expansion=settings.max_expansion)
        yield from _begun_in_json(
            json_lines.read_records(lines, place=STDIN, name="stdin", settings=settings)
        )
        return
    with Path(file.path).open("rb") as raw:
        stream = decompressed(raw, max_expansion=settings.max_expansion)
        stem, ending = split_name(Path(file.path).name)
        head = stream.peek(_HEAD)[:_HEAD]
        if is_report(head):
            yield kept(file.place, "a report that reconcile wrote, no article, and left out")
            return
        format_ = format_of(ending, head)
        yield from format_.read_records(
            stream, place=file.place, name=shown(stem), settings=settings
        )
