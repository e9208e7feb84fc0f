"""The logos of those who sign, evenly sized on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.document import Picture, PictureSheet
from letterkit.language.phrases import as_phrase
from letterkit.letter.views import logos_folder
from letterkit.people.pictures import logo_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letterkit.document import Block
    from letterkit.merge.occasion import Occasion
    from letterkit.people.signatories import SignatoryView

_COLUMNS = 4


def logos(occasion: Occasion) -> tuple[Block, ...]:
    """The logos in the order in which their owners sign, the late ones last, each once.

    Nothing where the letter names no folder of logos, or nobody who signs has one.
    """
    folder = logos_folder(occasion.letter)
    if folder is None:
        return ()
    found: dict[str, Picture] = {}
    for entry in _with_members((*occasion.signatories, *occasion.signatories.late)):
        file = logo_of(entry)
        if file is None or file in found or entry.personal_capacity:
            continue
        found[str(file)] = Picture(
            str(occasion.root / folder / file),
            tuple(as_phrase(entry.organisation or entry.name)),
            file.origin,
            written=f"{folder}/{file}",
        )
    columns = occasion.options.get("columns", _COLUMNS)
    count = columns if isinstance(columns, int) else _COLUMNS
    return (PictureSheet(count, tuple(found.values())),) if found else ()


def _with_members(signatories: Iterable[SignatoryView]) -> Iterator[SignatoryView]:
    """Those who sign, each coalition before its members."""
    for entry in signatories:
        yield entry
        yield from _with_members(entry.members_by_name)
