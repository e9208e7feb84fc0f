"""How letters are built: the templates and the kinds of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.letter import DEFAULT_KIND
from letterkit.sources.nodes import DataText
from letterkit.template.structure import load_kind, load_template
from letterkit.workspace.places import (
    KINDS_FOLDER,
    TEMPLATES_FOLDER,
    data_files_in,
    folders_in,
    shown_in,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from letterkit.letter import Letter
    from letterkit.template.structure import Kind, Template
    from letterkit.workspace.once import Once


class Structures:
    """Finds templates and kinds by their names, and reads each once.

    `locale_names` gives the locales there are, which the orders of parts may be for.
    """

    def __init__(self, root: Path, once: Once, locale_names: Callable[[], list[str]]) -> None:
        self._root = root
        self._once = once
        self._locale_names = locale_names

    def template_names(self, problems: Diagnostics | None = None) -> list[str]:
        """The templates there are, by the names of their folders."""
        found = Diagnostics() if problems is None else problems
        folder = self._root / TEMPLATES_FOLDER
        return [path.name for path in folders_in(folder, found, root=self._root)]

    def of(self, letter: Letter, problems: Diagnostics) -> Template | Kind | None:
        """The template of a letter, or its kind where it has none."""
        if letter.data.template is not None:
            return self._template(letter.data.template, problems)
        return self._kind(letter.data.kind or DataText(DEFAULT_KIND, letter.origin), problems)

    def check_kinds(self, problems: Diagnostics) -> None:
        """Read all kinds of the workspace, to tell of their faults."""
        for path in data_files_in(self._root / KINDS_FOLDER, problems, root=self._root):
            self._kind(DataText(path.stem, Origin(self._shown(path))), problems)

    def check_templates(self, folders: Iterable[Path], problems: Diagnostics) -> None:
        """Read the templates in these folders, to tell of their faults."""
        for folder in folders:
            self._template(DataText(folder.name, Origin(self._shown(folder))), problems)

    def _kind(self, kind: DataText, problems: Diagnostics) -> Kind | None:
        def load(found: Diagnostics) -> Kind | None:
            kinds = self._kinds(found)
            loaded = load_kind(str(kind), kinds, found, origin=kind.origin, shown=self._shown)
            self._tell_of_orders(loaded, found)
            return loaded

        # That there is none is told where it is named.
        return self._once("kind", f"{kind} {kind.origin}", load, problems)

    def _template(self, template: DataText, problems: Diagnostics) -> Template | None:
        found = Diagnostics()
        known = self.template_names(found)
        if template not in known:
            problems.extend(found)
            if not found.has_errors:
                problems.error(
                    f"there is no template `{template}`",
                    template.origin,
                    nearest(template, known) or f"make one: `letterkit new template {template}`",
                )
            return None

        def load(found: Diagnostics) -> Template | None:
            folder = self._root / TEMPLATES_FOLDER / template
            loaded = load_template(folder, self._kinds(found), found, shown=self._shown)
            self._tell_of_orders(loaded, found)
            return loaded

        return self._once("template", str(template), load, problems)

    def _tell_of_orders(self, structure: Template | Kind | None, problems: Diagnostics) -> None:
        """Tell of orders for languages that there are not."""
        known = self._locale_names()
        for locale in structure.order if structure else ():
            if locale.partition("-")[0] not in known and isinstance(locale, DataText):
                problems.warning(
                    f"no language is called `{locale}`", locale.origin, nearest(locale, known)
                )

    def _kinds(self, problems: Diagnostics) -> list[Path]:
        """The folder of kinds; told where it cannot be read."""
        data_files_in(self._root / KINDS_FOLDER, problems, root=self._root)
        return [self._root / KINDS_FOLDER]

    def _shown(self, path: Path) -> str:
        return shown_in(self._root, path)
