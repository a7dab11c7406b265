"""Lines that say again what the text says elsewhere: captions, and bodies printed twice."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from reconcile.model import Boilerplate
from reconcile.reading.lines import SENTENCE_INSIDE, Line

# A repeated line of fewer words may be a refrain or a heading.
_LEAST_WORDS = 8
_MOST_WORDS = 45
# Share of a caption's words that the sentence it repeats has, in the same order.
_LEAST_SHARE = 0.9
# Texts of more lines are lists or logs, where repeating is the rule.
_MOST_LINES = 500
_WORD = re.compile(r"\w+")
_INITIAL_BEFORE = re.compile(r"(?:^|[\s(.])[^\W\d_]{1,3}$")


def find_repeats(lines: Sequence[Line]) -> Iterator[Boilerplate]:
    """Lines that repeat another line, or a sentence of a later one."""
    if len(lines) > _MOST_LINES:
        return
    words = [tuple(_WORD.findall(line.text.casefold())) for line in lines]
    yield from _same(lines, words)
    yield from _retold(lines, words)


def _same(lines: Sequence[Line], words: Sequence[tuple[str, ...]]) -> Iterator[Boilerplate]:
    """Of lines with the same words all but one: a line closed by a full stop, the first of them."""
    places: dict[tuple[str, ...], list[int]] = {}
    for index, key in enumerate(words):
        if len(key) >= _LEAST_WORDS:
            places.setdefault(key, []).append(index)
    for indices in places.values():
        if len(indices) > 1:
            own = min(indices, key=lambda i: (not lines[i].is_closed, i))
            for index in indices:
                if index != own:
                    same = lines[index].is_closed == lines[own].is_closed
                    reason = "printed twice" if same else "caption"
                    yield Boilerplate(span=lines[index].span, reason=reason)


def _retold(lines: Sequence[Line], words: Sequence[tuple[str, ...]]) -> Iterator[Boilerplate]:
    """Paragraphs of one sentence that a later paragraph says again with more words.

    A writer does not tell a thing twice; a page does, under a picture. The first two lines are
    left out, for a headline and a lead do say what the body says again.
    """
    sets = [frozenset(key) for key in words]
    for index in range(2, len(lines) - 1):
        own = words[index]
        if not _LEAST_WORDS < len(own) <= _MOST_WORDS or not _is_one_sentence(lines[index].text):
            continue
        for later in range(index + 1, len(lines)):
            if len(words[later]) <= len(own):
                continue
            if len(sets[index] & sets[later]) < _LEAST_SHARE * len(sets[index]):
                continue
            if LCSseq.similarity(own, words[later]) >= _LEAST_SHARE * len(own):
                yield Boilerplate(span=lines[index].span, reason="caption")
                break


def _is_one_sentence(text: str) -> bool:
    """Whether no full stop, initials aside, stands inside."""
    return all(
        _INITIAL_BEFORE.search(text, max(0, m.start() - 6), m.start())
        for m in SENTENCE_INSIDE.finditer(text)
    )
