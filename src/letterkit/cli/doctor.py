"""`letterkit doctor`: whether this machine has what letterkit needs, and what it may use."""

from __future__ import annotations

import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from letterkit import __version__
from letterkit.cli.terminal import result
from letterkit.diagnostics import Diagnostics

_OPTIONAL_PROGRAMS = (
    ("soffice", "LibreOffice, for `--format pdf`"),
    ("pdftotext", "poppler, for letterkit’s own tests"),
)


@click.command()
@click.pass_context
def command(context: click.Context) -> None:
    """Tell what is installed, what is missing, and which workspace this is."""
    from letterkit.workspace import Workspace, find_root

    faults = 0
    result(f"letterkit {__version__}, Python {platform.python_version()}, {platform.system()}")
    for requirement in requires("letterkit") or []:
        if "extra ==" in requirement:
            continue
        name = _distribution(requirement)
        try:
            result(f"ok       {name} {version(name)}")
        except PackageNotFoundError:
            faults += 1
            result(f"missing  {name}: install letterkit again, with pip or pipx")
    for program, purpose in _OPTIONAL_PROGRAMS:
        found = shutil.which(program)
        result(f"{'ok      ' if found else 'optional'} {program}: {found or purpose}")
    encoding = sys.stdout.encoding
    result(f"ok       the terminal is written to in {encoding}")

    root = find_root(context.obj or Path.cwd())
    if root is None:
        result("note     no workspace here; `letterkit init FOLDER` makes one")
    else:
        problems = Diagnostics()
        Workspace(root, problems)
        state = "faulty; see `letterkit check`" if problems.has_errors else "ok"
        faults += problems.has_errors
        result(f"{'fault   ' if problems.has_errors else 'ok      '} workspace {root}: {state}")
    context.exit(1 if faults else 0)


def _distribution(requirement: str) -> str:
    """The name at the beginning of a requirement such as `click>=8.1,<9` (PEP 508)."""
    end = next(
        (
            position
            for position, character in enumerate(requirement)
            if not (character.isalnum() or character in "-_.")
        ),
        len(requirement),
    )
    return requirement[:end]
