"""Every number and choice that a user may set, in one frozen tree."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from attrs import field, frozen

from reconcile.errors import InvalidSettings


def _share(instance: object, attribute: "attrs.Attribute[Any]", value: float) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        cure = f"Did you mean {value / 100}?" if _is_percentage(value) else ""
        name = f"{type(instance).__name__.removesuffix('Settings').lower()}.{attribute.name}"
        raise InvalidSettings(name, "a share between 0 and 1", value, cure)


_LEAST_PERCENTAGE = 10  # a smaller number is more likely a slip than a share in hundredths


def _is_percentage(value: object) -> bool:
    return isinstance(value, int | float) and _LEAST_PERCENTAGE <= value <= 100


def _at_least(least: int) -> Any:
    def check(instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            name = f"{type(instance).__name__.removesuffix('Settings').lower()}.{attribute.name}"
            raise InvalidSettings(name, f"a whole number of {least} or more", value)

    return check


_FIELDS = ("id", "title", "text", "publisher", "url", "published", "language")


def _pairs(value: Any) -> Any:
    """A mapping, or ``text=noi_dung,id=ma``, as sorted pairs, so that settings stay frozen."""
    if isinstance(value, str):
        value = [p.split("=") for p in value.split(",") if p.strip()]
        value = [[part.strip() for part in parts] for parts in value]
    if isinstance(value, Mapping):
        value = value.items()
    if not isinstance(value, Iterable):
        return value
    pairs = [tuple(pair) if isinstance(pair, list | tuple) else pair for pair in value]
    return tuple(sorted(pairs, key=repr))


def _mapped_fields(_instance: object, _attribute: object, value: Any) -> None:
    rule = "pairs of an article's field and a record's, such as {'text': 'noi_dung'}"
    if not isinstance(value, tuple):
        raise InvalidSettings("reading.fields", rule, value)
    for pair in value:
        is_pair = isinstance(pair, tuple) and len(pair) == 2
        if not is_pair or not all(isinstance(name, str) and name for name in pair):
            raise InvalidSettings("reading.fields", rule, value)
        if pair[0] not in _FIELDS:
            cure = f"An article has {', '.join(_FIELDS)}."
            raise InvalidSettings("reading.fields", rule, value, cure)
    if len({name for name, _ in value}) < len(value):
        raise InvalidSettings("reading.fields", f"{rule}, each of an article's once", value)


def _true_or_false(_instance: object, _attribute: object, value: Any) -> None:
    if value is not None and not isinstance(value, bool):
        raise InvalidSettings("reading.day_first", "true, false or none", value)


def _language_code(_instance: object, _attribute: object, value: Any) -> None:
    if value is not None and not (isinstance(value, str) and value[:1].isalpha()):
        raise InvalidSettings("reading.language", "a code such as vi, or none", value)


@frozen(kw_only=True)
class ReadingSettings:
    """How files become articles.

    Args:
        max_bytes: Bytes of one article, or of one record, beyond which it is left out.
        max_records: Records of one file after which the rest of it is left out.
        max_nesting: Lists and objects inside one another beyond which a record is left out.
        max_expansion: How many times its size a compressed file may grow.
        fields: Names of a record's fields, for those whose names are not the usual ones: a
            mapping from an article's field to the record's, ``{"text": "noi_dung"}``, or the
            same as ``text=noi_dung``.
        day_first: Whether 3/4 is 3 April in the metadata; None to follow the article's language.
        language: The language of every article; None to tell it from each one's record or text.

    >>> ReadingSettings(fields={"text": "noi_dung"}).fields
    (('text', 'noi_dung'),)
    """

    max_bytes: int = field(default=10_000_000, validator=_at_least(1))
    max_records: int = field(default=10_000_000, validator=_at_least(1))
    max_nesting: int = field(default=50, validator=_at_least(1))
    max_expansion: int = field(default=200, validator=_at_least(1))
    fields: tuple[tuple[str, str], ...] = field(
        default=(), converter=_pairs, validator=_mapped_fields
    )
    day_first: bool | None = field(default=None, validator=_true_or_false)
    language: str | None = field(default=None, validator=_language_code)


def _share_or_none(
    instance: object, attribute: "attrs.Attribute[Any]", value: float | None
) -> None:
    if value is not None:
        _share(instance, attribute, value)


@frozen(kw_only=True)
class SimilaritySettings:
    """How copies are found.

    Args:
        shingle: Words in a shingle.
        num_perm: Permutations in a MinHash signature.
        seed: Seed of datasketch's permutations.
        threshold: Jaccard from which two articles are copies, inclusive.
        containment: Share of the shorter article's shingles in the longer one from which they
            are copies, inclusive; None to look for resemblance only.
        shared: Shingles that two articles share at the least to be copies by containment alone;
            about the words of one long sentence.
        origin: Share of the longer article's shingles in the shorter one from which two copies
            are one witness, inclusive; below it, the longer one has much to say of its own.
        credited: What is left of these thresholds for two articles that credit one source and
            share at least `shared` shingles, as a share; 1 when credits are no evidence.

    Source: A. Broder, On the resemblance and containment of documents (1997).

    >>> SimilaritySettings(threshold=0.7).containment
    0.5
    """

    shingle: int = field(default=3, validator=_at_least(1))
    num_perm: int = field(default=128, validator=_at_least(2))
    seed: int = field(default=1, validator=_at_least(0))
    threshold: float = field(default=0.5, validator=_share)
    containment: float | None = field(default=0.5, validator=_share_or_none)
    shared: int = field(default=20, validator=_at_least(1))
    origin: float = field(default=0.5, validator=_share)
    credited: float = field(default=0.5, validator=_share)


@frozen(kw_only=True)
class GroupingSettings:
    """How articles are joined into events.

    Args:
        threshold: Score from which two articles cover one event, inclusive.
        window: Days between two dated articles beyond which they are never compared.

    >>> GroupingSettings(window=7).threshold
    0.5
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
        sentences: Sentences of one event that are held against each other, at the most; of a
            longer event each article gives its first ones. Time and memory grow with the square.

    >>> AlignmentSettings(strictness="strict")
    Traceback (most recent call last):
    reconcile.errors.InvalidSettings: alignment.strictness must be one of certain, balanced,
    everything, got 'strict'.
    """

    strictness: str = field(default="balanced", validator=_strictness)
    sentences: int = field(default=3000, validator=_at_least(2))


@frozen(kw_only=True)
class Settings:
    """All settings; every step is a pure function of its data and these.

    >>> Settings(similarity=SimilaritySettings(threshold=70))
    Traceback (most recent call last):
    reconcile.errors.InvalidSettings: similarity.threshold must be a share between 0 and 1, got 70.
    Did you mean 0.7?
    """

    reading: ReadingSettings = field(factory=ReadingSettings)
    similarity: SimilaritySettings = field(factory=SimilaritySettings)
    grouping: GroupingSettings = field(factory=GroupingSettings)
    alignment: AlignmentSettings = field(factory=AlignmentSettings)
