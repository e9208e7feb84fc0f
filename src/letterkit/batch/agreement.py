"""Keeps what the quotations of a letter were agreed to say (see `letterkit.letter.agreed`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.batch.files import OutputError, write_whole
from letterkit.diagnostics import Diagnostics, Origin
from letterkit.letter.agreed import AGREED_FILE, agreed_text
from letterkit.workspace import LETTERS_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.letter import Letter
    from letterkit.letter.agreed import Agreement, Digests
    from letterkit.workspace import Workspace


def settle(workspace: Workspace, letter: Letter, problems: Diagnostics) -> None:
    """Record what is agreed now, if that is something else than before.

    A workspace that cannot be written is no fault: a note tells of it.
    """
    agreement = workspace.agreement(letter, Diagnostics())
    if agreement.recorded is None or agreement.settled == agreement.recorded:
        return
    try:
        _write(letter, agreement.settled)
    except OutputError as error:
        problems.note(
            error.diagnostic.message,
            _place(letter),
            "a quotation that changes in one language only is not found without it",
        )


def agreements(
    workspace: Workspace, letter: Letter, problems: Diagnostics
) -> list[tuple[Letter, Agreement]]:
    """What the quotations say that a letter prints: its own, and those of letters composed in it.

    A letter that cannot be read is left out, and told where it is put together.
    """
    found: dict[str, tuple[Letter, Agreement]] = {}

    def walk(here: Letter) -> None:
        found[here.name] = (here, workspace.agreement(here, problems))
        for entry in here.data.letters:
            inner = workspace.letter(str(entry.letter), Diagnostics())
            if inner is not None and inner.name not in found:
                walk(inner)

    walk(letter)
    return list(found.values())


def agreed_letters(workspace: Workspace, names: Iterable[str]) -> list[str]:
    """Those of these letters whose quotations say what was agreed."""
    return [
        letter.name
        for letter in _readable(workspace, names)
        if _is_agreed(workspace.agreement(letter, Diagnostics()))
    ]


def agree(workspace: Workspace, names: Iterable[str], problems: Diagnostics) -> list[str]:
    """Record that the quotations of these letters say the same; those for which that was new.

    A file at fault is written anew. A letter whose data cannot be read is left out.
    """
    return [
        letter.name
        for letter in _readable(workspace, names)
        if not _is_agreed(agreement := workspace.agreement(letter, Diagnostics()))
        and _recorded(letter, agreement, problems)
    ]


def _readable(workspace: Workspace, names: Iterable[str]) -> Iterator[Letter]:
    for name in names:
        letter = workspace.letter(name, Diagnostics())
        if letter is not None:
            yield letter


def _is_agreed(agreement: Agreement) -> bool:
    return agreement.present == agreement.recorded


def _recorded(letter: Letter, agreement: Agreement, problems: Diagnostics) -> bool:
    try:
        _write(letter, agreement.present)
    except OutputError as error:
        problems.error(
            error.diagnostic.message, _place(letter), "give yourself the right to write it"
        )
        return False
    return True


def _place(letter: Letter) -> Origin:
    return Origin(f"{LETTERS_FOLDER}/{letter.name}/{AGREED_FILE}")


def _write(letter: Letter, digests: Digests) -> None:
    write_whole(letter.folder / AGREED_FILE, agreed_text(digests).encode())
