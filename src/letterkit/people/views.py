"""People as seen in one language: plain fields, each a text with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language import address, casing
from letterkit.language.vocabulary import Office
from letterkit.people.localized import LocalizedText
from letterkit.people.localizer import ABSENT, Localizer, View
from letterkit.people.models import Director
from letterkit.sources.nodes import DataText

if TYPE_CHECKING:
    from letterkit.diagnostics import Origin
    from letterkit.language.vocabulary import Gender
    from letterkit.people.models import Addressee, Organisation, Person

_CODE_LENGTH = 2


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

    def _signature(self) -> DataText | None:
        return self._person.signature if isinstance(self._person, Director) else None


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
        return country_name(self._organisation.country, self._localizer)

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

    def __getattr__(self, name: str) -> object:
        """What a column of their row holds, where they come from a table; texts by language."""
        values = {} if name.startswith("_") else self._addressee.values
        if name not in values:
            raise AttributeError(name)
        value = values[name]
        return self._localizer.phrase(value, name) if isinstance(value, LocalizedText) else value

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._addressee.values]

    @property
    def name(self) -> DataText:
        """The person's name; nothing where an office or a body is written to."""
        return self._localizer.name(self._addressee.name)

    @property
    def family_name(self) -> DataText:
        """The family name; nothing where the data has none in this language, nothing is guessed."""
        text = self._addressee.family_name
        found = self._localizer.given(text) if text else None
        return found or ABSENT

    @property
    def gender(self) -> Gender:
        """As the data says; never guessed."""
        return self._addressee.gender

    @property
    def several(self) -> bool:
        """Whether the entry is more than one person."""
        return self._addressee.several

    @property
    def office(self) -> Office:
        """The rank that decides how they are addressed; where data says none, what there is."""
        addressee = self._addressee
        if addressee.office is not None:
            return addressee.office
        is_body = addressee.name is None and addressee.title is None
        return Office.ORGANISATION if is_body else Office.PRIVATE_PERSON

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
        return country_name(self._addressee.country, self._localizer)

    @property
    def country_code(self) -> str | None:
        """The ISO 3166 code, where the data gives one."""
        return _country_code(self._addressee.country)

    @property
    def salutation(self) -> DataText:
        """What is said instead of what custom would say."""
        return self._localizer.phrase(self._addressee.salutation, "salutation")

    def _place_of_salutation(self) -> Origin | None:
        text = self._addressee.salutation
        return text.origin if text else None


def salutation_place(view: AddresseeView) -> Origin | None:
    """Where the data says how to greet an addressee; None where it leaves that to custom."""
    return view._place_of_salutation()  # noqa: SLF001 - no field that expressions should see


def country_name(text: LocalizedText | None, localizer: Localizer) -> DataText:
    """The country's name by its code, or as the data words it."""
    code = _country_code(text)
    if text is None or code is None:
        said = localizer.phrase(text, "country")
        meant = casing.upper(said, "en")
        if _is_code(meant) and address.country_name(localizer.profile, meant) is not None:
            localizer.problems.error(
                f"`{said}` is no code of a country", said.origin, f"write `{meant}`"
            )
        return said
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
    return str(standing) if _is_code(standing) else None


def _is_code(text: str) -> bool:
    return len(text) == _CODE_LENGTH and text.isascii() and text.isupper()
