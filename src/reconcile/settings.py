"""Every number and choice that a user may set, in one frozen tree."""

from typing import Any

import attrs
from attrs import field, frozen

from reconcile.errors import InvalidSettings


def _share(instance: object, attribute: "attrs.Attribute[float]", value: float) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        cure = f"Did you mean {value / 100}?" if _is_percentage(value) else ""
        name = f"{type(instance).__name__.removesuffix('Settings').lower()}.{attribute.name}"
        raise InvalidSettings(name, "a share between 0 and 1", value, cure)


def _is_percentage(value: object) -> bool:
    return isinstance(value, int | float) and 1 < value <= 100


def _at_least(least: int) -> Any:
    def check(instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            name = f"{type(instance).__name__.removesuffix('Settings').lower()}.{attribute.name}"
            raise InvalidSettings(name, f"a whole number of {least} or more", value)

    return check


@frozen(kw_only=True)
class SimilaritySettings:
    """How copies are found.

    Args:
        shingle: Words in a shingle.
        num_perm: Permutations in a MinHash signature.
        seed: Seed of datasketch's permutations.
        threshold: Jaccard from which two articles are copies, inclusive.
        containment: Share of the shorter article's shingles in the longer one from which they
            are copies, inclusive.
    """

    shingle: int = field(default=3, validator=_at_least(1))
    num_perm: int = field(default=128, validator=_at_least(2))
    seed: int = field(default=1, validator=_at_least(0))
    threshold: float = field(default=0.5, validator=_share)
    containment: float = field(default=0.8, validator=_share)


@frozen(kw_only=True)
class GroupingSettings:
    """How articles are joined into events.

    Args:
        threshold: Score from which two articles cover one event, inclusive.
        window: Days between two dated articles beyond which they are never compared.
    """

    threshold: float = field(default=0.5, validator=_share)
    window: int = field(default=30, validator=_at_least(0))


STRICTNESS = ("certain", "balanced", "everything")


def _strictness(_instance: object, _attribute: object, value: str) -> None:
    if value not in STRICTNESS:
        raise InvalidSettings("alignment.strictness", f"one of {', '.join(STRICTNESS)}", value)


@frozen(kw_only=True)
class AlignmentSettings:
    """How claims are tied together and when a difference is raised.

    Args:
        strictness: ``certain`` raises only what is plain, ``balanced`` also what an editor would
            want to look at, ``everything`` also weaker evidence.
    """

    strictness: str = field(default="balanced", validator=_strictness)


@frozen(kw_only=True)
class Settings:
    """All settings; every step is a pure function of its data and these.

    >>> Settings(similarity=SimilaritySettings(threshold=70))
    Traceback (most recent call last):
    reconcile.errors.InvalidSettings: similarity.threshold must be a share between 0 and 1, got 70.
    Did you mean 0.7?
    """

    similarity: SimilaritySettings = field(factory=SimilaritySettings)
    grouping: GroupingSettings = field(factory=GroupingSettings)
    alignment: AlignmentSettings = field(factory=AlignmentSettings)
