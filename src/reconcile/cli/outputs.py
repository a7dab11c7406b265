"""Where results go: standard output, or a file that is never left half written."""

import io
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TextIO

import click

from reconcile.reading.reports import is_report
from reconcile.rendering import NARROWEST, Style
from reconcile.rendering.escapes import visible

_FORMAT_OF_SUFFIX = {
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".txt": "text",
    ".tsv": "tsv",
}
_BEGINNING = 4000  # bytes by which a report is told


def complain(message: str) -> None:
    """Write a line to standard error, whatever it holds made visible."""
    click.echo(f"reconcile: {visible(message)}", err=True)


def format_for(output: Path | None) -> str:
    """The format that a file's name asks for; text when it does not tell."""
    return _FORMAT_OF_SUFFIX.get(output.suffix.lower(), "text") if output else "text"


def style_for(
    *,
    output: Path | None = None,
    color: str = "auto",
    width: int | None = None,
    unfolded: bool = False,
) -> Style:
    """What the screen can do, unless the user says otherwise.

    Args:
        output: The file that is written; None for standard output.
        color: ``always``, ``never``, or ``auto``: on a terminal, unless NO_COLOR is set.
        width: Columns; None for those of the terminal.
        unfolded: Whether long lists are shown whole.
    """
    on_screen = output is None and is_terminal(sys.stdout)
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    colored = {"always": True, "never": False}.get(color, on_screen and not plain)
    columns = width or max(shutil.get_terminal_size().columns, NARROWEST)
    return Style(width=columns, color=colored, links=colored and on_screen, unfolded=unfolded)


def check_output(path: Path | None, *, force: bool, read: Collection[str] = ()) -> None:
    """Refuse to write where it would destroy something else than an old report.

    Raises:
        click.ClickException: There is a file that is no report, or no folder to write to.
    """
    if path is None:
        return
    if path == Path("-"):
        raise click.ClickException("--output - names no file; leave --output out to print.")
    if path.is_file() and any(Path(name).is_file() and path.samefile(name) for name in read):
        raise click.ClickException(
            f"--output {path} is an article that is read; name another file."
        )
    if path.is_dir():
        raise click.ClickException(f"--output {path} is a folder; name a file in it.")
    if not path.parent.is_dir():
        raise click.ClickException(f"--output {path}: there is no folder {path.parent}; make it.")
    if path.is_file() and not force and not _may_be_overwritten(path):
        raise click.ClickException(
            f"--output {path} exists and is no report; --force overwrites it."
        )


def is_standard_output(path: Path | None) -> bool:
    """Whether a file is what standard output goes to anyway, as ``/dev/stdout`` is."""
    if path is None or sys.stdout is None:
        return path is None
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # there is no such file yet, or standard output is none
        return False


def check_ending(path: Path | None, *, formats: Collection[str]) -> None:
    """Refuse a file whose name asks for a format that the command does not write.

    No ending asks for text.

    Raises:
        click.ClickException: The name ends as none of the formats does.
    """
    if path is None or not path.suffix:
        return
    if _FORMAT_OF_SUFFIX.get(path.suffix.lower()) not in formats:
        endings = ", ".join(name for name, made in _FORMAT_OF_SUFFIX.items() if made in formats)
        raise click.ClickException(
            f"--output {path}: this command writes no format with the ending "
            f"{path.suffix}; use one of {endings}, or say which with --format."
        )


def write(text: str, *, output: Path | None) -> None:
    """Write a result to standard output or, whole or not at all, to a file.

    Raises:
        click.ClickException: It cannot be written; a file that was there is as it was.
    """
    try:
        if output is None:
            _write_on_screen(text)
        else:
            _write_file(text.encode("utf-8", "backslashreplace"), output)
    except BrokenPipeError:
        raise
    except OSError as error:
        what = "standard output" if output is None else f"--output {output}"
        why = error.strerror or str(error)
        raise click.ClickException(f"{what} cannot be written: {why}.") from error


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at a stream; nobody does at one that was closed before we began."""
    return stream is not None and stream.isatty()


def _write_on_screen(text: str) -> None:
    if sys.stdout is None:
        raise click.ClickException("standard output is closed; name a file with --output.")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            encoding=sys.stdout.encoding if is_terminal(sys.stdout) else "utf-8",
            errors="backslashreplace",
            newline="\n",
        )
    sys.stdout.write(text)
    sys.stdout.flush()


def _write_file(data: bytes, output: Path) -> None:
    if output.exists() and not output.is_file():  # a device or a pipe, which may have no real name
        output.write_bytes(data)
        return
    target = output.resolve()
    # A new name each time: what a killed run left behind is in nobody's way.
    beside = target.with_name(f".reconcile-{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _may_be_overwritten(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_BEGINNING)
    return not head.strip() or is_report(head)
