"""The tables of people that letters name: found in their folders, each read once a run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from letterkit.diagnostics import Diagnostics, nearest
from letterkit.people.kept_tables import kept_table
from letterkit.people.sheet_reference import SHEET_SUFFIXES, SheetReference
from letterkit.people.signatory_tables import signatories_in
from letterkit.people.tables import Table, addressees_in
from letterkit.workspace.places import (
    ADDRESSEES_FOLDER,
    SIGNATORIES_FOLDER,
    files_named_in,
    shown_in,
)
from letterkit.workspace.rows import row_condition
from letterkit.writers.tables import table_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from letterkit.people.loading import SignatoryList
    from letterkit.people.tables import Listed
    from letterkit.sources.nodes import DataText
    from letterkit.template.expressions import ExpressionEnvironment
    from letterkit.workspace.once import Once

Read = TypeVar("Read")


class Tables:
    """Reads the tables that letters name.

    A table is looked for in the letter's own folder, then in the folder that letters share. What
    `environment` gives reads conditions on rows; `locales` gives those that something is known of.
    """

    def __init__(
        self,
        root: Path,
        once: Once,
        environment: Callable[[], ExpressionEnvironment | None],
        locales: Callable[[], Sequence[str]],
    ) -> None:
        self._root = root
        self._once = once
        self._environment = environment
        self.locales = locales

    def addressees(
        self, reference: SheetReference, folder: Path, problems: Diagnostics
    ) -> list[Listed]:
        """The addressees in a table that a letter names."""
        path = self._find(reference, folder, ADDRESSEES_FOLDER, problems)
        return [] if path is None else self._read(addressees_in, path, reference, problems)

    def addressees_of(
        self, path: Path, problems: Diagnostics, reference: SheetReference | None
    ) -> list[Listed]:
        """The addressees in the table of a file, wherever it is."""
        return self._read(addressees_in, path, reference, problems)

    def signatories(
        self, reference: SheetReference, folder: Path, problems: Diagnostics
    ) -> SignatoryList | None:
        """The signatories in a table that a letter names; None where it cannot be read.

        A consent in it is to that letter, whose folder is `folder`.
        """
        path = self._find(reference, folder, SIGNATORIES_FOLDER, problems)
        if path is None:
            return None
        return self._read(signatories_in, path, reference, problems, letter=folder.name)

    def signatories_of(self, path: Path, problems: Diagnostics) -> SignatoryList | None:
        """The signatories in the table of a file, of whose columns no letter says anything."""
        return self._read(signatories_in, path, None, problems)

    def files(
        self,
        addressees: Iterable[DataText | SheetReference],
        signatories: Iterable[DataText | SheetReference],
        folder: Path,
    ) -> list[Path]:
        """The files of the tables that a letter names, as far as there are any."""
        named = [(each, ADDRESSEES_FOLDER) for each in addressees]
        named += [(each, SIGNATORIES_FOLDER) for each in signatories]
        found = [
            self._find(each, folder, shared, Diagnostics())
            for each, shared in named
            if isinstance(each, SheetReference)
        ]
        return [path for path in found if path is not None]

    def kept(self, named: Path | SheetReference, folder: Path) -> tuple[Path, bytes | None] | None:
        """The table of a file, or that a letter names, with numbers for those who are withheld.

        Its file, and what is kept of it: None where nobody can say who they are.
        """
        reference = None if isinstance(named, Path) else named
        if isinstance(named, Path):
            path: Path | None = named
        else:
            path = self._find(named, folder, SIGNATORIES_FOLDER, Diagnostics())
        if path is None:
            return None
        read = kept_table(self._table(path, reference, folder.name, Diagnostics()))
        return path, None if read is None else table_file(path.suffix, read, reference)

    def _read(
        self,
        read: Callable[[Table, Diagnostics], Read],
        path: Path,
        reference: SheetReference | None,
        problems: Diagnostics,
        *,
        letter: str = "",
    ) -> Read:
        def load(found: Diagnostics) -> Read:
            return read(self._table(path, reference, letter, found), found)

        said = "" if reference is None else str(reference.from_.origin)
        return self._once(f"table of {read.__name__}", f"{path} {said}", load, problems)

    def _table(
        self, path: Path, reference: SheetReference | None, letter: str, problems: Diagnostics
    ) -> Table:
        condition = None
        environment = self._environment()
        if reference is not None and reference.where is not None and environment is not None:
            condition = row_condition(reference.where, environment, problems)
        shown = shown_in(self._root, path)
        return Table(path, shown, reference, self.locales(), condition, letter)

    def _find(
        self, reference: SheetReference, folder: Path, shared: str, problems: Diagnostics
    ) -> Path | None:
        """The file that a letter names; told where there is none, and where it is out of reach."""
        name = reference.from_
        folders = (folder, self._root / shared)
        for path in (each / name for each in folders):
            try:
                inside = path.resolve().is_relative_to(self._root.resolve())
                if inside and path.is_file():
                    return path
            except (OSError, ValueError):  # what cannot be a path at all
                continue
        there = [
            path.name
            for each in folders
            for path in files_named_in(each, SHEET_SUFFIXES, root=self._root)
        ]
        problems.error(
            f"there is no table `{name}`",
            name.origin,
            nearest(name, there) or f"put it into the letter's folder or into {shared}/",
        )
        return None
