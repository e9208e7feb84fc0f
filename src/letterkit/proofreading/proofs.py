"""The files of a workspace that hold words, read for proofreading."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.language.locale_file import is_locale_name, normalized
from letterkit.people.withheld import WITHHELD
from letterkit.proofreading.data import stretches_of_data, stretches_of_locale
from letterkit.proofreading.words import stretches_of_words
from letterkit.sources.nodes import DataMapping, DataSequence, DataText
from letterkit.sources.text import read_text
from letterkit.sources.yaml import parse_yaml
from letterkit.template.expressions import ExpressionEnvironment
from letterkit.workspace.places import (
    ADDRESSEES_FOLDER,
    LETTERS_FOLDER,
    LOCALES_FOLDER,
    SETTINGS_FILE,
    SIGNATORIES_FOLDER,
    TEMPLATES_FOLDER,
    data_files_in,
    shown_in,
    word_files_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.proofreading.stretches import Stretch
    from letterkit.workspace import Workspace


class Holds(StrEnum):
    """What a file has its words in."""

    WORDS = "words"
    DATA = "data"
    LOCALE = "locale"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a workspace that holds words.

    `unit` names what it is read with, where one word may not be spelt in two ways.
    """

    path: Path
    name: str
    holds: Holds
    locale: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file as it was read: its text with LF at the ends of lines, and its stretches of words."""

    source: Source
    text: str
    stretches: Sequence[Stretch]
    node: object = None
    environment: ExpressionEnvironment | None = None


@dataclass(slots=True)
class Reader:
    """Reads files of a workspace, in these locales alone where any are named."""

    workspace: Workspace
    locales: Sequence[str] = ()
    _environments: dict[str, ExpressionEnvironment] = field(default_factory=dict)

    def sources(self, letters: Sequence[str]) -> Iterator[Source]:
        """The files of these letters and of their templates; all there are where none is named."""
        root = self.workspace.root
        told = Diagnostics()  # what is wrong with files and their names is told elsewhere
        if not letters:
            yield Source(root / SETTINGS_FILE, SETTINGS_FILE, Holds.DATA, unit=SETTINGS_FILE)
            for folder in (ADDRESSEES_FOLDER, SIGNATORIES_FOLDER):
                for path in data_files_in(root / folder, told, root=root):
                    yield Source(path, shown_in(root, path), Holds.DATA, unit=SETTINGS_FILE)
            for path in data_files_in(root / LOCALES_FOLDER, told, root=root):
                if is_locale_name(path.stem) and self._profile(normalized(path.stem)):
                    name = shown_in(root, path)
                    yield Source(path, name, Holds.LOCALE, normalized(path.stem), name)
        chosen = letters or self.workspace.letter_names(told)
        templates = {} if letters else dict.fromkeys(self.workspace.template_names(told), "")
        for letter in chosen:
            found = self.workspace.letter(letter, Diagnostics())
            if found is not None and found.data.template is not None:
                templates[str(found.data.template)] = letter
            yield from self._folder(root / LETTERS_FOLDER / letter, letter)
        for template, letter in templates.items():
            yield from self._folder(root / TEMPLATES_FOLDER / template, letter or template)

    def read(self, source: Source) -> Proof | None:
        """A file, read; None where it cannot be, or is in no locale that is asked for."""
        if self.locales and source.locale and not self._is_wanted(source.locale):
            return None
        text = read_text(source.path, Diagnostics(), name=source.name)
        return None if text is None else self.proof(source, text)

    def proof(self, source: Source, text: str) -> Proof:
        """A text as a file of this kind."""
        if source.holds is Holds.WORDS:
            environment = self._environment(source.locale)
            stretches = stretches_of_words(text, source.name, environment)
            return Proof(source, text, stretches, environment=environment)
        problems = Diagnostics()
        node = parse_yaml(text, source.name, problems, hidden_kept=True)
        if source.holds is Holds.LOCALE:
            profile = self._environment(source.locale).profile
            return Proof(source, text, stretches_of_locale(node, text, profile), node)
        if problems.has_errors and WITHHELD in text:
            return Proof(source, text, [], node)  # nobody can say which words must not be shown
        found = stretches_of_data(node, text, self._profile, locale=_only_locale(node))
        if self.locales:
            found = [each for each in found if self._is_wanted(each.profile.locale)]
        return Proof(source, text, found, node)

    def _folder(self, folder: Path, unit: str) -> Iterator[Source]:
        root = self.workspace.root
        told = Diagnostics()
        for path in data_files_in(folder, told, root=root):
            yield Source(path, shown_in(root, path), Holds.DATA, unit=unit)
        for path in word_files_in(folder, told, root=root):
            locale = normalized(path.stem)
            if is_locale_name(locale) and self._profile(locale) is not None:
                yield Source(path, shown_in(root, path), Holds.WORDS, locale, unit)

    def _is_wanted(self, locale: str) -> bool:
        return any(each in {locale, locale.partition("-")[0]} for each in self.locales)

    def _profile(self, locale: str) -> Profile | None:
        return self.workspace.profile(locale, Diagnostics()) if is_locale_name(locale) else None

    def _environment(self, locale: str) -> ExpressionEnvironment:
        if locale not in self._environments:
            profile = self._profile(locale)
            assert profile is not None  # noqa: S101 - sources are made of known locales only
            self._environments[locale] = ExpressionEnvironment(profile)
        return self._environments[locale]


def _only_locale(node: object) -> str | None:
    """The language of a letter that is in one language alone."""
    if not isinstance(node, DataMapping):
        return None
    locales = node.get(DataText("locales", node.origin))
    if isinstance(locales, DataSequence) and len(locales) == 1:
        locales = locales[0]
    return normalized(locales) if isinstance(locales, DataText) else None
