"""One who signs a letter, as it stands in a user's data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, model_validator

from letterkit.language.vocabulary import Gender
from letterkit.people.fields import Date, Truth
from letterkit.people.localized import LocaleName, Localized, LocalizedText, PlainText
from letterkit.people.models import Honorific
from letterkit.people.paths import FileName, WorkspacePath
from letterkit.people.withheld import WITHHELD, Withheld, is_withheld, withheld_in
from letterkit.sources.nodes import DataFaulty, DataMapping, DataNothing, DataSequence, DataText
from letterkit.sources.schema import DataModel, excerpt, fault, origin_of, problems_of, validate

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostics

_WHOLE = re.compile(r"[0-9]{1,9}")


def whole_number(node: object) -> int | None:
    """The whole number from 0 on that a text says in digits; None for anything else."""
    return int(node) if isinstance(node, DataText) and _WHOLE.fullmatch(node) else None


def _number(node: object) -> int:
    if (number := whole_number(node)) is not None:
        return number
    raise fault(
        f"`{excerpt(node)}` is not a whole number",
        "write it in digits alone, as in `1500`",
        origin_of(node),
    )


WholeNumber = Annotated[int, PlainValidator(_number)]
"""A number of people or organisations, from 0 on."""


class Consent(DataModel):
    """That somebody agreed to sign: which letter, who said so, and when.

    `draft` is the number of the circulated draft to whose words they agreed, `locale` the language
    in which they read it.
    """

    letter: PlainText
    by: PlainText | None = None
    date: Date | None = None
    draft: WholeNumber | None = None
    locale: LocaleName | None = None


def _several(node: object) -> object:
    """One consent where a list is meant."""
    return [node] if isinstance(node, DataMapping) else node


@dataclass(frozen=True, slots=True)
class Signers:
    """Those of a list who sign: some by name, of the withheld nothing but how many."""

    named: tuple[Signatory, ...] = ()
    withheld: tuple[Withheld, ...] = ()


NOBODY = Signers()
"""Where nobody stands."""


def read_signers(node: object, problems: Diagnostics) -> Signers:
    """The entries of a list; a faulty one is told and left out, a withheld one becomes a number."""
    if not isinstance(node, DataSequence):
        if not isinstance(node, DataFaulty):
            problems.error(
                "`signatories` is a list", origin_of(node), "write `- organisation: …`, one a line"
            )
        return NOBODY
    named: list[Signatory] = []
    withheld: list[Withheld] = []
    for entry in node:
        if not isinstance(entry, DataMapping):
            _tell_of_no_entry(entry, problems)
        elif is_withheld(entry):
            withheld.append(withheld_in(entry, problems))
        elif (signatory := validate(Signatory, _unmarked(entry), problems)) is not None:
            named.append(signatory)
    found = Signers(tuple(named), tuple(each for each in withheld if each))
    return NOBODY if found == NOBODY else found


def _unmarked(entry: DataMapping) -> DataMapping:
    """An entry without its `withheld: false`."""
    if not any(key == WITHHELD for key in entry):
        return entry
    kept = DataMapping(entry.origin)
    kept.update({key: value for key, value in entry.items() if key != WITHHELD})
    return kept


def _tell_of_no_entry(node: object, problems: Diagnostics) -> None:
    if not isinstance(node, DataFaulty):
        what = "nothing" if isinstance(node, DataNothing) else f"`{excerpt(node)}`"
        problems.error(
            f"{what} stands here alone",
            origin_of(node),
            "a signatory is an `organisation` or a `person`",
        )


def _signers(node: object, info: ValidationInfo) -> Signers:
    return read_signers(node, problems_of(info))


class Signatory(DataModel):
    """One who signs: a coalition, an organisation, or a person with or without one.

    `represents` is how many organisations a coalition speaks for, `members` the counted noun for
    them in the locale files, `area` a phrase with its preposition; or `signatories` are they by
    name. `personal_capacity` says that a person's organisation only tells who they are. From
    `joined` on somebody signs, until `withdrawn`. `signature` is the picture of a person's, `logo`
    that of an organisation, in the folder that the letter names.
    """

    person: Localized | None = None
    honorific: Honorific | None = None
    title: Localized | None = None
    gender: Gender = Gender.UNKNOWN
    organisation: Localized | None = None
    description: Localized | None = None
    kind: Localized | None = None
    country: Localized | None = None
    sort_as: Localized | None = None
    represents: WholeNumber | None = None
    members: PlainText | None = None
    area: Localized | None = None
    signatories: Annotated[Signers, PlainValidator(_signers)] = NOBODY
    personal_capacity: Truth = False
    joined: Date | None = None
    withdrawn: Date | None = None
    consent: Annotated[tuple[Consent, ...], BeforeValidator(_several)] = ()
    signature: WorkspacePath | None = None
    logo: FileName | None = None

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
        if self.person is not None and self.signatories is not NOBODY:
            raise fault("a person is no coalition", "take `signatories` out")
        if self.represents is not None and self.represents < self.members_by_name:
            raise fault(
                f"`{self.represents}` are fewer than the {self.members_by_name} who are named",
                "mend `represents`, or take it out: those who are named are counted",
            )
        if self.personal_capacity and (self.person is None or self.organisation is None):
            raise fault(
                "`personal_capacity` tells that a person’s `organisation` does not sign",
                "give both, or take it out",
            )
        if self.joined and self.withdrawn and self.withdrawn < self.joined:
            raise fault("`withdrawn` is before `joined`", "mend one of the two dates")
        return self

    @model_validator(mode="after")
    def _has_a_hand(self) -> Self:
        if self.person is None and self.signature is not None:
            raise fault(
                "an organisation has no signature",
                "give the `person` who signs for it",
                self.signature.origin,
            )
        return self

    @property
    def members_by_name(self) -> int:
        """How many organisations stand under a coalition's own `signatories`, at every depth."""
        below = self.signatories
        named = sum(each.organisations for each in below.named)
        return named + sum(each.organisations for each in below.withheld)

    @property
    def organisations(self) -> int:
        """How many organisations the entry counts for: a coalition is not one more."""
        if self.person is not None:
            return 0
        if self.represents is not None:
            return self.represents
        return self.members_by_name if self.signatories is not NOBODY else 1

    @property
    def name(self) -> LocalizedText:
        """The name by which the entry is known: the person's, else the organisation's."""
        name = self.person or self.organisation
        assert name is not None  # noqa: S101 - the validator above sees to it
        return name
