"""`letterkit new`: begins a letter or a template, with the files a person then fills."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from letterkit.cli.opening import known_locales, open_workspace, wrong_name
from letterkit.cli.terminal import result, say


@click.group()
def command() -> None:
    """Begin a letter, a template or a letterhead."""


@command.command()
@click.argument("name")
@click.option("--template", metavar="NAME", help="A folder of templates/ that gives its parts.")
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
    addressees: tuple[str, ...],
    locales: tuple[str, ...],
    dated: datetime | None,
) -> None:
    """Begin the letter NAME: its data and, for each language, an empty file for its words.

    Write plain paragraphs into those files, an empty line between two of them.
    """
    from letterkit.batch.beginning import begin_letter
    from letterkit.workspace import LETTERS_FOLDER

    workspace = open_workspace(folder)
    if template and template not in workspace.template_names():
        raise wrong_name("template", template, workspace.template_names())
    for addressee in addressees:
        if addressee not in workspace.addressee_ids():
            raise wrong_name("addressee", addressee, workspace.addressee_ids())
    chosen = known_locales(locales, workspace) or workspace.settings.locales
    written = begin_letter(
        workspace.root / LETTERS_FOLDER,
        name,
        today=dated.date() if dated else date.today(),  # noqa: DTZ011 - the day where the user is
        template=template,
        addressees=addressees,
        locales=chosen,
    )
    for path in written:
        result(str(path))
    say(f"Next: write the letter in {', '.join(path.name for path in written[1:])}, then")
    say(f"  letterkit generate {name}")


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
