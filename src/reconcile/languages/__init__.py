"""Language packs: what is known of each language, as reviewed tables and a small grammar."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from reconcile.errors import InvalidLanguagePack
from reconcile.languages.pack import LanguagePack
from reconcile.languages.tables import Table, load_table

ENTRY_POINT_GROUP = "reconcile.languages"
_BUILT_IN = {"vi": "reconcile.languages.vi", "en": "reconcile.languages.en"}
_NEUTRAL = "reconcile.languages.neutral"


@cache
def _packages() -> Mapping[str, str]:
    """The package of each language: the built-in ones and those that installed packages bring."""
    found = dict(_BUILT_IN)
    for entry in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda e: (e.name, e.value)):
        if found.setdefault(entry.name, entry.value) != entry.value:
            raise InvalidLanguagePack(
                f"{entry.value} brings a pack for {entry.name!r}, and so does "
                f"{found[entry.name]}; uninstall one of them."
            )
    return found


def available_languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack.

    Returns:
        BCP 47 codes, sorted.

    Raises:
        InvalidLanguagePack: Two packages bring a pack for one language.

    >>> available_languages()
    ('en', 'vi')
    """
    return tuple(sorted(_packages()))


@cache
def language_pack(code: str | None) -> LanguagePack:
    """The pack of a language, or the neutral one, which knows numbers and ISO dates only.

    Args:
        code: BCP 47 code, or None when the language is not certain. A regional code falls back
            on its language.

    Returns:
        The pack; its code is ``und`` when the language has none.

    Raises:
        InvalidLanguagePack: A table of the pack cannot be used, or two packages bring one.

    >>> language_pack("vi").name
    'Vietnamese'
    >>> language_pack("xx").code
    'und'
    """
    pack: LanguagePack = import_module(language_package(code)).PACK
    return pack


def language_table(code: str | None, name: str) -> Table:
    """One reviewed table of a language, or of the neutral pack.

    Args:
        code: As for `language_pack`.
        name: The table's file in the pack's ``data`` folder, without ``.toml``.

    Raises:
        InvalidLanguagePack: The table is missing or malformed.

    >>> "không" in language_table("vi", "text")["stop_words"]
    True
    """
    return load_table(language_package(code), name)


def language_package(code: str | None) -> str:
    """The full name of the Python package that holds a language's pack and its tables.

    >>> language_package("en-GB")
    'reconcile.languages.en'
    """
    return _packages().get((code or "").split("-")[0].lower(), _NEUTRAL)


__all__ = [
    "LanguagePack",
    "available_languages",
    "language_pack",
    "language_package",
    "language_table",
]
