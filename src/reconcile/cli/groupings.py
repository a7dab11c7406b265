"""Ready groupings: a file that says which article covers which event."""

from pathlib import Path

import click


def read_groups(path: Path) -> dict[str, str]:
    """Read ``article id, TAB, event id``, one article a line.

    Returns:
        The event's id for each article id, in the order of the file.

    Raises:
        click.ClickException: A line has another form, or puts an article into a second event.
    """
    events: dict[str, str] = {}
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        article, _, event = (part.strip() for part in line.partition("\t"))
        if not (article and event) or "\t" in event:
            raise click.ClickException(
                f"{path}#{number}: a line must be article id, TAB, event id, got {line!r}."
            )
        if events.setdefault(article, event) != event:
            raise click.ClickException(
                f"{path}#{number}: {article!r} is in event {events[article]!r} already; "
                f"leave one of the two lines."
            )
    if not events:
        raise click.ClickException(f"{path} names no article; --groups needs at least one line.")
    return events


def written_groups(groups: list[tuple[str, tuple[str, ...]]]) -> str:
    """The file that `read_groups` reads, for groups given as id and article ids.

    >>> print(written_groups([("event-1", ("a", "b"))]).expandtabs(4), end="")
    a   event-1
    b   event-1
    """
    return "".join(f"{article}\t{group}\n" for group, articles in groups for article in articles)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise click.ClickException(f"{path} is not UTF-8; save it as UTF-8.") from None
