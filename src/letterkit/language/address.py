"""Forms of address: salutation, complimentary close, inside address, honorifics.

What is printed stands in the locale files, by office and gender; the rules here only choose. Where
the gender is unknown nothing is guessed: the wording for `unknown` stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Direction, Inline, LineBreak, Phrase, Text, Value, plain_text
from letterkit.language import casing
from letterkit.language.bidi import value_direction
from letterkit.language.conventions import Grammar
from letterkit.language.english import without_article
from letterkit.language.errors import LanguageError
from letterkit.language.locale_file import placeholders
from letterkit.language.phrases import Printable, after_honorific, as_phrase, fill, joined
from letterkit.language.vocabulary import HONORIFICS, Gender, Office

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from letterkit.language.conventions import FormsByOffice, Wording
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
    "salutation",
]

_IMPLIED_HONORIFICS = {
    Office.DOCTOR: "doctor",
    Office.PROFESSOR: "professor",
    Office.JUDGE: "judge",
}
_PRECEDENCE = {office: place for place, office in enumerate(Office)}
_AFTER_SALUTATION = ",،:!. \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Addressed:
    """Somebody as a salutation must know them; see `salutation` for what the fields hold."""

    office: Office
    gender: Gender = Gender.UNKNOWN
    name: Printable | None = None
    family_name: Printable | None = None
    title: Printable | None = None
    honorific: Printable | None = None
    organisation: Printable | None = None


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
    return _with_greeting(profile, _called(profile, person, plural=plural))


def joint_salutation(profile: Profile, people: Sequence[Addressed]) -> Phrase:
    """How one letter to several begins: “Excellencies,”, أصحاب المعالي، or Sayın Bakanlar.

    The holders of one office are greeted together. Where the offices differ each is, in their
    order of precedence: “Excellencies, Ladies and Gentlemen,”; where custom is so, who alone holds
    an office as in a letter of their own: معالي الوزير، سعادة السفيرة،
    """
    by_office: dict[Office, list[Addressed]] = {}
    for person in sorted(people, key=lambda person: _PRECEDENCE[person.office]):
        by_office.setdefault(person.office, []).append(person)
    together = len(by_office) > 1 and not profile.forms_of_address.greeted_one_by_one
    greetings: dict[str, Phrase] = {}
    for holders in by_office.values():
        greeting = _called(profile, holders[0], plural=len(holders) > 1 or together)
        if said := plain_text(greeting):
            greetings.setdefault(said, greeting)
    inlines: list[Inline] = []
    for greeting in greetings.values():
        inlines += [Text(" "), *greeting] if inlines else greeting
    return _with_greeting(profile, joined(inlines))


def highest(offices: Iterable[Office]) -> Office:
    """The office that has precedence; what is said to it ends a letter to several."""
    return min(offices, key=_PRECEDENCE.__getitem__)


def _called(profile: Profile, person: Addressed, *, plural: bool) -> Phrase:
    """The first line of a salutation."""
    english = profile.grammar is Grammar.ENGLISH
    values = _values(profile, person)
    forms = profile.forms_of_address.salutation
    return _worded(forms, person.office, person.gender, values, plural=plural, called=english)


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
    courtesy: bool = True,
    greeted: Phrase | None = None,
) -> Phrase:
    """How a letter ends, above the signature: “Yours sincerely,”, “Saygılarımızla,”.

    `unnamed` says that the salutation named nobody, as “Dear Sir or Madam,” does; `greeted` is that
    salutation, which some languages repeat: “Veuillez agréer, Madame la Ministre, …”. `jointly`
    is for several who sign. Without `courtesy` the close is that to nobody in particular.
    """
    close = profile.forms_of_address.complimentary_close
    said = Phrase() if greeted is None else _addressed_as(greeted)
    values = {"salutation": said} if plain_text(said) else {}
    wordings = list(close.of(office)) if courtesy else [close.default]
    first = wordings[0]
    preferred = [
        *(first.jointly if jointly else ()),
        *(first.unnamed if not plural and (unnamed or not courtesy) else ()),
    ]
    # What is said to one in an office is said to several before what is said to just anybody.
    fitting = [pattern for each in wordings for pattern in _patterns([each], gender, plural=plural)]
    for pattern in (*preferred, *fitting):
        if all(field in values for field in placeholders(pattern)):
            return fill(pattern, values)
    return Phrase()


def _addressed_as(greeting: Phrase) -> Phrase:
    """By what a salutation calls somebody: its first line, without the mark at its end."""
    line = list(takewhile(lambda inline: not isinstance(inline, LineBreak), greeting))
    last = line[-1] if line else None
    if isinstance(last, Text | Value):
        line[-1] = _respelled(last, last.text.rstrip(_AFTER_SALUTATION))
    return Phrase(line)


def honorific(profile: Profile, key: str, gender: Gender) -> str:
    """The short title of respect before a name: Dr., د. The same for everybody where custom is so.

    Empty where the language has no such title. Raises `LanguageError` for a key that neither the
    locale nor letterkit's own vocabulary has.
    """
    known = profile.forms_of_address.honorifics
    if key not in known and key in HONORIFICS:
        return ""
    if key not in known:
        raise LanguageError(
            f"`{profile.locale}` has no honorific `{key}`", hint=nearest(key, known)
        )
    found = known[key]
    return found.short or found.by_gender.get(gender, "")


def honorific_in_full(profile: Profile, key: str, gender: Gender) -> str:
    """The title in full, as a salutation has it: الدكتورة. The short one for unknown gender."""
    short = honorific(profile, key, gender)
    found = profile.forms_of_address.honorifics.get(key)
    return found.by_gender.get(gender, short) if found else short


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


def named(profile: Profile, name: Printable, honorific: Printable | None, gender: Gender) -> Phrase:
    """A name with the short honorific before it, not to be parted: Dr. Hatem, د. محمد."""
    said = Phrase() if honorific is None else _honorific(profile, honorific, gender, full=False)
    return after_honorific(said, as_phrase(name)) if plain_text(said) else as_phrase(name)


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
) -> tuple[AddressLine, ...]:
    """To whom and where, line by line in the order of the language.

    The lines of the postal address keep their order; where `country` is given (a letter that goes
    abroad) it is the last of them, in capitals where custom is so. A country in another script
    than the address is no line for the foreign postman, so it is not `postal`. Without `courtesy`
    the name stands bare, as in a letter of protest, but for a title that its bearer has earned.
    """
    said: Phrase | None = None
    if name is not None and courtesy:
        person = Addressed(office, gender, name, None, title, honorific, organisation)
        values = _values(profile, person)
        said = _worded(profile.forms_of_address.name_line, office, gender, values)
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
    return _respelled(inline, casing.upper(inline.text, locale))


def _bare(title: Phrase) -> Phrase:
    """An English title without the article before it."""
    first, *rest = title
    if isinstance(first, Text | Value):
        return Phrase.of(_respelled(first, without_article(first.text)), *rest)
    return title


def _respelled(inline: Text | Value, text: str) -> Inline:
    """An inline with other letters; a value that is changed is no longer verbatim."""
    if isinstance(inline, Text):
        return Text(text, inline.origin)
    return Value(
        text,
        expression=inline.expression,
        sources=inline.sources,
        verbatim=inline.verbatim and text == inline.text,
        direction=inline.direction,
        origin=inline.origin,
    )


def _values(profile: Profile, person: Addressed) -> dict[str, Phrase]:
    """What there is to fill patterns with; where a courtesy (Mr.) is due it is the honorific."""
    gender, honorific = person.gender, person.honorific
    given = {
        "name": person.name,
        "family_name": person.family_name,
        "title": person.title,
        "organisation": person.organisation,
    }
    values = {key: as_phrase(item) for key, item in given.items() if item is not None}
    forms = profile.forms_of_address
    implied = _IMPLIED_HONORIFICS.get(person.office)
    if honorific is None and implied in forms.honorifics:
        honorific = implied
    said = Phrase() if honorific is None else _honorific(profile, honorific, gender, full=True)
    if not plain_text(said) and gender in forms.courtesy:
        said = Phrase.of(Text(forms.courtesy[gender]))
    values["honorific"] = said
    return {key: phrase for key, phrase in values.items() if plain_text(phrase)}


def _honorific(profile: Profile, item: Printable, gender: Gender, *, full: bool) -> Phrase:
    """A key of the vocabulary in words; any other string is the data's own phrase."""
    known = profile.forms_of_address.honorifics
    if not isinstance(item, str) or not (item in known or item in HONORIFICS):
        return as_phrase(item)
    said = honorific_in_full if full else honorific
    return Phrase.of(Text(said(profile, item, gender)))


def _worded(
    forms: FormsByOffice,
    office: Office,
    gender: Gender,
    values: dict[str, Phrase],
    *,
    plural: bool = False,
    called: bool = False,
) -> Phrase:
    """The first pattern all of whose values are known; empty where there is none.

    `called` is for English: a title by which somebody is called (“Dear …”) loses its article.
    """
    for pattern in _patterns(list(forms.of(office)), gender, plural=plural):
        if all(field in values for field in placeholders(pattern)):
            if called and "title" in values and not pattern.startswith("{title}"):
                values = {**values, "title": _bare(values["title"])}
            return _filled(pattern, values)
    return Phrase()


def _patterns(wordings: Sequence[Wording], gender: Gender, *, plural: bool) -> Iterator[str]:
    """All patterns that could serve, the fittest first."""
    if plural:
        for wording in wordings:
            yield from wording.plural
        gender = Gender.UNKNOWN
    for wording in wordings:
        yield from wording.by_gender.get(gender, ())
        yield from wording.by_gender.get(Gender.UNKNOWN, ())


def _filled(pattern: str, values: dict[str, Phrase]) -> Phrase:
    """A pattern filled; an honorific and the name after it are not parted at a line's end."""
    for name in ("name", "family_name"):
        together = f"{{honorific}} {{{name}}}"
        if together in pattern:
            person = after_honorific(values["honorific"], values[name])
            return fill(pattern.replace(together, "{person}"), {**values, "person": person})
    return fill(pattern, values)
