"""Quotations as keyed units: a changed quotation is changed in one place.

`{{ quotes.KEY }}` alone in a paragraph sets the words apart with who said them; in a sentence
`{{ quotes.KEY.words | quote }}` gives the words alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.document import Paragraph, Phrase, Quotation
from letterkit.language.phrases import as_phrase
from letterkit.language.quotes import quote
from letterkit.merge.filling import Fragment
from letterkit.merge.occasion import in_apposition

if TYPE_CHECKING:
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


def quoted_words(letter: LetterView, profile: Profile) -> dict[str, QuotedWords]:
    """The quotations of a letter by their keys, as expressions find them in `quotes`."""
    return {key: _quoted(view, profile) for key, view in letter.quotes.items()}


def _quoted(view: QuotationView, profile: Profile) -> QuotedWords:
    said = quote(profile, as_phrase(view.words)) if view.words else Phrase()
    speaker = in_apposition(profile, view.speaker, view.office)
    block = Quotation((Paragraph(tuple(said)),), tuple(speaker))
    return QuotedWords((block,), view)
