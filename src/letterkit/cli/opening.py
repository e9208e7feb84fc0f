"""Opens the workspace that a command works in, and tells of a name that it does not have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.terminal import show
from letterkit.diagnostics import Diagnostics, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from letterkit.workspace import Workspace


def open_workspace(folder: Path | None, found: Diagnostics | None = None) -> Workspace:
    """The workspace of `folder`, or the nearest one around the current folder.

    Exits with 2 where there is none. What is wrong with its settings goes to `found`; without
    that it is told, and the program exits with 1.
    """
    from letterkit.workspace import Workspace, find_root

    start = folder or Path.cwd()
    root = find_root(start)
    if root is None:
        raise click.UsageError(
            f"no workspace in {start} or above it (it would hold letterkit.yaml); "
            "`letterkit init FOLDER` makes one"
        )
    problems = Diagnostics() if found is None else found
    workspace = Workspace(root, problems)
    if found is None:
        show(problems.sorted(), root)
        if problems.has_errors:
            raise click.exceptions.Exit(1)
    return workspace


def known_locales(names: Iterable[str], workspace: Workspace) -> tuple[str, ...]:
    """Locales as an option names them, each once; a usage error for one that nobody knows."""
    from letterkit.language.locale_file import is_locale_name, normalized

    known = workspace.locale_names()
    languages = {locale.partition("-")[0] for locale in known}
    found = tuple(dict.fromkeys(map(normalized, names)))
    for locale in found:
        if not is_locale_name(locale) or locale.partition("-")[0] not in languages:
            raise wrong_name("language", locale, known)
    return found


def days_sent(workspace: Workspace, problems: Diagnostics) -> dict[str, date]:
    """The day on which each letter was sent, of those that were."""
    from letterkit.workspace.places import REGISTER_FILE, SENT_FOLDER

    if not any((workspace.root / name).exists() for name in (REGISTER_FILE, SENT_FOLDER)):
        return {}
    from letterkit.register import Register
    from letterkit.register.sending import sent_letters

    letters = sent_letters(Register(workspace.root), problems)
    return {letter.letter: letter.sent_on for letter in reversed(letters)}


def wrong_name(what: str, name: str, known: Iterable[str]) -> click.UsageError:
    """A usage error for a name that nothing here has, with the nearest that something has."""
    from letterkit.sources.text import visible

    hint = nearest(name, known)
    return click.UsageError(f"no {what} `{visible(name)}` here" + (f"; {hint}" if hint else ""))


def letter_names(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The letters of this workspace that begin so, for completion in the shell."""
    from letterkit.workspace import Workspace, find_root

    folder = context.find_root().params.get("folder")
    root = find_root(Path(folder) if folder else Path.cwd())
    names = Workspace(root, Diagnostics()).letter_names() if root else []
    return [name for name in names if name.startswith(incomplete)]
