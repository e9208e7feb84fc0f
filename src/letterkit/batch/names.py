"""The names that a language lacks, in a workbook for a translator; what they fill in is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.batch.files import write_whole
from letterkit.diagnostics import Diagnostics
from letterkit.document import Direction
from letterkit.language.bidi import value_direction
from letterkit.language.likeness import comparable
from letterkit.people.completion import (
    NAME_HEADING,
    NAMES_FILE,
    WHAT_HEADING,
    texts_of,
)
from letterkit.people.localized import EVERYWHERE
from letterkit.writers.workbook import SheetContent, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.people.localized import LocalizedText
    from letterkit.workspace import Workspace

_WIDTH = 40
_NARROW = 14
_TITLE = "Names to complete"


def lacking_names(
    workspace: Workspace, letters: Sequence[Letter], problems: Diagnostics
) -> list[tuple[str, ...]]:
    """A row for each text of those who sign that some language of their letter lacks.

    What it is, the text as it is known, and its form in each language of the workspace, empty where
    it is lacking. A text that a translator has completed keeps its row: nothing else holds it.
    """
    locales = workspace.settings.locales
    completions = workspace.people.completions(Diagnostics())
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    for letter in letters:
        asked = [workspace.profile(each, problems) for each in letter.locales or locales]
        profiles = [profile for profile in asked if profile is not None]
        for read in workspace.signing.lists(letter, problems):
            for what, text in texts_of(read.groups):
                _, known = text.anywhere()
                filled_in = any(
                    comparable(form) in completions.forms for form in text.texts.values()
                )
                if filled_in or any(_lacks(text, profile) for profile in profiles):
                    forms = (text.texts.get(locale, "") for locale in locales)
                    rows.setdefault((what, str(known)), (what, str(known), *map(str, forms)))
    return list(rows.values())


def write_names(workspace: Workspace, rows: Sequence[tuple[str, ...]]) -> Path | None:
    """Write the workbook; None where nothing is lacking and none is there.

    Raises:
        OutputError: where it cannot be written.
    """
    path = workspace.root / NAMES_FILE
    if not rows and not path.is_file():
        return None
    locales = [(locale, _WIDTH) for locale in workspace.settings.locales]
    headings = ((WHAT_HEADING, _NARROW), (NAME_HEADING, _WIDTH), *locales)
    content = workbook([SheetContent("Names", headings, tuple(rows))], title=_TITLE)
    if not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)
    return path


def _lacks(text: LocalizedText, profile: Profile) -> bool:
    """Whether a language has no form; a form for all that it cannot read in its letters is none.

    A name in Latin letters may stand in Arabic text for good, as many do; not the other way round.
    """
    found = text.in_locale(profile.locale)
    if found is None:
        return True
    is_for_all = found is text.texts.get(EVERYWHERE)
    return (
        is_for_all
        and profile.direction is Direction.LTR
        and value_direction(found) is Direction.RTL
    )
