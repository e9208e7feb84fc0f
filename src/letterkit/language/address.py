"""Forms of address: salutation, complimentary close, inside address.

What is printed stands in the locale files, by office, gender and number; the rules here only
choose. Where the gender is unknown nothing is guessed: the wording for `unknown` stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from letterkit.document import Direction, Inline, LineBreak, Phrase, Text, Value, plain_text
from letterkit.language import casing, lists
from letterkit.language.bidi import value_direction
from letterkit.language.honorifics import honorific, honorific_in_full, named
from letterkit.language.locale_file import placeholders
from letterkit.language.phrases import Printable, as_phrase, fill, joined
from letterkit.language.vocabulary import Company, Gender, Office
from letterkit.language.wording import (
    Addressed,
    Several,
    patterns_of,
    respelled,
    values_of,
    worded,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letterkit.language.conventions import Wording
    from letterkit.language.profile import Profile

__all__ = [
    "AddressLine",
    "Addressed",
    "Gender",
    "Office",
    "complimentary_close",
    "country_name",
    "highest",
    "honorific",
    "honorific_in_full",
    "inside_address",
    "joint_salutation",
    "named",
    "names_somebody",
    "salutation",
]

_PRECEDENCE = {office: place for place, office in enumerate(Office)}
_AFTER_SALUTATION = ",،:!. \u00a0\u202f"
_PAIR = 2


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One line of an inside address; `postal` lines are for the postman, in their own direction."""

    inlines: tuple[Inline, ...]
    postal: bool


def salutation(
    profile: Profile,
    office: Office,
    gender: Gender,
    *,
    name: Printable | None = None,
    family_name: Printable | None = None,
    title: Printable | None = None,
    honorific: Printable | None = None,
    organisation: Printable | None = None,
    plural: bool = False,
) -> Phrase:
    """How a letter begins: “Sir,”, “Dear Dr. Mustafa,”, Sayın Bakan, or فخامة الرئيس.

    `honorific` is a key of the vocabulary (`doctor`) or a phrase of the data; `family_name` is
    what some languages call a person by, where it is known; `plural` is one letter to several
    people. Where custom adds a greeting on its own line (تحية طيبة وبعد،) that follows a line
    break. Empty where the locale has no words for it.
    """
    person = Addressed(office, gender, name, family_name, title, honorific, organisation)
    return _with_greeting(profile, _called(profile, [person], Several() if plural else None))


def joint_salutation(profile: Profile, people: Sequence[Addressed]) -> Phrase:
    """How one letter to several begins: “Excellencies,”, أصحاب المعالي، or Sayın Bakanlar.

    The holders of one office are greeted together, in number and, where nobody's gender is unknown,
    in gender: صاحبات المعالي، Mesdames les Ministres; two whom no office sets apart by their names.
    Where the offices differ each is greeted, in their order of precedence: “Excellencies, Ladies
    and Gentlemen,”; where custom is so, who alone holds an office as in a letter of their own:
    معالي الوزير، سعادة السفيرة،
    """
    groups = _groups(profile, sorted(people, key=lambda person: _PRECEDENCE[person.office]))
    together = len(groups) > 1 and not profile.forms_of_address.greeted_one_by_one
    greetings: dict[str, Phrase] = {}
    for holders in groups:
        several = Several() if together else None
        uncounted = any(person.several for person in holders)
        if len(holders) > 1 or uncounted:
            company = Company.of(person.gender for person in holders)
            several = Several(None if together or uncounted else len(holders), company)
        greeting = _called(profile, holders, several)
        if said := plain_text(greeting):
            greetings.setdefault(said, greeting)
    inlines: list[Inline] = []
    for greeting in greetings.values():
        inlines += [Text(" "), *greeting] if inlines else greeting
    return _with_greeting(profile, joined(inlines))


def names_somebody(greeting: Phrase) -> bool:
    """Whether a salutation says a name or a title of the data: “Dear Ms. Moss,”, not “Dear Sir,”.

    Several whom it names are written to as one is.
    """
    return any(isinstance(inline, Value) for inline in greeting)


def highest(offices: Iterable[Office]) -> Office:
    """The office that has precedence; what is said to it ends a letter to several."""
    return min(offices, key=_PRECEDENCE.__getitem__)


def _groups(profile: Profile, people: Sequence[Addressed]) -> list[list[Addressed]]:
    """Who is greeted together: holders of one office, and two whose offices have no own words."""
    wordings = [_wordings(profile, person.office) for person in people]
    alike = all(len(each) == 1 for each in wordings) and not any(each.several for each in people)
    if len(people) == _PAIR and alike:
        return [list(people)]
    by_office: dict[Office, list[Addressed]] = {}
    for person in people:
        by_office.setdefault(person.office, []).append(person)
    return list(by_office.values())


def _wordings(profile: Profile, office: Office) -> list[Wording]:
    return list(profile.forms_of_address.salutation.of(office))


def _called(profile: Profile, people: Sequence[Addressed], several: Several | None) -> Phrase:
    """The first line of a salutation to one, or to several holders of an office."""
    person = people[0]
    values = values_of(profile, person)
    if several is not None and (by_name := _by_name(profile, people)):
        values["people"] = by_name
    wordings = _wordings(profile, person.office)
    return worded(profile, wordings, person.gender, values, several=several, called=True)


def _by_name(profile: Profile, people: Sequence[Addressed]) -> Phrase:
    """What each of several is called, as a list; empty unless all are named."""
    said = [
        worded(profile, [profile.forms_of_address.by_name], person.gender, values, called=True)
        for person in people
        if "name" in (values := values_of(profile, person))
    ]
    complete = len(said) == len(people) and all(said)
    return lists.join(profile, said) if complete else Phrase()


def _with_greeting(profile: Profile, first: Phrase) -> Phrase:
    if not profile.forms_of_address.greeting:
        return first
    greeting = Text(profile.forms_of_address.greeting)
    return Phrase.of(*first, LineBreak(), greeting) if first else Phrase.of(greeting)


def complimentary_close(
    profile: Profile,
    office: Office,
    gender: Gender,
    *,
    plural: bool = False,
    unnamed: bool = False,
    jointly: bool = False,
    alone: bool = False,
    courtesy: bool = True,
    greeted: Phrase | None = None,
) -> Phrase:
    """How a letter ends, above the signature: “Yours sincerely,”, “Saygılarımızla,”.

    `unnamed` says that the salutation named nobody, as “Dear Sir or Madam,” does; `greeted` is that
    salutation, which some languages repeat: “Veuillez agréer, Madame la Ministre, …”. `jointly`
    is for several who sign or a body that does, `alone` for one person who is named. Without
    `courtesy` the close is that to nobody in particular.
    """
    close = profile.forms_of_address.complimentary_close
    said = Phrase() if greeted is None else _addressed_as(greeted)
    values = {"salutation": said} if plain_text(said) else {}
    wordings = list(close.of(office)) if courtesy else [close.default]
    first = wordings[0]
    preferred = [
        *(first.jointly if jointly else ()),
        *(first.alone if alone and not (plural and first.plural) else ()),
        *(first.unnamed if not plural and (unnamed or not courtesy) else ()),
    ]
    # What is said to one in an office is said to several before what is said to just anybody.
    several = Several() if plural else None
    fitting = [pattern for each in wordings for pattern in patterns_of([each], gender, several)]
    for pattern in (*preferred, *fitting):
        if all(field in values for field in placeholders(pattern)):
            return fill(pattern, values)
    return Phrase()


def _addressed_as(greeting: Phrase) -> Phrase:
    """By what a salutation calls somebody: its first line, without the mark at its end."""
    line = list(takewhile(lambda inline: not isinstance(inline, LineBreak), greeting))
    last = line[-1] if line else None
    if isinstance(last, Text | Value):
        line[-1] = respelled(last, last.text.rstrip(_AFTER_SALUTATION))
    return Phrase(line)


# CLDR's words for what is no country: “unknown region”, and two for tests of programs.
_NO_COUNTRIES = frozenset({"ZZ", "XA", "XB"})


def country_name(profile: Profile, code: str) -> str | None:
    """The name of a country by its ISO 3166 code: the locale file's own, else CLDR's.

    None for what is no code of a country.
    """
    key = casing.upper(code, "en")
    if key in _NO_COUNTRIES:
        return None
    own = profile.countries.get(key)
    return own if own is not None else profile.babel.territories.get(key)


def inside_address(
    profile: Profile,
    *,
    office: Office,
    gender: Gender,
    name: Printable | None = None,
    title: Printable | None = None,
    organisation: Printable | None = None,
    honorific: Printable | None = None,
    lines: Sequence[Printable] = (),
    country: Printable | None = None,
    courtesy: bool = True,
    several: bool = False,
) -> tuple[AddressLine, ...]:
    """To whom and where, line by line in the order of the language.

    The lines of the postal address keep their order; where `country` is given (a letter that goes
    abroad) it is the last of them, in capitals where custom is so. A country in another script
    than the address is no line for the foreign postman, so it is not `postal`. Without `courtesy`
    the name stands bare, as in a letter of protest, but for a title that its bearer has earned; so
    does a name of `several`, which is no person's.
    """
    said: Phrase | None = None
    if name is not None and courtesy and not several:
        person = Addressed(office, gender, name, None, title, honorific, organisation)
        wordings = list(profile.forms_of_address.name_line.of(office))
        said = worded(profile, wordings, gender, values_of(profile, person))
    elif name is not None:
        said = named(profile, name, honorific, gender)
    found: dict[str, list[AddressLine]] = {
        "name": _lines(said),
        "title": _lines(title),
        "organisation": _lines(organisation),
        "address": [AddressLine(as_phrase(line), postal=True) for line in lines],
    }
    found["country"] = _country(profile, country, found["address"])
    return tuple(line for part in profile.forms_of_address.order for line in found[part])


def _lines(item: Printable | None) -> list[AddressLine]:
    phrase = Phrase() if item is None else as_phrase(item)
    return [AddressLine(phrase, postal=False)] if phrase else []


def _country(
    profile: Profile, country: Printable | None, address: Iterable[AddressLine]
) -> list[AddressLine]:
    if country is None:
        return []
    phrase = as_phrase(country)
    if profile.forms_of_address.country_in_capitals:
        phrase = Phrase(_in_capitals(profile, inline) for inline in phrase)
    directions = {value_direction(plain_text(line.inlines)) for line in address} - {None}
    own = value_direction(plain_text(phrase)) or Direction.LTR
    return [AddressLine(phrase, postal=directions <= {own})]


def _in_capitals(profile: Profile, inline: Inline) -> Inline:
    """Capitals by the language of the letter; but Türkiye, a Turkish name, as Turkish has them."""
    if not isinstance(inline, Text | Value):
        return inline
    locale = "tr" if inline.text == "Türkiye" else profile.language
    return respelled(inline, casing.upper(inline.text, locale))
