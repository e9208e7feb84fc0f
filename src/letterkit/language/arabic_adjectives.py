"""Arabic adjectives beside a noun: one or several, plain or with what they govern.

An adjective is given in its masculine singular, and each word of several agrees with the noun
(سوري مستقل: منظمات سورية مستقلة). Some words do not, by the grammar of the written language:

- what follows غير stands in the genitive whatever the noun's case (15 مستشفى غير حكومي);
- what is definite behind an adjective completes it, so that the adjective loses its ـًا and the ن
  of its dual and plural (هجومان واسعا النطاق, الإضافة اللفظية);
- what follows a preposition, or ذو (“having”), never changes (مسجل لدى الدولة).
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from letterkit.language.arabic import (
    KASRATAN,
    TEH_MARBUTA,
    Adjective,
    Forms,
    derive_adjective,
)
from letterkit.language.errors import LanguageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NOT = "غير"
_ARTICLE = "ال"
_AND = "و"
_PREPOSITIONS = frozenset(
    """من إلى على عن في مع حتى منذ لدى عند بين دون تحت فوق قبل بعد ضد حول خلال داخل خارج باسم
    بسبب بدون عبر نحو""".split()  # noqa: SIM905 - a list of words is read best as words
)
_JOINED_TO_THE_ARTICLE = ("لل", "بال", "كال")  # للنساء, بالرصاص
_NOT_JOINED = ("بالغ", "بالٍ")  # which are adjectives: of age, worn out
_HAVING = "ذو"
_SOUND_PLURAL = ("ون", "ين")
_TANWIN = "\u064b\u0627"

_HAVING_FORMS = Adjective(
    masculine=Forms("ذو", "ذا", "ذي", "ذوا", "ذوي", "ذوو", "ذوي"),
    feminine=Forms("ذات", "ذات", "ذات", "ذاتا", "ذاتي", "ذوات", "ذوات"),
)


def agreeing(words: str, irregular: Mapping[str, Adjective]) -> Adjective:
    """The adjective that some words are, `irregular` being those that no rule tells.

    Raises `LanguageError` for an adjective in its feminine, or with an article.
    """
    parts: list[Adjective] = []
    left = words.split()
    while left:
        word = left.pop(0)
        if _begins_what_is_fixed(word):
            parts.append(_unchanging([word, *left]))
            break
        if word == _HAVING and left:
            parts += [_HAVING_FORMS, _unchanging(left)]
            break
        negated = word == _NOT and bool(left)
        found = _one(left.pop(0) if negated else word, irregular)
        complement: list[str] = []
        while left and left[0].startswith(_ARTICLE):
            complement.append(left.pop(0))
        if complement:
            found = _each(found, _in_construct)
        if negated:
            parts.append(_unchanging([_NOT]))
            found = _each(found, _in_the_genitive)
        parts.append(found)
        if complement:
            parts.append(_unchanging(complement))
    if not parts:
        raise LanguageError("there is no adjective in an empty text")
    return Adjective(
        _together([part.masculine for part in parts]), _together([part.feminine for part in parts])
    )


def _one(word: str, irregular: Mapping[str, Adjective]) -> Adjective:
    if word in irregular:
        return irregular[word]
    if word.startswith(_AND) and word[1:] in irregular:
        return _each(irregular[word[1:]], lambda forms: _beginning_with(_AND, forms))
    hint = "an adjective is given in its masculine singular, without an article"
    for masculine, known in irregular.items():
        if word == known.feminine.singular != masculine:
            raise LanguageError(f"`{word}` is the feminine of `{masculine}`", hint=hint)
    if word.startswith(_ARTICLE):
        raise LanguageError(f"the adjective `{word}` has an article", hint=hint)
    if word.endswith(TEH_MARBUTA):
        raise LanguageError(f"the adjective `{word}` is feminine", hint=hint)
    return derive_adjective(word)


def _begins_what_is_fixed(word: str) -> bool:
    return word in _PREPOSITIONS or (
        word.startswith(_JOINED_TO_THE_ARTICLE) and not word.startswith(_NOT_JOINED)
    )


def _unchanging(words: list[str]) -> Adjective:
    text = " ".join(words)
    forms = Forms(*[text] * len(fields(Forms)))
    return Adjective(forms, forms)


def _each(adjective: Adjective, change: Callable[[Forms], Forms]) -> Adjective:
    return Adjective(change(adjective.masculine), change(adjective.feminine))


def _in_construct(forms: Forms) -> Forms:
    """Before what completes it: واسعا النطاق, محدودي الدخل, عالي المستوى."""
    sound = (forms.plural[-2:], forms.plural_oblique[-2:]) == _SOUND_PLURAL
    singular = forms.singular
    if singular.endswith(KASRATAN):
        singular = forms.accusative.removesuffix(_TANWIN)
    return Forms(
        singular=singular,
        accusative=forms.accusative.removesuffix(_TANWIN),
        genitive=singular,
        dual=forms.dual[:-1],
        dual_oblique=forms.dual_oblique[:-1],
        plural=forms.plural[:-1] if sound else forms.plural,
        plural_oblique=forms.plural_oblique[:-1] if sound else forms.plural_oblique,
    )


def _in_the_genitive(forms: Forms) -> Forms:
    return replace(
        forms,
        singular=forms.genitive,
        accusative=forms.genitive,
        dual=forms.dual_oblique,
        plural=forms.plural_oblique,
    )


def _together(several: list[Forms]) -> Forms:
    return Forms(
        *(" ".join(getattr(forms, field.name) for forms in several) for field in fields(Forms))
    )


def _beginning_with(beginning: str, forms: Forms) -> Forms:
    return Forms(*(beginning + getattr(forms, field.name) for field in fields(Forms)))
