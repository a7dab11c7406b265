"""Captions and credits: lines about pictures, and lines that say where a text came from."""

import re
from collections.abc import Iterator

from reconcile.model import Boilerplate, Span
from reconcile.reading.lines import SENTENCE_INSIDE, Line
from reconcile.reading.wordings import Wordings

_LONGEST_CAPTION = 400  # characters
_MOST_SENTENCES = 2
_MOST_CREDIT_WORDS = 10
_URL_LINE = re.compile(r"(?:https?://|www\.)\S+")
# Words of a text that is long enough to be signed.
_LEAST_BODY = 40
_LONGEST_SIGNATURE = 200  # characters
# A word of a signature, with full stops inside or, of an initial, behind it.
_SIGNING = r"(?:[^\s.!?…]{1,30}(?:\.[^\s.!?…]{1,30}){0,4}|[^\W\d_]\.)"
# What ends an article's last sentence before the name of its author.
_LAST_STOP = re.compile(rf"(?:\./\.|[.!?…])[\"'”’)]?\s+(?={_SIGNING}(?:\s{_SIGNING}){{0,9}}\s*$)")
# Vietnamese papers close an article with it; whatever stands after it is no sentence of it.
_END_MARK = "./."
_SIGNED = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")


def find_captions(lines: list[Line], *, wordings: Wordings) -> Iterator[Boilerplate]:
    """Lines about pictures, and the credits of pictures inside other lines."""
    for index, line in enumerate(lines):
        bare = wordings.bare_caption.match(line.text)
        if bare and (bare.end() == len(line.text) or index == 0):
            yield _part(line, 0, bare.end(), "caption")
        credit = wordings.picture_at_end.search(line.text)
        if credit is not None and _is_name(credit.group()):
            if _is_caption(line.text[: credit.start()]):
                yield Boilerplate(span=line.span, reason="caption")
                continue
            yield _part(line, credit.start(), credit.end(), "picture credit")
        for pattern in (wordings.picture_in_brackets, wordings.picture_sentence):
            for inside in pattern.finditer(line.text):
                yield _part(line, inside.start(), inside.end(), "picture credit")


def find_credits(lines: list[Line], *, wordings: Wordings) -> Iterator[Boilerplate]:
    """Lines that are a link or name a source, and the signature after the last sentence."""
    last: Line | None = None
    for index, line in enumerate(lines):
        if _URL_LINE.fullmatch(line.text) or wordings.link_line.fullmatch(line.text):
            yield Boilerplate(span=line.span, reason="link")
        elif index and _names_source(line, wordings):
            yield Boilerplate(span=line.span, reason="credit")
        else:
            last = line
    if last is not None and sum(line.word_count() for line in lines) >= _LEAST_BODY:
        yield from _signature(last, wordings, alone=last is not lines[0])


def _names_source(line: Line, wordings: Wordings) -> bool:
    is_short = line.word_count() <= _MOST_CREDIT_WORDS and not line.is_closed
    return is_short and wordings.source_line.fullmatch(line.text) is not None


def _signature(line: Line, wordings: Wordings, *, alone: bool) -> Iterator[Boilerplate]:
    """Who wrote the text and where it is from, after its last sentence or on a line of its own."""
    end = len(line.text)
    credit = wordings.source_at_end.search(line.text)
    if credit is not None:
        yield _part(line, credit.start(), end, "credit")
        end = len(line.text[: credit.start()].rstrip())
    stop = _LAST_STOP.search(line.text, max(0, end - _LONGEST_SIGNATURE), end)
    begin = stop.end() if stop is not None else 0 if alone else end
    tail = line.text[begin:end]
    is_after_end = stop is not None and stop.group().startswith(_END_MARK)
    if tail and (is_after_end or _is_signature(tail, wordings)):
        yield _part(line, begin, end, "byline")


def _is_signature(tail: str, wordings: Wordings) -> bool:
    """Whether it is nothing but a few names and what goes with them."""
    if len(tail.split()) > _MOST_CREDIT_WORDS or any(c.isdigit() or c in ":?!" for c in tail):
        return False
    names = _SIGNED.findall(wordings.byline_word.sub(" ", tail))
    words = _SIGNED.findall(tail)
    return bool(words) and all(name[0].isupper() for name in names)


def _is_caption(before: str) -> bool:
    """Whether what stands before a picture's credit is short enough to be all about it."""
    sentences = 1 + sum(1 for _ in SENTENCE_INSIDE.finditer(before.rstrip()))
    return len(before) <= _LONGEST_CAPTION and sentences <= _MOST_SENTENCES


def _is_name(credit: str) -> bool:
    return len(credit.split()) <= _MOST_CREDIT_WORDS


def _part(line: Line, start: int, end: int, reason: str) -> Boilerplate:
    return Boilerplate(span=Span(line.start + start, line.start + end), reason=reason)
