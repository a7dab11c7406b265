"""The command line: reads the arguments, calls the library, writes what comes of it."""

import os
import sys
from collections.abc import Sequence

from reconcile.cli.statuses import BROKEN_PIPE, DONE, INTERRUPTED, NOTHING_DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and say how it ended.

    Args:
        arguments: What stands after the program's name; the process's own arguments if None.

    Returns:
        The exit status: 0 done; 1 done, and what ``--fail-on`` names was found; 2 nothing could
        be done; 3 done, but some input could not be read.
    """
    import click

    from reconcile.cli.outputs import complain
    from reconcile.errors import ReconcileError

    try:
        return _run(arguments)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f" Try '{context.command_path} --help'." if context else ""
        complain(error.format_message() + hint)
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted; no file was written.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except (ReconcileError, OSError) as error:
        complain(str(error))
    except Exception as error:
        if {"-v", "--verbose"} & set(sys.argv if arguments is None else arguments):
            raise
        name = type(error).__name__
        complain(f"a mistake in this program: {name}: {error}. --verbose shows where.")
    return NOTHING_DONE


def _run(arguments: Sequence[str] | None) -> int:
    import click

    from reconcile.cli.commands import reconcile

    try:
        status = reconcile.main(
            args=None if arguments is None else list(arguments),
            prog_name="reconcile",
            standalone_mode=False,
        )
    except click.exceptions.NoArgsIsHelpError as help_:
        click.echo(help_.format_message())
        return NOTHING_DONE
    if sys.stdout is not None:
        sys.stdout.flush()
    return status if isinstance(status, int) else DONE


__all__ = ["main"]
