"""What only Arabic needs: counted nouns, adjectives that agree. Numbers in words are a file on.

The rules are those of the written language without vowel signs, as school grammars give them
(العدد والمعدود): the last two digits of a number decide the form of the noun after it, 3 to 10
take the genitive plural, 11 to 99 the accusative singular, 100 and its like the genitive singular;
1 and 2 are said by the noun itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum

FATHATAN_ALEF = "\u064b\u0627"  # ـًا, the sign of the indefinite accusative
KASRATAN = "\u064d"  # ends a defective noun: محامٍ
TEH_MARBUTA = "ة"
ALEF_MAKSURA = "ى"
HAMZA = "ء"
_FEMININE_ENDING = "اء"
_DOES_NOT_JOIN_ON = frozenset("اأإآدذرزوؤةىء")


class Case(StrEnum):
    """What stands before the counted noun decides its case.

    `oblique` is what a preposition governs (the genitive); an object is `accusative`. Both share
    the dual and the plural.
    """

    NOMINATIVE = "nominative"
    ACCUSATIVE = "accusative"
    GENITIVE = "genitive"
    OBLIQUE = "oblique"


class Slot(Enum):
    """One of the seven written forms of an indefinite noun; the value is the field's name."""

    SINGULAR = "singular"
    ACCUSATIVE = "accusative"
    GENITIVE = "genitive"
    DUAL = "dual"
    DUAL_OBLIQUE = "dual_oblique"
    PLURAL = "plural"
    PLURAL_OBLIQUE = "plural_oblique"


_PLURALS = frozenset({Slot.PLURAL, Slot.PLURAL_OBLIQUE})


@dataclass(frozen=True, slots=True)
class Forms:
    """The seven written forms of an indefinite noun or adjective."""

    singular: str
    accusative: str
    genitive: str
    dual: str
    dual_oblique: str
    plural: str
    plural_oblique: str

    def form(self, slot: Slot) -> str:
        """The form for one slot."""
        return str(getattr(self, slot.value))


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective that follows its noun and agrees with it in number, gender and case."""

    masculine: Forms
    feminine: Forms

    def form(self, slot: Slot, *, feminine: bool, human: bool) -> str:
        """The form beside a noun; the plural of what is not human takes the feminine singular."""
        if slot in _PLURALS and not human:
            return self.feminine.genitive
        return (self.feminine if feminine else self.masculine).form(slot)


@dataclass(frozen=True, slots=True)
class ArabicNoun:
    """A noun that can be counted, with what belongs to it.

    `complement` is the genitive that a compound leans on (منظمة *مجتمع مدني*): it never changes,
    and the noun before it loses the ن of its dual and sound plural and its ـًا.
    """

    forms: Forms
    feminine: bool
    human: bool
    complement: str = ""
    adjectives: tuple[Adjective, ...] = ()

    def phrase(self, slot: Slot, *more: Adjective) -> str:
        """The noun, its complement and its adjectives in one slot, `more` adjectives last."""
        agreeing = [
            adjective.form(slot, feminine=self.feminine, human=self.human)
            for adjective in (*self.adjectives, *more)
        ]
        words = [self.forms.form(slot), self.complement, *agreeing]
        return " ".join(word for word in words if word)


def is_feminine(singular: str) -> bool:
    """What the spelling says of a noun's gender: ة is feminine, all else masculine."""
    return singular.endswith(TEH_MARBUTA)


def accusative_of(singular: str) -> str:
    """The indefinite accusative as it is written: ـًا but after ة ى ا أ and اء."""
    if singular.endswith(KASRATAN):
        return _defective(singular) + FATHATAN_ALEF
    if singular.endswith((TEH_MARBUTA, ALEF_MAKSURA, "ا", "أ", "اء")):
        return singular
    return _before_a_suffix(singular) + FATHATAN_ALEF


def dual_of(singular: str, *, oblique: bool) -> str:
    """The dual: ـان as a subject, ـين otherwise."""
    if singular.endswith("أ"):
        return singular + "ين" if oblique else singular[:-1] + "آن"
    if singular.endswith(TEH_MARBUTA):
        stem = singular[:-1] + "ت"
    elif singular.endswith(KASRATAN):
        stem = _defective(singular)
    elif singular.endswith(ALEF_MAKSURA):
        stem = singular[:-1] + "ي"
    else:
        stem = _before_a_suffix(singular)
    return stem + ("ين" if oblique else "ان")


def sound_masculine_plural(singular: str) -> str:
    """The plural in ـون: مدني gives مدنيون, محامٍ gives محامون, متوفى gives متوفون."""
    if singular.endswith(KASRATAN):
        return _before_a_suffix(singular[:-1]) + "ون"
    return _before_a_suffix(singular.removesuffix(ALEF_MAKSURA)) + "ون"


def sound_feminine_plural(singular: str) -> str:
    """The plural in ـات: منظمة gives منظمات, مستشفى gives مستشفيات, قرار gives قرارات."""
    if singular.endswith(TEH_MARBUTA):
        return singular[:-1] + "ات"
    if singular.endswith(KASRATAN):
        return _defective(singular) + "ات"
    if singular.endswith(ALEF_MAKSURA):
        return singular[:-1] + "يات"
    return _before_a_suffix(singular) + "ات"


def regular_plural(singular: str, *, human: bool) -> str | None:
    """The plural that spelling and meaning tell of; None where it has to be learnt.

    Feminine nouns in ة (but not اة: قناة, فتاة) take ـات, masculine persons ـون, other nouns in ى
    ـات. Whether anything else has a broken plural, no rule knows.
    """
    if singular.endswith("اة"):
        return None
    if singular.endswith(TEH_MARBUTA):
        return sound_feminine_plural(singular)
    if human:
        return sound_masculine_plural(singular)
    return sound_feminine_plural(singular) if singular.endswith(ALEF_MAKSURA) else None


def derive(
    singular: str,
    plural: str,
    *,
    construct: bool = False,
    diptote: bool = False,
) -> Forms:
    """The seven forms by rule from singular and plural.

    `construct` is the noun before its complement; a `diptote` (أحمر, and most broken plurals that
    serve as names) takes no ـًا.
    """
    sound = plural == sound_masculine_plural(singular)
    oblique = plural[:-2] + "ين" if sound else plural
    dual = dual_of(singular, oblique=False)
    dual_oblique = dual_of(singular, oblique=True)
    bare = construct or diptote
    return Forms(
        singular=singular,
        accusative=singular if bare else accusative_of(singular),
        genitive=singular,
        dual=dual[:-1] if construct else dual,
        dual_oblique=dual_oblique[:-1] if construct else dual_oblique,
        plural=plural[:-1] if construct and sound else plural,
        plural_oblique=oblique[:-1] if construct and sound else oblique,
    )


def derive_adjective(
    masculine: str,
    *,
    feminine: str | None = None,
    plural: str | None = None,
    feminine_plural: str | None = None,
    diptote: bool = False,
) -> Adjective:
    """An adjective by rule: feminine ـة, plurals ـون and ـات, where nothing else is said."""
    feminine = feminine or _feminine_of(masculine)
    men = derive(masculine, plural or sound_masculine_plural(masculine), diptote=diptote)
    if feminine.endswith(_FEMININE_ENDING):  # عزلاء: its hamza becomes و, men and women are عزّل
        stem = feminine[: -len(HAMZA)] + "و"
        women = derive(feminine, feminine_plural or plural or stem + "ات")
        return Adjective(men, replace(women, dual=stem + "ان", dual_oblique=stem + "ين"))
    if feminine_plural is None:  # متوفاة has متوفيات, as its masculine tells
        own = masculine if feminine.endswith("اة") else feminine
        feminine_plural = sound_feminine_plural(own)
    return Adjective(men, derive(feminine, feminine_plural))


def _feminine_of(masculine: str) -> str:
    """The feminine in ة: سوري, سورية; ناءٍ, نائية; متوفى, متوفاة; بطيء, بطيئة."""
    if masculine.endswith(KASRATAN):
        return _defective(masculine) + TEH_MARBUTA
    if masculine.endswith(ALEF_MAKSURA):
        return masculine[:-1] + "ا" + TEH_MARBUTA
    return _before_a_suffix(masculine) + TEH_MARBUTA


def slot_of(number: int, case: Case) -> Slot:
    """Which form follows a number: 1 and 2 by the case, others by their last two digits."""
    if number == 1:
        return {Case.NOMINATIVE: Slot.SINGULAR, Case.ACCUSATIVE: Slot.ACCUSATIVE}.get(
            case, Slot.GENITIVE
        )
    if number == 2:  # noqa: PLR2004 - two is two
        return Slot.DUAL if case is Case.NOMINATIVE else Slot.DUAL_OBLIQUE
    last_two = abs(number) % 100
    if 3 <= last_two <= 10:  # noqa: PLR2004 - the grammar's own numbers
        return Slot.PLURAL_OBLIQUE
    if last_two >= 11:  # noqa: PLR2004 - as above
        return Slot.ACCUSATIVE
    return Slot.GENITIVE


def counted(number: int, digits: str, noun: ArabicNoun, case: Case) -> str:
    """Number and noun: منظمة واحدة, منظمتان, 3 منظمات, 11 منظمة, 100 منظمة.

    `digits` is the number as it is to be printed; one and two are said by the noun alone.
    """
    slot = slot_of(number, case)
    if number == 1:
        return noun.phrase(slot, ONE)
    if number == 2:  # noqa: PLR2004 - two is two
        return noun.phrase(slot)
    return f"{digits} {noun.phrase(slot)}"


def _defective(word: str) -> str:
    """A word that ends in ـٍ with the ي that it has elsewhere: محامٍ, محامي; ناءٍ, نائي."""
    stem = word[: -len(KASRATAN)]
    return (stem[: -len(HAMZA)] + "ئ" if stem.endswith(HAMZA) else stem) + "ي"


def _before_a_suffix(word: str) -> str:
    """A final hamza sits on ي when a suffix follows and the letter before joins on: شيء, شيئًا."""
    if word.endswith(HAMZA) and len(word) > 1 and word[-2] not in _DOES_NOT_JOIN_ON:
        return word[:-1] + "ئ"
    return word


ONE = derive_adjective("واحد")
