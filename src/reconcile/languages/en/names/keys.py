"""Names in the one form in which they are compared."""

from functools import lru_cache

from reconcile.languages.en.names import lexicon as lx
from reconcile.languages.naming import reference
from reconcile.languages.naming.people import name_words

_LEFT_OUT = frozenset(("the", "of", "and", "for", "in", "at", "a"))


@lru_cache(maxsize=4096)
def key_of(kind: str, text: str, _head: str = "") -> str:
    """The words that a name is compared by.

    >>> key_of("organisation", "the Ministry of Foreign Affairs")
    'ministry foreign affairs'
    """
    words = name_words(text.removesuffix("'s").removesuffix("’s"))
    if kind == "person":
        return " ".join(words)
    return " ".join(w for w in words if w not in _LEFT_OUT) or " ".join(words) or text.lower()


def role_key(title: str, affiliation: str) -> str:
    """The words that a role is compared by."""
    of = key_of("organisation", affiliation) if affiliation.strip() else ""
    return reference.role_key(title, of, prefixes=lx.TITLE_PREFIXES)


def tail(name: str, head: str) -> str:
    """English names have no heads that can be left out."""
    return ""


def can_be_surname(word: str) -> bool:
    """Whether a lower-case word can stand for a person alone."""
    return word not in lx.OPENERS and word not in lx.STOP_WORDS


REFERENCE = reference.ReferenceGrammar(
    key_of=key_of, role_key=role_key, tail=tail, can_be_surname=can_be_surname, where=lx.WHERE
)
