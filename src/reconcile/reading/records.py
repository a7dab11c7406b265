"""What a format yields: records as they stand in a file, before anything is made of them."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from reconcile.model import Problem


class Unreadable(Exception):
    """The rest of a file cannot be read; the message says why, and the cure."""


@frozen(kw_only=True)
class Record:
    """One record of a file, its fields under the names the file gives them.

    Args:
        place: Where it stands, fit to be shown: ``feed.jsonl#12``.
        fields: Its fields.
        name: The id it gets when no field is one.
        is_prose: Whether the text may begin with lines that are metadata, as a plain file may.
    """

    place: str
    fields: Mapping[str, Any] = field(repr=False)
    name: str
    is_prose: bool = False


def shown(name: str) -> str:
    r"""A name with every character that is not plainly visible written as an escape.

    >>> shown("a\nb.txt")
    'a\\nb.txt'
    """
    return _HIDDEN.sub(lambda m: m.group().encode("unicode_escape", "surrogatepass").decode(), name)


# Controls, separators other than the space, writing direction, lone surrogates.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]"
)


def left_out(place: str, message: str) -> Problem:
    """A problem that cost an article."""
    return Problem(source=place, message=shown(message), fatal=True)


def kept(place: str, message: str) -> Problem:
    """A problem with an article that was kept."""
    return Problem(source=place, message=shown(message), fatal=False)
