"""A letter: what is sent to whom, when and by whom, as `letters/NAME/letter.yaml` says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, model_validator

from letterkit.diagnostics import Diagnostics, Origin, nearest
from letterkit.language.dates import parse_date
from letterkit.language.locale_file import normalized
from letterkit.people.localized import Localized, LocalizedText, PlainText, is_localized, localized
from letterkit.people.views import ABSENT, Localizer
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.schema import (
    DataModel,
    excerpt,
    fault,
    origin_of,
    problems_of,
    validate,
)
from letterkit.sources.text import visible
from letterkit.sources.variables import RESERVED, VariableKind, VariableType
from letterkit.sources.yaml import load_yaml
from letterkit.template.links import link_fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LETTER_FILE = "letter.yaml"
DEFAULT_KIND = "letter"
PREFERRED = "preferred"
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_TRUTH = {"true": True, "false": False}


def _date(node: object) -> date:
    try:
        return parse_date(str(node) if isinstance(node, DataText) else "")
    except ValueError:
        raise fault(
            f"`{excerpt(node)}` is not a date",
            "write year, month and day, as in `2016-02-24`",
            origin_of(node),
        ) from None


def _truth(node: object) -> bool:
    if isinstance(node, DataText) and node in _TRUTH:
        return _TRUTH[node]
    raise fault(
        f"`{excerpt(node)}` is neither true nor false", "write `true` or `false`", origin_of(node)
    )


def _locale(node: object) -> DataText:
    if isinstance(node, DataText):
        return DataText(normalized(node), node.origin)
    raise fault(f"`{excerpt(node)}` is no locale", "as in `[en, ar, tr]`", origin_of(node))


def _several(node: object) -> object:
    """A single text where a list is meant: one name needs no brackets."""
    return [node] if isinstance(node, DataText) else node


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
        elif not name.isidentifier() or name.startswith("_"):
            problems_of(info).error(
                f"`{visible(name)}` cannot be a name in expressions",
                name.origin,
                "a name is letters, digits and underscores, as in `civilians_killed`",
            )
    return node


Date = Annotated[date, PlainValidator(_date)]
Truth = Annotated[bool, PlainValidator(_truth)]
Locale = Annotated[DataText, PlainValidator(_locale)]
Names = Annotated[tuple[PlainText, ...], BeforeValidator(_several)]


class LetterData(DataModel):
    """The keys of `letter.yaml`.

    `courtesy: false` leaves out what custom sets before a name in the inside address (His
    Excellency, Mr.), as a letter of protest may.
    """

    date: Date
    template: PlainText | None = None
    kind: PlainText | None = None
    place: Localized | None = None
    reference: PlainText | None = None
    subject: Localized | None = None
    addressees: Names = ()
    joint: Truth = False
    courtesy: Truth = True
    signatories: Names = ()
    copies: Names = ()
    enclosures: tuple[Localized, ...] = ()
    locales: Annotated[tuple[Locale, ...], BeforeValidator(_several)] = ()
    variables: Annotated[DataMapping, PlainValidator(_variables)] | None = None

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
    """A letter of a workspace; `name` is that of its folder, `origin` the place of its data."""

    name: str
    folder: Path
    data: LetterData
    origin: Origin

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that the letter asks for, each once; empty where others decide."""
        if self.prefers_addressee:
            return ()
        return tuple(dict.fromkeys(map(str, self.data.locales)))

    @property
    def prefers_addressee(self) -> bool:
        """Whether each addressee is written to in their own language."""
        return tuple(self.data.locales) == (PREFERRED,)


class LetterView:
    """A letter as expressions see it in one language."""

    __slots__ = ("_letter", "_localizer")

    def __init__(self, letter: Letter, localizer: Localizer) -> None:
        self._letter = letter
        self._localizer = localizer

    @property
    def name(self) -> str:
        """The name of the letter's folder."""
        return self._letter.name

    @property
    def date(self) -> date:
        """The date that the letter bears."""
        return self._letter.data.date

    @property
    def place(self) -> DataText:
        """Where it was written."""
        return self._localizer.phrase(self._letter.data.place, "place")

    @property
    def reference(self) -> DataText:
        """Its reference number."""
        return self._letter.data.reference or ABSENT

    @property
    def subject(self) -> DataText:
        """What it is about."""
        return self._localizer.phrase(self._letter.data.subject, "subject")

    @property
    def courtesy(self) -> bool:
        """Whether names in the inside address have what custom sets before them."""
        return self._letter.data.courtesy

    @property
    def enclosures(self) -> tuple[DataText, ...]:
        """What lies with it."""
        return tuple(
            self._localizer.phrase(text, "enclosure") for text in self._letter.data.enclosures
        )


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
    return Letter(folder.name, folder, data, node.origin)


def _set_date(node: DataMapping, dated: date) -> None:
    key = next((key for key in node if key == "date"), DataText("date", node.origin))
    node[key] = DataText(dated.isoformat(), key.origin)


def check_variables(
    given: DataMapping | None,
    declared: Mapping[str, VariableType],
    origin: Origin,
    problems: Diagnostics,
) -> dict[str, object]:
    """The variables of a letter, each as its template declares it.

    An integer becomes an `int`, a date a `date`, a text a `LocalizedText`, a record a `dict`, a
    list a `list`. `origin` is the place of the letter's data. A variable that is lacking, unknown
    or of another type is told.
    """
    entries = {} if given is None else dict(given.items())
    made: dict[str, object] = {}
    for key, value in entries.items():
        wanted = declared.get(key)
        if wanted is None:
            problems.error(
                f"the template declares no variable `{key}`", key.origin, nearest(key, declared)
            )
            continue
        typed = _typed(value, wanted, str(key), key.origin, problems)
        if typed is not None:
            made[str(key)] = typed
    for name, wanted in declared.items():
        if name not in entries:
            place = given.origin if given is not None else origin
            problems.error(
                f"the variable `{name}` is missing",
                place,
                f"the template asks for {wanted}: add `{name}: …` under `variables`",
            )
    return made


def free_variables(given: DataMapping | None) -> dict[str, object]:
    """The variables of a letter without a template: each is the text, list or record it is."""
    return {} if given is None else {str(key): _free(value) for key, value in given.items()}


def in_locale(value: object, localizer: Localizer) -> object:
    """A variable as expressions see it in one language."""
    if isinstance(value, LocalizedText):
        return localizer.phrase(value, "text")
    if isinstance(value, list):
        return [in_locale(item, localizer) for item in value]
    if isinstance(value, dict):
        return {name: in_locale(item, localizer) for name, item in value.items()}
    return value


def _typed(
    node: object, wanted: VariableType, name: str, place: Origin, problems: Diagnostics
) -> object | None:
    """A value of the declared type; None where it is of another, which has been told."""
    if isinstance(node, DataFaulty):
        return None
    if isinstance(node, DataNothing):
        problems.error(f"`{name}` has nothing after it", place, f"the template asks for {wanted}")
        return None
    if wanted.kind is VariableKind.LIST:
        return _typed_list(node, wanted, name, problems)
    if wanted.kind is VariableKind.RECORD:
        return _typed_record(node, wanted, name, problems)
    if wanted.kind is VariableKind.TEXT:
        return localized(node, problems)
    return _typed_scalar(node, wanted, name, problems)


def _typed_scalar(
    node: object, wanted: VariableType, name: str, problems: Diagnostics
) -> object | None:
    hint = None
    if isinstance(node, DataText):
        if wanted.kind is VariableKind.INTEGER and _WHOLE.fullmatch(node):
            return int(node)
        if wanted.kind is VariableKind.DATE:
            try:
                return parse_date(node)
            except ValueError:
                hint = "write year, month and day, as in `2016-02-24`"
        if wanted.kind is VariableKind.LINK:
            if (wrong := link_fault(node)) is None:
                return node
            problems.error(wrong[0], node.origin, wrong[1])
            return None
        if wanted.kind is VariableKind.INTEGER:
            hint = "write it in digits alone, as in `1500`"
    problems.error(
        f"`{excerpt(node)}` is not {wanted}, as the template declares `{name}`",
        origin_of(node),
        hint,
    )
    return None


def _typed_list(
    node: object, wanted: VariableType, name: str, problems: Diagnostics
) -> list[object] | None:
    if not isinstance(node, DataSequence):
        problems.error(
            f"`{name}` is not a list, as the template declares it",
            origin_of(node),
            "write one `- item` a line",
        )
        return None
    assert wanted.items is not None  # noqa: S101 - what declares a list gives its items
    made = [
        _typed(item, wanted.items, f"item {number} of {name}", _place(item, node.origin), problems)
        for number, item in enumerate(node, start=1)
    ]
    return [item for item in made if item is not None]


def _place(node: object, otherwise: Origin) -> Origin:
    return origin_of(node) or otherwise


def _typed_record(
    node: object, wanted: VariableType, name: str, problems: Diagnostics
) -> dict[str, object] | None:
    if not isinstance(node, DataMapping):
        problems.error(
            f"`{excerpt(node)}` has no fields, as the template declares for `{name}`",
            origin_of(node),
            "write " + ", ".join(f"`{field}: …`" for field in wanted.fields),
        )
        return None
    made: dict[str, object] = {}
    for key, value in node.items():
        if key not in wanted.fields:
            problems.error(
                f"`{name}` has no field `{key}`", key.origin, nearest(key, wanted.fields)
            )
            continue
        typed = _typed(value, wanted.fields[key], str(key), key.origin, problems)
        if typed is not None:
            made[str(key)] = typed
    for field in wanted.fields:
        if field not in node:
            problems.error(f"`{field}` is missing in `{name}`", node.origin, f"add `{field}: …`")
    return made


def _free(node: object) -> object:
    match node:
        case DataSequence():
            return [_free(item) for item in node]
        case DataMapping() if is_localized(node):
            return localized(node, Diagnostics())
        case DataMapping():
            return {str(key): _free(value) for key, value in node.items()}
        case DataNothing():
            return ABSENT
    return node
