"""What the commands do: read, call the library, write, and say how it ended."""

import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from reconcile.cli.configuration import configure
from reconcile.cli.groupings import read_groups, written_groups
from reconcile.cli.options import (
    GROUP_FORMATS,
    REPORT_FORMATS,
    GroupOptions,
    ReadOptions,
    WriteOptions,
    chosen,
)
from reconcile.cli.outputs import (
    check_ending,
    check_output,
    complain,
    format_for,
    is_standard_output,
    is_terminal,
    style_for,
    write,
)
from reconcile.cli.progress import shown_progress
from reconcile.cli.statuses import DONE, DONE_IN_PART, FOUND, NOTHING_DONE
from reconcile.engines import map_each
from reconcile.extraction import extract_claims
from reconcile.grouping import Overrides, read_overrides
from reconcile.model import Article, Problem, Report
from reconcile.pipeline import group_only, reconcile_articles
from reconcile.reading import read_articles
from reconcile.rendering import FORMATS, load_format, render
from reconcile.rendering.documents import json_line
from reconcile.settings import Settings


@frozen(kw_only=True)
class Input:
    """What was read, and the settings to work with.

    Args:
        articles: The articles.
        problems: What could not be read.
        settings: The settings that hold for this run.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    settings: Settings

    @property
    def status(self) -> int:
        """How a run that did its work ends."""
        if not self.articles:
            return NOTHING_DONE
        return DONE_IN_PART if any(problem.fatal for problem in self.problems) else DONE


@frozen(kw_only=True)
class Known:
    """What the user says of the groups.

    Args:
        events: A ready grouping, event by article id.
        overrides: Pairs that belong together or apart.
    """

    events: Mapping[str, str] | None
    overrides: Overrides | None


def run_report(paths: Sequence[str], *, fail_on: str | None, **options: Any) -> int:
    """Write a report; see ``reconcile report --help``."""
    writing = _checked(options, paths, formats=REPORT_FORMATS)
    options |= attrs.asdict(writing)
    known = read_known(options)
    input_ = read_input(paths, options)
    if not input_.articles:
        return NOTHING_DONE
    result = reconciled(input_, known, options)
    _write(result, writing)
    found = bool(fail_on) and bool(
        result.conflicts(certainty="clear" if fail_on == "conflict" else None)
    )
    return FOUND if found else input_.status


def run_group(paths: Sequence[str], **options: Any) -> int:
    """Write the groups; see ``reconcile group --help``."""
    writing = _checked(options, paths, formats=GROUP_FORMATS)
    options |= attrs.asdict(writing)
    known = read_known(options)
    input_ = read_input(paths, options)
    if not input_.articles:
        return NOTHING_DONE
    result = _worked(group_only, input_, known, options)
    if writing.format_ == "tsv":
        groups = [(entry.group.id, entry.group.articles) for entry in result.groups]
        write(written_groups(groups), output=writing.output)
    else:
        _write(result, writing)
    return input_.status


def run_claims(paths: Sequence[str], **options: Any) -> int:
    """Write the claims, one a line, as they are found; see ``reconcile claims --help``."""
    reading = chosen(ReadOptions, options)
    input_ = read_input(paths, options)
    with shown_progress(quiet=reading.quiet or is_terminal(sys.stdout)) as progress:
        found = map_each(extract_claims, input_.articles, jobs=reading.jobs)
        for number, claims in enumerate(found, start=1):
            write("".join(f"{json_line(c.as_document())}\n" for c in claims), output=None)
            if progress is not None:
                progress("extracting claims", number, len(input_.articles))
    return input_.status


def _checked(
    options: Mapping[str, Any], paths: Sequence[str], *, formats: Collection[str]
) -> WriteOptions:
    """What is written and where, once it is sure, before any long work, that it can be.

    Raises:
        click.ClickException: The file may not be written, or its name asks for another format.
        MissingExtra: The format needs a package that is not installed.
    """
    writing = chosen(WriteOptions, options)
    if writing.format_ is None:
        check_ending(writing.output, formats=formats)
    format_ = writing.format_ or format_for(writing.output)
    output = None if is_standard_output(writing.output) else writing.output
    check_output(output, force=writing.force, read=paths)
    if format_ in FORMATS:
        load_format(format_)
    return attrs.evolve(writing, format_=format_, output=output)


def read_known(options: Mapping[str, Any]) -> Known:
    """Read what the user says of the groups, before any long work begins."""
    grouping = chosen(GroupOptions, options)
    return Known(
        events=read_groups(grouping.groups) if grouping.groups else None,
        overrides=read_overrides(grouping.overrides) if grouping.overrides else None,
    )


def read_input(paths: Sequence[str], options: Mapping[str, Any]) -> Input:
    """Read the articles and say what could not be read."""
    reading = chosen(ReadOptions, options)
    configured = configure(
        config=reading.config,
        environment=os.environ,
        assignments=reading.assignments,
        folder=Path.cwd(),
    )
    with _timed("read", said=reading.is_talkative):
        result = read_articles(paths, settings=configured.settings)
    input_ = Input(
        articles=tuple(result.articles),
        problems=tuple(result.problems),
        settings=configured.settings,
    )
    if not reading.quiet:
        for warning in configured.warnings:
            complain(warning)
    if not reading.quiet and not (input_.articles and _report_is_on_screen(options)):
        for problem in input_.problems:
            complain(str(problem))
    if not input_.articles:
        complain("no article could be read; nothing was done.")
    elif reading.is_talkative:
        complain(f"{len(input_.articles)} articles, {len(input_.problems)} problems")
    return input_


def reconciled(input_: Input, known: Known, options: Mapping[str, Any]) -> Report:
    """Reconcile what was read, as the options say."""
    return _worked(reconcile_articles, input_, known, options)


def _worked(
    step: Callable[..., Report], input_: Input, known: Known, options: Mapping[str, Any]
) -> Report:
    """Call a step of the pipeline with everything the options say."""
    reading = chosen(ReadOptions, options)
    with (
        shown_progress(quiet=reading.quiet) as progress,
        _timed("worked", said=reading.is_talkative),
    ):
        report = step(
            input_.articles,
            settings=input_.settings,
            jobs=reading.jobs,
            events=known.events,
            overrides=known.overrides,
            problems=input_.problems,
            progress=progress,
        )
    if not reading.quiet and not _report_is_on_screen(options):
        for problem in report.problems:
            if problem not in input_.problems:
                complain(str(problem))
    return report


def _report_is_on_screen(options: Mapping[str, Any]) -> bool:
    """Whether a text report, with the problems in it, is shown where they would be shown again."""
    return (
        "output" in options
        and options["output"] is None
        and options["format_"] == "text"
        and is_terminal(sys.stdout)
        and is_terminal(sys.stderr)
    )


def _write(report: Report, options: WriteOptions) -> None:
    format_ = options.format_ or "text"
    style = style_for(
        output=options.output,
        color=options.color,
        width=options.width,
        unfolded=options.unfolded,
    )
    # Spreadsheets take a CSV file without this mark for text in an encoding of their own.
    mark = "\ufeff" if format_ == "csv" and options.output else ""
    write(mark + render(report, format=format_, style=style), output=options.output)


@contextmanager
def _timed(what: str, *, said: bool) -> Iterator[None]:
    start = time.perf_counter()
    yield
    if said:
        complain(f"{what} in {time.perf_counter() - start:.1f} s")
