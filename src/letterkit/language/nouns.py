"""Counted nouns: number and noun as the grammar of the language joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Phrase, Text
from letterkit.language import arabic, lists, turkish
from letterkit.language.arabic import ArabicNoun, Case
from letterkit.language.errors import LanguageError
from letterkit.language.numbers import format_number, whole_number
from letterkit.language.phrases import Printable, fill
from letterkit.language.plurals import plural_category

if TYPE_CHECKING:
    from letterkit.language.conventions import Noun, PluralNoun
    from letterkit.language.profile import Profile

_CASES = tuple(case.value for case in Case)


def counted(
    profile: Profile,
    number: int,
    noun: str,
    *,
    case: str = "nominative",
    digits: str | None = None,
) -> str:
    """A number with its noun: 92 organisations, 92 kuruluş, 92 منظمة, منظمتان.

    `noun` is the English name under which the locale file has it. `case` matters in Arabic only:
    `nominative`, `oblique` (after a preposition), `accusative` (an object), `genitive`. Raises
    `LanguageError` for a noun that the locale lacks and for what is no whole number.
    """
    whole = whole_number(number)
    found = _noun(profile, noun)
    chosen = _case(case)
    printed = format_number(profile, whole, digits=digits)
    if isinstance(found, ArabicNoun):
        return arabic.counted(whole, printed, found, chosen)
    return f"{printed} {_form(profile, found, whole)}"


def noun_form(profile: Profile, number: int, noun: str, *, case: str = "nominative") -> str:
    """The noun alone as it stands after the number; in Arabic 1 and 2 bring their own word."""
    whole = whole_number(number)
    found = _noun(profile, noun)
    chosen = _case(case)
    if isinstance(found, ArabicNoun):
        return found.phrase(arabic.slot_of(whole, chosen))
    return _form(profile, found, whole)


def spelled(profile: Profile, number: int, noun: str, *, case: str = "nominative") -> str:
    """A number from 1 to 99 in words, with its noun: ثلاث عشرة منظمة.

    Raises `LanguageError` for other numbers and for languages other than Arabic.
    """
    found = _noun(profile, noun)
    if not isinstance(found, ArabicNoun):
        raise LanguageError(
            f"numbers cannot be written in words in `{profile.locale}`",
            hint="print the number in digits, with `counted`",
        )
    return arabic.spelled(whole_number(number), found, _case(case))


def more_than(profile: Profile, number: int, noun: str | None = None) -> str:
    """“More than” exactly this number: أكثر من 200 منظمة, 200’den fazla kuruluş.

    Without a noun the phrase alone. Raises `LanguageError` as `counted` does.
    """
    phrase = profile.more_than
    printed = format_number(profile, whole_number(number))
    values: dict[str, str] = {"number": _in_case(printed, phrase.number_case)}
    if noun is None:
        values["counted"] = printed
    else:
        values["counted"] = counted(profile, number, noun, case=phrase.noun_case)
        values["noun"] = noun_form(profile, number, noun, case=phrase.noun_case)
    texts = {name: Text(text) for name, text in values.items()}
    return str(fill(phrase.pattern, texts))


def representing(profile: Profile, number: int, noun: str, area: Printable | None = None) -> Phrase:
    """For whom a coalition signs: “representing 92 organisations in …”, `area` being a value."""
    phrase = profile.representing
    values: dict[str, Printable] = {
        "count": Text(counted(profile, number, noun, case=phrase.noun_case))
    }
    if area is not None:
        values["area"] = area
    return fill(phrase.pattern, values)


def withheld(profile: Profile, number: int, noun: str) -> Phrase:
    """So many who are not named: “14 organisations whose names are withheld for their safety”.

    `noun` is one of `locale_words.WITHHELD`. Raises `LanguageError` as `counted` does.
    """
    patterns = profile.withheld[noun]
    pattern = patterns.get(plural_category(profile, number), patterns["other"])
    return fill(pattern, {"count": Text(counted(profile, number, noun))})


def of_both(
    profile: Profile, organisations: int, individuals: int, *, case: str = "nominative"
) -> Phrase:
    """“14 organisations and 3 individuals”; of those of whom there are none, nothing is said.

    Raises `LanguageError` as `counted` does.
    """
    numbers = {"organisation": organisations, "individual": individuals}
    return lists.join(
        profile,
        [
            Text(counted(profile, number, noun, case=case))
            for noun, number in numbers.items()
            if number
        ],
    )


def _in_case(printed: str, case: str | None) -> str:
    if case is None:
        return printed
    return turkish.inflected(printed, case)


def _form(profile: Profile, noun: PluralNoun, number: int) -> str:
    category = plural_category(profile, abs(number))
    return noun.forms.get(category) or noun.forms["other"]


def _case(case: str) -> Case:
    if case not in _CASES:
        raise LanguageError(f"there is no case `{case}`", hint=nearest(case, _CASES))
    return Case(case)


def _noun(profile: Profile, noun: str) -> Noun:
    found = profile.nouns.get(noun)
    if found is None:
        hint = nearest(noun, profile.nouns)
        lacking = f"give it under `nouns` in `locales/{profile.language}.yaml`"
        raise LanguageError(
            f"`{profile.locale}` has no counted noun `{noun}`",
            hint=f"{hint} or {lacking}" if hint and hint.startswith("did") else lacking,
        )
    return found
