"""The command line: the only place that prints, exits, or asks the clock or the user."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from letterkit import __version__
from letterkit.cli.group import CommandGroup
from letterkit.cli.terminal import colours_wanted, prepare_streams, show
from letterkit.diagnostics import Diagnostic, LetterkitError, Origin, Severity

MODULES = {
    "generate": "letterkit.cli.generate",
    "check": "letterkit.cli.check",
    "eval": "letterkit.cli.evaluate",
    "new": "letterkit.cli.new",
    "sent": "letterkit.cli.sent",
    "find": "letterkit.cli.find",
    "signatories": "letterkit.cli.signatories",
    "init": "letterkit.cli.init",
    "doctor": "letterkit.cli.doctor",
}


@click.group(
    cls=CommandGroup,
    modules=MODULES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="letterkit")
@click.option(
    "--workspace",
    "-C",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The workspace; without it, the current folder or the nearest one above it.",
)
@click.pass_context
def command(context: click.Context, folder: Path | None) -> None:
    """Draft letters and statements in several languages at once.

    Without a command: what is open here, what it waits for, and the next command.
    """
    context.obj = folder
    context.color = colours_wanted()
    if context.invoked_subcommand is None:
        from letterkit.cli.status import show_status

        show_status(folder)


def main() -> None:
    """Run the program: 0 when done, 1 where the input has problems, 2 for wrong usage."""
    prepare_streams()
    # What a run makes lives to its end: to look through it for waste, again and again while it
    # grows, takes longer than the work.
    gc.set_threshold(200_000, 20, 50)
    try:
        command(prog_name="letterkit")
    except LetterkitError as error:
        show([error.diagnostic])
        sys.exit(error.exit_code)
    except OSError as error:  # the machine's fault: a disk that is full, a folder that has gone
        place = Origin(str(error.filename)) if error.filename else None
        show([Diagnostic(Severity.ERROR, f"the system says: {error.strerror or error}", place)])
        sys.exit(1)
