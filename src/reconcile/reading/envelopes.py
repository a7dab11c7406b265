"""Records inside the objects and lists that an interface wraps around them."""

from collections.abc import Mapping
from typing import Any

from reconcile.reading.fields import field_value, text_names
from reconcile.settings import ReadingSettings

# What an article says of itself and the page of an interface around it does not.
_OWN = ("title", "url", "published")


def records_in(value: Any, *, settings: ReadingSettings) -> list[Any]:
    """The records that a JSON value is or holds, in order; the value itself when it holds none.

    Args:
        value: A record; or lists and objects with records anywhere inside, under their ids or not.
        settings: How records are read.

    Returns:
        Every object with a field that articles' texts have, and all that stands in one list with
        such an object or, under ids, in one object: what is no article is for the reader to say.

    >>> document = {"page": 1, "news": [{"text": "Một."}, None], "sport": [{"text": "Hai."}]}
    >>> records_in(document, settings=ReadingSettings())
    [{'text': 'Một.'}, None, {'text': 'Hai.'}]
    """
    return _inside(value, settings, settings.max_nesting) or [value]


def _inside(value: Any, settings: ReadingSettings, levels: int) -> list[Any]:
    """The records in a value, none when there are none; nothing is looked for below the levels."""
    if isinstance(value, list) and levels:
        found = [_inside(item, settings, levels - 1) for item in value]
        # What stands beside a record is taken for one.
        return [r for i, rs in enumerate(found) for r in rs or [value[i]]] if any(found) else []
    if not isinstance(value, dict) or not levels:
        return []
    texts = text_names(value, settings=settings)
    if texts and any(field_value(value, name, settings=settings)[0] for name in _OWN):
        return [value]
    inside = {key: _inside(inner, settings, levels - 1) for key, inner in value.items()}
    if texts and not any(inside[name] for name in texts):
        return [value]
    if _are_ids(value, inside):
        return [{"id": key} | inner for key, inner in value.items()]
    return [record for records in inside.values() for record in records]


def _are_ids(value: Mapping[str, Any], inside: Mapping[str, list[Any]]) -> bool:
    """Whether an object is records under their ids, and not one record among its company."""
    records = sum(bool(found) and found[0] is value[key] for key, found in inside.items())
    are_objects = all(isinstance(inner, dict) for inner in value.values())
    return are_objects and records > 0 and (records > 1 or records == len(value))
