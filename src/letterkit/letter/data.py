"""What `letters/NAME/letter.yaml` says."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo, model_validator

from letterkit.language.language_names import is_same_language
from letterkit.letter.composed import ComposedData
from letterkit.letter.fields import (
    PREFERRED,
    Confidentiality,
    Delivery,
    Locale,
    Names,
    several,
)
from letterkit.letter.press import EmbargoData, QuotationData
from letterkit.people.fields import Date, Truth
from letterkit.people.localized import LocaleName, Localized, PlainText
from letterkit.people.paths import WorkspacePath
from letterkit.people.sheet_reference import NamesAndSheets, SheetReference
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.schema import (
    DataModel,
    excerpt,
    fault,
    origin_of,
    problems_of,
    validate,
)
from letterkit.sources.text import visible
from letterkit.sources.variables import RESERVED
from letterkit.sources.yaml import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from letterkit.diagnostics import Diagnostics, Origin

LETTER_FILE = "letter.yaml"
PRINTABLE = (
    "place",
    "reference",
    "original",
    "delivery",
    "confidential",
    "signatories",
    "logos",
    "copies",
    "enclosures",
    "release_number",
    "embargo",
    "hashtags",
    "letters",
)
"""The fields that are there to be printed by the parts of a letter."""


def _variables(node: object, info: ValidationInfo) -> DataMapping:
    if not isinstance(node, DataMapping):
        raise fault(
            f"`{excerpt(node)}` is not a mapping of names to values",
            "write `name: value`, one a line, indented below it",
            origin_of(node),
        )
    for name in node:
        if name in RESERVED:
            problems_of(info).error(
                f"`{name}` means something else in a letter",
                name.origin,
                "give the variable another name",
            )
        else:
            _check_name(name, info)
    return node


def _check_name(name: DataText, info: ValidationInfo) -> None:
    if not name.isidentifier() or name.startswith("_"):
        problems_of(info).error(
            f"`{visible(name)}` cannot be a name in expressions",
            name.origin,
            "a name is letters, digits and underscores, as in `civilians_killed`",
        )


def _quotes(node: object, info: ValidationInfo) -> dict[DataText, QuotationData]:
    """The quotations by their keys; a faulty one hides no other."""
    if not isinstance(node, DataMapping):
        raise fault(
            f"`{excerpt(node)}` is not a mapping of keys to quotations",
            "write `a-key:`, and `speaker`, `office` and `words` below it",
            origin_of(node),
        )
    found: dict[DataText, QuotationData] = {}
    for key, entry in node.items():
        _check_name(key, info)
        quotation = validate(QuotationData, entry, problems_of(info))
        if quotation is not None:
            found[key] = quotation
    return found


class ConsentRecord(StrEnum):
    """Where it is recorded that those who sign a letter have agreed to."""

    HERE = "here"
    ELSEWHERE = "elsewhere"


class LetterData(DataModel):
    """The keys of `letter.yaml`.

    `logos` is the folder with the logos of those who sign. `courtesy: false` leaves out what custom
    sets before a name in the inside address (His Excellency, Mr.), as a letter of protest may.
    `original` is the language whose text prevails; `delivery` a way of sending it, `confidential`
    true or the words that mark it.
    """

    date: Date
    template: PlainText | None = None
    kind: PlainText | None = None
    place: Localized | None = None
    reference: PlainText | None = None
    subject: Localized | None = None
    original: LocaleName | None = None
    delivery: Delivery | None = None
    confidential: Confidentiality = False
    addressees: NamesAndSheets = ()
    joint: Truth = False
    courtesy: Truth = True
    signatories: NamesAndSheets = ()
    consent: ConsentRecord = ConsentRecord.HERE
    logos: WorkspacePath | None = None
    copies: Names = ()
    enclosures: tuple[Localized, ...] = ()
    release_number: PlainText | None = None
    embargo: EmbargoData | None = None
    hashtags: tuple[Localized, ...] = ()
    quotes: Annotated[dict[DataText, QuotationData], PlainValidator(_quotes)] = Field(
        default_factory=dict
    )
    letters: Annotated[tuple[ComposedData, ...], BeforeValidator(several)] = ()
    locales: Annotated[tuple[Locale, ...], BeforeValidator(several)] = ()
    variables: Annotated[DataMapping, PlainValidator(_variables)] | None = None

    @property
    def consent_is_elsewhere(self) -> bool:
        """Whether the letter may go without consents in its lists of signatories."""
        return self.consent is ConsentRecord.ELSEWHERE

    @property
    def table_of_addressees(self) -> SheetReference | None:
        """The first table that the letter names its addressees by."""
        tables = (each for each in self.addressees if isinstance(each, SheetReference))
        return next(tables, None)

    @model_validator(mode="after")
    def _has_one_structure(self) -> Self:
        if self.template is not None and self.kind is not None:
            raise fault(
                "a letter has a `template` or a `kind`, not both",
                "take `kind` out: the template has one",
                self.kind.origin,
            )
        return self


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a workspace; `name` is that of its folder, `origin` the place of its data.

    `places` are those of the keys of its data.
    """

    name: str
    folder: Path
    data: LetterData
    origin: Origin
    places: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that the letter asks for, each once; empty where others decide."""
        if self.prefers_addressee:
            return ()
        return tuple(dict.fromkeys(map(str, self.data.locales)))

    def given(self, locale: str) -> dict[str, Origin]:
        """The fields that say something to the readers in a language, each with its place.

        A quotation is a field of its own, as `quotes.strike`; one that has no words in the language
        says nothing in it. The subject is not among them: it always is the title of the document.
        """
        given = [name for name in PRINTABLE if getattr(self.data, name)]
        if self.data.original and is_same_language(self.data.original, locale):
            given.remove("original")
        found = {name: self.places.get(name, self.origin) for name in given}
        for key, quotation in self.data.quotes.items():
            if quotation.words.in_locale(locale) is not None:
                found[f"quotes.{key}"] = key.origin
        return found

    @property
    def prefers_addressee(self) -> bool:
        """Whether each addressee is written to in their own language."""
        return tuple(self.data.locales) == (PREFERRED,)


def load_letter(
    folder: Path, problems: Diagnostics, *, shown: str, dated: date | None = None
) -> Letter | None:
    """The letter in a folder; None where its data is at fault.

    `shown` is the name of the folder in diagnostics; `dated` stands instead of the date it has.
    """
    name = f"{shown}/{LETTER_FILE}"
    node = load_yaml(folder / LETTER_FILE, problems, name=name)
    if node is None:
        return None
    if dated is not None and isinstance(node, DataMapping):
        _set_date(node, dated)
    data = validate(LetterData, node, problems)
    if data is None:
        return None
    keys = node if isinstance(node, DataMapping) else ()
    places = {str(key): key.origin for key in keys}
    if data.embargo is not None and data.embargo.until.date() < data.date:
        problems.warning(
            f"the embargo ends on {data.embargo.until:%Y-%m-%d}, before the letter’s date",
            places["embargo"],
            f"the letter is of {data.date.isoformat()}; one of the two is mistyped",
        )
    return Letter(folder.name, folder, data, node.origin, places)


def _set_date(node: DataMapping, dated: date) -> None:
    key = next((key for key in node if key == "date"), DataText("date", node.origin))
    node[key] = DataText(dated.isoformat(), key.origin)
