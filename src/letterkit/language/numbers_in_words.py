"""Whole numbers in words, by the rules of each language that letterkit has them for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from letterkit.diagnostics import nearest
from letterkit.language import (
    arabic_numbers,
    english_numbers,
    french_numbers,
    sorani_numbers,
    turkish_numbers,
)
from letterkit.language.arabic import Case
from letterkit.language.conventions import GRAMMATICAL_GENDERS, Grammar
from letterkit.language.errors import LanguageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.language.profile import Profile


class _Speaker(NamedTuple):
    """How a language says a number and its ordinal; both raise `ValueError` for what has no words.

    French and Arabic agree with what is counted, so what they need of it has been told to both.
    """

    cardinal: Callable[[int], str]
    ordinal: Callable[[int], str]


def number_in_words(
    profile: Profile, number: int, *, gender: str = "masculine", case: str = "nominative"
) -> str:
    """A whole number in words: twelve, on iki, اثنا عشر, douze, دوازدە.

    `gender` is that of what is counted, for Arabic and French, and `case` its case, for Arabic.
    Raises `LanguageError` for a number below zero or too large, and for languages without such
    words.
    """
    speaker = _speaker(profile, feminine=is_feminine(gender), case=Case(case))
    return in_words(profile, whole_number(number), speaker.cardinal)


def ordinal_in_words(profile: Profile, number: int, *, feminine: bool, oblique: bool) -> str:
    """A place in a row in words: third, üçüncü, الثالث; see `numbers.format_ordinal`."""
    case = Case.OBLIQUE if oblique else Case.NOMINATIVE
    speaker = _speaker(profile, feminine=feminine, case=case)
    hint = "leave out `words`, and it is printed in digits"
    return in_words(profile, number, speaker.ordinal, hint)


def in_words(
    profile: Profile,
    number: int,
    speak: Callable[[int], str],
    hint: str = "print it in digits, by `number` or `counted`",
) -> str:
    """What `speak` makes of a number in words; a `ValueError` of it becomes a `LanguageError`."""
    try:
        return speak(number)
    except ValueError:
        raise LanguageError(
            f"cannot write `{number}` in words in `{profile.locale}`", hint=hint
        ) from None


def _speaker(profile: Profile, *, feminine: bool, case: Case) -> _Speaker:
    match profile.grammar:
        case Grammar.ENGLISH:
            return _Speaker(english_numbers.number_words, english_numbers.ordinal_words)
        case Grammar.TURKISH:
            return _Speaker(turkish_numbers.number_words, turkish_numbers.ordinal_words)
        case Grammar.SORANI:
            return _Speaker(sorani_numbers.number_words, sorani_numbers.ordinal_words)
        case Grammar.FRENCH:
            tens = profile.numbers.tens
            return _Speaker(
                partial(french_numbers.number_words, feminine=feminine, tens=tens),
                partial(french_numbers.ordinal_words, feminine=feminine, tens=tens),
            )
        case Grammar.ARABIC:
            oblique, hundred = case is not Case.NOMINATIVE, profile.numbers.hundred
            return _Speaker(
                partial(arabic_numbers.number_words, feminine=feminine, case=case, hundred=hundred),
                partial(
                    arabic_numbers.ordinal_words,
                    feminine=feminine,
                    oblique=oblique,
                    hundred=hundred,
                ),
            )
        case Grammar.PLAIN:
            raise LanguageError(
                f"numbers cannot be written in words in `{profile.locale}`",
                hint="print the number in digits",
            )


def is_feminine(gender: str) -> bool:
    """Whether a noun's gender, said in a word, is the feminine. Raises `LanguageError`."""
    if gender not in GRAMMATICAL_GENDERS:
        raise LanguageError(
            f"`{gender}` is no gender of a noun", hint=nearest(gender, GRAMMATICAL_GENDERS)
        )
    return gender == "feminine"


def whole_number(number: object) -> int:
    """A whole number, given as such. Raises `LanguageError` for anything else."""
    if isinstance(number, bool) or not isinstance(number, int):
        raise LanguageError(
            f"`{number}` is not a whole number",
            hint="declare the variable as `integer` in the template",
        )
    return number
