"""Files opened, told apart and read record by record; a file that fails never stops the next."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from reconcile.model import Article, Problem
from reconcile.reading.articles import build_article
from reconcile.reading.compression import BROKEN, decompressed
from reconcile.reading.files import STDIN, File, find_files, reason
from reconcile.reading.formats import format_of, json_lines, split_name
from reconcile.reading.identifiers import Identifiers
from reconcile.reading.records import Record, Unreadable, left_out, shown
from reconcile.settings import ReadingSettings, Settings

_HEAD = 4096


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
    """
    chosen = settings.reading if isinstance(settings, Settings) else settings or ReadingSettings()
    identifiers = Identifiers()
    files, problems = find_files(paths)
    yield from problems
    for file in files:
        for item in _records(file, chosen, stdin):
            if isinstance(item, Problem):
                yield item
            else:
                yield from build_article(item, identifiers=identifiers, settings=chosen)


def _records(
    file: File, settings: ReadingSettings, stdin: BinaryIO | None
) -> Iterator[Record | Problem]:
    """The records of one file, and whatever stops them as a problem."""
    count = 0
    try:
        for item in _opened(file, settings, stdin):
            if isinstance(item, Record):
                count += 1
                if count > settings.max_records:
                    yield left_out(
                        file.place,
                        f"it has more than {settings.max_records:,} records; the rest is left out; raise reading.max_records if it is meant to",
                    )
                    return
            yield item
    except Unreadable as error:
        yield left_out(file.place, str(error))
    except UnicodeError as error:
        yield left_out(
            file.place, f"it breaks off: {error}; the rest is left out; save it as UTF-8"
        )
    except BROKEN as error:
        yield left_out(
            file.place, f"it is a broken compressed file ({error}); the rest is left out"
        )
    except OSError as error:
        yield left_out(file.place, reason(error))


def _opened(
    file: File, settings: ReadingSettings, stdin: BinaryIO | None
) -> Iterator[Record | Problem]:
    if file.path == STDIN:
        stream = stdin if stdin is not None else sys.stdin.buffer
        inner = decompressed(stream, max_expansion=settings.max_expansion)
        yield from json_lines.read_records(inner, place=STDIN, name="stdin", settings=settings)
        return
    with Path(file.path).open("rb") as stream:
        inner = decompressed(stream, max_expansion=settings.max_expansion)
        stem, ending = split_name(Path(file.path).name)
        format_ = format_of(ending, inner.peek(_HEAD)[:_HEAD])
        yield from format_.read_records(
            inner, place=file.place, name=shown(stem), settings=settings
        )
