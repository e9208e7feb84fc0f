"""Reading of counted nouns: few forms are given, the others follow by the language's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language import english
from letterkit.language.conventions import GRAMMATICAL_GENDERS, Grammar, Noun, PluralNoun
from letterkit.language.locale_arabic_nouns import read_arabic_noun
from letterkit.sources.nodes import DataMapping, DataNothing, DataText

if TYPE_CHECKING:
    from collections.abc import Mapping

    import babel

    from letterkit.language.arabic import Adjective
    from letterkit.language.locale_file import Section

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories that there are, in the order of the CLDR; each language has some."""

_FRENCH_KEYS = ("gender", "elides")


def read_nouns(
    section: Section,
    grammar: Grammar,
    locale: babel.Locale,
    adjectives: Mapping[str, Adjective],
) -> Mapping[str, Noun]:
    """The counted nouns of a locale by their English name; faulty ones are told and left out.

    `adjectives` are those that `locale_arabic_nouns.read_adjectives` found.
    """
    nouns: dict[str, Noun] = {}
    for key in section.node:
        noun: Noun | None
        if grammar is Grammar.ARABIC:
            noun = read_arabic_noun(section, key, adjectives)
        else:
            noun = _by_categories(section, key, grammar, locale)
        if noun is not None:
            nouns[str(key)] = noun
    return nouns


def _by_categories(
    section: Section, key: DataText, grammar: Grammar, locale: babel.Locale
) -> PluralNoun | None:
    """A noun of a language that counts by the categories of the CLDR; None if it is at fault."""
    value = section.get(key)
    if isinstance(value, DataText):
        return _from_one_form(value, grammar)
    if isinstance(value, DataNothing) and grammar is Grammar.ENGLISH:
        return _from_one_form(key, grammar)
    if not isinstance(value, DataMapping):
        section.wrong(key, "a noun, or its forms by plural category")
        return None
    french = grammar is Grammar.FRENCH
    entry = section.section(key, (*CATEGORIES, *_FRENCH_KEYS) if french else CATEGORIES)
    forms = {name: form for name in CATEGORIES if (form := entry.text(name)) is not None}
    if "other" not in forms:
        if grammar is Grammar.ENGLISH and "one" in forms:
            return _from_one_form(forms["one"], grammar)
        section.problems.error(
            f"the noun `{key}` lacks its form `other`",
            value.origin,
            "`other` is the form after most numbers",
        )
        return None
    _tell_of_categories(entry, key, forms, locale)
    gender = entry.choice("gender", GRAMMATICAL_GENDERS) if french else None
    feminine = None if gender is None else gender == "feminine"
    return PluralNoun(forms, feminine, entry.flag("elides") if french else None)


def _tell_of_categories(
    entry: Section, noun: DataText, forms: Mapping[str, str], locale: babel.Locale
) -> None:
    """Warn of forms that no number asks for, and of numbers that have none of their own."""
    meant = {*locale.plural_form.tags, "other"}
    for name in entry.node:
        if name in forms and name not in meant:
            told = " and ".join(f"`{each}`" for each in CATEGORIES if each in meant)
            entry.problems.warning(
                f"`{name}` is no plural category of the language: no number asks for it",
                name.origin,
                f"it has {told}",
            )
    for category in categories_of_letters(locale):
        if category not in forms:
            entry.problems.warning(
                f"the noun `{noun}` lacks its form `{category}`, so `other` stands in its place",
                entry.node.origin,
            )


def _from_one_form(form: str, grammar: Grammar) -> PluralNoun:
    if grammar is Grammar.ENGLISH:
        return PluralNoun({"one": form, "other": english.regular_plural(form)})
    return PluralNoun({"other": form})


def categories_of_letters(locale: babel.Locale) -> list[str]:
    """The plural categories that whole numbers of a letter meet in a language, `other` last.

    In French, Spanish and their like `many` is for millions only, and its noun is that of `other`.
    """
    tags = {*locale.plural_form.tags, "other"}
    if "few" not in tags:
        tags.discard("many")
    return [category for category in CATEGORIES if category in tags]
