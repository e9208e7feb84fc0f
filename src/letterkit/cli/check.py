"""`letterkit check`: every problem of a workspace at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.opening import letter_names, open_workspace, wrong_name
from letterkit.cli.terminal import as_json, count_of, result, say, show
from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letterkit.workspace import Workspace


@click.command()
@click.argument("paths", nargs=-1, shell_complete=letter_names)
@click.option("--locale", "locales", multiple=True, help="Only in this language; may be repeated.")
@click.option("--json", "machine", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def command(
    context: click.Context, paths: tuple[str, ...], locales: tuple[str, ...], *, machine: bool
) -> None:
    """Tell every problem of texts, data and translations, with its place. Nothing is written.

    PATHS are letters, by name or folder; without any, the whole workspace is checked.
    """
    from letterkit.batch.checking import check

    problems = Diagnostics()
    workspace = open_workspace(context.obj, problems)
    letters = [_letter_of(path, workspace) for path in paths]
    problems.extend(check(workspace, letters, locales))
    found = problems.sorted()
    if machine:
        result(
            json.dumps([as_json(diagnostic) for diagnostic in found], ensure_ascii=False, indent=2)
        )
    else:
        show(found, workspace.root)
        say(count_of(found) or "no problems found")
    context.exit(1 if problems.has_errors else 0)


def _letter_of(path: str, workspace: Workspace) -> str:
    """The name of a letter that is named as itself, as its folder, or as a file in it."""
    known = workspace.letter_names()
    if path in known:
        return path
    for part in _upwards(Path(path).resolve()):
        if part.parent == workspace.root / "letters" and part.name in known:
            return part.name
    raise wrong_name("letter", path, known)


def _upwards(path: Path) -> Iterable[Path]:
    return (path, *path.parents)
