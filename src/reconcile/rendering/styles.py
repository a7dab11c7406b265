"""How a report is written: width, colour, folding."""

from attrs import field, frozen

from reconcile.errors import InvalidSettings

NARROWEST = 40


@frozen(kw_only=True)
class Style:
    """What a reader's screen can do and how much they want to see.

    Args:
        width: Columns of the terminal, 40 or more.
        color: Whether the terminal shows colour; without it, marks are written as characters.
        links: Whether the terminal opens hyperlinks.
        unfolded: Whether long lists are shown whole.
    """

    width: int = field(default=80)
    color: bool = False
    links: bool = False
    unfolded: bool = False

    @width.validator
    def _wide_enough(self, _attribute: object, width: int) -> None:
        if width < NARROWEST:
            raise InvalidSettings("style.width", f"{NARROWEST} columns or more", width)
