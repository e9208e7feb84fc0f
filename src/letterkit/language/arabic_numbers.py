"""Arabic numbers in words, alone and with what they count.

Sources: the school grammars’ chapter on numbers (العدد والمعدود), as in Abbas Hasan, النحو الوافي,
vol. 4, question 163: 3 to 10 have the gender that their noun has not, 11 and 12 agree with it; a
hundred and a thousand, and their duals, lean on their noun (مئتا طفل, ألفا طفل); the parts of a
number are joined by و, from the greatest to the least. One and two never stand before what they
count, so after a hundred or a thousand the noun itself is said again: مئة طفل وطفل, مئة طفل وطفلان,
as in ألف ليلة وليلة. A thousand is a noun like any other, and so is a million: the same rules count
them. Ordinals from 101 on are said as legislators number their articles: المادة الأولى بعد المئة.

The Academy of Cairo allows both مئة and مائة (1963); 300 to 900 are written as one word.
"""

from __future__ import annotations

from letterkit.language.arabic import (
    FATHATAN_ALEF,
    KASRATAN,
    ONE,
    TEH_MARBUTA,
    ArabicNoun,
    Case,
    counted,
    derive,
    slot_of,
)

HUNDREDS = ("مئة", "مائة")
"""The two spellings of a hundred, the usual one first."""

# Units 3 to 10: beside a masculine noun with ة, beside a feminine one without (polarity).
_UNITS = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_BEFORE_HUNDRED = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_ORDINALS = ("ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_AND = " و"
_THOUSAND = 1000
_LARGEST_ORDINAL = 1099


def _scale(singular: str, plural: str, *, construct: bool) -> ArabicNoun:
    forms = derive(singular, plural, construct=construct)
    return ArabicNoun(forms, feminine=False, human=False)


_NAMES = (("ألف", "آلاف"), ("مليون", "ملايين"), ("مليار", "مليارات"))
_SCALES = tuple(_scale(*names, construct=False) for names in _NAMES)
_SCALES_IN_CONSTRUCT = tuple(_scale(*names, construct=True) for names in _NAMES)


def number_words(
    number: int,
    *,
    feminine: bool,
    case: Case,
    before_noun: bool = False,
    hundred: str = HUNDREDS[0],
) -> str:
    """A whole number in words: 21 beside a feminine noun is إحدى وعشرون.

    `feminine` and `case` are those of what is counted; `before_noun` is the form on which the noun
    follows (مئتا, not مئتان), for numbers whose noun does follow: not those ending in 1 or 2.

    Raises:
        ValueError: for a number below zero or of more than 12 digits.
    """
    if not 0 <= number < _THOUSAND ** (len(_SCALES) + 1):
        raise ValueError(f"no words for {number}")
    if number == 0:
        return "صفر" + FATHATAN_ALEF if case is Case.ACCUSATIVE else "صفر"
    terms: list[str] = []
    left = number
    for power in range(len(_SCALES), 0, -1):
        count, left = divmod(left, _THOUSAND**power)
        scales = _SCALES_IN_CONSTRUCT if before_noun and not left else _SCALES
        if count:
            terms.append(_counted(count, scales[power - 1], case, hundred))
    if left:
        terms.append(_below_thousand(left, feminine, case, before_noun, hundred))
    return _AND.join(terms)


def spelled(number: int, noun: ArabicNoun, case: Case, *, hundred: str = HUNDREDS[0]) -> str:
    """Number in words, and noun: ثلاثة مستشفيات, مئتا منظمة, مئة طفل وطفلان.

    Raises:
        ValueError: for zero, which Arabic says of a noun by other means, and as `number_words`.
    """
    last_two = number % 100
    if number <= 0:
        raise ValueError(f"no words for {number} with a noun")
    if number in (1, 2):
        return counted(number, "", noun, case)
    if last_two in (1, 2):
        round_part = spelled(number - last_two, noun, case, hundred=hundred)
        return f"{round_part}{_AND}{noun.phrase(slot_of(last_two, case))}"
    words = number_words(
        number, feminine=noun.feminine, case=case, before_noun=True, hundred=hundred
    )
    return f"{words} {noun.phrase(slot_of(number, case))}"


def ordinal_words(
    number: int, *, feminine: bool, oblique: bool = False, hundred: str = HUNDREDS[0]
) -> str:
    """The definite ordinal: الثالث, الأولى بعد المئة.

    Raises:
        ValueError: for a number below 1 or above 1099.
    """
    if not 1 <= number <= _LARGEST_ORDINAL:
        raise ValueError(f"no ordinal for {number}")
    rest = number % 100
    if number < 100:  # noqa: PLR2004 - below a hundred
        return _ordinal_below_hundred(number, feminine=feminine, oblique=oblique)
    case = Case.OBLIQUE if oblique or rest else Case.NOMINATIVE
    hundreds = "ال" + number_words(number - rest, feminine=False, case=case, hundred=hundred)
    if not rest:
        return hundreds
    first = _ordinal_below_hundred(rest, feminine=feminine, oblique=oblique)
    return f"{first} بعد {hundreds}"


def _counted(count: int, scale: ArabicNoun, case: Case, hundred: str) -> str:
    """So many thousands: ألف, ألفان, ثلاثة آلاف, أحد عشر ألفًا, مئة ألف وألفان."""
    if count in (1, 2):
        return scale.phrase(slot_of(count, case))
    return spelled(count, scale, case, hundred=hundred)


def _below_thousand(
    number: int, feminine: bool, case: Case, before_noun: bool, hundred: str
) -> str:
    hundreds, rest = divmod(number, 100)
    terms = [_hundreds(hundreds, case, before_noun and not rest, hundred)] if hundreds else []
    if rest == 1:
        terms.append(ONE.form(slot_of(1, case), feminine=feminine, human=False))
    elif rest:
        terms.append(_below_hundred(rest, feminine, case, before_noun))
    return _AND.join(terms)


def _hundreds(hundreds: int, case: Case, before_noun: bool, hundred: str) -> str:
    if hundreds == 1:
        return hundred
    if hundreds == 2:  # noqa: PLR2004 - two is two
        ending = "ا" if case is Case.NOMINATIVE else "ي"
        return hundred[:-1] + "ت" + ending + ("" if before_noun else "ن")
    return _BEFORE_HUNDRED[hundreds - 3] + hundred


def _below_hundred(number: int, feminine: bool, case: Case, before_noun: bool) -> str:
    """A number from 2 to 99, as it stands alone or before its noun."""
    tens, unit = divmod(number, 10)
    if number == 10 or not tens:  # noqa: PLR2004 - ten is a unit
        if before_noun and number > 2:  # noqa: PLR2004 - two stands before no noun
            return _unit(number, feminine=feminine)
        return _unit_of_compound(number, feminine=feminine, case=case)
    if tens == 1:
        oblique = case is not Case.NOMINATIVE
        return f"{_teen(unit, feminine=feminine, oblique=oblique)} {'عشرة' if feminine else 'عشر'}"
    ten = _tens(tens, oblique=case is not Case.NOMINATIVE)
    return f"{_unit_of_compound(unit, feminine=feminine, case=case)}{_AND}{ten}" if unit else ten


def _tens(tens: int, *, oblique: bool) -> str:
    return _TENS[tens - 2] + ("ين" if oblique else "ون")


def _unit(unit: int, *, feminine: bool) -> str:
    stem = _UNITS[unit - 3]
    return stem if feminine else stem + TEH_MARBUTA


def _teen(unit: int, *, feminine: bool, oblique: bool) -> str:
    if unit == 1:
        return "إحدى" if feminine else "أحد"
    if unit == 2:  # noqa: PLR2004 - two is two
        return ("اثنت" if feminine else "اثن") + ("ي" if oblique else "ا")
    return _unit(unit, feminine=feminine)


def _unit_of_compound(unit: int, *, feminine: bool, case: Case) -> str:
    """A unit on which no noun leans: before the tens, or alone."""
    if unit == 1:
        if feminine:
            return "إحدى"
        return "واحد" + FATHATAN_ALEF if case is Case.ACCUSATIVE else "واحد"
    if unit == 2:  # noqa: PLR2004 - two is two
        stem = "اثنت" if feminine else "اثن"
        return stem + ("ان" if case is Case.NOMINATIVE else "ين")
    if unit == 8 and feminine:  # noqa: PLR2004 - the only defective unit
        return "ثماني" + FATHATAN_ALEF if case is Case.ACCUSATIVE else "ثمان" + KASRATAN
    return _unit(unit, feminine=feminine)


def _ordinal_below_hundred(number: int, *, feminine: bool, oblique: bool) -> str:
    ending = TEH_MARBUTA if feminine else ""
    tens, unit = divmod(number, 10)
    if number == 1:
        return "الأولى" if feminine else "الأول"
    if number <= 10:  # noqa: PLR2004 - units
        return "ال" + _ORDINALS[number - 2] + ending
    first = "ال" + ("حادي" if unit == 1 else _ORDINALS[unit - 2]) + ending if unit else ""
    if tens == 1:
        return f"{first} {'عشرة' if feminine else 'عشر'}"
    ten = "ال" + _tens(tens, oblique=oblique)
    return f"{first}{_AND}{ten}" if unit else ten
