"""People as seen in one language: plain fields, each a text with its place.

A proper name that a locale lacks is printed in the script it has, with a note; a title or a phrase
that is lacking is an error, told when it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from letterkit.diagnostics import Origin
from letterkit.language import address
from letterkit.language.collation import sort_key
from letterkit.language.vocabulary import HONORIFICS
from letterkit.people.loading import Order
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.diagnostics import Diagnostics
    from letterkit.language.profile import Profile
    from letterkit.language.vocabulary import Gender, Office
    from letterkit.people.loading import Group, SignatoryList
    from letterkit.people.localized import LocalizedText
    from letterkit.people.models import Addressee, Organisation, Person, Signatory

ABSENT = DataText("", Origin(""))
"""What a field gives that was left out: a condition on it is false, and to print it is a fault."""

_CODE_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Localizer:
    """Looks texts up in one language, and tells of those that are lacking."""

    profile: Profile
    problems: Diagnostics

    def name(self, text: LocalizedText | None) -> DataText:
        """A proper name, in the script it has where this language has none of its own."""
        if text is None:
            return ABSENT
        found = text.in_locale(self.profile.locale)
        if found is not None:
            return found
        locale, standing = text.anywhere(self.profile.direction)
        self.problems.note(
            f"the name `{standing}` has no form in `{self.profile.locale}`",
            text.origin,
            f"it is printed as in `{locale}`; add `{self.profile.locale}: …` for another form",
        )
        return standing

    def phrase(self, text: LocalizedText | None, what: str) -> DataText:
        """A title or phrase; where this language lacks it, that is an error."""
        if text is None:
            return ABSENT
        found = text.in_locale(self.profile.locale)
        if found is not None:
            return found
        _, standing = text.anywhere()
        self.problems.error(
            f"the {what} `{standing}` is lacking in `{self.profile.locale}`",
            text.origin,
            f"add `{self.profile.locale}: …`",
        )
        return DataText("", text.origin)  # it has been told, so printing it is no second fault

    def honorific(self, text: LocalizedText | None, gender: Gender) -> DataText:
        """A title of respect as it is printed: in the language's words where data gives a key."""
        said = self.phrase(text, "honorific")
        if said not in HONORIFICS:
            return said
        return DataText(address.honorific(self.profile, said, gender), said.origin)


class View:
    """The base of views: a model and the language it is seen in."""

    __slots__ = ("_localizer",)

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer


class PersonView(View):
    """Somebody of ours."""

    __slots__ = ("_person",)

    def __init__(self, person: Person, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._person = person

    @property
    def name(self) -> DataText:
        """The name."""
        return self._localizer.name(self._person.name)

    @property
    def gender(self) -> Gender:
        """As the data says; never guessed."""
        return self._person.gender

    @property
    def honorific(self) -> DataText:
        """The short title of respect before the name: Dr., د."""
        return self._localizer.honorific(self._person.honorific, self.gender)

    @property
    def honorific_key(self) -> DataText:
        """A key of the vocabulary, as `doctor`, or the data's own words."""
        return self._localizer.phrase(self._person.honorific, "honorific")

    @property
    def title(self) -> DataText:
        """The office, as Director."""
        return self._localizer.phrase(self._person.title, "title")

    @property
    def email(self) -> DataText:
        """The e-mail address."""
        return self._person.email or ABSENT

    @property
    def telephone(self) -> DataText:
        """The telephone number, as it is written."""
        return self._person.telephone or ABSENT


class OrganisationView(View):
    """The house that writes."""

    __slots__ = ("_organisation",)

    def __init__(self, organisation: Organisation, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._organisation = organisation

    @property
    def name(self) -> DataText:
        """The full name."""
        return self._localizer.name(self._organisation.name)

    @property
    def short_name(self) -> DataText:
        """The abbreviation, where there is one."""
        return self._localizer.name(self._organisation.short_name)

    @property
    def description(self) -> DataText:
        """What it is, in one phrase."""
        return self._localizer.phrase(self._organisation.description, "description")

    @property
    def address(self) -> tuple[DataText, ...]:
        """The lines of the postal address."""
        return tuple(map(self._localizer.name, self._organisation.address))

    @property
    def country(self) -> DataText:
        """The name of the country."""
        return _country(self._organisation.country, self._localizer)

    @property
    def country_code(self) -> str | None:
        """The ISO 3166 code, where the data gives one."""
        return _country_code(self._organisation.country)

    @property
    def director(self) -> PersonView | None:
        """Who signs for the house."""
        person = self._organisation.director
        return PersonView(person, self._localizer) if person else None

    @property
    def contact(self) -> PersonView | None:
        """Whom to ask about a letter."""
        person = self._organisation.contact
        return PersonView(person, self._localizer) if person else None

    @property
    def website(self) -> DataText:
        """The web address, with its scheme."""
        return self._organisation.website or ABSENT

    @property
    def email(self) -> DataText:
        """The e-mail address."""
        return self._organisation.email or ABSENT

    @property
    def telephone(self) -> DataText:
        """The telephone number, as it is written."""
        return self._organisation.telephone or ABSENT


class AddresseeView(View):
    """Whom a letter is sent to."""

    __slots__ = ("_addressee", "id")

    def __init__(self, identity: str, addressee: Addressee, localizer: Localizer) -> None:
        super().__init__(localizer)
        self.id = identity
        self._addressee = addressee

    @property
    def name(self) -> DataText:
        """The person's name; nothing where an office or a body is written to."""
        return self._localizer.name(self._addressee.name)

    @property
    def gender(self) -> Gender:
        """As the data says; never guessed."""
        return self._addressee.gender

    @property
    def office(self) -> Office:
        """The rank that decides how they are addressed."""
        return self._addressee.office

    @property
    def honorific(self) -> DataText:
        """The short title of respect before the name: Dr., د."""
        return self._localizer.honorific(self._addressee.honorific, self.gender)

    @property
    def honorific_key(self) -> DataText:
        """A key of the vocabulary, as `doctor`, or the data's own words."""
        return self._localizer.phrase(self._addressee.honorific, "honorific")

    @property
    def title(self) -> DataText:
        """The office by its name, as President of the Security Council."""
        return self._localizer.phrase(self._addressee.title, "title")

    @property
    def organisation(self) -> DataText:
        """The body they belong to, or the body that is written to."""
        return self._localizer.name(self._addressee.organisation)

    @property
    def address(self) -> tuple[DataText, ...]:
        """The lines of the postal address."""
        return tuple(map(self._localizer.name, self._addressee.address))

    @property
    def country(self) -> DataText:
        """The name of the country."""
        return _country(self._addressee.country, self._localizer)

    @property
    def country_code(self) -> str | None:
        """The ISO 3166 code, where the data gives one."""
        return _country_code(self._addressee.country)

    @property
    def salutation(self) -> DataText:
        """What is said instead of what custom would say."""
        return self._localizer.phrase(self._addressee.salutation, "salutation")


class SignatoryView(View):
    """One who signs."""

    __slots__ = ("_signatory",)

    def __init__(self, signatory: Signatory, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._signatory = signatory

    @property
    def name(self) -> DataText:
        """The name by which the entry is known: the person's, else the organisation's."""
        return self.person or self.organisation

    @property
    def person(self) -> DataText:
        """The person's name; nothing where an organisation signs."""
        return self._localizer.name(self._signatory.person)

    @property
    def honorific(self) -> DataText:
        """The short title of respect before the name: Dr., د."""
        return self._localizer.honorific(self._signatory.honorific, self.gender)

    @property
    def honorific_key(self) -> DataText:
        """A key of the vocabulary, as `doctor`, or the data's own words."""
        return self._localizer.phrase(self._signatory.honorific, "honorific")

    @property
    def title(self) -> DataText:
        """The person's office."""
        return self._localizer.phrase(self._signatory.title, "title")

    @property
    def gender(self) -> Gender:
        """As the data says; never guessed."""
        return self._signatory.gender

    @property
    def organisation(self) -> DataText:
        """The organisation that signs, or that the person belongs to."""
        return self._localizer.name(self._signatory.organisation)

    @property
    def description(self) -> DataText:
        """What the organisation is, in one phrase."""
        return self._localizer.phrase(self._signatory.description, "description")

    @property
    def represents(self) -> int | None:
        """How many organisations a coalition speaks for."""
        return self._signatory.represents

    @property
    def members(self) -> DataText | None:
        """The counted noun for those organisations."""
        return self._signatory.members

    @property
    def area(self) -> DataText:
        """Where those organisations are, with its preposition."""
        return self._localizer.phrase(self._signatory.area, "area")


class GroupView(View):
    """Signatories under one heading; goes through them in their order."""

    __slots__ = ("_group",)

    def __init__(self, group: Group, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._group = group

    @property
    def heading(self) -> DataText:
        """The heading; nothing where the list has none."""
        return self._localizer.phrase(self._group.heading, "heading")

    def __iter__(self) -> Iterator[SignatoryView]:
        views = [SignatoryView(each, self._localizer) for each in self._group.signatories]
        if self._group.order is Order.ALPHABETICAL:
            locale = self._localizer.profile.language
            views.sort(key=lambda view: sort_key(view.name, locale))
        return iter(views)

    def __len__(self) -> int:
        return len(self._group.signatories)


class SignatoriesView:
    """All who sign a letter, group by group, and how many they are.

    A coalition counts as the organisations it represents and is not one more; an organisation that
    signs in its own name is one; a person's affiliation is not counted.
    """

    def __init__(self, lists: Sequence[SignatoryList], localizer: Localizer) -> None:
        self._groups = [group for each in lists for group in each.groups]
        self._localizer = localizer

    @property
    def groups(self) -> tuple[GroupView, ...]:
        """The groups, in the order in which the letter names their lists."""
        return tuple(GroupView(group, self._localizer) for group in self._groups)

    @cached_property
    def organisations(self) -> int:
        """How many organisations sign, or are signed for."""
        return sum(
            1 if signatory.represents is None else signatory.represents
            for signatory in self._all()
            if signatory.person is None
        )

    @cached_property
    def individuals(self) -> int:
        """How many persons sign."""
        return sum(signatory.person is not None for signatory in self._all())

    def __iter__(self) -> Iterator[SignatoryView]:
        return (view for group in self.groups for view in group)

    def __len__(self) -> int:
        return sum(len(group.signatories) for group in self._groups)

    def _all(self) -> Iterator[Signatory]:
        return (signatory for group in self._groups for signatory in group.signatories)


def _country(text: LocalizedText | None, localizer: Localizer) -> DataText:
    """The country's name by its code, or as the data words it."""
    code = _country_code(text)
    if text is None or code is None:
        return localizer.phrase(text, "country")
    name = address.country_name(localizer.profile, code)
    if name is None:
        localizer.problems.error(
            f"`{code}` is no code of a country",
            text.origin,
            "write its ISO 3166 code, or its name by locale",
        )
        return DataText("", text.origin)
    return DataText(name, text.origin)


def _country_code(text: LocalizedText | None) -> str | None:
    if text is None:
        return None
    _, standing = text.anywhere()
    is_code = len(standing) == _CODE_LENGTH and standing.isascii() and standing.isupper()
    return str(standing) if is_code else None
