"""People and organisations as they stand in a user's data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import PlainValidator, PrivateAttr, ValidationInfo, model_validator

from letterkit.language.vocabulary import HONORIFICS, Gender, Office
from letterkit.people.fields import Truth
from letterkit.people.localized import (
    LocaleName,
    Localized,
    LocalizedText,
    tell_of_misspelt_key,
    validated,
)
from letterkit.people.paths import WorkspacePath
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import DataModel, excerpt, fault, origin_of

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()./-]{3,}")
_WEBSITE = re.compile(r"https?://[^\s/]+\S*")


def _matching(pattern: re.Pattern[str], what: str, example: str) -> PlainValidator:
    def check(node: object) -> DataText:
        if isinstance(node, DataText) and pattern.fullmatch(node):
            return node
        raise fault(f"`{excerpt(node)}` is no {what}", f"as in `{example}`", origin_of(node))

    return PlainValidator(check)


EMail = Annotated[DataText, _matching(_EMAIL, "e-mail address", "office@example.org")]
Telephone = Annotated[DataText, _matching(_TELEPHONE, "telephone number", "+90 342 000 00 00")]
Website = Annotated[DataText, _matching(_WEBSITE, "web address", "https://example.org")]


def _honorific(node: object, info: ValidationInfo) -> LocalizedText:
    """A key of the vocabulary or words of the data's own; tells where a key is misspelt."""
    text = validated(node, info)
    tell_of_misspelt_key(text, HONORIFICS, "honorific", info)
    return text


Honorific = Annotated[LocalizedText, PlainValidator(_honorific)]


class Person(DataModel):
    """Somebody of ours: the director, or whom to ask about a letter."""

    name: Localized
    gender: Gender = Gender.UNKNOWN
    honorific: Honorific | None = None
    title: Localized | None = None
    email: EMail | None = None
    telephone: Telephone | None = None


class Director(Person):
    """Who signs for the house; `signature` is the picture of it."""

    signature: WorkspacePath | None = None


class Organisation(DataModel):
    """The house that writes."""

    name: Localized
    short_name: Localized | None = None
    description: Localized | None = None
    address: tuple[Localized, ...] = ()
    country: Localized | None = None
    director: Director | None = None
    contact: Person | None = None
    website: Website | None = None
    email: EMail | None = None
    telephone: Telephone | None = None


class Addressee(DataModel):
    """Whom a letter is sent to: a person, the holder of an office, or a body.

    `locale` is the language in which they are best written to; `salutation` stands instead of
    what custom would say. `family_name` is the part of the name by which some languages call
    somebody (Dear Mr. Demir); which part that is differs from people to people: it is not guessed.
    `several` says that they are more than one person, as a presidency of three.
    """

    name: Localized | None = None
    family_name: Localized | None = None
    gender: Gender = Gender.UNKNOWN
    office: Office | None = None
    honorific: Honorific | None = None
    title: Localized | None = None
    organisation: Localized | None = None
    address: tuple[Localized, ...] = ()
    country: Localized | None = None
    locale: LocaleName | None = None
    salutation: Localized | None = None
    several: Truth = False
    _values: Mapping[str, object] = PrivateAttr(default_factory=dict)

    @property
    def values(self) -> Mapping[str, object]:
        """What other columns of their row hold, where they come from a table."""
        return self._values

    def with_values(self, values: Mapping[str, object]) -> Addressee:
        """The same with what other columns of their row hold."""
        made = self.model_copy()
        made._values = values  # noqa: SLF001 - of the same class
        return made

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.name is None and self.title is None and self.organisation is None:
            raise fault("nobody is named here", "give a `name`, a `title` or an `organisation`")
        if self.name is None and self.family_name is not None:
            raise fault("`family_name` is a part of a `name`", "give the whole `name` too")
        return self
