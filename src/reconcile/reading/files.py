"""Paths to files: folders walked, patterns filled in, links followed once, in one fixed order."""

import errno
import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from reconcile.model import Problem
from reconcile.reading.formats import has_known_ending
from reconcile.reading.records import kept, left_out, shown

STDIN = "-"
# Names of files of no known format that a problem lists before it only counts.
_NAMED = 5


@frozen(order=True)
class File:
    """A file to read.

    Args:
        place: Its path as given, fit to be shown.
        path: Its path.
    """

    place: str
    path: str


def find_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[File], list[Problem]]:
    """Every file that the paths mean, each once, sorted, and what cannot be found.

    Args:
        paths: Files, folders (read recursively) and patterns (``feeds/*.jsonl``); ``-`` stays.
    """
    files: dict[str, File] = {}
    problems: list[Problem] = []
    for path in sorted({os.fspath(p) for p in paths}):
        if path == STDIN:
            files[STDIN] = File(STDIN, STDIN)
            continue
        for found in _expanded(path):
            for item in _files_at(found):
                if isinstance(item, Problem):
                    problems.append(item)
                    continue
                real = os.path.realpath(item.path)
                files[real] = min(files.get(real, item), item)
    return sorted(files.values()), problems


def leads_somewhere(path: str) -> bool:
    """Whether a path is a file, a folder, ``-``, or a pattern that fits one."""
    return path == STDIN or any(os.path.lexists(found) for found in _expanded(path))


def _expanded(path: str) -> list[str]:
    if not os.path.lexists(path) and glob.has_magic(path):
        # Path.glob refuses patterns that begin at the root.
        return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207 - see above
    return [path]


def _files_at(path: str) -> Iterator[File | Problem]:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        yield left_out(shown(path), reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _files_in(path)
    else:
        yield File(shown(path), path)


def _files_in(folder: str) -> Iterator[File | Problem]:
    """The files of known formats in a folder and the folders in it."""
    unknown: list[str] = []
    found = False
    for item in _walked(folder):
        if isinstance(item, Problem):
            yield item
        elif has_known_ending(item):
            found = True
            yield File(shown(item), item)
        else:
            unknown.append(Path(item).name)
    others = f"not read, for no known ending: {_some(unknown)}" if unknown else ""
    if not found:
        nothing = "the folder holds no file that can be an article"
        yield left_out(shown(folder), f"{nothing} ({others})" if others else nothing)
    elif others:
        yield kept(shown(folder), f"{others}; name such a file to have it read")


def _walked(folder: str) -> Iterator[str | Problem]:
    """Every file in a folder and the folders in it, hidden ones aside, each folder once."""
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        real = os.path.realpath(current)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(current) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield left_out(shown(current), reason(error))
            continue
        for entry in inside:
            if entry.name.startswith("."):
                continue
            try:
                mode = entry.stat().st_mode
            except OSError as error:
                yield left_out(shown(entry.path), reason(error))
                continue
            if stat.S_ISDIR(mode):
                waiting.append(entry.path)
            elif stat.S_ISREG(mode):
                yield entry.path


def _some(names: list[str]) -> str:
    """A few names, and how many more there are."""
    named = ", ".join(shown(name) for name in sorted(names)[:_NAMED])
    return f"{named} and {len(names) - _NAMED} more" if len(names) > _NAMED else named


def reason(error: Exception) -> str:
    """Why a file cannot be opened, and the cure, in plain words."""
    code = getattr(error, "errno", None)
    if code == errno.ENOENT:
        return "there is no such file or folder; check the path"
    if code == errno.ELOOP:
        return "it is a symbolic link that leads back to itself; remove it"
    if code == errno.EISDIR:
        return "it is a folder now; read it again"
    if code in (errno.EACCES, errno.EPERM):
        return "it may not be read; change its permissions"
    if code == errno.ENAMETOOLONG:
        return "the name is too long for this system"
    return f"it cannot be read: {getattr(error, 'strerror', None) or error}"
