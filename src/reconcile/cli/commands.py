"""The commands: ``reconcile report|group|claims|explain|schema|settings``."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from reconcile import __version__
from reconcile.cli.options import (
    GROUP_FORMATS,
    REPORT_FORMATS,
    configuring,
    grouping,
    reading,
    writing,
)
from reconcile.cli.statuses import DONE, MEANINGS


class _Examples(click.Command):
    """A command whose help ends with examples, shown as they are typed."""

    examples: tuple[str, ...] = ()
    statuses: tuple[tuple[int, str], ...] = ()

    def format_epilog(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, one a line, and how the command may end."""
        if self.examples:
            with formatter.section("Examples"):
                for example in self.examples:
                    formatter.write_text(example)
        if self.statuses:
            with formatter.section("Exit status"):
                formatter.write_dl([(str(status), words) for status, words in self.statuses])


def _command(
    *examples: str, statuses: tuple[tuple[int, str], ...] = ()
) -> Callable[[Callable[..., Any]], click.Command]:
    class Command(_Examples):
        pass

    Command.examples = examples
    Command.statuses = statuses

    def add(function: Callable[..., Any]) -> click.Command:
        return reconcile.command(cls=Command)(function)

    return add


class _Group(_Examples, click.Group):
    examples = (
        "reconcile report articles/",
        "reconcile report articles/ --output report.html",
        "reconcile report feed.jsonl --format json --fail-on conflict",
        "reconcile COMMAND --help",
    )


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="reconcile")
def reconcile() -> None:
    """Show what news articles on one event agree on, contradict each other on and leave out.

    Reads articles from files and folders, finds which of them cover the same event, and shows
    every fact with the exact words behind it. Works offline and never says who is right.
    """


@_command(
    "reconcile report articles/",
    "reconcile report articles/ --all --width 120 | less",
    "reconcile report articles/ --output report.html",
    "reconcile report feed.jsonl --groups events.tsv --format json",
    "cat feed.jsonl | reconcile report - --fail-on conflict",
    statuses=MEANINGS,
)
@writing(*REPORT_FORMATS)
@grouping
@click.option(
    "--fail-on",
    type=click.Choice(("conflict", "check")),
    help="Exit 1 when there is a clear conflict; check: also one that an editor should look at.",
)
@reading
def report(paths: tuple[str, ...], *, fail_on: str | None, **options: Any) -> int:
    """Compare articles: agreements, contradictions, omissions.

    PATH is a file (.txt, .html, .jsonl, .json, .csv, .parquet), a folder, read with all its
    folders, or - for JSON lines on standard input.
    """
    from reconcile.cli.running import run_report

    return run_report(paths, fail_on=fail_on, **options)


@_command(
    "reconcile group articles/",
    "reconcile group feed.jsonl --format tsv > events.tsv",
)
@writing(*GROUP_FORMATS)
@grouping
@reading
def group(paths: tuple[str, ...], **options: Any) -> int:
    """Find the events and the copies, nothing more.

    Shows which articles cover the same event and which republish one another.

    The format tsv is what --groups reads.
    """
    from reconcile.cli.running import run_group

    return run_group(paths, **options)


@_command(
    "reconcile claims article.txt",
    "reconcile claims feed.jsonl --jobs 0 > claims.jsonl",
    "cat feed.jsonl | reconcile claims - | head",
)
@reading
def claims(paths: tuple[str, ...], **options: Any) -> int:
    """Print every claim as a line of JSON.

    A claim is one thing that one article says, with its exact words, their place in the text and
    the rule that found it.
    """
    from reconcile.cli.running import run_claims

    return run_claims(paths, **options)


@_command(
    "reconcile explain articles/ 000 002",
    "reconcile explain articles/ count-3f9a2c",
)
@grouping
@reading
def explain(paths: tuple[str, ...], **options: Any) -> int:
    """Say why two articles are one event or not, or trace a fact.

    After the paths stand two article ids, or one fact id; a report shows both, the fact's beside
    its heading (every fact's in the formats html, json and csv). The beginning of an id is enough
    when no other id begins so.
    """
    from reconcile.cli.explaining import run_explain

    return run_explain(paths, **options)


@_command("reconcile schema > report.schema.json")
def schema() -> int:
    """Print the JSON Schema of the report."""
    from reconcile.cli.outputs import write
    from reconcile.rendering.documents import schema_text

    write(schema_text(), output=None)
    return DONE


@_command(
    "reconcile settings",
    "reconcile settings > reconcile.toml",
    "RECONCILE_ALIGNMENT_STRICTNESS=certain reconcile settings",
)
@configuring
def settings(config: Path | None, assignments: Sequence[str]) -> int:
    """Print every setting and where it comes from.

    The output is a settings file.

    What comes first wins: --set NAME=VALUE; the environment (RECONCILE_SECTION_NAME); the file
    named by --config or RECONCILE_CONFIG, else reconcile.toml here, else [tool.reconcile] in
    pyproject.toml here; the default.
    """
    from reconcile.cli.configuration import configure, written_settings
    from reconcile.cli.outputs import complain, write

    configured = configure(
        config=config, environment=os.environ, assignments=assignments, folder=Path.cwd()
    )
    for warning in configured.warnings:
        complain(warning)
    write(written_settings(configured), output=None)
    return DONE


__all__ = ["reconcile"]
