"""`letterkit generate`: makes letters."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli.opening import days_sent, known_locales, letter_names, open_workspace, wrong_name
from letterkit.cli.terminal import as_json, count_of, from_here, readable, result, say, show
from letterkit.diagnostics import Diagnostics
from letterkit.writers.formats import COMBINED, Format

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from letterkit.batch.generation import Generation, Task
    from letterkit.batch.report import Report
    from letterkit.letter.version import Version
    from letterkit.workspace import Workspace

FEW = 20
"""What is made so quickly that no progress need be shown, and told so soon that each is named."""


@click.command()
@click.argument("letters", nargs=-1, shell_complete=letter_names)
@click.option("--locale", "locales", multiple=True, help="Only in this language; may be repeated.")
@click.option(
    "--bilingual",
    metavar="LOCALE,LOCALE",
    help="In two languages side by side, as in `en,ar`; the first stands where lines begin.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([form.value for form in Format]),
    help="Only in this format; may be repeated.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into; out/ in the workspace without it.",
)
@click.option(
    "--addressees",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file of addressees (.yaml, .xlsx, .csv) to write to instead of the letter's own.",
)
@click.option(
    "--date",
    "dated",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The date to put on the letters instead of their own.",
)
@click.option(
    "--wrap", type=click.IntRange(min=20), help="Break lines of plain text at this width."
)
@click.option("--draft", type=click.IntRange(min=1), metavar="N", help="Mark it as draft number N.")
@click.option("--embargoed", is_flag=True, help="Mark it as under embargo.")
@click.option("--release", is_flag=True, help="Make it as it is sent; refused while unresolved.")
@click.option(
    "--combined", is_flag=True, help="All letters of a language in one file, for printing."
)
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be made; write nothing.")
@click.option("--json", "machine", is_flag=True, help="Print what was done as JSON.")
@click.pass_context
def command(
    context: click.Context,
    letters: tuple[str, ...],
    locales: tuple[str, ...],
    bilingual: str | None,
    formats: tuple[str, ...],
    out: Path | None,
    addressees: Path | None,
    dated: datetime | None,
    wrap: int | None,
    draft: int | None,
    *,
    embargoed: bool,
    release: bool,
    combined: bool,
    dry: bool,
    machine: bool,
) -> None:
    """Make LETTERS (if none is named, all that were not sent) in every language and format.

    A file that somebody has edited is never written over: the new one stands beside it.
    """
    from letterkit.batch.combination import Combination
    from letterkit.batch.files import OutputFolder
    from letterkit.batch.generation import Generation, Request
    from letterkit.workspace import OUTPUT_FOLDER

    found = Diagnostics()
    workspace = open_workspace(context.obj, found)
    unnamed = Diagnostics()  # what is wrong with the name of one letter stops no other
    known = workspace.letter_names(unnamed)
    for name in letters:
        if name not in known:
            raise wrong_name("letter", name, known)
    sent = {} if letters else days_sent(workspace, found)
    stopped = found.has_errors
    found.extend(unnamed)
    due = tuple(name for name in known if name not in sent)
    left_alone = [name for name in known if name in sent]
    if not machine:
        _tell_of_sent(left_alone, sent)
    request = Request(
        letters=() if stopped else tuple(dict.fromkeys(letters)) or due,
        locales=known_locales(locales, workspace),
        bilingual=_pair(bilingual, locales, workspace),
        formats=tuple(map(Format, formats)),
        addressees=addressees,
        dated=dated.date() if dated else None,
        wrap=wrap,
        version=_version(draft, embargoed=embargoed, release=release),
    )
    if combined and bilingual:
        raise click.UsageError("`--combined` and `--bilingual` exclude one another")
    if combined:
        _refuse_alone(request.formats, workspace)
    making = Combination if combined else Generation
    generation = making(workspace, request, OutputFolder(out or workspace.root / OUTPUT_FOLDER))
    generation.report.problems.extend(found)
    _run(generation, generation.tasks(), dry=dry)
    report = generation.report
    if machine:
        _print_json(report, left_alone, dry=dry)
    else:
        _print(report, workspace, dry=dry)
    context.exit(1 if report.problems.has_errors else 0)


def _tell_of_sent(left_alone: Sequence[str], sent: Mapping[str, date]) -> None:
    if len(left_alone) > FEW:
        say(f"{len(left_alone)} letters were sent, and are left alone")
        return
    for name in left_alone:
        say(f"{name}: sent on {sent[name]}, and left alone")


def _refuse_alone(asked: tuple[Format, ...], workspace: Workspace) -> None:
    """Refuse formats that hold one letter each; those of the workspace are left out instead."""
    alone = [form for form in asked if form not in COMBINED]
    if alone:
        raise click.UsageError(
            f"`--combined` makes one file for printing, which `{alone[0]}` is not; ask for "
            "`--format docx` or `--format pdf`, or leave `--format` out"
        )
    if not asked and not COMBINED & set(workspace.settings.formats):
        raise click.UsageError(
            "`--combined` makes one file for printing, which none of the `formats` in "
            "letterkit.yaml is; add `--format docx` or `--format pdf`"
        )


def _pair(
    bilingual: str | None, locales: tuple[str, ...], workspace: Workspace
) -> tuple[str, str] | None:
    """The two languages that stand side by side."""
    if bilingual is None:
        return None
    if locales:
        raise click.UsageError("`--bilingual` and `--locale` exclude one another")
    names = [name.strip() for name in bilingual.replace("،", ",").split(",")]
    found = known_locales(names, workspace) if all(names) else ()
    if len(found) != 2 or len(names) != 2:  # noqa: PLR2004 - two stand side by side
        raise click.UsageError(
            f"`{bilingual}` does not name two languages; write them as in `--bilingual en,ar`"
        )
    return found[0], found[1]


def _version(draft: int | None, *, embargoed: bool, release: bool) -> Version:
    """The stage that the options ask for: one of them at the most."""
    from letterkit.letter.version import WORKING, Stage, Version

    if (draft is not None) + embargoed + release > 1:
        raise click.UsageError("`--draft`, `--embargoed` and `--release` exclude one another")
    if draft is not None:
        return Version(Stage.DRAFT, draft)
    if embargoed:
        return Version(Stage.EMBARGOED)
    return Version(Stage.RELEASED) if release else WORKING


def _run(generation: Generation, tasks: list[Task], *, dry: bool) -> None:
    """Make everything; a long run shows how far it is, if somebody looks at the terminal."""
    done = generation.run(tasks, dry=dry)
    if len(tasks) <= FEW or not sys.stderr.isatty():
        for _ in done:
            pass
        return
    with click.progressbar(length=len(tasks), label="letters", file=sys.stderr) as bar:
        for _ in done:
            bar.update(1)


def _print(report: Report, workspace: Workspace, *, dry: bool) -> None:
    from letterkit.batch.files import Action

    for made in report.made:
        path = from_here(made.settled.path)
        result(path)
        if made.settled.action is Action.BESIDE and made.settled.kept:
            kept = from_here(made.settled.kept)
            say(f"note: {kept} was edited and is kept; the new letter is {path}")
    show(report.problems.sorted(), workspace.root)
    reasons = report.reasons()
    for letter, addressee, locale in report.held_back:
        what = readable(".".join(part for part in (addressee, locale) if part))
        reason = reasons.get((letter, addressee))
        why = ""
        if reason is not None and reason.origin is not None:
            why = f" (row {reason.origin.line}: {readable(reason.message)})"
        say(f"not {'to be ' if dry else ''}written: {letter}{f'/{what}' if what else ''}{why}")
    if report.rows:
        _print_table(report)
    verb = "would be written" if dry else "written"
    actions = [made.settled.action for made in report.made]
    unchanged = actions.count(Action.UNCHANGED)
    summary = [f"{len(actions) - unchanged} {verb}"]
    if unchanged:
        summary.append(f"{unchanged} unchanged")
    if found := count_of(report.problems):
        summary.append(found)
    say(", ".join(summary))


def _print_table(report: Report) -> None:
    """How many letters were made of the rows of tables, by language, and how many rows were not."""
    of_rows = {(made.letter, made.addressee, made.locale) for made in report.made}
    locales = [locale for letter, who, locale in of_rows if (letter, who) in report.rows]
    held_back = {
        (letter, who) for letter, who, _ in report.held_back if (letter, who) in report.rows
    }
    lines = [("language", "letters")]
    lines += [(locale, str(locales.count(locale))) for locale in sorted(set(locales))]
    lines += [("all", str(len(locales))), ("rows held back", str(len(held_back)))]
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    for name, number in lines:
        say(f"{name:{widths[0]}}  {number:>{widths[1]}}")


def _print_json(report: Report, left_alone: Sequence[str], *, dry: bool) -> None:
    files = [
        {
            "letter": made.letter,
            "addressee": made.addressee,
            "locale": made.locale,
            "format": made.format,
            "path": str(made.settled.path),
            "action": made.settled.action.value,
            "kept": str(made.settled.kept) if made.settled.kept else None,
            **({"combined": list(made.combined)} if made.combined else {}),
        }
        for made in report.made
    ]
    reasons = report.reasons()
    held_back = [
        {
            "letter": letter,
            "addressee": addressee or None,
            "locale": locale or None,
            "reason": as_json(found) if (found := reasons.get((letter, addressee))) else None,
        }
        for letter, addressee, locale in report.held_back
    ]
    answer = {
        "dry_run": dry,
        "files": files,
        "held_back": held_back,
        "left_alone": list(left_alone),
        "diagnostics": [as_json(diagnostic) for diagnostic in report.problems.sorted()],
    }
    result(json.dumps(answer, ensure_ascii=False, indent=2))
