"""Reading of counted nouns: few forms are given, the others follow by the language's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language import arabic, english
from letterkit.language.arabic_adjectives import agreeing
from letterkit.language.conventions import (
    GRAMMATICAL_GENDERS,
    Grammar,
    Noun,
    PluralNoun,
)
from letterkit.language.errors import LanguageError
from letterkit.language.locale_file import Section
from letterkit.sources.nodes import DataMapping, DataNothing, DataSequence, DataText

if TYPE_CHECKING:
    from collections.abc import Mapping

    import babel

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories that there are, in the order of the CLDR; each language has some."""

_OVERRIDES = ("accusative", "genitive", "dual", "dual_oblique", "plural_oblique")
_ARABIC_KEYS = (
    "singular",
    "plural",
    "gender",
    "human",
    "diptote",
    "complement",
    "adjectives",
    *_OVERRIDES,
)
_FRENCH_KEYS = ("gender", "elides")
_ADJECTIVE_KEYS = ("masculine", "feminine", "plural", "feminine_plural", "diptote")


def read_nouns(
    section: Section,
    grammar: Grammar,
    locale: babel.Locale,
    adjectives: Mapping[str, arabic.Adjective],
) -> Mapping[str, Noun]:
    """The counted nouns of a locale by their English name; faulty ones are told and left out.

    `adjectives` are those that `read_adjectives` found.
    """
    nouns: dict[str, Noun] = {}
    for key in section.node:
        noun: Noun | None
        if grammar is Grammar.ARABIC:
            noun = _arabic(section, key, adjectives)
        else:
            noun = _by_categories(section, key, grammar, locale)
        if noun is not None:
            nouns[str(key)] = noun
    return nouns


def _by_categories(
    section: Section, key: DataText, grammar: Grammar, locale: babel.Locale
) -> PluralNoun | None:
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
    meant = {*locale.plural_form.tags, "other"}
    for name in entry.node:
        if name in forms and name not in meant:
            told = " and ".join(f"`{each}`" for each in CATEGORIES if each in meant)
            section.problems.warning(
                f"`{name}` is no plural category of the language: no number asks for it",
                name.origin,
                f"it has {told}",
            )
    for category in categories_of_letters(locale):
        if category in forms:
            continue
        section.problems.warning(
            f"the noun `{key}` lacks its form `{category}`, so `other` stands in its place",
            value.origin,
        )
    gender = entry.choice("gender", GRAMMATICAL_GENDERS) if french else None
    feminine = None if gender is None else gender == "feminine"
    return PluralNoun(forms, feminine, entry.flag("elides") if french else None)


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


def _arabic(
    section: Section, key: DataText, adjectives: Mapping[str, arabic.Adjective]
) -> arabic.ArabicNoun | None:
    value = section.get(key)
    if isinstance(value, DataText):
        node = DataMapping(value.origin)
        node[DataText("singular", value.origin)] = value
        entry = Section(node, section.name_of(key), section.problems, _ARABIC_KEYS)
    elif isinstance(value, DataMapping):
        entry = section.section(key, _ARABIC_KEYS)
    else:
        section.wrong(key, "a noun, or a mapping with its `singular` and `plural`")
        return None
    singular = entry.text("singular")
    if not singular:
        entry.problems.error(f"the noun `{key}` lacks its `singular`", entry.node.origin)
        return None
    human = bool(entry.flag("human"))
    plural = entry.text("plural") or arabic.regular_plural(singular, human=human)
    if plural is None:
        entry.problems.error(
            f"the noun `{key}` lacks its `plural`",
            entry.node.origin,
            f"no rule tells the plural of `{singular}`",
        )
        return None
    gender = entry.choice("gender", GRAMMATICAL_GENDERS)
    complement = entry.text("complement") or ""
    forms = arabic.derive(
        singular, plural, construct=bool(complement), diptote=bool(entry.flag("diptote"))
    )
    given = {name: form for name in _OVERRIDES if (form := entry.text(name)) is not None}
    return arabic.ArabicNoun(
        forms=arabic.Forms(**{name: given.get(name, getattr(forms, name)) for name in _SLOTS}),
        feminine=arabic.is_feminine(singular) if gender is None else gender == "feminine",
        human=human,
        complement=complement,
        adjectives=_adjectives(entry, adjectives),
    )


_SLOTS = tuple(slot.value for slot in arabic.Slot)


def read_adjectives(section: Section, grammar: Grammar) -> Mapping[str, arabic.Adjective]:
    """Adjectives that no rule of Arabic tells, by their masculine singular (جديد: جدد)."""
    found: dict[str, arabic.Adjective] = {}
    for key in section.node:
        if grammar is not Grammar.ARABIC:
            section.wrong(key, "left out, since only Arabic has irregular adjectives")
            continue
        value = section.get(key)
        if isinstance(value, DataText):
            found[str(key)] = arabic.derive_adjective(key, plural=value)
        elif isinstance(value, DataMapping):
            told = section.section(key, _ADJECTIVE_KEYS[1:])
            found[str(key)] = _irregular(told, key)
        else:
            section.wrong(key, "the plural of the adjective, or a mapping of its forms")
    return found


def _irregular(told: Section, masculine: str) -> arabic.Adjective:
    return arabic.derive_adjective(
        masculine,
        feminine=told.text("feminine"),
        plural=told.text("plural"),
        feminine_plural=told.text("feminine_plural"),
        diptote=bool(told.flag("diptote")),
    )


def _adjectives(
    entry: Section, irregular: Mapping[str, arabic.Adjective]
) -> tuple[arabic.Adjective, ...]:
    value = entry.get("adjectives")
    if value is None:
        return ()
    if not isinstance(value, DataSequence):
        entry.wrong("adjectives", "a list, each adjective in its masculine singular")
        return ()
    found: list[arabic.Adjective] = []
    for item in value:
        if isinstance(item, DataText):
            try:
                found.append(agreeing(item, irregular))
            except LanguageError as error:
                told = error.diagnostic
                entry.problems.error(told.message, item.origin, told.hint)
        elif isinstance(item, DataMapping):
            described = Section(item, entry.name_of("adjectives"), entry.problems, _ADJECTIVE_KEYS)
            masculine = described.text("masculine")
            if masculine is None:
                described.problems.error("an adjective lacks its `masculine`", item.origin)
                continue
            found.append(_irregular(described, masculine))
        else:
            entry.wrong("adjectives", "a list of adjectives")
    return tuple(found)
