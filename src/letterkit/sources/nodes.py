"""Data as it was written: text, mappings and sequences that know their place.

Nothing is guessed: `NO`, `0031` and `22:30` are the text they are. A schema decides types later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostic, Origin


class DataText(str):
    """A string of a user's data with the place it stands in.

    It is a `str` in every respect; what a filter makes of it is a plain `str`, so an object of
    this class is known to be unchanged.

    `pronunciation`, `compound` and `letters` are what Turkish needs to know of a name where its
    spelling does not tell (see `letterkit.language.turkish`); None where nothing was said.

    `direction` is that in which the text runs (`ltr` or `rtl`) where it is known to be of a
    language; None where its letters alone tell.
    """

    __slots__ = ("compound", "direction", "letters", "origin", "pronunciation")

    origin: Origin
    pronunciation: str | None
    compound: bool | None
    letters: bool | None
    direction: str | None

    def __new__(
        cls,
        text: str,
        origin: Origin,
        *,
        pronunciation: str | None = None,
        compound: bool | None = None,
        letters: bool | None = None,
        direction: str | None = None,
    ) -> Self:
        """Text, and where it was written."""
        made = super().__new__(cls, text)
        made.origin = origin
        made.pronunciation = pronunciation
        made.compound = compound
        made.letters = letters
        made.direction = direction
        return made

    def changed(self, text: str, direction: str | None) -> DataText:
        """Another text in its stead that stands at the same place, and is spoken the same way."""
        return DataText(
            text,
            self.origin,
            pronunciation=self.pronunciation,
            compound=self.compound,
            letters=self.letters,
            direction=direction,
        )


class DataMapping(dict[DataText, Any]):
    """A mapping of a user's data; keys are `DataText`, so each key has its place."""

    __slots__ = ("origin",)

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin


class DataSequence(list[Any]):
    """A sequence of a user's data with the place where it begins."""

    __slots__ = ("origin",)

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin


class DataNothing:
    """A key or an item with nothing after it; is false."""

    __slots__ = ("origin",)

    def __init__(self, origin: Origin) -> None:
        self.origin = origin

    def __bool__(self) -> bool:
        return False


class DataFaulty(DataNothing):
    """Stands where something could not be read; the fault has been told, so nobody tells more.

    `faults` are what was told, where that is known: they hold back whoever asks for the value.
    """

    __slots__ = ("faults",)

    def __init__(self, origin: Origin, faults: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(origin)
        self.faults = faults


DataNode = DataText | DataMapping | DataSequence | DataNothing
