"""Language packs: what is known of each language, as reviewed tables and a small grammar."""

import importlib
from functools import cache

from reconcile.languages.pack import LanguagePack
from reconcile.languages.tables import Table, load_table

_PACKS = {"vi": "reconcile.languages.vi", "en": "reconcile.languages.en"}
_NEUTRAL = "reconcile.languages.neutral"


def available_languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack.

    >>> available_languages()
    ('en', 'vi')
    """
    return tuple(sorted(_PACKS))


@cache
def language_pack(code: str | None) -> LanguagePack:
    """The pack of a language, or the neutral one, which knows numbers and ISO dates only.

    Args:
        code: BCP 47 code, or None when the language is not certain. A regional code falls back
            on its language.

    >>> language_pack("vi").name
    'Vietnamese'
    >>> language_pack("xx").code
    'und'
    """
    pack: LanguagePack = importlib.import_module(_package(code)).PACK
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
    return load_table(_package(code), name)


def _package(code: str | None) -> str:
    return _PACKS.get((code or "").split("-")[0].lower(), _NEUTRAL)


__all__ = ["LanguagePack", "available_languages", "language_pack", "language_table"]
