"""Patterns for names: letters that are capitals, runs of words that begin with one, phrase tables.

Case is asked of every letter once (`str.isupper`): the blocks of Latin letters interleave both
cases, so a range such as ``[À-Ỵ]`` holds small letters too.
"""

import re
from collections.abc import Iterable

from reconcile.errors import InvalidLanguagePack

UPPER = "".join(c for c in map(chr, range(0x2000)) if c.isupper())


def phrase_pattern(phrases: Iterable[str]) -> str:
    r"""A pattern that matches the longest of many phrases, as a tree of shared beginnings.

    A flat choice of some thousand phrases tries each at every word; the tree looks at one letter
    at a time.

    Raises:
        InvalidLanguagePack: There is no phrase, or an empty one.

    >>> phrase_pattern(["bộ", "bộ luật", "ban"])
    'b(?:an|ộ(?:\\ luật)?)'
    """
    ordered = sorted(set(phrases))
    if not ordered or not ordered[0]:
        raise InvalidLanguagePack("a table of phrases must not be empty or hold an empty phrase.")
    return _tree(ordered, 0)


def _tree(phrases: list[str], depth: int) -> str:
    """The pattern of sorted phrases that share their first `depth` letters."""
    if len(phrases) == 1:
        return re.escape(phrases[0][depth:])
    ends_here = len(phrases[0]) == depth
    branches: dict[str, list[str]] = {}
    for phrase in phrases[1 if ends_here else 0 :]:
        branches.setdefault(phrase[depth], []).append(phrase)
    choices = [re.escape(letter) + _tree(rest, depth + 1) for letter, rest in branches.items()]
    joined = choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
    if not ends_here:
        return joined
    return f"(?:{joined})?"


def run_patterns(particles: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for a run of words with capitals, and for one such word.

    A run holds initials ("Marc E. Knapper", "John F.Walter"), small words inside foreign names
    ("Rio de Janeiro") and a nickname set off inside a name ("Joseph (Joe) Damond").

    Args:
        particles: Small words that may stand inside a run.
    """
    capital = f"[{UPPER}]"
    rest = (
        rf"(?:\w{{0,3}}\.(?={capital})|\.(?= {capital})"
        rf"|\w*(?:['’&]\w+){{0,3}}(?:-(?!{capital})[^\W\d]\w*){{0,4}})"
    )
    word = capital + rest
    nickname = rf"(?:[(“\"‘]{capital}\w{{1,12}}[)”\"’] )?"
    small = rf"(?:(?:{phrase_pattern(particles)})[ -]){{0,2}}"
    # The capital leads, for capitals are rare and found fast; what stands before it comes after.
    run = rf"{capital}(?<!\w.){rest}(?:(?: {nickname}|-|(?<=\.)){small}{word}){{0,40}}"
    return re.compile(run), re.compile(word)
