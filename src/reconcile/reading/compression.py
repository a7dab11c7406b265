"""Compressed files opened as what is in them, with a bound on how far they may grow."""

import gzip
import io
import zlib
from typing import Any, BinaryIO

from reconcile.errors import MissingExtra
from reconcile.reading.records import Unreadable

ENDINGS = (".gz", ".zst")
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
# Small files may grow this far whatever their ratio.
_FREE_BYTES = 1 << 20

# What decompressing broken bytes raises.
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)


def decompressed(stream: BinaryIO, *, max_expansion: int) -> io.BufferedReader:
    """The stream itself, or what is in it when its first bytes are those of gzip or zstd.

    Raises:
        Unreadable: It is zstd, and the package for it is not installed.
    """
    buffered = _Counted(stream)
    head = io.BufferedReader(buffered, 1 << 16)
    magic = head.peek(4)
    if magic.startswith(_GZIP):
        inner: Any = gzip.GzipFile(fileobj=head, mode="rb")
    elif magic.startswith(_ZSTD):
        inner = _zstd(head)
    else:
        return head
    return io.BufferedReader(_Bounded(inner, buffered, max_expansion), 1 << 16)


def _zstd(stream: BinaryIO) -> Any:
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unreadable(str(MissingExtra("reading zstd files", "zstd"))) from None
    return zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
        stream, read_across_frames=True
    )


class _Counted(io.RawIOBase):
    """A stream that knows how much was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Bounded(io.RawIOBase):
    """A decompressed stream that refuses to grow without end."""

    def __init__(self, inner: Any, compressed: _Counted, max_expansion: int) -> None:
        self._inner, self._compressed = inner, compressed
        self._max_expansion = max_expansion
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self._count += len(data)
        if self._count > _FREE_BYTES + self._max_expansion * self._compressed.count:
            raise Unreadable(
                f"it grows to more than {self._max_expansion} times its size; the rest is left "
                "out; raise reading.max_expansion if it is meant to"
            )
        return len(data)
