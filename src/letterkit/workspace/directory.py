"""The people of a workspace: its addressees by their ids, its lists of signatories by name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.language import casing
from letterkit.people.completion import NAMES_FILE, Completions, completed, read_completions
from letterkit.people.doubles import tell_of_doubles
from letterkit.people.loading import load_addressees, load_signatories, signatories_of
from letterkit.people.sheet_reference import SHEET_SUFFIXES, SheetReference, names_sheet
from letterkit.people.tables import Listed
from letterkit.sources.nodes import DataText
from letterkit.workspace.places import (
    ADDRESSEES_FOLDER,
    SIGNATORIES_FOLDER,
    data_files_in,
    files_named_in,
    shown_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from letterkit.people.loading import SignatoryList
    from letterkit.people.models import Addressee
    from letterkit.workspace.once import Once
    from letterkit.workspace.tables import Tables


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those whom one copy of a letter is addressed to: one, several jointly, or nobody by name.

    `name` is what their files are called, with its place where the data says it. Not `whole` is a
    copy of which somebody could not be read, so that it cannot be sent. `row` is the place of the
    row of a table that they come from, and `own_locale` the language in that row.
    """

    name: str
    addressees: tuple[tuple[str, Addressee], ...]
    whole: bool = True
    row: Origin | None = None
    own_locale: DataText | None = None

    @property
    def locale(self) -> DataText | None:
        """The first addressee's own language, where it is known."""
        if self.own_locale is not None:
            return self.own_locale
        for _, addressee in self.addressees:
            if addressee.locale:
                return addressee.locale
        return None


@dataclass(slots=True)
class _Addressees:
    """What the files of addressees hold.

    `faulty` are ids whose entry is told to be wrong; not `whole` is a collection of which a file
    could not be read, so that nobody knows which ids it would have had.
    """

    entries: dict[str, Addressee] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    places: dict[str, Origin] = field(default_factory=dict)
    whole: bool = True

    def add_file(self, path: Path, problems: Diagnostics, *, name: str) -> None:
        """Add what a file holds."""
        found = Diagnostics()
        faulty: set[DataText] = set()
        entries = load_addressees(path, found, name=name, faulty=faulty)
        problems.extend(found)
        if found.has_errors and not entries and not faulty:
            self.whole = False
        for identity in sorted((*entries, *faulty), key=lambda each: each.origin):
            earlier = self.places.setdefault(str(identity), identity.origin)
            if earlier != identity.origin:
                problems.error(
                    f"the addressee `{identity}` stands twice",
                    identity.origin,
                    f"the first stands at {earlier}; give one of them another id",
                )
                self.faulty.add(str(identity))
        for identity, addressee in entries.items():
            self.entries.setdefault(str(identity), addressee)
        self.faulty |= set(map(str, faulty))

    def named(self, names: Iterable[DataText], problems: Diagnostics) -> list[Listed]:
        """The addressees of these ids.

        An id that there is not is told where it is named; what is wrong with an entry has been
        told where it stands.
        """
        found: dict[str, Listed] = {}
        for name in names:
            if name in found:
                problems.error(
                    f"`{name}` is named twice", name.origin, "one letter is enough; take one out"
                )
                continue
            usable = name in self.entries and name not in self.faulty
            found[str(name)] = Listed(name, self.entries[name] if usable else None)
            if name not in self.places and self.whole:
                problems.error(
                    f"there is no addressee `{name}`",
                    name.origin,
                    nearest(name, self.places) or f"describe them in {ADDRESSEES_FOLDER}/",
                )
        return list(found.values())


class Directory:
    """Finds people by the names that letters call them."""

    def __init__(self, root: Path, once: Once, tables: Tables) -> None:
        self._root = root
        self._once = once
        self._tables = tables

    def addressee_ids(self) -> list[str]:
        """The ids of all addressees."""
        return list(self._addressees(Diagnostics()).places)

    def check_addressees(self, problems: Diagnostics) -> None:
        """Tell what is wrong with any addressee."""
        self._addressees(problems)

    def addressees(
        self, names: Iterable[DataText | SheetReference], folder: Path, problems: Diagnostics
    ) -> tuple[list[Listed], bool]:
        """The addressees of these ids and tables, and whether every table could be read.

        What is wrong with one of them is told. `folder` is that of the letter, where its own tables
        may stand.
        """
        whole = True
        found: list[Listed] = []
        ids: list[DataText] = []
        for name in names:
            if isinstance(name, SheetReference):
                those = self._tables.addressees(name, folder, problems)
                whole = whole and bool(those)
                found += those
            else:
                ids.append(name)
        named = self._addressees(problems).named(ids, problems) if ids else []
        return _each_once([*named, *found], problems), whole

    def addressees_of(
        self, path: Path, problems: Diagnostics, reference: SheetReference | None = None
    ) -> list[Listed]:
        """Everybody in a file, wherever it is; told where that is nobody.

        `reference` is what the letter says of the columns of its own table, for another like it.
        """
        if names_sheet(path.name):
            return self._tables.addressees_of(path, problems, reference)
        listed = _Addressees()
        found = Diagnostics()
        listed.add_file(path, found, name=str(path))
        if not listed.places and not found.has_errors:
            found.error(
                "nobody stands in the file",
                Origin(str(path)),
                "write `an-id:`, and what is known below it",
            )
        problems.extend(found)
        return [
            Listed(
                DataText(identity, place),
                None if identity in listed.faulty else listed.entries[identity],
            )
            for identity, place in listed.places.items()
        ]

    def copied(
        self, names: Iterable[DataText], problems: Diagnostics
    ) -> list[tuple[str, Addressee]]:
        """Those who receive a copy; the letter cannot name one whose entry is at fault."""
        known = self._addressees(Diagnostics())
        found: list[tuple[str, Addressee]] = []
        for each in known.named(names, problems):
            name = each.name
            if each.addressee is not None:
                found.append((str(name), each.addressee))
            elif name in known.places:
                problems.error(
                    f"a copy to `{name}` cannot be announced, since the entry has faults",
                    name.origin,
                    f"mend it at {known.places[name]}",
                )
            elif not known.whole:
                problems.error(
                    f"a copy to `{name}` cannot be announced, since the entry cannot be read",
                    name.origin,
                    f"mend the files in {ADDRESSEES_FOLDER}/ first",
                )
        return found

    def lists_of_signatories(
        self, names: Iterable[DataText | SheetReference], folder: Path, problems: Diagnostics
    ) -> list[SignatoryList]:
        """The lists that a letter names, as far as they can be read; told who stands in two."""
        found = [self.signatories(name, folder, problems) for name in names]
        completions = self.completions(problems) if any(found) else Completions()
        lists = [completed(each, completions) for each in found if each]
        if len(lists) > 1:
            tell_of_doubles(signatories_of(lists), problems)
        return lists

    def completions(self, problems: Diagnostics) -> Completions:
        """The forms of names that a translator has filled in."""
        languages = [casing.language_of(each) for each in self._tables.locales()]

        def load(found: Diagnostics) -> Completions:
            return read_completions(self._root / NAMES_FILE, languages, found, name=NAMES_FILE)

        return self._once("completions", NAMES_FILE, load, problems)

    def signatories(
        self, name: DataText | SheetReference, folder: Path, problems: Diagnostics
    ) -> SignatoryList | None:
        """The list of signatories of a name, or in a table; None where it cannot be read.

        That is told. `folder` is that of the letter, where its own tables may stand.
        """
        if isinstance(name, SheetReference):
            return self._tables.signatories(name, folder, problems)
        found = Diagnostics()
        files: dict[str, Path] = {}
        for path in self._signatory_files(found):
            files.setdefault(path.stem, path)
        if name not in files:
            problems.extend(found)
            if not found.has_errors:
                problems.error(
                    f"there are no signatories `{name}`",
                    name.origin,
                    nearest(name, files) or f"list them in {SIGNATORIES_FOLDER}/{name}.yaml",
                )
            return None
        return self.signatories_of(files[name], problems)

    def signatories_of(self, path: Path, problems: Diagnostics) -> SignatoryList | None:
        """The list of signatories in a file."""
        if path.suffix in SHEET_SUFFIXES:
            return self._tables.signatories_of(path, problems)
        name = shown_in(self._root, path)
        return self._once(
            "signatories", name, lambda found: load_signatories(path, found, name=name), problems
        )

    def check_signatories(self, problems: Diagnostics) -> list[SignatoryList]:
        """All lists of signatories; what is wrong with any of them is told."""
        found: list[SignatoryList] = []
        seen: dict[str, Path] = {}
        for path in self._signatory_files(problems):
            # Only a letter knows what the columns of a table are.
            read = None if path.suffix in SHEET_SUFFIXES else self.signatories_of(path, problems)
            if read is not None:
                found.append(read)
            earlier = seen.setdefault(path.stem, path)
            if earlier != path:
                problems.error(
                    f"two files are called `{path.stem}`",
                    Origin(shown_in(self._root, path)),
                    f"`{earlier.name}` is the one that letters name; give this one another name",
                )
        return found

    def files(
        self,
        addressees: Iterable[DataText | SheetReference],
        signatories: Iterable[DataText | SheetReference],
        folder: Path,
    ) -> list[Path]:
        """The files that hold these people and lists, as far as there are any.

        `folder` is that of the letter, where its own tables may stand.
        """
        places = self._addressees(Diagnostics()).places
        addressees, signatories = tuple(addressees), tuple(signatories)
        found = [
            self._root / places[str(name)].path
            for name in addressees
            if isinstance(name, DataText) and name in places
        ]
        found += self._tables.files(addressees, signatories, folder)
        listed = self._signatory_files(Diagnostics())
        by_name = {path.stem: path for path in reversed(listed)}
        names = [str(name) for name in signatories if isinstance(name, DataText)]
        return [*found, *(by_name[name] for name in names if name in by_name)]

    def kept_tables(
        self, signatories: Iterable[DataText | SheetReference], folder: Path
    ) -> dict[Path, bytes | None]:
        """What is kept of the tables among these lists in which rows are withheld.

        None where nobody can say who they are.
        """
        found: dict[Path, bytes | None] = {}
        for name in signatories:
            read = self.signatories(name, folder, Diagnostics())
            if read is None or not any(group.withheld for group in read.groups):
                continue
            named: list[Path | SheetReference] = (
                [name]
                if isinstance(name, SheetReference)
                else [each for each in self.files((), (name,), folder) if names_sheet(each.name)]
            )
            kept = (self._tables.kept(each, folder) for each in named)
            found.update(each for each in kept if each is not None)
        return found

    def _signatory_files(self, problems: Diagnostics) -> list[Path]:
        """The files that hold a list each: YAML files, then tables."""
        folder = self._root / SIGNATORIES_FOLDER
        lists = data_files_in(folder, problems, root=self._root, besides=SHEET_SUFFIXES)
        return [*lists, *files_named_in(folder, SHEET_SUFFIXES, root=self._root)]

    def _addressees(self, problems: Diagnostics) -> _Addressees:
        return self._once("addressees", "", self._load_addressees, problems)

    def _load_addressees(self, problems: Diagnostics) -> _Addressees:
        found = _Addressees()
        folder = self._root / ADDRESSEES_FOLDER
        for path in data_files_in(folder, problems, root=self._root, besides=SHEET_SUFFIXES):
            found.add_file(path, problems, name=shown_in(self._root, path))
        if problems.has_errors and not found.places:
            found.whole = False
        return found


def _each_once(listed: list[Listed], problems: Diagnostics) -> list[Listed]:
    """Addressees of several sources, each id once; the second of an id cannot be written to.

    Of an id that stands twice in one source its reader has told.
    """
    seen: dict[str, Listed] = {}
    found: list[Listed] = []
    for each in listed:
        earlier = seen.setdefault(str(each.name), each)
        if earlier.name.origin.source != each.name.origin.source:
            problems.error(
                f"the addressee `{each.name}` stands twice",
                each.name.origin,
                f"the first stands at {earlier.name.origin}; one letter is enough",
            )
            each = replace(each, addressee=None)  # noqa: PLW2901 - the same, held back
        found.append(each)
    return found
