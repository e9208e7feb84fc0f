"""Counted nouns: number and noun as the grammar of the language joins them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.document import Phrase, Text
from letterkit.language import arabic, arabic_numbers, french_numbers, lists, turkish
from letterkit.language.arabic import ArabicNoun, Case
from letterkit.language.arabic_adjectives import agreeing
from letterkit.language.conventions import Grammar, PluralNoun
from letterkit.language.errors import LanguageError
from letterkit.language.numbers import format_number
from letterkit.language.numbers_in_words import in_words, number_in_words, whole_number
from letterkit.language.phrases import Printable, fill
from letterkit.language.plurals import plural_category

if TYPE_CHECKING:
    from letterkit.language.conventions import Noun
    from letterkit.language.profile import Profile

_CASES = tuple(case.value for case in Case)

_PERIODS = frozenset(
    (
        *("second", "minute", "hour", "day", "night", "week", "fortnight"),
        *("month", "quarter", "year", "decade", "century"),
    )
)
"""Stretches of time, by their English names (CLDR, units of duration)."""


def counted(
    profile: Profile,
    number: int,
    noun: str,
    *,
    case: str = "nominative",
    adjective: str | None = None,
    digits: str | None = None,
    words_up_to: int | None = None,
) -> str:
    """A number with its noun: 92 organisations, 92 kuruluş, 92 منظمة, منظمتان.

    `noun` is the English name under which the locale file has it, `adjective` a word of the
    language that agrees with it (see `noun_named`). `case` matters in Arabic only: `nominative`,
    `oblique` (after a preposition), `accusative` (an object), `genitive`. Numbers from one to
    `words_up_to`, else to that of the locale file, are in words. Raises `LanguageError` for a noun
    that the locale lacks and for what is no whole number.
    """
    whole = whole_number(number)
    if _is_small(profile, whole, words_up_to):
        return spelled(profile, whole, noun, case=case, adjective=adjective)
    found, chosen = noun_named(profile, noun, adjective), case_named(case)
    printed = format_number(profile, whole, digits=digits)
    if isinstance(found, ArabicNoun):
        return arabic.counted(whole, printed, found, chosen)
    return f"{printed} {_form(profile, found, whole)}"


def noun_form(
    profile: Profile,
    number: int,
    noun: str,
    *,
    case: str = "nominative",
    adjective: str | None = None,
) -> str:
    """The noun alone as it stands after the number; in Arabic 1 and 2 bring their own word."""
    whole = whole_number(number)
    found, chosen = noun_named(profile, noun, adjective), case_named(case)
    if isinstance(found, ArabicNoun):
        return found.phrase(arabic.slot_of(whole, chosen))
    return _form(profile, found, whole)


def spelled(
    profile: Profile,
    number: int,
    noun: str,
    *,
    case: str = "nominative",
    adjective: str | None = None,
) -> str:
    """A number in words, with its noun: twelve hospitals, on iki hastane, ثلاث عشرة منظمة.

    Raises `LanguageError` as `counted` and `numbers_in_words.number_in_words` do, and where words
    depend on something that the locale file does not say of the noun.
    """
    whole = whole_number(number)
    found, chosen = noun_named(profile, noun, adjective), case_named(case)
    if isinstance(found, ArabicNoun):
        if whole == 0:
            raise LanguageError(
                f"`{profile.locale}` has no words for none of a noun",
                hint="say in words of your own that there is none: `{{ … if … else … }}`",
            )
        speak = partial(
            arabic_numbers.spelled, noun=found, case=chosen, hundred=profile.numbers.hundred
        )
        return in_words(profile, whole, speak)
    form = _form(profile, found, whole)
    if profile.grammar is Grammar.FRENCH:
        return in_words(profile, whole, partial(_french, profile, noun, found, form))
    return f"{number_in_words(profile, whole)} {form}"


def _french(profile: Profile, name: str, noun: PluralNoun, form: str, number: int) -> str:
    """Number and noun in French; `name` is the noun's own in the locale file, for what it lacks."""
    if noun.feminine is None:
        beside_any = {french_numbers.number_words(number, feminine=it) for it in (True, False)}
        if len(beside_any) > 1:
            raise _unsaid(profile, name, form, "gender", "gender: feminine")
    try:
        return french_numbers.with_noun(
            number,
            form,
            feminine=bool(noun.feminine),
            elides=noun.elides,
            tens=profile.numbers.tens,
        )
    except LookupError:
        raise _unsaid(profile, name, form, "elides", "elides: true") from None


def _unsaid(profile: Profile, name: str, form: str, key: str, example: str) -> LanguageError:
    return LanguageError(
        f"nothing says the `{key}` of the counted noun `{name}`, {form}, in `{profile.locale}`",
        hint=f"give `{example}` or its contrary under `nouns.{name}`"
        f" in `locales/{profile.language}.yaml`",
    )


def compared(
    profile: Profile,
    comparison: str,
    number: int,
    noun: str | None = None,
    *,
    adjective: str | None = None,
    digits: str | None = None,
    words_up_to: int | None = None,
) -> str:
    """A number with what it is compared to: at least 20, ما لا يقل عن 20 منظمة, 200’den az kuruluş.

    `comparison` is a key of `Profile.comparisons`. Without a noun the phrase alone. A stretch of
    time is measured, not counted: less than 3 months, 3 aydan az. Raises `LanguageError` as
    `counted` does.
    """
    phrase = profile.comparisons[comparison]
    whole = whole_number(number)
    printed = format_number(profile, whole, digits=digits)
    if noun is not None and _is_small(profile, whole, words_up_to):
        printed = number_in_words(profile, whole)
    values: dict[str, str] = {"number": _in_case(printed, phrase.number_case)}
    if noun is None:
        values["counted"] = printed
    else:
        case = phrase.noun_case
        values["counted"] = counted(
            profile,
            whole,
            noun,
            case=case,
            adjective=adjective,
            digits=digits,
            words_up_to=words_up_to,
        )
        values["noun"] = noun_form(profile, whole, noun, case=case, adjective=adjective)
    pattern = phrase.pattern
    if phrase.periods is not None and noun is not None and noun.rpartition(" ")[2] in _PERIODS:
        pattern = phrase.periods
        values["counted"] = _in_case(values["counted"], phrase.number_case)
    return str(fill(pattern, {name: Text(text) for name, text in values.items()}))


def more_than(profile: Profile, number: int, noun: str | None = None) -> str:
    """“More than” exactly this number: أكثر من 200 منظمة, 200’den fazla kuruluş.

    Without a noun the phrase alone. Raises `LanguageError` as `counted` does.
    """
    return compared(profile, "more-than", number, noun)


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
    profile: Profile,
    organisations: int,
    individuals: int,
    *,
    case: str = "nominative",
    words_up_to: int | None = None,
) -> Phrase:
    """“14 organisations and 3 individuals”; of those of whom there are none, nothing is said.

    Numbers of one series are written alike: in words where all are small enough for it (United
    Nations Editorial Manual). Raises `LanguageError` as `counted` does.
    """
    numbers = {"organisation": organisations, "individual": individuals}
    limit = words_up_to if _is_small(profile, max(numbers.values()), words_up_to) else 0
    return lists.join(
        profile,
        [
            Text(counted(profile, number, noun, case=case, words_up_to=limit))
            for noun, number in numbers.items()
            if number
        ],
    )


def _is_small(profile: Profile, number: int, words_up_to: int | None = None) -> bool:
    limit = profile.numbers.words_up_to if words_up_to is None else words_up_to
    return 0 < number <= limit


def _in_case(printed: str, case: str | None) -> str:
    if case is None:
        return printed
    return turkish.inflected(printed, case)


def _form(profile: Profile, noun: PluralNoun, number: int) -> str:
    category = plural_category(profile, abs(number))
    return noun.forms.get(category) or noun.forms["other"]


def case_named(case: str) -> Case:
    """A case of Arabic by its name. Raises `LanguageError`."""
    if case not in _CASES:
        raise LanguageError(f"there is no case `{case}`", hint=nearest(case, _CASES))
    return Case(case)


def noun_named(profile: Profile, noun: str, adjective: str | None = None) -> Noun:
    """A counted noun of the locale file by its English name, with an adjective where one is given.

    In Arabic that is its masculine singular, which agrees (سوري: 200 منظمة سورية, 15 طبيبًا سوريًا;
    see `arabic_adjectives.agreeing`); in English and Turkish it stands before the noun, unchanged.
    Raises `LanguageError` for a noun that is lacking, for an adjective that is given in another
    form, and in a language where neither rule holds.
    """
    found = profile.nouns.get(noun)
    if found is None:
        hint = nearest(noun, profile.nouns)
        lacking = f"give it under `nouns` in `locales/{profile.language}.yaml`"
        raise LanguageError(
            f"`{profile.locale}` has no counted noun `{noun}`",
            hint=f"{hint} or {lacking}" if hint and hint.startswith("did") else lacking,
        )
    if adjective is None:
        return found
    if isinstance(found, ArabicNoun):
        agreed = agreeing(adjective, profile.adjectives)
        return replace(found, adjectives=(*found.adjectives, agreed))
    if profile.grammar not in (Grammar.ENGLISH, Grammar.TURKISH):
        raise LanguageError(
            f"no rule tells how `{adjective}` agrees with its noun in `{profile.locale}`",
            hint=f"give noun and adjective under `nouns` in `locales/{profile.language}.yaml`",
        )
    return PluralNoun({name: f"{adjective} {form}" for name, form in found.forms.items()})
