"""To whom a letter goes: to each addressee a copy, or one to all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.workspace.directory import Recipients

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.letter import Letter
    from letterkit.workspace.directory import Directory


def recipients_of(
    letter: Letter, people: Directory, problems: Diagnostics, instead: Path | None
) -> list[Recipients]:
    """A copy for each addressee, or one for all of a joint letter; none where a table holds nobody.

    Somebody whose entry is at fault is told, and holds back only what goes to them; a joint letter
    leaves nobody out. `instead` is a file whose addressees stand instead of the letter's own.
    """
    if instead is not None:
        found = Diagnostics()
        listed = people.addressees_of(instead, found, letter.data.table_of_addressees)
        problems.extend(found)
        whole = not found.has_errors
    else:
        listed, whole = people.addressees(letter.data.addressees, letter.folder, problems)
    if not listed and (instead is not None or letter.data.addressees):
        return []
    named = {str(each.name) for each in listed}
    for receiver in letter.data.copies:
        if receiver in named:
            problems.warning(
                f"`{receiver}` receives the letter, and a copy of it too",
                receiver.origin,
                "take them out of `copies`, or out of the addressees",
            )
    if letter.data.joint or not listed:
        those = tuple(
            (str(each.name), each.addressee) for each in listed if each.addressee is not None
        )
        return [Recipients(letter.name, those, whole=whole and len(those) == len(listed))]
    return [
        Recipients(
            each.name,
            () if each.addressee is None else ((str(each.name), each.addressee),),
            whole=each.addressee is not None,
            row=each.row,
            own_locale=each.locale,
        )
        for each in listed
    ]
