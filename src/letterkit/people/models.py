"""People and organisations as they stand in a user's data."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Annotated, Self

from pydantic import PlainValidator, ValidationInfo, model_validator

from letterkit.language.vocabulary import HONORIFICS, Gender, Office
from letterkit.people.localized import (
    EVERYWHERE,
    LocaleName,
    Localized,
    LocalizedText,
    PlainText,
    validated,
)
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import DataModel, excerpt, fault, origin_of, problems_of
from letterkit.sources.text import visible

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()./-]{3,}")
_WEBSITE = re.compile(r"https?://[^\s/]+\S*")
_WHOLE = re.compile(r"[0-9]{1,9}")


def _matching(pattern: re.Pattern[str], what: str, example: str) -> PlainValidator:
    def check(node: object) -> DataText:
        if isinstance(node, DataText) and pattern.fullmatch(node):
            return node
        raise fault(f"`{excerpt(node)}` is no {what}", f"as in `{example}`", origin_of(node))

    return PlainValidator(check)


EMail = Annotated[DataText, _matching(_EMAIL, "e-mail address", "office@example.org")]
Telephone = Annotated[DataText, _matching(_TELEPHONE, "telephone number", "+90 342 000 00 00")]
Website = Annotated[DataText, _matching(_WEBSITE, "web address", "https://example.org")]


def _number(node: object) -> int:
    if isinstance(node, DataText) and _WHOLE.fullmatch(node):
        return int(node)
    raise fault(
        f"`{excerpt(node)}` is not a whole number",
        "write it in digits alone, as in `1500`",
        origin_of(node),
    )


WholeNumber = Annotated[int, PlainValidator(_number)]
"""A number of people or organisations, from 0 on."""


_CLOSE = 0.8
"""How like a key of the vocabulary a word is that was hardly meant for itself (0 to 1)."""


def _honorific(node: object, info: ValidationInfo) -> LocalizedText:
    """A key of the vocabulary or words of the data's own; tells where a key is misspelt."""
    text = validated(node, info)
    word = text.texts.get(EVERYWHERE)
    if word is not None and word not in HONORIFICS:
        for meant in get_close_matches(word, HONORIFICS, n=1, cutoff=_CLOSE):
            problems_of(info).warning(
                f"the honorific `{visible(word)}` prints as it is in every language",
                word.origin,
                f"did you mean `{meant}`?",
            )
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


class Organisation(DataModel):
    """The house that writes."""

    name: Localized
    short_name: Localized | None = None
    description: Localized | None = None
    address: tuple[Localized, ...] = ()
    country: Localized | None = None
    director: Person | None = None
    contact: Person | None = None
    website: Website | None = None
    email: EMail | None = None
    telephone: Telephone | None = None


class Addressee(DataModel):
    """Whom a letter is sent to: a person, the holder of an office, or a body.

    `locale` is the language in which they are best written to; `salutation` stands instead of
    what custom would say.
    """

    name: Localized | None = None
    gender: Gender = Gender.UNKNOWN
    office: Office | None = None
    honorific: Honorific | None = None
    title: Localized | None = None
    organisation: Localized | None = None
    address: tuple[Localized, ...] = ()
    country: Localized | None = None
    locale: LocaleName | None = None
    salutation: Localized | None = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.name is None and self.title is None and self.organisation is None:
            raise fault("nobody is named here", "give a `name`, a `title` or an `organisation`")
        return self


class Signatory(DataModel):
    """One who signs: a coalition, an organisation, or a person with or without one.

    `represents` is how many organisations a coalition speaks for, `members` the counted noun for
    them in the locale files, `area` a phrase with its preposition.
    """

    person: Localized | None = None
    honorific: Honorific | None = None
    title: Localized | None = None
    gender: Gender = Gender.UNKNOWN
    organisation: Localized | None = None
    description: Localized | None = None
    represents: WholeNumber | None = None
    members: PlainText | None = None
    area: Localized | None = None

    @model_validator(mode="after")
    def _has_one_shape(self) -> Self:
        if self.person is None and self.organisation is None:
            raise fault("nobody is named here", "give a `person`, an `organisation`, or both")
        if self.person is not None and self.represents is not None:
            raise fault("a person does not represent organisations here", "take `represents` out")
        if self.represents is None and (self.members is not None or self.area is not None):
            raise fault(
                "`members` and `area` tell of those whom a coalition represents",
                "add `represents: …`, the number of them",
            )
        if self.person is None and (self.honorific is not None or self.title is not None):
            raise fault("an organisation has no title", "give the `person` who has it")
        return self

    @property
    def name(self) -> LocalizedText:
        """The name by which the entry is known: the person's, else the organisation's."""
        name = self.person or self.organisation
        assert name is not None  # noqa: S101 - the validator above sees to it
        return name
