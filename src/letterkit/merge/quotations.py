"""Quotations as keyed units: a changed quotation is changed in one place.

`{{ quotes.KEY }}` alone in a paragraph sets the words apart with who said them; in a sentence
`{{ quotes.KEY.words | quote }}` gives the words alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.document import Paragraph, Phrase, Quotation
from letterkit.language.phrases import as_phrase
from letterkit.language.quotes import quote
from letterkit.merge.filling import Fragment
from letterkit.merge.occasion import in_apposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.profile import Profile
    from letterkit.letter import LetterView
    from letterkit.letter.views import QuotationView
    from letterkit.sources.nodes import DataText


@dataclass(frozen=True, slots=True)
class QuotedWords(Fragment):
    """A quotation set apart, whose fields an expression may ask for."""

    view: QuotationView | None = None

    @property
    def speaker(self) -> DataText | None:
        """Who said it."""
        return self.view.speaker if self.view else None

    @property
    def office(self) -> DataText | None:
        """What the speaker is."""
        return self.view.office if self.view else None

    @property
    def words(self) -> DataText | None:
        """What was said, without quotation marks."""
        return self.view.words if self.view else None


class QuotedByKey(Mapping[str, QuotedWords]):
    """The quotations of a letter by their keys, as expressions find them in `quotes`.

    Each is looked up in the language only when it is asked for, so that one which only the words of
    another language quote needs no form in this one.
    """

    def __init__(self, letter: LetterView, profile: Profile) -> None:
        self._views = letter.quotes
        self._profile = profile

    def __getitem__(self, key: str) -> QuotedWords:
        return _quoted(self._views[key], self._profile)

    def __iter__(self) -> Iterator[str]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)

    def __contains__(self, key: object) -> bool:
        return key in self._views  # without making the quotation


def _quoted(view: QuotationView, profile: Profile) -> QuotedWords:
    said = quote(profile, as_phrase(view.words)) if view.words else Phrase()
    speaker = in_apposition(profile, view.speaker, view.office)
    block = Quotation((Paragraph(tuple(said)),), tuple(speaker))
    return QuotedWords((block,), view)
