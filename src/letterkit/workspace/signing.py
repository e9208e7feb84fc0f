"""Who signs the letters of a workspace, whether they agreed to, and what they were asked with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.letter.drafts import read_drafts
from letterkit.letter.version import WORKING, Stage
from letterkit.people.loading import signatories_of
from letterkit.workspace.consents import check_consents
from letterkit.workspace.places import shown_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.letter.drafts import Draft
    from letterkit.letter.version import Version
    from letterkit.people.loading import SignatoryList
    from letterkit.people.models import Director
    from letterkit.workspace.directory import Directory
    from letterkit.workspace.once import Once
    from letterkit.workspace.pictures import Pictures
    from letterkit.workspace.wording import Wording


class Signing:
    """Finds who signs a letter, and judges whether they may stand under it.

    `profile` gives what is known of a language, `director` who signs where nobody else does.
    """

    def __init__(
        self,
        root: Path,
        once: Once,
        people: Directory,
        wording: Wording,
        pictures: Pictures,
        profile: Callable[[str, Diagnostics], Profile | None],
        director: Callable[[], Director | None],
    ) -> None:
        self._root = root
        self._once = once
        self._people = people
        self._wording = wording
        self._pictures = pictures
        self._profile = profile
        self._director = director

    def lists(self, letter: Letter, problems: Diagnostics) -> list[SignatoryList]:
        """The lists of those who sign a letter, as far as they can be read."""
        return self._people.lists_of_signatories(letter.data.signatories, letter.folder, problems)

    def check(
        self, letter: Letter, problems: Diagnostics, *, version: Version = WORKING
    ) -> list[SignatoryList]:
        """The same; told besides who has not agreed, and what is wrong with their pictures."""
        found = Diagnostics()
        lists = self.lists(letter, found)
        problems.extend(found)
        drafts = self.drafts(letter, problems)
        agreed_to = partial(self.words_fingerprint, letter)
        check_consents(letter, lists, version, drafts, agreed_to, problems)
        self._pictures.check_logos(letter.data.logos, lists, problems, whole=not found.has_errors)
        if version.stage is not Stage.RELEASED:  # there the writer that shows them tells it
            named = signatories_of(lists)
            signing = named if letter.data.signatories else [self._director()]
            self._pictures.check_signatures(signing, problems)
        return lists

    def drafts(self, letter: Letter, problems: Diagnostics) -> Mapping[int, Draft]:
        """What was circulated of a letter as a draft, by number."""

        def load(found: Diagnostics) -> Mapping[int, Draft]:
            return read_drafts(letter.folder, found, shown=shown_in(self._root, letter.folder))

        return self._once("drafts", letter.name, load, problems)

    def words_fingerprint(self, letter: Letter, locale: str) -> str:
        """The words of a letter in a language, as a fingerprint; nothing for an unknown one."""
        profile = self._profile(locale, Diagnostics())
        return "" if profile is None else self._wording.fingerprint(letter, profile)
