"""`letterkit new`: begins a letter, a template, a language, with the files a person then fills."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterkit.cli import new_locale
from letterkit.cli.opening import known_locales, letter_names, open_workspace, wrong_name
from letterkit.cli.terminal import result, say, show
from letterkit.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.workspace import Workspace


@click.group()
def command() -> None:
    """Begin a letter, a template, a list of signatories, a language or a letterhead."""


command.add_command(new_locale.command, "locale")


@command.command()
@click.argument("name")
@click.option("--template", metavar="NAME", help="A folder of templates/ that gives its parts.")
@click.option(
    "--like", metavar="LETTER", help="A letter, sent ones too, to begin with the words of."
)
@click.option("--to", "addressees", multiple=True, metavar="ID", help="Who receives it.")
@click.option("--locale", "locales", multiple=True, help="A language; the workspace's without it.")
@click.option(
    "--date",
    "dated",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The date of the letter; today without it.",
)
@click.pass_obj
def letter(
    folder: Path | None,
    name: str,
    template: str | None,
    like: str | None,
    addressees: tuple[str, ...],
    locales: tuple[str, ...],
    dated: datetime | None,
) -> None:
    """Begin the letter NAME: its data and, for each language, an empty file for its words.

    Write plain paragraphs into those files, an empty line between two of them. With --like its
    data and words are those of another letter, without what belonged to its occasion: date,
    reference, embargo, consents.
    """
    from letterkit.batch.beginning import begin_letter, begin_letter_like
    from letterkit.workspace import LETTERS_FOLDER

    workspace = open_workspace(folder)
    if template and template not in workspace.template_names():
        raise wrong_name("template", template, workspace.template_names())
    for addressee in addressees:
        if addressee not in workspace.addressee_ids():
            raise wrong_name("addressee", addressee, workspace.addressee_ids())
    if template and like:
        raise click.UsageError("`--template` and `--like` exclude one another")
    named = known_locales(locales, workspace)
    chosen = named or workspace.settings.locales
    source = _letter_to_begin_with(like, workspace) if like else None
    today = dated.date() if dated else date.today()  # noqa: DTZ011 - the day where the user is

    def begin(reference: str | None) -> list[Path]:
        if source is not None:
            return begin_letter_like(
                workspace.root / LETTERS_FOLDER,
                name,
                source,
                today=today,
                addressees=addressees,
                locales=named,
                reference=reference,
            )
        return begin_letter(
            workspace.root / LETTERS_FOLDER,
            name,
            today=today,
            template=template,
            addressees=addressees,
            locales=chosen,
            reference=reference,
        )

    for path in _with_reference(workspace, name, today.year, begin):
        result(str(path))
    if source is not None:
        _tell_of_template(source, workspace)
        say(f"Next: change what is different from {like}, then")
        say(f"  letterkit check {name}")
        return
    words = ", ".join(f"{locale}.md" for locale in chosen)
    say(f"Next: write the letter in {words}, then")
    say(f"  letterkit generate {name}")


def _letter_to_begin_with(like: str, workspace: Workspace) -> Path:
    """The folder of a letter of the workspace by its name, or of the latest one sent so named.

    One that was sent may also be named by its folder, `sent/2016/NAME`.
    """
    from letterkit.register import Register
    from letterkit.register.freezing import frozen_letter
    from letterkit.register.sending import sent_letters
    from letterkit.workspace import LETTERS_FOLDER

    known = workspace.letter_names()
    if like in known:
        return workspace.root / LETTERS_FOLDER / like
    problems = Diagnostics()
    sent = sent_letters(Register(workspace.root), problems)
    show(problems.sorted(), workspace.root)
    for letter in sent:
        if like.rstrip("/") in {letter.letter, letter.folder}:
            return frozen_letter(workspace.root, letter)
    raise wrong_name("letter", like, [*known, *(letter.letter for letter in sent)])


def _tell_of_template(source: Path, workspace: Workspace) -> None:
    """Say where the template of a letter stands that was sent, if the workspace has it no more."""
    from letterkit.letter import load_letter
    from letterkit.workspace import TEMPLATES_FOLDER

    letter = load_letter(source, Diagnostics(), shown=str(source))
    template = letter.data.template if letter else None
    if template and template not in workspace.template_names():
        kept = source.parents[1] / TEMPLATES_FOLDER / template
        say(
            f"Its template `{template}` is not here any more"
            + (f"; it is kept in {kept}" if kept.is_dir() else "")
        )


def _with_reference(
    workspace: Workspace, name: str, year: int, begin: Callable[[str | None], list[Path]]
) -> list[Path]:
    """What `begin` has written, given the next reference where the house draws them."""
    from letterkit.register import Register
    from letterkit.register.numbers import draw_reference

    references = workspace.settings.references
    if references is None:
        return begin(None)
    written: list[Path] = []
    problems = Diagnostics()
    drawn = draw_reference(
        Register(workspace.root),
        references.pattern,
        name,
        year,
        lambda reference: written.extend(begin(reference)),
        problems,
    )
    show(problems.sorted(), workspace.root)
    if not written:  # a letter of this name stands there and has a number: tell that it does
        begin(drawn)
    say(f"Its reference is {drawn}")
    return written


@command.command()
@click.argument("letter", shell_complete=letter_names)
@click.pass_obj
def reference(folder: Path | None, letter: str) -> None:
    """Draw the next reference number for LETTER, and write it into its letter.yaml.

    How the numbers are written says `references` in letterkit.yaml. None is left out, and none
    given twice, by two runs at once neither.
    """
    from letterkit.register import Register
    from letterkit.register.numbering import number_letter

    workspace = open_workspace(folder)
    if letter not in workspace.letter_names():
        raise wrong_name("letter", letter, workspace.letter_names())
    references = workspace.settings.references
    if references is None:
        raise click.UsageError(
            "letterkit.yaml does not say how references are written; "
            'as in `references: {pattern: "RT/{year}/{number:03}"}`'
        )
    problems = Diagnostics()
    found = workspace.letter(letter, problems)
    if found is not None:
        drawn = number_letter(Register(workspace.root), references.pattern, found, problems)
        result(drawn)
    show(problems.sorted(), workspace.root)
    if found is None:
        raise click.exceptions.Exit(1)


@command.command()
@click.argument("name")
@click.option("--source", help="The language it is written in first; the workspace's first one.")
@click.pass_obj
def template(folder: Path | None, name: str, source: str | None) -> None:
    """Begin the template NAME: which parts its letters have, and the words they share."""
    from letterkit.batch.beginning import begin_template
    from letterkit.workspace import TEMPLATES_FOLDER

    workspace = open_workspace(folder)
    chosen = known_locales((source,) if source else (), workspace) or workspace.settings.locales
    written = begin_template(workspace.root / TEMPLATES_FOLDER, name, source=chosen[0])
    for path in written:
        result(str(path))
    say(f"Next: write the shared words in {written[1].name}, then")
    say(f"  letterkit new letter NAME --template {name}")


@command.command()
@click.argument("name")
@click.option("--for", "letter", metavar="LETTER", help="The letter that they sign.")
@click.pass_obj
def signatories(folder: Path | None, name: str, letter: str | None) -> None:
    """Begin the list of signatories NAME, with an example of each shape that an entry can have."""
    from letterkit.batch.beginning import begin_signatories
    from letterkit.workspace.places import SIGNATORIES_FOLDER

    workspace = open_workspace(folder)
    if letter and letter not in workspace.letter_names():
        raise wrong_name("letter", letter, workspace.letter_names())
    written = begin_signatories(workspace.root / SIGNATORIES_FOLDER, name, letter=letter)
    result(str(written))
    say(f"Next: write down who signs, add `signatories: [{name}]` to the letter, then")
    say(f"  letterkit signatories list {letter or 'LETTER'}")


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.pass_obj
def letterhead(folder: Path | None, file: Path | None) -> None:
    """Begin a letterhead: a Word FILE (letterhead.docx) with our styles, for a designer to fill.

    The letter is poured in where `{{ letter }}` stands. Name the file in letterkit.yaml.
    """
    from letterkit.letterhead import write_own_letterhead

    workspace = open_workspace(folder)
    target = file or workspace.root / "letterhead.docx"
    try:
        write_own_letterhead(target)
    except FileExistsError:
        raise click.UsageError(f"`{target}` is there already; name another file") from None
    except OSError as error:
        raise click.UsageError(f"cannot write `{target}`: {error.strerror}") from error
    result(str(target))
    say(f"Next: design it in Word, then write `letterhead: {target.name}` in letterkit.yaml")
