"""The text of a piece of HTML, such as feeds hold.

Whole pages are for trafilatura. The standard library's parser is not used: on broken markup it
takes quadratic time in some of the Python versions that are supported.
"""

import html
import re

_BLOCKS = frozenset(
    (
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol",
        "p", "pre", "section", "table", "td", "th", "tr", "ul",
    )
)  # fmt: skip
# Elements whose content no reader sees.
_UNSEEN = re.compile(r"script|style|noscript|template", re.I)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]*>|<![^<>]*>")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:[a-zA-Z]{2,10}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")


def plain_text(fragment: str) -> str:
    r"""The words of a piece of HTML, its blocks as paragraphs; plain text stays as it is.

    >>> plain_text("<p>Hai bên <b>ký</b>.</p><script>x()</script><p>A &amp; B</p>")
    'Hai bên ký.\n\nA & B'
    """
    if not _MARKUP.search(fragment):
        return fragment
    paragraphs = (" ".join(html.unescape(p).split()) for p in _paragraphs(fragment))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _paragraphs(fragment: str) -> list[str]:
    """What stands between the tags of blocks, in one pass."""
    paragraphs: list[list[str]] = [[]]
    position = 0
    unseen: str | None = None  # the element whose end is waited for
    for tag in _TAG.finditer(fragment):
        if unseen is None:
            paragraphs[-1].append(fragment[position : tag.start()])
        position = tag.end()
        name = (tag["name"] or "").lower()
        if unseen is not None:
            unseen = None if tag["close"] and name == unseen else unseen
        elif _UNSEEN.fullmatch(name) and not tag["close"]:
            unseen = name
        elif name in _BLOCKS:
            paragraphs.append([])
    if unseen is None:
        paragraphs[-1].append(fragment[position:])
    return ["".join(pieces) for pieces in paragraphs]
