"""Parquet files: a record a row, a few rows at a time."""

import contextlib
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
            for row in _rows(batch, pa):
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


def _rows(batch: Any, pa: Any) -> Iterator[dict[str, Any]]:
    columns = [_values(column, pa) for column in batch.columns]
    for values in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, values, strict=True))


def _values(column: Any, pa: Any) -> list[Any]:
    """The values of a column; of what Python's dates cannot hold, the number that stands there."""
    kind = column.type
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(pa.timestamp("us", tz=kind.tz), safe=False)  # billionths are no loss
    elif pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        with contextlib.suppress(pa.ArrowInvalid):  # strings as Hive and Impala write them
            column = column.cast(pa.large_string())
    try:
        values: list[Any] = column.to_pylist()
    except (OverflowError, ValueError):
        values = [_value(scalar) for scalar in column]
    return values


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (OverflowError, ValueError):
        return getattr(scalar, "value", None)


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
