"""What an editor decides by hand: pairs of articles that belong together or apart."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import field, frozen
from attrs.validators import in_

from reconcile.errors import InvalidOverrides
from reconcile.model import Problem

RULES = ("must_link", "cannot_link")


@frozen(kw_only=True)
class Override:
    """One line of an override file.

    Args:
        rule: ``must_link`` or ``cannot_link``.
        left, right: Article ids, as written.
        reason: Why, in the editor's words; empty when not given.
        line: Where it stands in the file, counted from 1.
    """

    rule: str = field(validator=in_(RULES))
    left: str
    right: str
    reason: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.rule} {self.left} {self.right}"


@frozen(kw_only=True)
class Overrides:
    """The lines of an override file.

    Args:
        source: The file's path as given, for messages.
        lines: Its lines in order.
    """

    source: str = ""
    lines: tuple[Override, ...] = ()

    def pairs(self, rule: str) -> Iterator[tuple[str, str]]:
        """The pairs of one rule."""
        return ((line.left, line.right) for line in self.lines if line.rule == rule)

    @property
    def articles(self) -> frozenset[str]:
        """The ids of every article that a line names."""
        return frozenset(name for line in self.lines for name in (line.left, line.right))


def read_overrides(path: str | Path) -> Overrides:
    """Read an override file.

    Raises:
        InvalidOverrides: As `parse_overrides` does.
        OSError: The file cannot be opened.
    """
    return parse_overrides(Path(path).read_text("utf-8-sig"), source=str(path))


def parse_overrides(text: str, *, source: str = "") -> Overrides:
    """Read lines of a rule, two article ids and an optional reason.

    Ids with blanks are written between tabs. Empty lines and lines that begin with ``#`` are
    left out.

    Raises:
        InvalidOverrides: A line has another rule or fewer than two ids, or the lines contradict
            one another.

    >>> parse_overrides("must_link a b same strike").lines[0].reason
    'same strike'
    """
    lines = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            lines.append(_parse_line(line.strip(), number, source))
    overrides = Overrides(source=source, lines=tuple(lines))
    check_overrides(overrides)
    return overrides


def _parse_line(line: str, number: int, source: str) -> Override:
    parts = [part.strip() for part in line.split("\t")] if "\t" in line else line.split()
    if len(parts) < 3 or parts[0] not in RULES:
        raise InvalidOverrides(
            f"{source}#{number}: a line must be must_link or cannot_link, two article ids and "
            f"perhaps a reason, got {line!r}."
        )
    rule, left, right, *reason = parts
    return Override(rule=rule, left=left, right=right, reason=" ".join(reason), line=number)


def check_overrides(overrides: Overrides) -> None:
    """Refuse lines of which some say together what another says apart.

    Raises:
        InvalidOverrides: With every line that the contradiction rests on.
    """
    for line in overrides.lines:
        if line.rule == "cannot_link":
            chain = _chain(overrides.lines, line.left, line.right)
            if chain is not None:
                lines = "; ".join(str(one) for one in [*chain, line])
                raise InvalidOverrides(
                    f"{overrides.source or 'overrides'}: these lines contradict one another: "
                    f"{lines}. Take one of them out."
                )


def _chain(lines: Sequence[Override], start: str, goal: str) -> list[Override] | None:
    """The fewest must_link lines that lead from one article to another, None when none do."""
    reached: dict[str, tuple[str, Override] | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in reached:
        here = waiting.popleft()
        for line in lines:
            if line.rule == "must_link" and here in (line.left, line.right):
                there = line.right if line.left == here else line.left
                if there not in reached:
                    reached[there] = (here, line)
                    waiting.append(there)
    if goal not in reached:
        return None
    chain: list[Override] = []
    step = reached[goal]
    while step is not None:
        chain.append(step[1])
        step = reached[step[0]]
    return chain[::-1]


def unknown_articles(overrides: Overrides, ids: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each line that names an article which was not read."""
    known = frozenset(ids)
    problems = []
    for line in overrides.lines:
        missing = [name for name in (line.left, line.right) if name not in known]
        if missing:
            names = " and ".join(map(repr, missing))
            message = f"no article {names} was read; the line is left out."
            source = f"{overrides.source or 'overrides'}#{line.line}"
            problems.append(Problem(source=source, message=message, fatal=False))
    return tuple(problems)
