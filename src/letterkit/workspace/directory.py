"""The people of a workspace: its addressees by their ids, its lists of signatories by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.people.doubles import tell_of_doubles
from letterkit.people.loading import load_addressees, load_signatories, signatories_of
from letterkit.sources.nodes import DataText
from letterkit.workspace.places import (
    ADDRESSEES_FOLDER,
    SIGNATORIES_FOLDER,
    data_files_in,
    shown_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from letterkit.people.loading import SignatoryList
    from letterkit.people.models import Addressee
    from letterkit.workspace.once import Once


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those whom one copy of a letter is addressed to: one, several jointly, or nobody by name.

    `name` is what their files are called, with its place where the data says it. Not `whole` is a
    copy of which somebody could not be read, so that it cannot be sent.
    """

    name: str
    addressees: tuple[tuple[str, Addressee], ...]
    whole: bool = True

    @property
    def locale(self) -> DataText | None:
        """The first addressee's own language, where it is known."""
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

    def named(
        self, names: Iterable[DataText], problems: Diagnostics
    ) -> list[tuple[DataText, Addressee | None]]:
        """The addressees of these ids, None for those that cannot be written to.

        An id that there is not is told where it is named; what is wrong with an entry has been
        told where it stands.
        """
        found: dict[str, tuple[DataText, Addressee | None]] = {}
        for name in names:
            if name in found:
                problems.error(
                    f"`{name}` is named twice", name.origin, "one letter is enough; take one out"
                )
                continue
            usable = name in self.entries and name not in self.faulty
            found[str(name)] = (name, self.entries[name] if usable else None)
            if name not in self.places and self.whole:
                problems.error(
                    f"there is no addressee `{name}`",
                    name.origin,
                    nearest(name, self.places) or f"describe them in {ADDRESSEES_FOLDER}/",
                )
        return list(found.values())


class Directory:
    """Finds people by the names that letters call them."""

    def __init__(self, root: Path, once: Once) -> None:
        self._root = root
        self._once = once

    def addressee_ids(self) -> list[str]:
        """The ids of all addressees."""
        return list(self._addressees(Diagnostics()).places)

    def check_addressees(self, problems: Diagnostics) -> None:
        """Tell what is wrong with any addressee."""
        self._addressees(problems)

    def addressees(
        self, names: Iterable[DataText], problems: Diagnostics
    ) -> list[tuple[DataText, Addressee | None]]:
        """The addressees of these ids; what is wrong with one of them is told, and it is None."""
        names = tuple(names)
        return self._addressees(problems).named(names, problems) if names else []

    def addressees_of(
        self, path: Path, problems: Diagnostics
    ) -> list[tuple[DataText, Addressee | None]]:
        """Everybody in a file, wherever it is; told where that is nobody."""
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
            (
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
        for name, addressee in known.named(names, problems):
            if addressee is not None:
                found.append((str(name), addressee))
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
        self, names: Iterable[DataText], problems: Diagnostics
    ) -> list[SignatoryList]:
        """The lists that a letter names, as far as they can be read; told who stands in two."""
        found = [self.signatories(name, problems) for name in names]
        lists = [each for each in found if each]
        if len(lists) > 1:
            tell_of_doubles(signatories_of(lists), problems)
        return lists

    def signatories(self, name: DataText, problems: Diagnostics) -> SignatoryList | None:
        """The list of signatories of a name; None where it cannot be read, which is told."""
        found = Diagnostics()
        files: dict[str, Path] = {}
        for path in data_files_in(self._root / SIGNATORIES_FOLDER, found, root=self._root):
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
        name = shown_in(self._root, path)
        return self._once(
            "signatories", name, lambda found: load_signatories(path, found, name=name), problems
        )

    def check_signatories(self, problems: Diagnostics) -> list[SignatoryList]:
        """All lists of signatories; what is wrong with any of them is told."""
        found: list[SignatoryList] = []
        seen: dict[str, Path] = {}
        for path in data_files_in(self._root / SIGNATORIES_FOLDER, problems, root=self._root):
            if (read := self.signatories_of(path, problems)) is not None:
                found.append(read)
            earlier = seen.setdefault(path.stem, path)
            if earlier != path:
                problems.error(
                    f"two files are called `{path.stem}`",
                    Origin(shown_in(self._root, path)),
                    f"`{earlier.name}` is the one that letters name; give this one another name",
                )
        return found

    def files(self, addressees: Iterable[str], signatories: Iterable[str]) -> list[Path]:
        """The files that hold these people and lists, as far as there are any."""
        places = self._addressees(Diagnostics()).places
        found = [self._root / places[name].path for name in addressees if name in places]
        listed = data_files_in(self._root / SIGNATORIES_FOLDER, Diagnostics(), root=self._root)
        by_name = {path.stem: path for path in reversed(listed)}
        return [*found, *(by_name[name] for name in signatories if name in by_name)]

    def _addressees(self, problems: Diagnostics) -> _Addressees:
        return self._once("addressees", "", self._load_addressees, problems)

    def _load_addressees(self, problems: Diagnostics) -> _Addressees:
        found = _Addressees()
        for path in data_files_in(self._root / ADDRESSEES_FOLDER, problems, root=self._root):
            found.add_file(path, problems, name=shown_in(self._root, path))
        if problems.has_errors and not found.places:
            found.whole = False
        return found
