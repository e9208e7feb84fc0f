"""Reading of forms of address: who is written to how, by office and gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language.conventions import (
    FormsByOffice,
    FormsOfAddress,
    Honorific,
    TitlesInShort,
    Wording,
)
from letterkit.language.vocabulary import Company, Gender, Office
from letterkit.sources.nodes import DataMapping, DataNothing, DataText

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from letterkit.language.locale_file import Section

PERSON = ("name", "family_name", "honorific", "title", "called", "organisation")
"""What a salutation or a line of the inside address can be filled with."""
SEVERAL = (*PERSON, "people")
"""What a salutation to several can be filled with."""
CLOSE = ("salutation",)
"""What a complimentary close can be filled with."""
ADDRESS_ORDER = ("name", "title", "organisation", "address", "country")
FORMS_KEYS = (
    "courtesy",
    "honorifics",
    "titles-in-short",
    "salutation",
    "by-name",
    "greeting",
    "complimentary-close",
    "inside-address",
    "mixed-group",
    "usage",
    "usages",
)
_OF_A_USAGE = tuple(key for key in FORMS_KEYS if key not in {"usage", "usages"})
_GENDERS = tuple(gender.value for gender in Gender)
_COURTESY = (Gender.FEMALE.value, Gender.MALE.value)
_OCCASIONS = ("unnamed", "jointly", "alone")
_COMPANIES = tuple(company.value for company in Company)
_OFFICES = tuple(office.value for office in Office)
_BARE_NAME = Wording({Gender.UNKNOWN: ("{honorific} {name}", "{name}")})
_BARE_SALUTATION = Wording({Gender.UNKNOWN: ("{honorific} {name},", "{name},", "{title},")})
_NO_WORDS = Wording({})


def read_forms(section: Section) -> FormsOfAddress:
    """The forms of address of a locale; what is lacking is neutral: the bare name, no close."""
    usages = section.section("usages", None)
    chosen = section.choice("usage", usages.node)
    for usage in usages.node:
        if usage != chosen:  # what it says at fault is told although it does not stand
            _read(usages.section(usage, _OF_A_USAGE))
    return _read(section)


def _read(section: Section) -> FormsOfAddress:
    address = section.section("inside-address", ("order", "name", "country"))
    mixed = section.choice("mixed-group", ("by-person", "by-office"))
    return FormsOfAddress(
        salutation=_by_office(section, "salutation", PERSON, _BARE_SALUTATION, SEVERAL),
        greeting=section.text("greeting") or "",
        complimentary_close=_by_office(section, "complimentary-close", CLOSE, _NO_WORDS),
        name_line=_by_office(address, "name", PERSON, _BARE_NAME),
        order=_order(address),
        country_in_capitals=address.choice("country", ("capitals", "as-written")) == "capitals",
        courtesy=_courtesy(section),
        honorifics=_honorifics(section),
        by_name=_wording(section, "by-name", PERSON) or _BARE_NAME,
        titles=_titles(section),
        greeted_one_by_one=mixed == "by-person",
    )


def _courtesy(section: Section) -> Mapping[Gender, str]:
    told = section.section("courtesy", _COURTESY)
    return {Gender(name): text for name in _COURTESY if (text := told.text(name)) is not None}


def _order(address: Section) -> tuple[str, ...]:
    order = address.texts("order")
    if order is None:
        return ADDRESS_ORDER
    if set(order) != set(ADDRESS_ORDER) or len(order) != len(ADDRESS_ORDER):
        address.wrong("order", "each of " + ", ".join(f"`{name}`" for name in ADDRESS_ORDER))
        return ADDRESS_ORDER
    return order


def _titles(section: Section) -> TitlesInShort:
    told = section.section("titles-in-short", ("until", "names"))
    names = told.section("names", None)
    called: dict[str, str] = {}
    for title in names.node:
        said = None if isinstance(names.get(title), DataNothing) else names.text(title)
        called[str(title)] = str(title) if said is None else said
    return TitlesInShort(told.texts("until") or (), called)


def _by_office(
    section: Section,
    key: str,
    names: Collection[str],
    fallback: Wording,
    of_several: Collection[str] | None = None,
) -> FormsByOffice:
    of_several = names if of_several is None else of_several
    if isinstance(section.get(key), DataText):
        wording = _wording(section, key, names)
        return FormsByOffice(wording or fallback, {})
    told = section.section(key, ("default", *_OFFICES))
    default = _wording(told, "default", names, of_several) or fallback
    by_office = {
        Office(name): wording
        for name in _OFFICES
        if (wording := _wording(told, name, names, of_several)) is not None
    }
    return FormsByOffice(default, by_office)


def _wording(
    section: Section, key: str, names: Collection[str], of_several: Collection[str] = ()
) -> Wording | None:
    value = section.get(key)
    if value is None:
        return None
    if isinstance(value, DataMapping):
        told = section.section(key, (*_GENDERS, "plural", "two", *_OCCASIONS))
        by_gender = {
            Gender(name): patterns
            for name in _GENDERS
            if (patterns := told.patterns(name, names)) is not None
        }
        plural, two = (_to_several(told, name, of_several or names) for name in ("plural", "two"))
        occasions = {name: told.patterns(name, names) or () for name in _OCCASIONS}
        return Wording(by_gender, plural, two, **occasions)
    patterns = section.patterns(key, names)
    return None if patterns is None else Wording({Gender.UNKNOWN: patterns})


def _to_several(
    section: Section, key: str, names: Collection[str]
) -> Mapping[Company, tuple[str, ...]]:
    """Patterns for several: the same for all of them, or by who is among them."""
    if not isinstance(section.get(key), DataMapping):
        patterns = section.patterns(key, names)
        return {} if patterns is None else {Company.UNKNOWN: patterns}
    told = section.section(key, _COMPANIES)
    return {
        Company(name): patterns
        for name in _COMPANIES
        if (patterns := told.patterns(name, names)) is not None
    }


def _honorifics(section: Section) -> Mapping[str, Honorific]:
    told = section.section("honorifics", None)
    found: dict[str, Honorific] = {}
    for key in told.node:
        if isinstance(told.get(key), DataText):
            found[str(key)] = Honorific(told.text(key) or "", {})
            continue
        entry = told.section(key, ("short", *_GENDERS))
        by_gender = {
            Gender(name): text for name in _GENDERS if (text := entry.text(name)) is not None
        }
        short = entry.text("short")
        if short is None:
            entry.problems.error(f"the honorific `{key}` lacks its `short`", entry.node.origin)
            continue
        found[str(key)] = Honorific(short, by_gender)
    return found
