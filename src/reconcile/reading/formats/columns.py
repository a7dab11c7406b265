"""Parquet files: a record a row, a few rows at a time."""

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from reconcile.errors import MissingExtra
from reconcile.model import Problem
from reconcile.reading.formats.json_lines import as_record
from reconcile.reading.records import Record, Unreadable
from reconcile.settings import ReadingSettings

ENDINGS: tuple[str, ...] = (".parquet", ".pq")
_ROWS = 64
_FREE_BYTES = 1 << 24


def looks_like(head: bytes) -> bool:
    """Whether it has Parquet's mark."""
    return head.startswith(b"PAR1")


def read_records(
    stream: BufferedReader, *, place: str, name: str, settings: ReadingSettings
) -> Iterator[Record | Problem]:
    """A record for each row."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unreadable(str(MissingExtra("reading Parquet", "parquet"))) from None
    if not stream.seekable():
        raise Unreadable("a Parquet file cannot be read from a pipe or compressed once more")
    number = 0
    try:
        file = parquet.ParquetFile(stream)
        _check_growth(file.metadata, stream, settings)
        for batch in file.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield as_record(
                    row, place=f"{place}#{number}", name=f"{name}-{number}", settings=settings
                )
    except (pa.ArrowException, OSError) as error:
        first = str(error).partition("\n")[0][:200]
        raise Unreadable(
            f"broken Parquet after {number} records ({first}); write it anew"
        ) from None
    if not number:
        raise Unreadable("the file holds no record; put some in it or take it out")


def _check_growth(metadata: Any, stream: BufferedReader, settings: ReadingSettings) -> None:
    """Refuse a file that says itself how far beyond its size it grows."""
    position = stream.tell()
    size = stream.seek(0, 2)
    stream.seek(position)
    grown = max(
        (metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups)), default=0
    )
    if grown > _FREE_BYTES + settings.max_expansion * size:
        raise Unreadable(
            f"it grows to more than {settings.max_expansion} times its size; raise "
            "reading.max_expansion if it is meant to"
        )
