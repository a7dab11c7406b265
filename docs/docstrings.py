"""How docstrings become pages: their ``>>>`` examples are code, not prose."""

import re
from typing import Any

from griffe import Extension, Object

_EXAMPLE = re.compile(r"^>>> .*(?:\n(?!\n).*)*", re.MULTILINE)


class FencedExamples(Extension):
    """Puts fences around every example of a docstring."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Change the docstring of one object, as it is collected."""
        if obj.docstring is not None:
            obj.docstring.value = _EXAMPLE.sub(
                lambda match: f"```pycon\n{match.group()}\n```", obj.docstring.value
            )
