"""Text from outside made safe to show: what cannot be seen is written out."""

import re

# C0 and C1 controls, the controls of writing direction, line and paragraph separators, zero-width
# characters that hide words from a reader, tag characters, lone surrogates and noncharacters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"[ \t\r\n\xa0]+")


def visible(text: str) -> str:
    r"""The text with every character that a terminal would obey or hide written as an escape.

    Line breaks, tabs and spaces stay as they are.

    >>> visible("a\x1b[31mb\u202e")
    'a\\x1b[31mb\\u202e'
    """
    return _UNSEEN.sub(_escape, text)


def one_line(text: str) -> str:
    r"""The visible text with every run of spaces and line breaks as one space.

    >>> one_line("Hai\n  bên\x07")
    'Hai bên\\x07'
    """
    return visible(_SPACES.sub(" ", text))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
