"""The command line: reads the arguments, calls the library, writes what comes of it."""

import os
import sys
import traceback
from collections.abc import Sequence

from reconcile.cli.statuses import BROKEN_PIPE, DONE, INTERRUPTED, NOTHING_DONE

_NAME = "reconcile"
_COMPLETE = "_RECONCILE_COMPLETE"  # set by a shell that asks how a command may go on


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and say how it ended.

    Args:
        arguments: What stands after the program's name; the process's own arguments if None.

    Returns:
        The exit status: 0 done; 1 done, and what ``--fail-on`` names was found; 2 nothing could
        be done; 3 done, but some input could not be read; 130 interrupted; 141 whoever read the
        output went away.
    """
    try:
        return _ended(arguments)
    except BrokenPipeError:
        _forget_broken_streams()
        return BROKEN_PIPE


def _ended(arguments: Sequence[str] | None) -> int:
    """Run a command; whatever goes wrong becomes one line and a status."""
    import click

    from reconcile.cli.outputs import complain
    from reconcile.errors import ReconcileError

    try:
        return _run(arguments)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f" Try '{context.command_path} --help'." if context else ""
        complain(error.format_message() + hint)
    except KeyboardInterrupt:
        click.echo(err=True)  # a terminal shows ^C and stays on that line
        complain("interrupted; no file was written.")
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except (ReconcileError, OSError) as error:
        complain(str(error))
    # Whatever else is raised is our mistake, and a user who reads one line learns more from it
    # than from a traceback; those who can use one ask for it with --verbose.
    except Exception as error:
        if {"-v", "--verbose"} & set(sys.argv if arguments is None else arguments):
            traceback.print_exc()
        name = type(error).__name__
        complain(f"a mistake in this program: {name}: {error}. --verbose shows where.")
    return NOTHING_DONE


def _run(arguments: Sequence[str] | None) -> int:
    """Parse and invoke, as click's own ``main`` does, which gives a broken pipe another status."""
    import click
    from click.shell_completion import shell_complete

    from reconcile.cli.commands import reconcile

    completing = os.environ.get(_COMPLETE)
    if completing:
        return shell_complete(reconcile, {}, _NAME, _COMPLETE, completing)
    try:
        with reconcile.make_context(
            _NAME, list(sys.argv[1:] if arguments is None else arguments)
        ) as context:
            status = reconcile.invoke(context)
    except click.exceptions.NoArgsIsHelpError as help_:
        click.echo(help_.format_message())
        return NOTHING_DONE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    if sys.stdout is not None:
        sys.stdout.flush()
    return status if isinstance(status, int) else DONE


def _forget_broken_streams() -> None:
    """Send what is left for a reader who went away nowhere; Python would complain at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


__all__ = ["main"]
