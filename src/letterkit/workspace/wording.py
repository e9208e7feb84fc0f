"""The files of words: a letter's own and its template's, in each language."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.language.language_names import is_same_language
from letterkit.language.locale_file import is_locale_name, normalized
from letterkit.letter.drafts import fingerprint_of_words
from letterkit.sources.text import read_text
from letterkit.template.words import parse_words
from letterkit.workspace.places import TEMPLATES_FOLDER, shown_in, word_files_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.template.expressions import ExpressionEnvironment
    from letterkit.template.words import Words
    from letterkit.workspace.once import Once


class Wording:
    """Finds the words of letters, and parses each file once for each locale that reads it."""

    def __init__(self, root: Path, once: Once) -> None:
        self._root = root
        self._once = once

    def words(
        self, letter: Letter, environment: ExpressionEnvironment, problems: Diagnostics
    ) -> tuple[tuple[Words, ...], bool]:
        """The words of a letter in a locale: its own, then its template's.

        An own file with nothing in it is as if it were not there where the template has words.
        Also whether they are all there is: False where a file could not be read.
        """
        profile = environment.profile
        found: list[Words] = []
        before = Diagnostics()
        files = [self._files_for(profile, folder, before) for folder in self._folders(letter)]
        problems.extend(before)
        whole = not before.has_errors
        if any(_holds_something(path) for shared in files[1:] for path in shared):
            # What `letterkit new` has begun, and nobody has written yet, hides no shared words.
            files = [[path for path in each if _holds_something(path)] for each in files]
        for path in (each[0] for each in files if each):
            words = self.parsed(path, environment, problems)
            if words is not None:
                found.append(words)
            whole = whole and words is not None
        if whole and not found:
            whole = False
            problems.error(
                f"the letter has no words in `{profile.locale}`",
                letter.origin,
                f"write plain paragraphs into {self.place(letter, profile.locale)}",
            )
        return tuple(found), whole

    def check_original(self, letter: Letter, problems: Diagnostics) -> None:
        """Tell where a letter has no words in the language that it calls its original."""
        original = letter.data.original
        if original is None:
            return
        own, shared = self.locales(letter)
        if not any(is_same_language(original, locale) for locale in (*own, *shared)):
            problems.error(
                f"the letter has no words in `{original}`, its original",
                original.origin,
                f"write them into {self.place(letter, original)}, or name another language",
            )

    def fingerprint(self, letter: Letter, profile: Profile) -> str:
        """The words of a letter in a locale, as a fingerprint: another where they are others."""
        files = [self._files_for(profile, each, Diagnostics()) for each in self._folders(letter)]
        texts = [read_text(each[0], Diagnostics()) or "" for each in files if each]
        return fingerprint_of_words("\n".join(texts))

    def place(self, letter: Letter, locale: str) -> str:
        """Where a letter's own words in a locale stand, or would stand."""
        return shown_in(self._root, letter.folder / f"{locale}.md")

    def parsed(
        self, path: Path, environment: ExpressionEnvironment, problems: Diagnostics
    ) -> Words | None:
        """The words of a file; None where it cannot be read."""
        name = shown_in(self._root, path)

        def load(found: Diagnostics) -> Words | None:
            text = read_text(path, found, name=name)
            return None if text is None else parse_words(text, name, environment, found)

        return self._once("words", f"{environment.profile.locale} {name}", load, problems)

    def locales(self, letter: Letter) -> tuple[list[str], list[str]]:
        """The locales in which the letter has a file of words of its own, and its template has."""
        folder, *shared = self._folders(letter)
        return (
            list(self._by_locale(folder, Diagnostics())),
            [locale for each in shared for locale in self._by_locale(each, Diagnostics())],
        )

    def begun(self, letter: Letter) -> set[str]:
        """The locales in which something is written in the letter's own file of words."""
        return {
            locale
            for locale, path in self._by_locale(letter.folder, Diagnostics()).items()
            if _holds_something(path)
        }

    def files_in(
        self, folders: Iterable[Path], known: Sequence[str], problems: Diagnostics
    ) -> list[tuple[str, Path]]:
        """Every file of words in these folders, with its locale; others are told of."""
        found: list[tuple[str, Path]] = []
        for folder in folders:
            self._by_locale(folder, problems)
            for path in word_files_in(folder, problems, root=self._root):
                locale = normalized(path.stem)
                if is_locale_name(locale) and locale.partition("-")[0] in known:
                    found.append((locale, path))
                    continue
                problems.warning(
                    f"`{path.name}` is used by no letter: no language is called `{path.stem}`",
                    Origin(shown_in(self._root, path)),
                    nearest(path.stem, known),
                )
        return found

    def _files_for(self, profile: Profile, folder: Path, problems: Diagnostics) -> list[Path]:
        """The files of words that serve a locale: its own, then that of its language."""
        files = self._by_locale(folder, problems)
        return [files[name] for name in (profile.locale, profile.language) if name in files]

    def _by_locale(self, folder: Path, problems: Diagnostics) -> dict[str, Path]:
        found: dict[str, Path] = {}
        files = word_files_in(folder, problems, root=self._root)
        for path in sorted(files, key=lambda path: normalized(path.stem) != path.stem):
            locale = normalized(path.stem)
            earlier = found.setdefault(locale, path)
            if earlier != path:
                problems.warning(
                    f"`{path.name}` is not read: the words in `{locale}` stand in `{earlier.name}`",
                    Origin(shown_in(self._root, path)),
                    f"move what is needed into `{earlier.name}`",
                )
        return found

    def _folders(self, letter: Letter) -> list[Path]:
        folders = [letter.folder]
        if letter.data.template is not None:
            folders.append(self._root / TEMPLATES_FOLDER / letter.data.template)
        return folders


def _holds_something(path: Path) -> bool:
    """Whether anything but white space stands in a file."""
    try:
        return bool(path.read_bytes().removeprefix(BOM_UTF8).strip())
    except OSError:
        return True  # what it is will be told when it is read
