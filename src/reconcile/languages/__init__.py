"""Language packs: what is known of each language, as reviewed tables and a small grammar."""

import importlib
from functools import cache

from reconcile.languages.pack import LanguagePack

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
    package = _PACKS.get((code or "").split("-")[0].lower(), _NEUTRAL)
    pack: LanguagePack = importlib.import_module(package).PACK
    return pack


__all__ = ["LanguagePack", "available_languages", "language_pack"]
