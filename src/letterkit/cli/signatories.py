"""`letterkit signatories`: who signs, how many they are, and what is wrong with their lists."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from letterkit.cli.opening import known_locales, letter_names, open_workspace, wrong_name
from letterkit.cli.terminal import as_json, count_of, from_here, result, say, show
from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from letterkit.batch.signers import Signers
    from letterkit.letter import Letter
    from letterkit.workspace import Workspace

_LETTERS = click.argument("letters", nargs=-1, shell_complete=letter_names)
_LOCALES = click.option(
    "--locale", "locales", multiple=True, help="Only in this language; may be repeated."
)
_JSON = click.option("--json", "machine", is_flag=True, help="Print it as JSON.")


@click.group()
def command() -> None:
    """Who signs a letter: list them, count them, check their lists."""


@command.command("list")
@_LETTERS
@_LOCALES
@_JSON
@click.pass_context
def list_(
    context: click.Context, letters: tuple[str, ...], locales: tuple[str, ...], *, machine: bool
) -> None:
    """List who signs LETTERS (all that are signed by others than us), as it is printed.

    Those who are not named are counted.
    """

    def show_one(signers: Signers) -> None:
        result(f"{signers.letter} ({signers.locale}): {signers.said}")
        for heading, lines in signers.groups:
            if heading:
                result(f"  {heading}")
            for line in lines:
                result(f"  - {line}")

    _tell(context, letters, locales, show_one, machine=machine)


@command.command()
@_LETTERS
@_LOCALES
@_JSON
@click.pass_context
def count(
    context: click.Context, letters: tuple[str, ...], locales: tuple[str, ...], *, machine: bool
) -> None:
    """Count who signs LETTERS, in words of each language.

    A coalition counts as those it represents, and is not one more; who joined after the letter's
    date is counted apart.
    """

    def show_one(signers: Signers) -> None:
        result(f"{signers.letter}\t{signers.locale}\t{signers.said}")

    _tell(context, letters, locales, show_one, machine=machine)


def _tell(
    context: click.Context,
    letters: Sequence[str],
    locales: Sequence[str],
    show_one: Callable[[Signers], None],
    *,
    machine: bool,
) -> None:
    from letterkit.batch.signers import signers_of

    problems = Diagnostics()
    workspace = open_workspace(context.obj)
    asked = known_locales(locales, workspace)
    found: list[Signers] = []
    for letter in _signed_letters(workspace, letters, problems):
        for locale in asked or letter.locales or workspace.settings.locales:
            signers = signers_of(workspace, letter, locale, problems)
            if signers is not None:
                found.append(signers)
    if machine:
        told = [as_json(diagnostic) for diagnostic in problems.sorted()]
        answer = {"letters": [asdict(signers) for signers in found], "diagnostics": told}
        result(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        for signers in found:
            show_one(signers)
        show(problems.sorted(), workspace.root)
    context.exit(1 if problems.has_errors else 0)


def _signed_letters(
    workspace: Workspace, names: Sequence[str], problems: Diagnostics
) -> list[Letter]:
    """The letters of these names, or all that have signatories of their own."""
    known = workspace.letter_names()
    for name in names:
        if name not in known:
            raise wrong_name("letter", name, known)
    letters = [workspace.letter(name, problems) for name in dict.fromkeys(names or known)]
    found = [letter for letter in letters if letter is not None]
    return [letter for letter in found if names or letter.data.signatories]


@command.command()
@_LETTERS
@click.pass_context
def check(context: click.Context, letters: tuple[str, ...]) -> None:
    """Check the lists of those who sign LETTERS, and gather the names that a language lacks.

    Those are written into names-to-complete.xlsx, to be filled in by a translator: put back there,
    it is read whenever letters are made.
    """
    from letterkit.batch.names import lacking_names, write_names
    from letterkit.people.completion import NAMES_FILE

    problems = Diagnostics()
    workspace = open_workspace(context.obj)
    signed = _signed_letters(workspace, letters, problems)
    for letter in signed:
        workspace.signing.check(letter, problems)
    # What other letters lack stays in the workbook, too.
    every = _signed_letters(workspace, (), Diagnostics())
    rows = lacking_names(workspace, every, problems)
    path = write_names(workspace, rows)
    show(problems.sorted(), workspace.root)
    lacking = sum("" in row for row in rows)
    if path is not None and lacking:
        result(from_here(path))
        say(f"{lacking} of the names in {NAMES_FILE} lack a form in some language: fill them in")
    say(count_of(problems) or "no problems found")
    context.exit(1 if problems.has_errors else 0)
