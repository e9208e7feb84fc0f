"""A workspace, opened: finds what belongs to it by name, and loads each thing once.

What is found in a file is told to whoever asks for what stands in it, so that one letter's fault
does not hold back another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Identity
from letterkit.language.profile import known_locales, load_profile
from letterkit.letter import LetterView, in_locale, load_letter
from letterkit.letter.agreed import agreement_of
from letterkit.letter.version import WORKING
from letterkit.letterhead import load_letterhead
from letterkit.merge.assembly import Assembly
from letterkit.merge.completeness import lacking_parts
from letterkit.merge.materials import Materials
from letterkit.merge.relay import Relay
from letterkit.people.loading import signatories_of
from letterkit.people.localizer import Localizer
from letterkit.people.signatories import SignatoriesView
from letterkit.people.views import AddresseeView, OrganisationView
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import validate
from letterkit.sources.yaml import load_yaml
from letterkit.template.expressions import ExpressionEnvironment
from letterkit.template.structure import Template
from letterkit.workspace.composing import composed
from letterkit.workspace.directory import Directory
from letterkit.workspace.once import Once
from letterkit.workspace.pictures import Pictures
from letterkit.workspace.places import (
    LETTERS_FOLDER,
    LOCALES_FOLDER,
    SETTINGS_FILE,
    TEMPLATES_FOLDER,
    data_files_in,
    folders_in,
    shown_in,
)
from letterkit.workspace.recipients import recipients_of
from letterkit.workspace.settings import Settings, readable_settings
from letterkit.workspace.signing import Signing
from letterkit.workspace.structures import Structures
from letterkit.workspace.tables import Tables
from letterkit.workspace.variables import (
    Uses,
    names_in_structure,
    names_in_words,
    typed_variables,
)
from letterkit.workspace.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.letter.agreed import Agreement
    from letterkit.letter.version import Version
    from letterkit.letterhead import Letterhead
    from letterkit.template.structure import Kind
    from letterkit.workspace.directory import Recipients


class Workspace:
    """A workspace, opened: what its settings say, and everything else by its name.

    What is wrong with the settings is told to `problems`; `settings` then are what was readable.
    `people` finds addressees and signatories.
    """

    def __init__(self, root: Path, problems: Diagnostics) -> None:
        self.root = root
        self._once = Once()
        self._tables = Tables(root, self._once, self._row_environment, self.locale_names)
        self.people = Directory(root, self._once, self._tables)
        self._structures = Structures(root, self._once, self.locale_names)
        self._wording = Wording(root, self._once)
        self.settings = self._settings(problems)
        self._pictures = Pictures(root, self._once)
        self.signing = Signing(
            root,
            self._once,
            self.people,
            self._wording,
            self._pictures,
            self.profile,
            lambda: self.settings.organisation.director,
        )

    def letter_names(self, problems: Diagnostics | None = None) -> list[str]:
        """The letters there are, by the names of their folders."""
        found = Diagnostics() if problems is None else problems
        return [path.name for path in folders_in(self.root / LETTERS_FOLDER, found, root=self.root)]

    def template_names(self, problems: Diagnostics | None = None) -> list[str]:
        """The templates there are, by the names of their folders."""
        return self._structures.template_names(problems)

    def addressee_ids(self) -> list[str]:
        """The ids of all addressees."""
        return self.people.addressee_ids()

    def locale_names(self) -> list[str]:
        """The locales there are files for, ours and those of this workspace."""
        return known_locales([self.root / LOCALES_FOLDER])

    def letter(
        self, name: str, problems: Diagnostics, *, dated: date | None = None
    ) -> Letter | None:
        """The letter in a folder; None where its data is at fault."""
        return self._once(
            "letter",
            name,
            lambda found: load_letter(
                self.root / LETTERS_FOLDER / name,
                found,
                shown=f"{LETTERS_FOLDER}/{name}",
                dated=dated,
            ),
            problems,
        )

    def agreement(self, letter: Letter, problems: Diagnostics) -> Agreement:
        """What the quotations of a letter say, against what was agreed; read anew each time."""
        return agreement_of(letter, problems, shown=self._shown(letter.folder))

    def letterhead(
        self, profile: Profile, problems: Diagnostics, *, beside: Profile | None = None
    ) -> Letterhead | None:
        """The house's own letterhead for a locale; None where letters stand on ours.

        With another language `beside` it, it is one for letters in both. One that cannot be used
        is told.
        """
        named = self.settings.letterhead
        path = named.in_locale(profile.locale) if named else None
        if path is None:
            if named is not None:
                problems.note(
                    f"there is no letterhead in `{profile.locale}`",
                    named.origin,
                    f"letters stand on ours; add `{profile.locale}: …` for one of the house",
                )
            return None
        file = self.root / path
        if not file.is_file() or not file.resolve().is_relative_to(self.root):
            problems.error(
                f"there is no letterhead `{path}`",
                path.origin,
                "its path begins at the folder of letterkit.yaml",
            )
            return None
        return self._once(
            "letterhead",
            "+".join(one.locale for one in (profile, beside) if one is not None),
            lambda found: load_letterhead(file, profile, found, name=str(path), beside=beside),
            problems,
        )

    def profile(self, locale: str, problems: Diagnostics) -> Profile | None:
        """All that is known of a locale; the same object each time.

        That nothing is known of it is told at the place where the data names it.
        """

        def load(found: Diagnostics) -> Profile | None:
            folder = self.root / LOCALES_FOLDER
            data_files_in(folder, found, root=self.root)  # told where it cannot be read
            return load_profile(locale, [folder], found)

        found = Diagnostics()
        profile = self._once("profile", locale, load, found)
        place = locale.origin if isinstance(locale, DataText) else None
        for diagnostic in found:
            problems.add(replace(diagnostic, origin=diagnostic.origin or place))
        return profile

    def recipients(
        self, letter: Letter, problems: Diagnostics, *, instead: Path | None = None
    ) -> list[Recipients]:
        """To whom a letter goes: a copy for each, or one for all where it is joint.

        Somebody whose entry is at fault is told, and holds back only what goes to them. `instead`
        is a file whose addressees stand instead of the letter's own; where there is nobody in it,
        the letter goes nowhere.
        """
        return recipients_of(letter, self.people, problems, instead)

    def assembly(
        self,
        letter: Letter,
        locale: str,
        problems: Diagnostics,
        *,
        version: Version = WORKING,
    ) -> Assembly | None:
        """A letter in one language, ready for its addressees; None where it cannot be put together.

        What is wrong with its words, its structure or the people in it is told.
        """
        profile = self.profile(locale, problems)
        structure = self._structures.of(letter, problems)
        if profile is None or structure is None:
            return None
        relay = Relay(problems)
        localizer = Localizer(profile, relay)
        environment = self._environment(profile)
        words, whole = self._wording.words(letter, environment, problems)
        self._wording.check_original(letter, problems)
        uses = Uses(
            profile.locale,
            self._names_asked(letter, structure, environment),
            lambda: self._asked_elsewhere(letter, structure, profile.locale),
        )
        variables = typed_variables(letter, structure, uses, problems)
        copies = self.people.copied(letter.data.copies, problems)
        lists = self.signing.check(letter, problems, version=version)
        materials = Materials(
            root=self.root,
            profile=profile,
            environment=environment,
            letter=LetterView(letter, localizer),
            organisation=OrganisationView(self.settings.organisation, localizer),
            signatories=SignatoriesView(lists, localizer, letter.data.date),
            copies=tuple(AddresseeView(name, each, localizer) for name, each in copies),
            variables={
                name: in_locale(value, localizer)
                for name, value in variables.values.items()
                if uses.asks(name)
            },
            faulty=variables.faulty,
            parts=structure.parts_for(profile.locale),
            words=words,
            words_are_whole=whole,
            words_place=self._wording.place(letter, locale),
            origin=letter.origin,
            given=letter.given(profile.locale),
            version=version,
            articles=composed(letter, localizer, self, problems, version=version),
            look_at=self._pictures.look_at,
            identity=Identity(
                letter=letter.name,
                template=structure.name if isinstance(structure, Template) else "",
            ),
            relay=relay,
        )
        return Assembly(materials, problems)

    def recipient_views(
        self, recipients: Recipients, profile: Profile, problems: Diagnostics
    ) -> tuple[AddresseeView, ...]:
        """The addressees of one copy as they are seen in a language."""
        localizer = Localizer(profile, problems)
        return tuple(
            AddresseeView(identity, addressee, localizer)
            for identity, addressee in recipients.addressees
        )

    def begun_locales(self, letter: Letter) -> set[str]:
        """The locales in which something is written in the letter's own file of words."""
        return self._wording.begun(letter)

    def check_unused(self, problems: Diagnostics) -> None:
        """Read all that no letter may ask for, to tell of its faults.

        The languages of the settings, people, lists, kinds, templates, locale files, and words in
        every language, those of a letter whose data cannot be read included.
        """
        for asked in self.settings.locales:
            self.profile(asked, problems)
        self.people.check_addressees(problems)
        lists = self.people.check_signatories(problems)
        signing = (self.settings.organisation.director, *signatories_of(lists))
        self._pictures.check_signatures(signing, problems)
        self._structures.check_kinds(problems)
        for path in data_files_in(self.root / LOCALES_FOLDER, problems, root=self.root):
            self.profile(DataText(path.stem, Origin(self._shown(path))), problems)
        templates, letters = (
            folders_in(self.root / folder, problems, root=self.root)
            for folder in (TEMPLATES_FOLDER, LETTERS_FOLDER)
        )
        self._structures.check_templates(templates, problems)
        folders = [*templates, *letters]
        for locale, path in self._wording.files_in(folders, self.locale_names(), problems):
            profile = self.profile(locale, problems)
            if profile is not None:
                self._wording.parsed(path, self._environment(profile), problems)

    def _settings(self, problems: Diagnostics) -> Settings:
        node = load_yaml(self.root / SETTINGS_FILE, problems, name=SETTINGS_FILE)
        settings = None if node is None else validate(Settings, node, problems)
        return settings or readable_settings(node, SETTINGS_FILE)

    def _row_environment(self) -> ExpressionEnvironment | None:
        """What reads conditions on rows of tables, in whichever language: nothing is printed."""
        profile = self.profile(self.settings.locales[0], Diagnostics())
        return None if profile is None else self._environment(profile)

    def _environment(self, profile: Profile) -> ExpressionEnvironment:
        return self._once(
            "environment",
            profile.locale,
            lambda _: ExpressionEnvironment(profile),
            Diagnostics(),
        )

    def _names_asked(
        self,
        letter: Letter,
        structure: Template | Kind,
        environment: ExpressionEnvironment,
        *,
        awaited: bool = True,
    ) -> frozenset[str] | None:
        """The names that a letter's words in a language ask for; None where nobody can say.

        That is where they cannot be read, or where some are lacking that are `awaited`.
        """
        found = Diagnostics()
        words, _ = self._wording.words(letter, environment, found)
        parts = structure.parts_for(environment.profile.locale)
        if found.has_errors or (awaited and lacking_parts(parts, words)):
            return None
        return names_in_words(words) | names_in_structure(parts, environment)

    def _asked_elsewhere(
        self, letter: Letter, structure: Template | Kind, locale: str
    ) -> Mapping[str, frozenset[str] | None]:
        """The same for all other languages in which the letter or its template has words."""
        own, shared = self._wording.locales(letter)
        awaited = {*map(str, letter.locales or self.settings.locales), *own}
        asked: dict[str, frozenset[str] | None] = {}
        for other in sorted({*awaited, *shared} - {str(locale)}):
            profile = self.profile(other, Diagnostics())
            if profile is not None:
                asked[other] = self._names_asked(
                    letter, structure, self._environment(profile), awaited=other in awaited
                )
        return asked

    def _shown(self, path: Path) -> str:
        return shown_in(self.root, path)
