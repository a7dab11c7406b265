"""Pairs of words that cannot both be true of one thing, from a pack's reviewed table."""

import re
from collections.abc import Sequence

from attrs import field, frozen

from reconcile.errors import InvalidLanguagePack
from reconcile.languages.tables import any_of, load_table

KINDS = ("excludes", "precedes")


@frozen(kw_only=True)
class Opposites:
    """Two sets of words of which at most one is true of the words that follow.

    Args:
        kind: ``excludes`` when they contradict each other; ``precedes`` when the left says what
            is still to come and the right what has come to pass.
        left: Pattern of the words of one side.
        right: Pattern of the other side.
    """

    kind: str
    left: re.Pattern[str] = field(repr=False)
    right: re.Pattern[str] = field(repr=False)


def load_opposites(package: str) -> tuple[Opposites, ...]:
    """Read the table ``opposites`` of a language pack.

    Raises:
        InvalidLanguagePack: An entry has another kind than `KINDS`, or a side without words.
    """
    found: list[Opposites] = []
    for entry in load_table(package, "opposites")["opposites"]:
        if entry["kind"] not in KINDS:
            raise InvalidLanguagePack(
                f"{package}/data/opposites.toml: kind must be one of {', '.join(KINDS)}, "
                f"got {entry['kind']!r}."
            )
        found.append(
            Opposites(kind=entry["kind"], left=_words(entry["left"]), right=_words(entry["right"]))
        )
    return tuple(found)


def _words(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)")


def load_grades(package: str) -> tuple[frozenset[str], ...]:
    """Read the scales of grades of the same table; ``bare`` ones hold the empty word too."""
    return tuple(
        frozenset(scale["words"]) | (frozenset({""}) if scale.get("bare") else frozenset())
        for scale in load_table(package, "opposites")["grades"]
    )
