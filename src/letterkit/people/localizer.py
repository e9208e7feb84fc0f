"""Looks up in one language what a user's data gives in several.

A proper name that a locale lacks is printed in the script it has, with a note; a title or a phrase
that is lacking is an error, told when it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.language import address
from letterkit.language.bidi import direction_in, value_direction
from letterkit.language.scripts import script_of_language
from letterkit.language.vocabulary import HONORIFICS
from letterkit.people.localized import EVERYWHERE
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import tell_again

if TYPE_CHECKING:
    from letterkit.language.profile import Profile
    from letterkit.language.vocabulary import Gender
    from letterkit.people.localized import LocalizedText

ABSENT = DataText("", Origin(""))
"""What a field gives that was left out: a condition on it is false, and to print it is a fault."""


@dataclass(frozen=True, slots=True)
class Localizer:
    """Looks texts up in one language, and tells of those that are lacking."""

    profile: Profile
    problems: Diagnostics

    def given(self, text: LocalizedText) -> DataText | None:
        """The text that the data gives for this language; None where it gives none.

        One that is at fault is told again, so that nothing is made in this language without it.
        """
        fault = text.fault_in(self.profile.locale) if text.faulty else None
        if fault is None:
            found = text.in_locale(self.profile.locale)
            if found is None or found is text.texts.get(EVERYWHERE):
                return found
            return self._directed(found)
        tell_again(fault, self.problems)
        return DataText("", fault.origin)  # it has been told, so printing it is no second fault

    def _directed(self, text: DataText) -> DataText:
        """A text of this language, which runs as the language does, however it begins."""
        own = self.profile.direction
        if value_direction(text) in {None, own}:
            return text
        return text if direction_in(text, own) is not own else text.changed(text, own)

    def name(self, text: LocalizedText | None) -> DataText:
        """A proper name, in the script it has where this language has none of its own."""
        if text is None:
            return ABSENT
        found = self.given(text)
        if found is not None:
            return found
        script = script_of_language(self.profile)
        locale, standing = text.anywhere(self.profile.direction, script)
        self.problems.note(
            f"the name `{standing}` has no form in `{self.profile.locale}`",
            text.origin,
            f"it is printed as in `{locale}`; add `{self.profile.locale}: …` for another form",
        )
        return standing

    def phrase(self, text: LocalizedText | None, what: str) -> DataText:
        """A title or phrase; where this language lacks it, that is an error."""
        if text is None:
            return ABSENT
        found = self.given(text)
        if found is not None:
            return self._directed(found)
        _, standing = text.anywhere()
        self.problems.error(
            f"the {what} `{standing}` is lacking in `{self.profile.locale}`",
            text.origin,
            f"add `{self.profile.locale}: …`",
        )
        return DataText("", text.origin)  # it has been told, so printing it is no second fault

    def honorific(self, text: LocalizedText | None, gender: Gender) -> DataText:
        """A title of respect as it is printed: in the language's words where data gives a key."""
        said = self.phrase(text, "honorific")
        if said not in HONORIFICS:
            return said
        return DataText(address.honorific(self.profile, said, gender), said.origin)


class View:
    """The base of views: a model and the language it is seen in."""

    __slots__ = ("_localizer",)

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
