"""Brings together what recording a letter as sent needs: its making, its finals, the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.batch.release import release, tell_of_edited
from letterkit.batch.texts import about_letter, names_of
from letterkit.register.finals import read_finals
from letterkit.register.freezing import frozen_inputs
from letterkit.register.records import SentDocument, SentLetter
from letterkit.register.sending import send
from letterkit.workspace.inputs import input_files, kept_tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from letterkit.batch.release import Release
    from letterkit.diagnostics import Diagnostics
    from letterkit.people.localized import LocalizedText
    from letterkit.register import Register
    from letterkit.workspace import Workspace


def send_letter(
    workspace: Workspace,
    register: Register,
    name: str,
    day: date,
    *,
    finals: Sequence[Path],
    again: bool,
    problems: Diagnostics,
) -> SentLetter | None:
    """Record a letter as sent on a day; None where it or a final is at fault, which is told.

    A final stands instead of what is generated for its addressee in its language.
    """
    made = release(workspace, name, problems)
    if made is None:
        return None
    stems = [document.stem for document in made.documents]
    given = read_finals(finals, stems, problems)
    if given is None:
        return None
    files: dict[str, bytes] = {}
    documents: list[SentDocument] = []
    about = about_letter(made.letter)
    for document in made.documents:
        text = document.text
        final = given.get(document.stem)
        if final is None:
            files |= document.files
            tell_of_edited(workspace, document, name, problems)
        else:
            files |= final.files
            text = final.text or text
        receivers = names_of(each for _, each in document.recipients.addressees)
        documents.append(
            SentDocument(
                str(document.recipients.name), document.locale, f"{about} · {receivers}", text
            )
        )
    letter = made.letter
    record = SentLetter(
        letter=name,
        dated=letter.data.date,
        sent_on=day,
        reference=str(letter.data.reference or ""),
        subject=_first(letter.data.subject),
        addressees=_addressees(made),
        documents=tuple(documents),
    )
    if workspace.settings.references is not None and not record.reference:
        problems.warning(
            f"`{name}` was sent without a reference",
            letter.origin,
            f"`letterkit new reference {name}` draws one; it is done before a letter is sent",
        )
    inputs = frozen_inputs(
        workspace.root,
        [*input_files(workspace, letter), *made.pictures],
        kept=kept_tables(workspace, letter),
    )
    return send(register, record, files, inputs, problems, again=again)


def _addressees(made: Release) -> tuple[tuple[str, str], ...]:
    """The name of each addressee by the id, in a language that the letter is written in."""
    found: dict[str, str] = {}
    for document in made.documents:
        for identity, addressee in document.recipients.addressees:
            name = addressee.name or addressee.title or addressee.organisation
            found.setdefault(identity, _first(name, document.locale))
    return tuple(found.items())


def _first(text: LocalizedText | None, locale: str | None = None) -> str:
    """A text in a language, else in the first that it is given in."""
    if text is None:
        return ""
    found = text.in_locale(locale) if locale else None
    return str(found if found is not None else text.anywhere()[1])
