"""Tables that a native speaker can review: TOML files, refused at load when malformed."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from reconcile.errors import InvalidLanguagePack

Table = Mapping[str, Any]


@cache
def load_table(package: str, name: str) -> Table:
    """Read one table of a language pack.

    Args:
        package: The pack's package: ``reconcile.languages.vi``.
        name: The file's name in its ``data`` folder, without ``.toml``.

    Returns:
        The table; every list in it free of duplicates and of empty words.

    Raises:
        InvalidLanguagePack: The file is missing, is not TOML, or has a duplicate or empty entry.
    """
    where = f"{package}/data/{name}.toml"
    try:
        text = resources.files(package).joinpath("data", f"{name}.toml").read_text("utf-8")
        table = tomllib.loads(text)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidLanguagePack(f"{where} cannot be loaded: {error}") from error
    _check(where, table)
    return table


def _check(where: str, table: Table) -> None:
    for key, entry in table.items():
        if isinstance(entry, Mapping):
            _check(f"{where}: {key}", entry)
        elif isinstance(entry, list):
            _check_list(f"{where}: {key}", entry)
        elif entry == "":
            raise InvalidLanguagePack(f"{where}: {key} is empty; give it a value or leave it out.")


def _check_list(where: str, entries: list[Any]) -> None:
    if not entries:
        raise InvalidLanguagePack(f"{where} is an empty list; an empty choice matches everything.")
    seen: set[str] = set()
    for entry in entries:
        if entry == "":
            raise InvalidLanguagePack(f"{where} has an empty word, which would match everything.")
        if isinstance(entry, str):
            if entry in seen:
                raise InvalidLanguagePack(f"{where} lists {entry!r} twice; keep one.")
            seen.add(entry)


def any_of(words: Iterable[str]) -> str:
    r"""A pattern that matches any of the words, the longest first; blanks match any run of blanks.

    Raises:
        InvalidLanguagePack: There is no word, or an empty one.

    >>> any_of(["ba", "ba mươi"])
    '(?:ba\\s+mươi|ba)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if not ordered or "" in ordered:
        raise InvalidLanguagePack("a choice of words must not be empty or hold an empty word.")
    return "(?:" + "|".join(r"\s+".join(map(re.escape, w.split())) for w in ordered) + ")"
