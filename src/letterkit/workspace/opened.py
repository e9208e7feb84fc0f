"""A workspace, opened: finds what belongs to it by name, and loads each thing once.

What is found in a file is told to whoever asks for what stands in it, so that one letter's fault
does not hold back another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.document import Identity
from letterkit.language.locale_file import normalized
from letterkit.language.profile import load_profile
from letterkit.letter import (
    DEFAULT_KIND,
    LetterView,
    check_variables,
    free_variables,
    in_locale,
    load_letter,
)
from letterkit.merge.assembly import Assembly, Materials
from letterkit.people.loading import load_addressees, load_signatories
from letterkit.people.views import AddresseeView, Localizer, OrganisationView, SignatoriesView
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import validate
from letterkit.sources.text import read_text
from letterkit.sources.yaml import load_yaml
from letterkit.template.expressions import ExpressionEnvironment
from letterkit.template.structure import Template, load_kind, load_template
from letterkit.template.words import parse_words
from letterkit.workspace.places import (
    ADDRESSEES_FOLDER,
    KINDS_FOLDER,
    LETTERS_FOLDER,
    LOCALES_FOLDER,
    SETTINGS_FILE,
    SIGNATORIES_FOLDER,
    TEMPLATES_FOLDER,
    data_files_in,
    folders_in,
)
from letterkit.workspace.settings import Settings, unreadable_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.people.loading import SignatoryList
    from letterkit.people.models import Addressee
    from letterkit.template.structure import Kind
    from letterkit.template.words import Words

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those whom one copy of a letter is addressed to: one, several jointly, or nobody by name.

    `name` is what their files are called; `locale` the language in which they are best written to.
    """

    name: str
    addressees: tuple[tuple[str, Addressee], ...]

    @property
    def locale(self) -> str | None:
        """The first addressee's own language, where it is known."""
        own = (addressee.locale for _, addressee in self.addressees if addressee.locale)
        return next((normalized(locale) for locale in own), None)


class Workspace:
    """A workspace, opened: what its settings say, and everything else by its name.

    What is wrong with the settings is told to `problems`; `settings` then are what was readable.
    """

    def __init__(self, root: Path, problems: Diagnostics) -> None:
        self.root = root
        self._loaded: dict[tuple[str, str], tuple[object, Diagnostics]] = {}
        self.settings = self._settings(problems)

    def letter_names(self) -> list[str]:
        """The letters there are, by the names of their folders."""
        folders = folders_in(self.root / LETTERS_FOLDER, Diagnostics())
        return [folder.name for folder in folders]

    def template_names(self) -> list[str]:
        """The templates there are, by the names of their folders."""
        folders = folders_in(self.root / TEMPLATES_FOLDER, Diagnostics())
        return [folder.name for folder in folders]

    def addressee_ids(self) -> list[str]:
        """The ids of all addressees."""
        return [str(identity) for identity in self._addressees(Diagnostics())]

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

    def profile(self, locale: str, problems: Diagnostics) -> Profile | None:
        """All that is known of a locale; the same object each time."""
        folders = [self.root / LOCALES_FOLDER]
        return self._once(
            "profile", locale, lambda found: load_profile(locale, folders, found), problems
        )

    def recipients(
        self, letter: Letter, problems: Diagnostics, *, instead: Path | None = None
    ) -> list[Recipients]:
        """To whom a letter goes: a copy for each, or one for all where it is joint.

        `instead` is a file whose addressees stand instead of the letter's own.
        """
        if instead is not None:
            loaded = load_addressees(instead, problems, name=str(instead))
            entries = [(str(identity), addressee) for identity, addressee in loaded.items()]
        else:
            entries = self._named_addressees(letter.data.addressees, problems)
        if letter.data.joint or not entries:
            return [Recipients(letter.name, tuple(entries))]
        return [Recipients(identity, ((identity, addressee),)) for identity, addressee in entries]

    def assembly(self, letter: Letter, locale: str, problems: Diagnostics) -> Assembly | None:
        """A letter in one language, ready for its addressees; None where it cannot be put together.

        What is wrong with its words, its structure or the people in it is told.
        """
        profile = self.profile(locale, problems)
        structure = self._structure(letter, problems)
        organisation = self.settings.organisation
        if profile is None or structure is None:
            return None
        localizer = Localizer(profile, problems)
        environment = self._environment(profile)
        variables = self._variables(letter, structure, problems)
        copies = self._named_addressees(letter.data.copies, problems)
        lists = [self._signatories(name, problems) for name in letter.data.signatories]
        materials = Materials(
            root=self.root,
            profile=profile,
            environment=environment,
            letter=LetterView(letter, localizer),
            organisation=OrganisationView(organisation, localizer),
            signatories=SignatoriesView([each for each in lists if each], localizer),
            copies=tuple(AddresseeView(name, each, localizer) for name, each in copies),
            variables={name: in_locale(value, localizer) for name, value in variables.items()},
            parts=structure.parts_for(profile.locale),
            words=self._words(letter, environment, problems),
            identity=Identity(
                letter=letter.name,
                template=structure.name if isinstance(structure, Template) else "",
            ),
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

    def worded_locales(self, letter: Letter) -> set[str]:
        """The locales in which a letter has any words of its own, or its template has."""
        return {
            normalized(path.stem)
            for folder in self._word_folders(letter)
            for path in folder.glob("*.md")
            if path.stat().st_size
        }

    def check_unused(self, problems: Diagnostics) -> None:
        """Load what no letter may ask for (people, lists, templates), to tell of its faults."""
        self._addressees(problems)
        for path in data_files_in(self.root / SIGNATORIES_FOLDER, problems):
            self._signatories(DataText(path.stem, Origin(self._shown(path))), problems)
        for folder in folders_in(self.root / TEMPLATES_FOLDER, problems):
            self._template(DataText(folder.name, Origin(self._shown(folder))), problems)
        folders_in(self.root / LETTERS_FOLDER, problems)

    def _settings(self, problems: Diagnostics) -> Settings:
        node = load_yaml(self.root / SETTINGS_FILE, problems, name=SETTINGS_FILE)
        settings = None if node is None else validate(Settings, node, problems)
        return settings or unreadable_settings(SETTINGS_FILE)

    def _addressees(self, problems: Diagnostics) -> dict[DataText, Addressee]:
        return self._once("addressees", "", self._load_addressees, problems)

    def _load_addressees(self, problems: Diagnostics) -> dict[DataText, Addressee]:
        found: dict[DataText, Addressee] = {}
        for path in data_files_in(self.root / ADDRESSEES_FOLDER, problems):
            loaded = load_addressees(path, problems, name=self._shown(path))
            for identity, addressee in loaded.items():
                earlier = next((known for known in found if known == identity), None)
                if earlier is not None:
                    problems.error(
                        f"the addressee `{identity}` stands twice",
                        identity.origin,
                        f"the first stands at {earlier.origin}; give one of them another id",
                    )
                found.setdefault(identity, addressee)
        return found

    def _named_addressees(
        self, names: Iterable[DataText], problems: Diagnostics
    ) -> list[tuple[str, Addressee]]:
        """The addressees of these ids; those that there are not are told where they are named."""
        found: list[tuple[str, Addressee]] = []
        seen: dict[str, DataText] = {}
        for name in names:
            known = self._addressees(problems)
            if name in seen:
                problems.error(
                    f"`{name}` is named twice", name.origin, "one letter is enough; take one out"
                )
            elif name in known:
                found.append((str(name), known[name]))
            else:
                problems.error(
                    f"there is no addressee `{name}`",
                    name.origin,
                    nearest(name, map(str, known)) or f"describe them in {ADDRESSEES_FOLDER}/",
                )
            seen[str(name)] = name
        return found

    def _signatories(self, name: DataText, problems: Diagnostics) -> SignatoryList | None:
        path = self.root / SIGNATORIES_FOLDER / f"{name}.yaml"
        if not path.is_file():
            known = [each.stem for each in data_files_in(path.parent, Diagnostics())]
            problems.error(
                f"there are no signatories `{name}`",
                name.origin,
                nearest(name, known) or f"list them in {SIGNATORIES_FOLDER}/{name}.yaml",
            )
            return None
        return self._once(
            "signatories",
            str(name),
            lambda found: load_signatories(path, found, name=self._shown(path)),
            problems,
        )

    def _structure(self, letter: Letter, problems: Diagnostics) -> Template | Kind | None:
        """The template of a letter, or its kind where it has none."""
        kinds = [self.root / KINDS_FOLDER]
        template = letter.data.template
        if template is None:
            kind = letter.data.kind
            return self._once(
                "kind",
                str(kind or DEFAULT_KIND),
                lambda found: load_kind(
                    str(kind or DEFAULT_KIND),
                    kinds,
                    found,
                    origin=kind.origin if kind else letter.origin,
                    shown=self._shown,
                ),
                problems,
            )
        return self._template(template, problems)

    def _template(self, template: DataText, problems: Diagnostics) -> Template | None:
        folder = self.root / TEMPLATES_FOLDER / template
        if not folder.is_dir():
            problems.error(
                f"there is no template `{template}`",
                template.origin,
                nearest(template, self.template_names()),
            )
            return None
        return self._once(
            "template",
            str(template),
            lambda found: load_template(
                folder, [self.root / KINDS_FOLDER], found, shown=self._shown
            ),
            problems,
        )

    def _variables(
        self, letter: Letter, structure: Template | Kind, problems: Diagnostics
    ) -> dict[str, object]:
        if isinstance(structure, Template):
            return check_variables(
                letter.data.variables, structure.variables, letter.origin, problems
            )
        return free_variables(letter.data.variables)

    def _environment(self, profile: Profile) -> ExpressionEnvironment:
        return self._once(
            "environment",
            profile.locale,
            lambda _: ExpressionEnvironment(profile),
            Diagnostics(),
        )

    def _words(
        self,
        letter: Letter,
        environment: ExpressionEnvironment,
        problems: Diagnostics,
    ) -> tuple[Words, ...]:
        """The words of a locale: the letter's own, then its template's."""
        found: list[Words] = []
        for folder in self._word_folders(letter):
            path = self._word_file(folder, environment.profile)
            words = None if path is None else self._parsed(path, environment, problems)
            if words is not None:
                found.append(words)
        return tuple(found)

    def _parsed(
        self, path: Path, environment: ExpressionEnvironment, problems: Diagnostics
    ) -> Words | None:
        """The words of a file, parsed once for each locale that reads it."""
        name = self._shown(path)

        def load(found: Diagnostics) -> Words | None:
            text = read_text(path, found, name=name)
            return None if text is None else parse_words(text, name, environment, found)

        return self._once("words", f"{environment.profile.locale} {name}", load, problems)

    def _word_folders(self, letter: Letter) -> list[Path]:
        folders = [letter.folder]
        if letter.data.template is not None:
            folders.append(self.root / TEMPLATES_FOLDER / letter.data.template)
        return folders

    def _word_file(self, folder: Path, profile: Profile) -> Path | None:
        """The file of the locale, else that of its bare language."""
        names = dict.fromkeys((profile.locale, profile.language))
        paths = (folder / f"{name}.md" for name in names)
        return next((path for path in paths if path.exists()), None)

    def _shown(self, path: Path) -> str:
        """A file's name in diagnostics: from the workspace on."""
        inside = path.is_relative_to(self.root)
        return path.relative_to(self.root).as_posix() if inside else str(path)

    def _once(
        self,
        what: str,
        name: str,
        load: Callable[[Diagnostics], Loaded],
        problems: Diagnostics,
    ) -> Loaded:
        """Load a thing the first time it is asked for; what was found is told each time."""
        key = (what, name)
        if key not in self._loaded:
            found = Diagnostics()
            self._loaded[key] = (load(found), found)
        loaded, found = self._loaded[key]
        problems.extend(found)
        return loaded  # type: ignore[return-value]  # a key always holds what its load gives
