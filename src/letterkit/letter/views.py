"""A letter as expressions and the kit see it in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.people.localizer import ABSENT, Localizer

if TYPE_CHECKING:
    from datetime import date

    from letterkit.letter.data import Letter
    from letterkit.sources.nodes import DataText


class LetterView:
    """A letter as expressions see it in one language."""

    __slots__ = ("_letter", "_localizer")

    def __init__(self, letter: Letter, localizer: Localizer) -> None:
        self._letter = letter
        self._localizer = localizer

    @property
    def name(self) -> str:
        """The name of the letter's folder."""
        return self._letter.name

    @property
    def date(self) -> date:
        """The date that the letter bears."""
        return self._letter.data.date

    @property
    def place(self) -> DataText:
        """Where it was written."""
        return self._localizer.phrase(self._letter.data.place, "place")

    @property
    def reference(self) -> DataText:
        """Its reference number."""
        return self._letter.data.reference or ABSENT

    @property
    def subject(self) -> DataText:
        """What it is about."""
        return self._localizer.phrase(self._letter.data.subject, "subject")

    @property
    def courtesy(self) -> bool:
        """Whether names in the inside address have what custom sets before them."""
        return self._letter.data.courtesy

    @property
    def enclosures(self) -> tuple[DataText, ...]:
        """What lies with it."""
        return tuple(
            self._localizer.phrase(text, "enclosure") for text in self._letter.data.enclosures
        )
