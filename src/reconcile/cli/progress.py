"""A bar on standard error while long work runs, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from reconcile.cli.outputs import is_terminal

Progress: TypeAlias = Callable[[str, int, int], None]  # what is done, how many are, of how many

_DELAY = 1.0  # seconds of work before a bar is worth its place


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Progress | None]:
    """A function that moves the bar; None when nobody would see it."""
    if quiet or not is_terminal(sys.stderr):
        yield None
        return
    # Rich takes longer to load than most commands run.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        TaskID,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    tasks: dict[str, TaskID] = {}
    begun = time.monotonic()

    def move(stage: str, done: int, total: int) -> None:
        if not bar.live.is_started and time.monotonic() - begun > _DELAY:
            bar.start()
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=total, rate="")
        task = tasks[stage]
        speed = bar.tasks[task].speed
        rate = f"{speed:,.0f}/s" if speed else ""
        bar.update(task, completed=done, total=total, rate=rate)

    try:
        yield move
    finally:
        bar.stop()
