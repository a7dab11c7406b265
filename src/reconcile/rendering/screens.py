"""Lines of styled text for a terminal, wrapped to its width with hanging indents."""

import re
from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console
from rich.style import Style as RichStyle
from rich.text import Text

from reconcile.rendering.escapes import one_line, visible
from reconcile.rendering.excerpts import Piece
from reconcile.rendering.styles import Style

_BREAKS = re.compile(r"[\t\r\n]+")
_LINK_NAME = re.compile("\x1b\\]8;id=[0-9]+;")
_LOOKS = {
    "plain": "",
    "faint": "dim",
    "strong": "bold",
    "heading": "bold",
    "clear": "bold red",
    "check": "bold yellow",
    "agreed": "bold green",
    "support": "green",
    "updated": "bold magenta",
    "missing": "bold cyan",
    "mark": "bold underline",
}


class Screen:
    """Collects lines and writes them for one terminal."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._written = StringIO()
        self._console = Console(
            file=self._written,
            width=style.width,
            force_terminal=style.color,
            no_color=not style.color,
            color_system="standard" if style.color else None,
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
        )

    def text(self, *parts: str | tuple[str, str] | Text) -> Text:
        """A line from parts: text, or text with the name of its look."""
        line = Text()
        for part in parts:
            if isinstance(part, Text):
                line.append_text(part)
            else:
                words, look = part if isinstance(part, tuple) else (part, "plain")
                line.append(visible(_BREAKS.sub(" ", words)), style=_LOOKS[look])
        return line

    def link(self, words: str, *, url: str | None, look: str = "plain") -> Text:
        """Words that open an address where the terminal can."""
        style = RichStyle.parse(_LOOKS[look])
        if self.style.links and url:
            style += RichStyle(link=url)
        return Text(one_line(words), style=style)

    def quotation(
        self, pieces: Sequence[Piece], *, look: str = "mark", is_bracketed: bool = True
    ) -> Text:
        """An excerpt in quotation marks.

        Args:
            pieces: The excerpt.
            look: How the marked words look.
            is_bracketed: Whether they stand in ``>`` ``<`` where there is no colour.
        """
        line = Text("“")
        for piece in pieces:
            if not piece.marked:
                line.append(one_line(piece.text), style=_LOOKS["faint"] if piece.elided else "")
            elif self.style.color:
                line.append(one_line(piece.text), style=f"{_LOOKS['mark']} {_LOOKS[look]}")
            else:
                words = one_line(piece.text)
                line.append(f">{words}<" if is_bracketed else words)
        return line.append("”")

    def put(self, line: Text, *, first: str | Text = "", rest: str | None = None) -> None:
        """Write a line, wrapped; `first` stands before it, `rest` before what is carried over."""
        head = Text(first) if isinstance(first, str) else first
        tail = Text(" " * head.cell_len if rest is None else rest)
        room = max(self.style.width - max(head.cell_len, tail.cell_len), 20)
        for number, wrapped in enumerate(line.wrap(self._console, room)):
            wrapped.rstrip()
            whole = (tail if number else head).copy().append_text(wrapped)
            whole.rstrip()
            self._console.print(whole, soft_wrap=True)

    def put_all(self, lines: Iterable[Text], *, first: str) -> None:
        """Write lines under one another, each wrapped, each with `first` before it."""
        for line in lines:
            self.put(line, first=first)

    def rule(self, title: str) -> None:
        """Write a title with a rule to the right edge."""
        head = Text("━━ ").append_text(self.text(title))
        head.truncate(self.style.width - 4, overflow="ellipsis")
        head.append(" ")
        head.append("━" * (self.style.width - head.cell_len))
        self._console.print(head, style=_LOOKS["heading"], soft_wrap=True)

    def blank(self) -> None:
        """Write an empty line."""
        self._console.print()

    def written(self) -> str:
        """Everything written so far; links lose the random name that rich gives them."""
        return _LINK_NAME.sub("\x1b]8;;", self._written.getvalue())
