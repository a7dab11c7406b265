"""Compressed files opened as what is in them, with a bound on how far they may grow."""

import gzip
import io
import zlib
from typing import Any, BinaryIO

from reconcile.errors import MissingExtra
from reconcile.reading.records import Unreadable

ENDINGS = (".gz", ".zst")
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_ZSTD_SKIPPED = b"\x2a\x4d\x18"  # after any first byte: a frame of notes, as pzstd puts first
_Errors = tuple[type[Exception], ...]
_MOST_WINDOW = 1 << 27  # bytes that one zstd file may make us hold
_BUFFER = 1 << 16
_PIECE = 1 << 10  # bytes given to zstd at a time, of which it makes 32 MB at most
# Small files may grow this far whatever their ratio.
_FREE_BYTES = 1 << 20

# What decompressing broken bytes raises.
_BROKEN_GZIP = (EOFError, gzip.BadGzipFile, zlib.error)


def decompressed(raw: BinaryIO, *, max_expansion: int) -> io.BufferedReader:
    """The stream itself, or what is in it when its first bytes are those of gzip or zstd.

    Args:
        raw: The stream.
        max_expansion: How many times its size it may grow.

    Raises:
        Unreadable: It is zstd, and the package for it is not installed.
    """
    counted = _Counted(raw)
    stream: io.BufferedReader = io.BufferedReader(counted, _BUFFER)
    magic = stream.peek(4)[:4]
    inner: Any
    broken: _Errors
    if magic.startswith(_GZIP):
        inner, broken = gzip.GzipFile(fileobj=stream, mode="rb"), _BROKEN_GZIP
    elif magic == _ZSTD or magic[1:] == _ZSTD_SKIPPED:
        inner, broken = _zstd(stream)
    else:
        return stream
    return io.BufferedReader(_Bounded(inner, broken, counted, max_expansion), _BUFFER)


def _zstd(stream: BinaryIO) -> tuple[Any, _Errors]:
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unreadable(str(MissingExtra("reading zstd files", "zstd"))) from None
    decompressor = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW)
    return _Frames(stream, decompressor), (EOFError, zstandard.ZstdError)


class _Frames:
    """The frames of a zstd file one after the other.

    The package's own reader takes a file that is cut short for one that ends there.
    """

    def __init__(self, stream: BinaryIO, decompressor: Any) -> None:
        self._stream, self._decompressor = stream, decompressor
        self._frame: Any = None  # the open one
        self._packed = b""  # read and not yet given to a frame
        self._ready = memoryview(b"")

    def read1(self, size: int) -> memoryview:
        """Some bytes, at most so many; none at the end.

        Raises:
            EOFError: The file ends inside a frame.
        """
        while not self._ready:
            piece = self._packed or self._stream.read(_PIECE)
            if not piece:
                if self._frame is not None:
                    raise EOFError("it ends in the middle of a frame")
                break
            if self._frame is None:
                self._frame = self._decompressor.decompressobj()
            self._ready = memoryview(self._frame.decompress(piece))
            self._packed = self._frame.unused_data
            if self._frame.eof:
                self._frame = None
        data, self._ready = self._ready[:size], self._ready[size:]
        return data


class _Counted(io.RawIOBase):
    """A stream that knows how much was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Bounded(io.RawIOBase):
    """A decompressed stream that refuses to grow without end."""

    def __init__(
        self, inner: Any, broken: _Errors, compressed: _Counted, max_expansion: int
    ) -> None:
        self._inner, self._broken, self._compressed = inner, broken, compressed
        self._max_expansion = max_expansion
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read1(len(buffer))  # what is good before a break is not lost
        except self._broken as error:
            raise Unreadable(
                f"compressed and broken ({error}); what follows is left out; fetch it again"
            ) from None
        buffer[: len(data)] = data
        self._count += len(data)
        if self._count > _FREE_BYTES + self._max_expansion * self._compressed.count:
            raise Unreadable(
                f"it grows to more than {self._max_expansion} times its size; the rest is left "
                "out; raise reading.max_expansion if it is meant to"
            )
        return len(data)
