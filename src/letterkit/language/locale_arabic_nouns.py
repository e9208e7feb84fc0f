"""Reading of Arabic nouns and adjectives: what spelling tells is left out, and follows by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.language import arabic
from letterkit.language.arabic_adjectives import agreeing
from letterkit.language.conventions import GRAMMATICAL_GENDERS, Grammar
from letterkit.language.errors import LanguageError
from letterkit.language.locale_file import Section
from letterkit.sources.nodes import DataMapping, DataSequence, DataText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.sources.nodes import DataNode

_OVERRIDES = ("accusative", "genitive", "dual", "dual_oblique", "plural_oblique")
_NOUN_KEYS = (
    "singular",
    "plural",
    "gender",
    "human",
    "diptote",
    "complement",
    "adjectives",
    *_OVERRIDES,
)
_ADJECTIVE_KEYS = ("masculine", "feminine", "plural", "feminine_plural", "diptote")
_SLOTS = tuple(slot.value for slot in arabic.Slot)


def read_arabic_noun(
    section: Section, key: DataText, adjectives: Mapping[str, arabic.Adjective]
) -> arabic.ArabicNoun | None:
    """A noun by its singular, and by as much else as no rule tells; None if it is at fault."""
    value = section.get(key)
    if isinstance(value, DataText):
        node = DataMapping(value.origin)
        node[DataText("singular", value.origin)] = value
        entry = Section(node, section.name_of(key), section.problems, _NOUN_KEYS)
    elif isinstance(value, DataMapping):
        entry = section.section(key, _NOUN_KEYS)
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
    found = (_adjective(entry, item, irregular) for item in value)
    return tuple(adjective for adjective in found if adjective is not None)


def _adjective(
    entry: Section, item: DataNode, irregular: Mapping[str, arabic.Adjective]
) -> arabic.Adjective | None:
    """One of a noun's adjectives, by its masculine or by its forms; None if it is at fault."""
    if isinstance(item, DataText):
        try:
            return agreeing(item, irregular)
        except LanguageError as error:
            told = error.diagnostic
            entry.problems.error(told.message, item.origin, told.hint)
    elif isinstance(item, DataMapping):
        described = Section(item, entry.name_of("adjectives"), entry.problems, _ADJECTIVE_KEYS)
        masculine = described.text("masculine")
        if masculine is not None:
            return _irregular(described, masculine)
        described.problems.error("an adjective lacks its `masculine`", item.origin)
    else:
        entry.wrong("adjectives", "a list of adjectives")
    return None
