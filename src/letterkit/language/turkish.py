"""Turkish case suffixes on names, numbers, dates and abbreviations.

The suffix follows the last *spoken* word: `2016’da` (altıda), `BM’nin` (be menin), `Trump’ın`
(tramp). Sources: TDK, Yazım Kılavuzu, “Kesme İşareti”, “Kısaltmalar”, “Sayıların Yazılışı”,
“Ünlü Uyumları”, “Ünsüz Benzeşmesi”. What spelling does not tell can be said: `pronunciation`
(in Turkish spelling; ä before a palatal consonant: `kemäl`), `compound` (a possessive compound,
as names in -derneği are), `letters` (capitals spelled out, or spoken as a word).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypedDict, Unpack

from letterkit.language.casing import lower
from letterkit.language.conventions import Apostrophe
from letterkit.language.turkish_names import (
    is_derived,
    is_institution,
    is_possessive_compound,
    is_title,
    softens,
)
from letterkit.language.turkish_numbers import number_words
from letterkit.language.turkish_reading import is_capitals, last_token, reading_of
from letterkit.language.turkish_sounds import VOWELS, ending, soften
from letterkit.language.turkish_words import READINGS

APOSTROPHE = "’"

_OPENING = {")": "(", "]": "["}
_OPENING_QUOTES = {"”": "“„", '"': '"', "»": "«", "›": "‹", "’": "‘", "“": "„", "'": "'"}
_LATER_PUNCTUATION = ",;:"
_EDGES = "“”\"'’‘«»‹›()[]{}.,;:!?…"
# A plural or ordinal suffix that already stands behind its apostrophe: STK’lar, 3’üncü.
_SUFFIXED = re.compile(r"[’'](?:l[ae]r|[ıiuü]?nc[ıiuü])\Z")
# A share that has its possessive: %97’si, of which the locative is %97’sinde.
_SHARE = re.compile(r"[0-9][’']s?[ıiuü]\Z")
# A raised number, as in cm³ and 6⁴; TDK writes no apostrophe after one.
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_COMMON = re.compile(r"[^\W\d_]{2,}\Z")


class Case(StrEnum):
    """The Turkish cases, and the possessive of the third person singular."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"
    POSSESSIVE = "possessive"


# After a consonant, a vowel, a possessive compound: I and A stand for the vowels that harmony
# chooses, D for d or t. A possessive compound has the possessive suffix already.
_PATTERNS = {
    Case.GENITIVE: ("In", "nIn", "nIn"),
    Case.DATIVE: ("A", "yA", "nA"),
    Case.ACCUSATIVE: ("I", "yI", "nI"),
    Case.LOCATIVE: ("DA", "DA", "ndA"),
    Case.ABLATIVE: ("DAn", "DAn", "ndAn"),
    Case.INSTRUMENTAL: ("lA", "ylA", "ylA"),
    Case.POSSESSIVE: ("I", "sI", ""),
}

# TDK, Güncel Türkçe Sözlük, “su, -yu”: a y before these, suyun and suyu, but suda and suya.
_CASES_OF_SU_WITH_Y = frozenset({Case.GENITIVE, Case.POSSESSIVE})


class Told(TypedDict, total=False):
    """What the spelling of a word does not tell; None is not told (see the head of this file)."""

    pronunciation: str | None
    compound: bool | None
    letters: bool | None


class Usage(Told, total=False):
    """The same, and where the apostrophe stands; see `inflect`."""

    apostrophe: bool | None
    style: Apostrophe


@dataclass(frozen=True, slots=True)
class _Word:
    """A word taken apart: what takes the suffix, and what is printed after the suffix."""

    stem: str
    core: str
    rest: str

    @property
    def quoted(self) -> bool:
        return self.stem != self.core


def suffix(word: str, case: Case | str, **told: Unpack[Told]) -> str:
    """The letters of a suffix alone: `in` for the genitive of `Kilis`, `nda` after a compound.

    Empty where there is nothing to inflect, and for the possessive of a possessive compound.

    Raises:
        ValueError: if `case` is none of `Case`.
    """
    return _suffix(_take_apart(word).core, Case(case), **told)


def inflect(
    word: str,
    case: Case | str,
    *,
    pronunciation: str | None = None,
    compound: bool | None = None,
    letters: bool | None = None,
    apostrophe: bool | None = None,
    style: Apostrophe = Apostrophe.PRESS,
) -> tuple[str, str, str]:
    """A word in a case, as (stem, suffix with its apostrophe, what follows the suffix).

    The suffix stands before a bracket: `Yunus Emre’nin (1240?-1320)`.

    `style` says which names the house sets off. The press: all but titles (Cumhurbaşkanına), and
    institutions whose short name follows in brackets. TDK: institutions neither (Türk Dil
    Kurumundan). In both, what is derived from a name has none (Türkçenin, Suriyelilere), nor have
    abbreviations in a full stop, raised numbers, words in quotation marks and common nouns (in
    small letters; they soften: kitap, kitabın). Numbers and abbreviations have one. `apostrophe`
    says for this word that it has one, or, of a name in words, that it has none.

    Raises:
        ValueError: if `case` is none of `Case`.
    """
    taken = _take_apart(word)
    case = Case(case)
    made = _suffix(
        taken.core, case, pronunciation=pronunciation, compound=compound, letters=letters
    )
    if not made:
        return taken.stem, "", taken.rest
    if _is_common(taken.core):
        if taken.quoted or pronunciation is not None:
            return taken.stem, made, taken.rest
        if case in _CASES_OF_SU_WITH_Y and last_token(taken.core) == "su":
            return taken.stem + "y", _suffix("suy", case, compound=False), taken.rest
        return soften(taken.stem) if made[0] in VOWELS else taken.stem, made, taken.rest
    if not taken.quoted and _takes_apostrophe(taken, compound, apostrophe, style):
        made = APOSTROPHE + made
    softened = not taken.quoted and pronunciation is None and softens(taken.core)
    return soften(taken.stem) if softened and made[0] in VOWELS else taken.stem, made, taken.rest


def inflected(word: str, case: Case | str, **usage: Unpack[Usage]) -> str:
    """A word in a case as one string: `Kilis` in the dative is `Kilis’e`.

    Raises:
        ValueError: if `case` is none of `Case`.
    """
    return "".join(inflect(word, case, **usage))


def suffixed_word(word: str) -> str:
    """The word of a name that takes the suffix, in small letters: `times` of “Rose Times (RT)”."""
    return lower(last_token(_take_apart(word).core).strip(_EDGES), "tr")


def ordinal_suffix(number: int | str) -> str:
    """The ordinal suffix of a number, without its apostrophe: `üncü` for 3, `nci` for 2.

    TDK, “Sayıların Yazılışı”: 8’inci, 2’nci. Text is a number as it is written: `1.500`.
    """
    reading = number_words(abs(number)) if isinstance(number, int) else reading_of(number)
    end = ending(reading)
    vowel = end.high_vowel
    return ("" if end.vowel else vowel) + "nc" + vowel


def ordinal(number: int | str) -> str:
    """A number as an ordinal in digits: 3 → `3’üncü`, `1.500` → `1.500’üncü`."""
    return f"{number}{APOSTROPHE}{ordinal_suffix(number)}"


@lru_cache(maxsize=4096)
def _suffix(
    core: str,
    case: Case,
    *,
    pronunciation: str | None = None,
    compound: bool | None = None,
    letters: bool | None = None,
) -> str:
    reading = reading_of(core, pronunciation=pronunciation, letters=letters)
    if not reading:
        return ""
    end = ending(reading)
    if compound is None and _SHARE.search(core):
        compound = True
    if compound is None:
        compound = letters is not True and is_possessive_compound(_expanded(core, reading))
    after_consonant, after_vowel, after_compound = _PATTERNS[case]
    pattern = (after_compound if compound else after_vowel) if end.vowel else after_consonant
    return pattern.translate(
        {ord("I"): end.high_vowel, ord("A"): end.low_vowel, ord("D"): end.dental}
    )


def _expanded(core: str, reading: str) -> str:
    """The name with an abbreviation in a full stop spoken out: Ltd. Şti. is a şirketi."""
    if core.endswith("."):
        return core.removesuffix(last_token(core)) + reading.rpartition(" ")[2]
    return core


def _takes_apostrophe(
    taken: _Word, compound: bool | None, apostrophe: bool | None, style: Apostrophe
) -> bool:
    core = taken.core
    if _SUFFIXED.search(core) or _SHARE.search(core) or core[-1:] in _RAISED:
        return False
    if core.endswith("."):
        # TDK: none after an abbreviation in a full stop (T.C.nin); numbers always have one.
        token = last_token(core)
        return not any(c.islower() or c == "." for c in token[:-1]) and _is_number(token)
    if apostrophe is True:
        return True
    if is_title(core) or is_derived(core):
        return False
    institution = is_institution(core) or (compound is True and not is_possessive_compound(core))
    if institution and (style is Apostrophe.TDK or taken.rest.strip()):
        return False
    return apostrophe is None or not (institution or _is_in_words(core))


def _is_in_words(core: str) -> bool:
    """Whether a name ends in a word: no number, no sign, no abbreviation."""
    token = last_token(core).strip(_EDGES)
    return token.isalpha() and len(token) > 1 and not is_capitals(token) and token not in READINGS


def _is_number(token: str) -> bool:
    return bool(re.fullmatch(r"\W*(?:[0-9]+|[IVXLCDM]+)\.", token))


def _is_common(core: str) -> bool:
    """Whether the last word is a common noun: written in small letters, not a unit, no address."""
    token = last_token(core)
    bare = token.strip(_EDGES)
    return (
        not token.endswith(".")
        and bool(_COMMON.fullmatch(bare))
        and bare.islower()
        and (bare not in READINGS)
    )


def _take_apart(word: str) -> _Word:
    stem = word.rstrip()
    rest = word[len(stem) :]
    while stem:
        bracket = _bracket_start(stem)
        cut = bracket if bracket is not None else len(stem.rstrip(_LATER_PUNCTUATION))
        shorter = stem[:cut].rstrip()
        if not any(character.isalnum() for character in shorter) or shorter == stem:
            break
        stem, rest = shorter, stem[len(shorter) :] + rest
    return _Word(stem, _unquoted(stem), rest)


def _bracket_start(stem: str) -> int | None:
    """Where the bracket begins that ends a stem."""
    opening = _OPENING.get(stem[-1:])
    depth = 0
    if opening is None:
        return None
    for place in range(len(stem) - 1, -1, -1):
        if stem[place] == stem[-1]:
            depth += 1
        elif stem[place] == opening:
            depth -= 1
            if depth == 0:
                return place
    return None


def _unquoted(stem: str) -> str:
    """The stem without a quotation mark at its end, if the quotation opens within the stem."""
    opening = _OPENING_QUOTES.get(stem[-1:])
    if opening and any(mark in stem[:-1] for mark in opening):
        return stem[:-1]
    return stem
