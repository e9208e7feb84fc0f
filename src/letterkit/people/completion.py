"""Names that a translator has completed: forms in the languages that a list of signatories lacks.

They stand in `names-to-complete.xlsx`: a column with the name as it is known, and one for each
language. Lists are left as they are; what the workbook says is laid over them when they are read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.language.likeness import comparable
from letterkit.language.locale_file import is_locale_name, normalized
from letterkit.people.loading import Group, SignatoryList
from letterkit.people.localized import EVERYWHERE, LocalizedText
from letterkit.people.signatory import Signers
from letterkit.sources.nodes import DataText
from letterkit.sources.text import visible
from letterkit.sources.workbook import load_workbook_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics
    from letterkit.people.signatory import Signatory
    from letterkit.sources.sheet import Sheet

NAMES_FILE = "names-to-complete.xlsx"
NAME_HEADING = "As it is known"
WHAT_HEADING = "What it is"
FIELDS = ("person", "organisation", "title", "description", "area")
"""The texts of a signatory that are printed in each language."""


@dataclass(frozen=True, slots=True)
class Completions:
    """Forms by locale, by what a name is compared by (see `likeness.comparable`)."""

    forms: Mapping[str, Mapping[str, DataText]] = field(default_factory=dict)

    def of(self, text: LocalizedText) -> LocalizedText:
        """A text with the forms that it lacks itself."""
        for form in text.texts.values():
            found = self.forms.get(comparable(form))
            added = {
                name: said
                for name, said in (found or {}).items()
                if name not in text.texts and (EVERYWHERE not in text.texts or said != form)
            }
            if added:
                return replace(text, texts={**text.texts, **added})
        return text


def read_completions(
    path: Path, known: Sequence[str], problems: Diagnostics, *, name: str
) -> Completions:
    """What a workbook of names gives; nothing where there is none. `known` are the locales."""
    if not path.is_file():
        return Completions()
    sheet = load_workbook_sheet(path, problems, name=name)
    if sheet is None:
        return Completions()
    key_column, locales = _columns(sheet, known, problems)
    if key_column is None:
        problems.error(
            f"no column is called `{NAME_HEADING}`",
            sheet.origin,
            "make the workbook anew: `letterkit signatories check`",
        )
        return Completions()
    forms: dict[str, dict[str, DataText]] = {}
    for row in sheet.rows:
        problems.extend(row.faults)
        key = row.cells.get(key_column)
        if key is None:
            continue
        said = {
            locale: DataText(str(cell), cell.origin)
            for number, locale in locales.items()
            if (cell := row.cells.get(number)) is not None
        }
        forms.setdefault(comparable(key), {}).update(said)
    return Completions(forms)


def _columns(
    sheet: Sheet, known: Sequence[str], problems: Diagnostics
) -> tuple[int | None, dict[int, str]]:
    """The column with the names as they are known, and those of the languages."""
    key_column = None
    locales: dict[int, str] = {}
    for number, heading in sheet.headings.items():
        if heading == NAME_HEADING:
            key_column = number
        elif is_locale_name(heading) and normalized(heading).partition("-")[0] in known:
            locales[number] = normalized(heading)
        elif heading != WHAT_HEADING:
            problems.warning(
                f"`{visible(heading)}` is no language", heading.origin, nearest(heading, known)
            )
    return key_column, locales


def completed(read: SignatoryList, completions: Completions) -> SignatoryList:
    """A list with every form that the workbook gives."""
    if not completions.forms:
        return read
    return SignatoryList(
        tuple(
            replace(
                group,
                signatories=tuple(_completed(each, completions) for each in group.signatories),
            )
            for group in read.groups
        )
    )


def _completed(signatory: Signatory, completions: Completions) -> Signatory:
    changes: dict[str, object] = {}
    for name in FIELDS:
        text = getattr(signatory, name)
        if text is not None and (other := completions.of(text)) is not text:
            changes[name] = other
    below = signatory.signatories
    if below.named:
        named = tuple(_completed(each, completions) for each in below.named)
        changes["signatories"] = Signers(named, below.withheld)
    return signatory.model_copy(update=changes) if changes else signatory


def texts_of(groups: Sequence[Group]) -> Iterator[tuple[str, LocalizedText]]:
    """Every text of those named in groups that is printed in each language, with its field."""
    for group in groups:
        for signatory in group.signatories:
            yield from _texts(signatory)


def _texts(signatory: Signatory) -> Iterator[tuple[str, LocalizedText]]:
    for name in FIELDS:
        text = getattr(signatory, name)
        if text is not None:
            yield name, text
    for member in signatory.signatories.named:
        yield from _texts(member)
