"""`letterkit check`: every problem of a workspace at once."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.mending import mend
from letterkit.cli.opening import days_sent, known_locales, letter_names, open_workspace, wrong_name
from letterkit.cli.report import report_kind, write_report
from letterkit.cli.terminal import as_json, count_of, result, say, show
from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from letterkit.workspace import Workspace


@click.command()
@click.argument("paths", nargs=-1, shell_complete=letter_names)
@click.option("--locale", "locales", multiple=True, help="Only in this language; may be repeated.")
@click.option("--fix", is_flag=True, help="Mend what is certain: shows the changes, then asks.")
@click.option(
    "--sent", "sent_too", is_flag=True, help="With --fix: mend letters that were sent, too."
)
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@click.option(
    "--agree",
    "agreed",
    is_flag=True,
    help="Record that the quotations say the same in all languages, as they stand now.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=report_kind,
    help="Write what was found to a file: FILE.html to read, or FILE.json.",
)
@click.option("--json", "machine", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    locales: tuple[str, ...],
    *,
    fix: bool,
    yes: bool,
    sent_too: bool,
    agreed: bool,
    report: Path | None,
    machine: bool,
) -> None:
    """Tell every problem of texts, data, translations and typography, each with its place.

    Nothing is written but with --fix, which mends typography that is wrong beyond doubt (but not in
    letters that were sent), and with --agree.

    PATHS are letters, by name or folder; without any, the whole workspace is checked.
    """
    from letterkit.batch.agreement import agree, agreed_letters
    from letterkit.batch.checking import check
    from letterkit.proofreading.checking import proofread_workspace

    if yes and not fix:
        raise click.UsageError("`--yes` goes with `--fix`")
    if sent_too and not fix:
        raise click.UsageError("`--sent` goes with `--fix`")
    if machine and fix:
        raise click.UsageError("`--fix` prints changes and `--json` prints problems: give one")
    problems = Diagnostics()
    workspace = open_workspace(context.obj, problems)
    letters = [_letter_of(path, workspace) for path in paths]
    wanted = known_locales(locales, workspace)
    named = letters or workspace.letter_names()
    if fix:
        same = agreed_letters(workspace, named)
        sent = {} if sent_too else days_sent(workspace, problems)
        if mend(workspace, letters, wanted, unasked=yes, sent=sent):
            problems = Diagnostics()
            workspace = open_workspace(context.obj, problems)  # what was read is read again
            agree(workspace, same, problems)  # other typography says no other thing
    if agreed:
        for name in agree(workspace, named, problems):
            say(f"agreed: the quotations of {name} say the same in all their languages")
    problems.extend(check(workspace, letters, wanted))
    problems.extend(proofread_workspace(workspace, letters, wanted))
    found = problems.sorted()
    if report is not None:
        write_report(report, found)
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
    from letterkit.workspace import LETTERS_FOLDER

    known = workspace.letter_names()
    if path in known:
        return path
    whole = Path(os.path.realpath(path))
    for part in (whole, *whole.parents):
        if part.parent == workspace.root / LETTERS_FOLDER and part.name in known:
            return part.name
    raise wrong_name("letter", path, known)
