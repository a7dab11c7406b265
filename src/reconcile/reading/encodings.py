"""Bytes to text: UTF-8 and UTF-16 for certain, older encodings as a guess that is said."""

import codecs
import io
import re
from typing import TextIO

from attrs import frozen

from reconcile.languages.detection import detect_language
from reconcile.reading.mojibake import find_mojibake
from reconcile.reading.records import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How much of a stream decides its encoding.
_HEAD = 65_536
_CONTROLS = re.compile("[\\0-\\x08\\x7f-\\x9f]")
# How much a guess must look like some language, as charset-normalizer measures it.
_LEAST_COHERENCE = 0.2
_CURE = "save it as UTF-8"


@frozen
class Decoded:
    """A text, and what is to be said about how it was decoded."""

    text: str
    note: str | None = None


def decode(data: bytes) -> Decoded:
    r"""The text of a whole file.

    Args:
        data: The file's bytes.

    Returns:
        The text without a byte order mark; a note when the encoding is a guess.

    Raises:
        Unreadable: The bytes are no text, or in no encoding that can be told.

    >>> decode("\ufeffXin chào".encode()).text
    'Xin chào'
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strictly(data, encoding))
    if b"\0" in data:
        return _without_bom(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise Unreadable(_place_of(data, error)) from None
    return _guessed(data)


def open_text(stream: io.BufferedReader, *, newline: str) -> tuple[TextIO, str | None]:
    """A stream of text from a stream of bytes, and a note when its encoding is a guess.

    Bytes that are not UTF-8 come as lone surrogates (`undecodable` tells), so that one bad record
    does not stop the rest.
    """
    head = stream.peek(_HEAD)[:_HEAD]
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            errors = "surrogateescape" if encoding == "utf-8-sig" else "strict"
            return _wrapped(stream, encoding, errors, newline), None
    if b"\0" in head:
        text = _without_bom(head[: len(head) // 2 * 2])
        encoding = "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
        return _wrapped(stream, encoding, "strict", newline), text.note
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        if not _is_damaged_utf8(head):
            encoding = _guess(head)
            return _wrapped(stream, encoding, "strict", newline), _guess_note(encoding)
    return _wrapped(stream, "utf-8", "surrogateescape", newline), None


def undecodable(text: str) -> str | None:
    """What is wrong with a text from `open_text` that holds bytes that are not UTF-8."""
    bad = re.search("[\udc80-\udcff]", text)
    if bad is None:
        return None
    return f"byte 0x{ord(bad.group()) - 0xDC00:02X} at character {bad.start() + 1} is not UTF-8"


def _wrapped(stream: io.BufferedReader, encoding: str, errors: str, newline: str) -> TextIO:
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"byte {error.start + 1} is not {encoding.upper()}, as its first bytes promise; {_CURE}"
        ) from None


def _without_bom(data: bytes) -> Decoded:
    """UTF-16 without a mark, told by where its zero bytes stand; anything else is no text."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        here = zeros.count(0)
        elsewhere = data.count(0) - here  # U+0300 has a zero on the other side
        if len(data) % 2 == 0 and 2 * here > len(zeros) > 3 and 10 * elsewhere < here:
            return Decoded(_strictly(data, encoding), _guess_note(encoding))
    raise Unreadable(f"byte {data.index(0) + 1} is zero: this is no text; convert it to text first")


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is good UTF-8, so that no other encoding is likely."""
    text = data.decode("utf-8", "surrogateescape")
    bad = sum(1 for _ in re.finditer("[\udc80-\udcff]", text))
    good = sum(1 for _ in re.finditer("[^\0-\x7f\udc80-\udcff]", text))
    return good > 3 * bad


def _place_of(data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    return (
        f"byte 0x{data[error.start]:02X} at byte {error.start + 1} (line {line}) is not UTF-8; "
        f"{_CURE}, or take that byte out"
    )


def _guessed(data: bytes) -> Decoded:
    encoding = _guess(data)
    return Decoded(data.decode(encoding), _guess_note(encoding))


def _guess(data: bytes) -> str:
    """The older encoding in which the bytes read as a language; a known language comes first.

    Raises:
        Unreadable: They read as none.
    """
    for encoding in ("cp1258", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if find_mojibake(text):
            raise _unknown()
        language, _ = detect_language(text)
        if language is not None and not _CONTROLS.search(text):
            return encoding
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only odd files need it

    best = from_bytes(data[: 4 * _HEAD]).best()
    if best is None or best.coherence < _LEAST_COHERENCE:
        raise _unknown()
    return best.encoding


def _unknown() -> Unreadable:
    return Unreadable(
        f"it is not UTF-8 or UTF-16, and its encoding cannot be told; {_CURE} (for TCVN3 and VNI "
        "with a converter such as UniKey's)"
    )


def _guess_note(encoding: str) -> str:
    name = encoding.replace("cp125", "windows-125").replace("_", "-")
    name = name.upper() if name.startswith("utf") else name
    return f"it is not marked as UTF-8; it was read as {name}, which is a guess; {_CURE} to be sure"
