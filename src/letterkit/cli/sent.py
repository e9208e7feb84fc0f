"""`letterkit sent`: records what left the house, and shows what has."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.opening import letter_names, open_workspace, wrong_name
from letterkit.cli.terminal import from_here, readable, result, say, show
from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.register import Register
    from letterkit.register.records import SentLetter


@click.command()
@click.argument("letter", required=False, shell_complete=letter_names)
@click.option(
    "--final",
    "finals",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The Word file or PDF that was sent instead of what is generated; may be repeated.",
)
@click.option(
    "--date",
    "dated",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day it was sent; today without it.",
)
@click.option("--again", is_flag=True, help="Record another issue of a letter sent before.")
@click.option(
    "--export",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.xlsx",
    help="Write all that was sent into a spreadsheet.",
)
@click.option("--json", "machine", is_flag=True, help="Print what is recorded as JSON.")
@click.pass_context
def command(
    context: click.Context,
    letter: str | None,
    finals: tuple[Path, ...],
    dated: datetime | None,
    export: Path | None,
    *,
    again: bool,
    machine: bool,
) -> None:
    """Record LETTER as sent, or without one list what was sent, the latest first.

    Its files and all that they were made from are kept in sent/YEAR/LETTER and never changed; the
    letter is left alone by `letterkit generate` from then on. While anything in it is unresolved,
    in any language, it is refused.
    """
    from letterkit.register import Register

    workspace = open_workspace(context.obj)
    register = Register(workspace.root)
    problems = Diagnostics()
    if letter is None:
        if finals or dated or again:
            raise click.UsageError("name the letter that was sent")
        _list(register, export, problems, machine=machine)
        show(problems.sorted(), workspace.root)
        return
    if export is not None:
        raise click.UsageError("`--export` writes all that was sent; name no letter")
    if letter not in workspace.letter_names():
        raise wrong_name("letter", letter, workspace.letter_names())
    day = dated.date() if dated else date.today()  # noqa: DTZ011 - the day where the user is
    from letterkit.cli.sending import send_letter

    try:
        sent = send_letter(
            workspace, register, letter, day, finals=finals, again=again, problems=problems
        )
    finally:
        show(problems.sorted(), workspace.root)
    if sent is None:
        say(f"not recorded: {letter}")
        context.exit(1)
    if machine:
        result(json.dumps(_as_json(sent), ensure_ascii=False, indent=2))
        return
    for file in sent.sent_files:
        result(from_here(workspace.root / sent.folder / file.path))
    say(f"{letter} is recorded as sent on {sent.sent_on}, in {sent.folder}")


def _list(register: Register, export: Path | None, problems: Diagnostics, *, machine: bool) -> None:
    from letterkit.register.sending import sent_letters

    letters = sent_letters(register, problems)
    if export is not None:
        _export(letters, export)
    elif machine:
        result(json.dumps([_as_json(each) for each in letters], ensure_ascii=False, indent=2))
    else:
        for each in letters:
            fields = (each.dated, each.letter, each.reference, ",".join(each.locales), each.folder)
            result("  ".join(readable(str(field)) for field in fields if field))
        if not letters:
            say("Nothing was recorded as sent yet. Next: letterkit sent LETTER")


def _export(letters: Sequence[SentLetter], path: Path) -> None:
    from letterkit.batch.files import write_whole
    from letterkit.register.export import export

    if path.suffix.lower() != ".xlsx":  # the ending of a file's name, which is English
        raise click.UsageError(f"`{path}` is to be a spreadsheet; name it as in `register.xlsx`")
    write_whole(path, export(letters))
    result(str(path))
    say(f"{len(letters)} written")


def _as_json(sent: SentLetter) -> dict[str, object]:
    return {
        "letter": sent.letter,
        "date": sent.dated.isoformat(),
        "sent_on": sent.sent_on.isoformat(),
        "reference": sent.reference or None,
        "subject": sent.subject or None,
        "addressees": [{"id": identity, "name": name} for identity, name in sent.addressees],
        "locales": list(sent.locales),
        "folder": sent.folder,
        "files": [
            {"path": file.path, "bytes": file.size, "sha256": file.digest}
            for file in sent.sent_files
        ],
    }
