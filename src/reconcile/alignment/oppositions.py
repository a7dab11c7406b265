"""Sentences that say opposite things of the same words: "sẽ chôn" / "đã chôn", "tăng" / "giảm"."""

import re
from collections.abc import Collection

from attrs import frozen

from reconcile.languages import LanguagePack
from reconcile.languages.opposites import Opposites

_WORD = re.compile(r"\w+")
_AFTER = 7  # words behind a marker that say what it is said of
_BEFORE = 9  # words before it that say of whom
_FEWEST_SHARED = 2  # content words that must follow both markers, the first of them the same


@frozen(kw_only=True)
class Opposition:
    """Two opposite markers said of the same words.

    Args:
        kind: As in `Opposites`.
        left, right: The markers as found.
        left_first: Whether the first sentence of the pair has the left marker.
        shared: The content words that follow both.
    """

    kind: str
    left: str
    right: str
    left_first: bool
    shared: tuple[str, ...]


@frozen(kw_only=True)
class _Marker:
    text: str
    before: frozenset[str]
    after: tuple[str, ...]


def find_opposition(first: str, second: str, *, pack: LanguagePack) -> Opposition | None:
    """The first opposition between two case-folded sentences, or None.

    >>> from reconcile.languages import language_pack
    >>> found = find_opposition(
    ...     "ngư dân sẽ chôn cất cá voi chiều nay",
    ...     "ngư dân đã chôn cất cá voi",
    ...     pack=language_pack("vi"),
    ... )
    >>> found.left, found.right
    ('sẽ', 'đã')
    """
    for opposites in pack.opposites:
        for left_first, (one, other) in ((True, (first, second)), (False, (second, first))):
            found = _compare(opposites, one, other, pack.stop_words)
            if found is not None:
                left, right, shared = found
                return Opposition(
                    kind=opposites.kind,
                    left=left,
                    right=right,
                    left_first=left_first,
                    shared=shared,
                )
    return None


def _compare(
    opposites: Opposites, one: str, other: str, stop_words: Collection[str]
) -> tuple[str, str, tuple[str, ...]] | None:
    lefts = _markers(opposites.left, one, stop_words)
    if not lefts:
        return None
    if opposites.right.search(one) or opposites.left.search(other):
        return None  # a sentence with both sides says something finer than either
    for left in lefts:
        for right in _markers(opposites.right, other, stop_words):
            shared = _shared(left.after, right.after)
            if shared and left.before & right.before:
                return left.text, right.text, shared
    return None


def _markers(pattern: re.Pattern[str], sentence: str, stop_words: Collection[str]) -> list[_Marker]:
    found: list[_Marker] = []
    for match in pattern.finditer(sentence):
        before = _WORD.findall(sentence, max(0, match.start() - 80), match.start())[-_BEFORE:]
        after = _WORD.findall(sentence, match.end(), match.end() + 80)[: _AFTER + 2]
        found.append(
            _Marker(
                text=match.group(),
                before=frozenset(word for word in before if word not in stop_words),
                after=tuple(word for word in after if word not in stop_words)[:_AFTER],
            )
        )
    return found


def _shared(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """The words that follow both markers, when the first one does and they are enough."""
    if not left or not right or left[0] != right[0]:
        return ()
    shared = tuple(word for word in left if word in set(right))
    return shared if len(shared) >= _FEWEST_SHARED else ()
