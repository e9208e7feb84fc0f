"""A letter as expressions and the kit see it in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language.language_names import is_same_language, language_name
from letterkit.language.vocabulary import DELIVERIES
from letterkit.people.localized import LocalizedText
from letterkit.people.localizer import ABSENT, Localizer, View

if TYPE_CHECKING:
    from datetime import date, datetime

    from letterkit.letter.data import Letter
    from letterkit.letter.press import EmbargoData, QuotationData
    from letterkit.sources.nodes import DataText


class EmbargoView(View):
    """Until when nothing may be published."""

    __slots__ = ("_embargo",)

    def __init__(self, embargo: EmbargoData, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._embargo = embargo

    @property
    def moment(self) -> datetime:
        """The moment, in its own zone."""
        return self._embargo.moment

    @property
    def place(self) -> DataText:
        """Whose time it is."""
        return self._localizer.phrase(self._embargo.place, "place")


class QuotationView(View):
    """Words of somebody else."""

    __slots__ = ("_quotation",)

    def __init__(self, quotation: QuotationData, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._quotation = quotation

    @property
    def speaker(self) -> DataText:
        """Who said them."""
        return self._localizer.name(self._quotation.speaker)

    @property
    def office(self) -> DataText:
        """What the speaker is."""
        return self._localizer.phrase(self._quotation.office, "office")

    @property
    def words(self) -> DataText:
        """What was said, without quotation marks."""
        return self._localizer.phrase(self._quotation.words, "quotation")


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
    def original(self) -> str:
        """The name of the language whose text prevails; nothing in that language itself."""
        original = self._letter.data.original
        profile = self._localizer.profile
        if original is None or is_same_language(original, profile.locale):
            return ABSENT
        name = language_name(profile, original)
        if name is None:
            self._localizer.problems.error(
                f"`{profile.locale}` has no name for the language `{original}`",
                original.origin,
                f"give `languages: {{{original}: …}}` in locales/{profile.language}.yaml",
            )
        return name or ABSENT

    @property
    def delivery(self) -> str:
        """How it is sent."""
        said = self._localizer.phrase(self._letter.data.delivery, "delivery")
        return self._localizer.profile.labels[said] if said in DELIVERIES else said

    @property
    def confidential(self) -> str:
        """The words that mark it as confidential."""
        mark = self._letter.data.confidential
        if isinstance(mark, LocalizedText):
            return self._localizer.phrase(mark, "mark of confidentiality")
        return self._localizer.profile.labels["confidential"] if mark else ABSENT

    @property
    def release_number(self) -> DataText:
        """The number of a statement to the press."""
        return self._letter.data.release_number or ABSENT

    @property
    def hashtags(self) -> tuple[DataText, ...]:
        """The hashtags of a statement, as they are written in this language."""
        return tuple(map(self._localizer.name, self._letter.data.hashtags))

    @property
    def embargo(self) -> EmbargoView | None:
        """Until when nothing may be published; None where there is no embargo."""
        data = self._letter.data.embargo
        return EmbargoView(data, self._localizer) if data else None

    @property
    def quotes(self) -> dict[str, QuotationView]:
        """The words of others that the letter quotes, by their keys."""
        return {
            str(key): QuotationView(data, self._localizer)
            for key, data in self._letter.data.quotes.items()
        }

    def _logos(self) -> DataText | None:
        return self._letter.data.logos

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


def logos_folder(view: LetterView) -> DataText | None:
    """The folder with the logos of those who sign, by its path from the workspace on."""
    return view._logos()  # noqa: SLF001 - no field that expressions should see
