"""The options that commands share, and what becomes of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import attrs
import click
from attrs import frozen

Command = TypeVar("Command", bound=Callable[..., Any])
Chosen = TypeVar("Chosen", bound=attrs.AttrsInstance)

# Written here once more, since loading what renders takes longer than showing help.
REPORT_FORMATS = ("text", "json", "html", "markdown", "csv", "prov")
GROUP_FORMATS = ("text", "json", "tsv")
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@frozen(kw_only=True)
class ReadOptions:
    """How articles are read and with which settings: the options of `reading`."""

    config: Path | None
    assignments: tuple[str, ...]
    jobs: int
    quiet: bool
    verbose: bool

    @property
    def is_talkative(self) -> bool:
        """Whether to say what is done; who asks for quiet too gets it."""
        return self.verbose and not self.quiet


@frozen(kw_only=True)
class GroupOptions:
    """What is known of the groups before: the options of `grouping`."""

    groups: Path | None
    overrides: Path | None


@frozen(kw_only=True)
class WriteOptions:
    """What is written and where: the options of `writing`."""

    format_: str | None
    output: Path | None
    force: bool
    unfolded: bool
    color: str
    width: int | None


def chosen(kind: type[Chosen], options: Mapping[str, Any]) -> Chosen:
    """Those of a command's options that one of the classes above holds."""
    names = (attribute.name for attribute in attrs.fields(kind))
    return kind(**{name: options[name] for name in names})


def configuring(command: Command) -> Command:
    """Add the options that choose settings."""
    return _added(
        command,
        click.option(
            "--config",
            type=_FILE,
            metavar="FILE",
            help="Settings file, instead of reconcile.toml or pyproject.toml here.",
        ),
        click.option(
            "--set",
            "assignments",
            multiple=True,
            metavar="NAME=VALUE",
            help="One setting: --set alignment.strictness=certain. May be repeated.",
        ),
    )


def reading(command: Command) -> Command:
    """Add the paths, and the options of every command that reads articles."""
    return _added(
        configuring(
            _added(
                command,
                click.option(
                    "-j",
                    "--jobs",
                    type=click.IntRange(min=0),
                    default=1,
                    show_default=True,
                    metavar="N",
                    help="Processes to use; 0 for one a core. The result is the same.",
                ),
                click.option(
                    "-q",
                    "--quiet",
                    is_flag=True,
                    help="No progress and no problems on standard error; wins over --verbose.",
                ),
                click.option(
                    "-v",
                    "--verbose",
                    is_flag=True,
                    help="Say on standard error what is read and done.",
                ),
            )
        ),
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    )


def grouping(command: Command) -> Command:
    """Add the options that say what is known of the groups before."""
    return _added(
        command,
        click.option(
            "--groups",
            type=_FILE,
            metavar="EVENTS.tsv",
            help="A ready grouping: article id, TAB, event id, one article a line.",
        ),
        click.option(
            "--overrides",
            type=_FILE,
            metavar="FILE",
            help="Pairs of articles that belong together or apart, whatever the evidence.",
        ),
    )


def writing(*formats: str) -> Callable[[Command], Command]:
    """Add the options of a command that writes a report in one of some formats."""

    def add(command: Command) -> Command:
        return _added(
            command,
            click.option(
                "-f",
                "--format",
                "format_",
                type=click.Choice(formats),
                help="What to write; by default what the name of --output says, else text.",
            ),
            click.option(
                "-o",
                "--output",
                type=click.Path(path_type=Path),
                metavar="FILE",
                help="Write to a file, whole or not at all, instead of standard output.",
            ),
            click.option("--force", is_flag=True, help="Let --output overwrite what is no report."),
            click.option(
                "--all", "unfolded", is_flag=True, help="Show long lists whole (text, Markdown)."
            ),
            click.option(
                "--color",
                type=click.Choice(("auto", "always", "never")),
                default="auto",
                show_default=True,
                help="Colour (text); auto: on a terminal, unless NO_COLOR is set.",
            ),
            click.option(
                "--width",
                type=click.IntRange(min=40),
                metavar="COLUMNS",
                help="Width (text); by default that of the terminal.",
            ),
        )

    return add


def _added(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
