"""`letterkit check --fix`: shows what can be mended with certainty, asks, and writes it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.terminal import is_terminal, readable_diff, result, say
from letterkit.diagnostics import LetterkitError, Origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from letterkit.proofreading.mending import Mended
    from letterkit.workspace import Workspace


class ChangedMeanwhileError(LetterkitError):
    """A file is not what it was when it was read."""


def mend(
    workspace: Workspace,
    letters: Sequence[str],
    locales: Sequence[str],
    *,
    unasked: bool,
    sent: Mapping[str, date],
) -> bool:
    """Mend the files of a workspace; whether anything was written.

    What a letter was made from that was `sent` (by its name, with the day) stays as it is.

    The diff is a result, so it goes to stdout. Without a terminal nobody can be asked, and
    nothing is written unless `unasked`.
    """
    from letterkit.proofreading.mending import mended_files

    left_alone: list[Path] = []
    files = []
    for file in mended_files(workspace, letters, locales):
        name = _letter_of(workspace, file)
        if name not in sent:
            files.append(file)
        elif file.path.parent not in left_alone:
            left_alone.append(file.path.parent)
            say(
                f"{name}: sent on {sent[name]}, and left as it is; `letterkit new letter NAME "
                f"--like {name}` begins another with its words, `--sent` mends it all the same"
            )
    if not files:
        say("nothing to mend with certainty")
        return False
    for file in files:
        result(readable_diff(file.diff()))
    what = "1 file" if len(files) == 1 else f"{len(files)} files"
    if not unasked and not _asked(f"Write {what}?"):
        say("nothing was written" + ("" if is_terminal() else "; `--yes` writes without asking"))
        return False
    for file in files:
        _write(file)
    say(f"mended {what}")
    return True


def _letter_of(workspace: Workspace, file: Mended) -> str:
    """The letter in whose folder a file stands; empty where it is in none."""
    from letterkit.workspace.places import LETTERS_FOLDER

    folder = file.path.parent
    return folder.name if folder.parent == workspace.root / LETTERS_FOLDER else ""


def _asked(question: str) -> bool:
    return is_terminal() and click.confirm(question, err=True)


def _write(file: Mended) -> None:
    from letterkit.batch.files import write_whole

    path = Path(file.path).resolve()  # a link goes on leading to the file
    if path.read_bytes() != file.before:
        raise ChangedMeanwhileError(
            "the file has changed meanwhile", Origin(file.name), "run the command again"
        )
    mode = path.stat().st_mode
    write_whole(path, file.after)
    with suppress(OSError):
        path.chmod(mode)
