"""The command line: reads the arguments, calls the library, writes what comes of it."""

import os
import sys
from collections.abc import Sequence

from reconcile.cli.statuses import BROKEN_PIPE, INTERRUPTED, NOTHING_DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and say how it ended.

    Args:
        arguments: What stands after the program's name; the process's own arguments if None.

    Returns:
        The exit status: 0 done; 1 done, and what ``--fail-on`` names was found; 2 nothing could
        be done; 3 done, but some input could not be read.
    """
    import click

    from reconcile.cli.commands import reconcile
    from reconcile.cli.outputs import complain
    from reconcile.errors import ReconcileError

    try:
        status = reconcile.main(
            args=None if arguments is None else list(arguments),
            prog_name="reconcile",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as help_:
        click.echo(help_.format_message())
        return NOTHING_DONE
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f" Try '{context.command_path} --help'." if context else ""
        complain(error.format_message() + hint)
        return NOTHING_DONE
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted; nothing was written.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except (ReconcileError, OSError) as error:
        complain(str(error))
        return NOTHING_DONE
    return status if isinstance(status, int) else 0


__all__ = ["main"]
