"""Names in the one form in which they are compared."""

import re
from functools import lru_cache

from reconcile.languages.naming import reference
from reconcile.languages.naming.people import name_words
from reconcile.languages.tables import load_table
from reconcile.languages.vi.names import lexicon as lx

_SPELLINGS = load_table("reconcile.languages.vi", "organisations")["spellings"]
_SHORT_UNITS = load_table("reconcile.languages.vi", "places")["short_units"]
_WORD = re.compile(r"[^\s,()“”\"]+")
_LEFT_OUT = frozenset(
    ("và", "-", "–", "&", "tp", "tp.", "tỉnh", "thành", "của", "tại", "về", "thuộc")
)
_DOCUMENT_KINDS = {
    "qđ": "quyết định",
    "nđ": "nghị định",
    "nq": "nghị quyết",
    "tt": "thông tư",
    "ct": "chỉ thị",
    "cv": "công văn",
    "cđ": "công điện",
}


@lru_cache(maxsize=4096)
def key_of(kind: str, text: str, head: str = "") -> str:
    """The words that a name is compared by: case, marks, abbreviations and aliases settled.

    >>> key_of("organisation", "Sở GD&ĐT TP Hà Nội") == key_of(
    ...     "organisation", "Sở Giáo dục và Đào tạo Hà Nội"
    ... )
    True
    """
    if kind == "person":
        return " ".join(name_words(text))
    if kind == "document":
        return _document_key(text)
    folded = text.lower()
    if kind == "place":
        if head in lx.TRANSPARENT and folded.startswith(head):
            bare = folded[len(head) :].strip()
            folded = f"{_SHORT_UNITS.get(head, head)} {bare}" if bare.isdigit() else bare
        return " ".join(name_words(_canonical_places(folded)))
    words = _WORD.findall(_canonical_places(folded))
    spelt = " ".join(_SPELLINGS.get(word.strip("."), word) for word in words)
    spelt = spelt.replace("thành phố ", "")
    kept = [w for w in spelt.split() if w not in _LEFT_OUT]
    return " ".join(name_words(" ".join(kept))) or folded


def role_key(title: str, affiliation: str) -> str:
    """The words that a role is compared by, where the word "Bộ" may be left out.

    >>> role_key("Thứ trưởng", "Bộ Công Thương") == role_key("Thứ trưởng", "Công Thương")
    True
    """
    affiliation = affiliation.strip()
    of = key_of("organisation", affiliation).removeprefix("bộ ") if affiliation else ""
    return reference.role_key(title, of, prefixes=lx.TITLE_PREFIXES)


def _canonical_places(folded: str) -> str:
    """The text with each spelling of a place put into the one that stands for it."""

    def settle(match: re.Match[str]) -> str:
        entry = lx.ENTRIES[match.group()]
        if entry.known != "place" or entry.head or entry.role:
            return match.group()
        return entry.name.lower()

    return lx.LEXICON.sub(settle, folded)


def _document_key(text: str) -> str:
    words = list(name_words(text.replace("-", "")))
    words = [w for w in words if w != "số"]
    kinds = [
        kind for word in words for short, kind in _DOCUMENT_KINDS.items() if word.startswith(short)
    ]
    if kinds and not text[:1].isalpha():
        words = [*kinds[0].split(), *words]
    return " ".join(words)


def tail(name: str, head: str) -> str:
    """What is left of a body's or a place's name without its head, when that can stand alone."""
    rest = name[len(head) :].strip()
    folded = rest.lower()
    if (
        head in lx.OFFICES
        or head in lx.OPAQUE_PLACES
        or not rest[:1].isupper()
        or lx.BODY_TOPIC.match(folded)
    ):
        return ""
    if lx.LEXICON.match(folded) or (" " not in rest and lx.is_syllable(folded)):
        return ""
    return rest


def can_be_surname(word: str) -> bool:
    """Whether a lower-case word can stand for a foreigner alone."""
    return not lx.is_syllable(word) and word not in lx.OPENERS


REFERENCE = reference.ReferenceGrammar(
    key_of=key_of,
    role_key=role_key,
    tail=tail,
    can_be_surname=can_be_surname,
    where=lx.WHERE,
)
