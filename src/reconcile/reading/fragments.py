"""The text of a piece of HTML, such as feeds hold."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol",
        "p", "pre", "section", "table", "td", "th", "tr", "ul",
    )
)  # fmt: skip
_UNSEEN = frozenset(("script", "style", "noscript", "template"))
_TAG = re.compile(r"<[a-zA-Z/!]|&(?:[a-zA-Z]{2,10}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")


def plain_text(fragment: str) -> str:
    r"""The words of a piece of HTML, its blocks as paragraphs; plain text stays as it is.

    >>> plain_text("<p>Hai bên <b>ký</b>.</p><script>x()</script><p>A &amp; B</p>")
    'Hai bên ký.\n\nA & B'
    """
    if not _TAG.search(fragment):
        return fragment
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects the words between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[list[str]] = [[]]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class's
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self._paragraphs.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self._paragraphs.append([])

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._paragraphs[-1].append(data)

    def text(self) -> str:
        """The paragraphs with a blank line between two."""
        joined = (" ".join("".join(pieces).split()) for pieces in self._paragraphs)
        return "\n\n".join(paragraph for paragraph in joined if paragraph)
