"""The files that a letter is made from: enough to make it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.letter import LETTER_FILE
from letterkit.template.structure import TEMPLATE_FILE
from letterkit.workspace.places import (
    KINDS_FOLDER,
    LOCALES_FOLDER,
    SETTINGS_FILE,
    TEMPLATES_FOLDER,
    data_files_in,
    word_files_in,
)

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.letter import Letter
    from letterkit.workspace.opened import Workspace


def input_files(workspace: Workspace, letter: Letter) -> list[Path]:
    """Every file of a workspace that a letter is made from, by their names.

    The data and words of the letter and of its template, of people the files that hold those of
    this letter, all locale files and kinds, the settings and the letterheads. What else lies in
    these folders is not read, so it is none of them; pictures are known by their document.
    """
    root = workspace.root
    folders = [letter.folder]
    if letter.data.template is not None:
        folders.append(root / TEMPLATES_FOLDER / letter.data.template)
    found = {root / SETTINGS_FILE, *_files_of_people(workspace, letter)}
    for folder in folders:
        found |= {folder / LETTER_FILE, folder / TEMPLATE_FILE}
        found |= set(word_files_in(folder, Diagnostics(), root=root))
    for name in (LOCALES_FOLDER, KINDS_FOLDER):
        found |= set(data_files_in(root / name, Diagnostics(), root=root))
    letterhead = workspace.settings.letterhead
    if letterhead is not None:
        found |= {root / str(path) for path in letterhead.texts.values()}
    return sorted(path for path in found if path.is_file())


def kept_tables(workspace: Workspace, letter: Letter) -> dict[Path, bytes | None]:
    """What is kept of the tables of a letter's signatories in which rows are withheld."""
    return workspace.people.kept_tables(letter.data.signatories, letter.folder)


def _files_of_people(workspace: Workspace, letter: Letter) -> list[Path]:
    """The files that hold a letter's addressees, those who receive copies, and signatories."""
    data = letter.data
    named = (*data.addressees, *data.copies)
    return workspace.people.files(named, data.signatories, letter.folder)
