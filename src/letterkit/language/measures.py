"""Money and measures: amounts that stay on one line with what they are amounts of.

Names, symbols and patterns are CLDR's, by Babel; a locale file gives the nouns that CLDR has in one
form only (Arabic: دولاران أمريكيان, 3 كيلومترات). Between a symbol and digits stands a no-break
space where the symbol ends in a letter (UTS #35, currency spacing).
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from letterkit.diagnostics import nearest
from letterkit.language import arabic, casing
from letterkit.language.arabic import ArabicNoun, Slot
from letterkit.language.bidi import without_controls
from letterkit.language.conventions import Grammar
from letterkit.language.errors import LanguageError
from letterkit.language.locale_numbers import MONEY_STYLES, UNIT_STYLES
from letterkit.language.nouns import case_named
from letterkit.language.numbers import exact, format_number
from letterkit.language.phrases import NO_BREAK_SPACE
from letterkit.language.plurals import plural_category

if TYPE_CHECKING:
    from letterkit.language.conventions import Noun
    from letterkit.language.profile import Profile

_MANY = 100
"""A number after which Arabic nouns and symbols have their plainest form."""
_USUAL_DECIMALS = 2


def format_money(
    profile: Profile,
    amount: float | Decimal,
    currency: str,
    style: str | None = None,
    *,
    case: str = "nominative",
    digits: str | None = None,
) -> str:
    """An amount of money: US$1,500, 1.500 ABD doları, 1500 دولار أمريكي.

    `currency` is its ISO 4217 code; `style` is `symbol`, `name` or `code`, else what the locale
    file says. A whole amount has no decimals unless it was written with them, any other at least as
    many as the currency has (CLDR), and two where it is used without. Raises `LanguageError` for a
    currency that there is not, or that has no name in the language.
    """
    from babel.numbers import get_currency_precision

    code = _currency(currency)
    chosen = _style(style or profile.numbers.money, MONEY_STYLES)
    value = _with_decimals(exact(amount), get_currency_precision(code) or _USUAL_DECIMALS)
    printed = format_number(profile, value, digits=digits)
    if chosen == "name":
        return _named_money(profile, value, printed, code, case)
    if chosen == "code" and profile.numbers.money_code is not None:
        return profile.numbers.money_code.format(number=printed, code=code)
    symbol = profile.babel.currency_symbols.get(code, code) if chosen == "symbol" else code
    pattern = profile.babel.currency_formats["standard"]
    before, after = (without_controls(part[0]) for part in (pattern.prefix, pattern.suffix))
    symbol = without_controls(symbol)
    sign = "−" if printed.startswith("−") else ""
    before, after = before.replace("¤", symbol), after.replace("¤", symbol)
    if before and _is_letter(before[-1]):
        before += NO_BREAK_SPACE
    if after and _is_letter(after[0]):
        after = NO_BREAK_SPACE + after
    return f"{sign}{before}{printed.removeprefix(sign)}{after}"


def format_unit(
    profile: Profile,
    amount: float | Decimal,
    unit: str,
    style: str | None = None,
    *,
    case: str = "nominative",
    digits: str | None = None,
) -> str:
    """A measure: 12 km, 12 kilometres, 12 كيلومترًا.

    `unit` is CLDR's identifier (`kilometer`, `square-kilometer`, `tonne`), in British spelling too;
    `style` is `symbol` or `name`, else what the locale file says. Raises `LanguageError` for a unit
    that CLDR does not know, or that has no name in the language.
    """
    identifier, key = _unit(unit)
    chosen = _style(style or profile.numbers.units, UNIT_STYLES)
    value = exact(amount)
    printed = format_number(profile, value, digits=digits)
    if chosen == "name":
        noun = profile.units.get(key)
        if noun is not None:
            return _counted(profile, value, printed, noun, case)
        if profile.grammar is Grammar.ARABIC:
            raise _nameless(profile, f"unit `{unit}`", "units", f'unit("{unit}", "symbol")')
    return _from_cldr(profile, value, printed, identifier, by_name=chosen == "name")


def _from_cldr(
    profile: Profile, value: Decimal, printed: str, identifier: str, *, by_name: bool
) -> str:
    """CLDR's pattern of a unit, filled with the number as we print it."""
    from babel.numbers import format_decimal
    from babel.units import format_unit as babel_unit

    locale = profile.babel
    # Symbols are the same after any number in these languages; CLDR's Arabic leaves out a one.
    same = profile.grammar in (Grammar.ARABIC, Grammar.TURKISH)
    shown = Decimal(_MANY) if same else value
    number = format_decimal(shown, locale=locale, numbering_system="latn")
    text = identifier
    if by_name:
        text = babel_unit(shown, identifier, "long", locale=locale, numbering_system="latn")
    if identifier in text:  # Babel's word for what CLDR does not name in this language
        text = babel_unit(shown, identifier, "short", locale=locale, numbering_system="latn")
    filled = without_controls(text).replace(without_controls(number), printed, 1)
    return filled.replace(f"{printed} ", printed + NO_BREAK_SPACE, 1)


def _named_money(profile: Profile, value: Decimal, printed: str, code: str, case: str) -> str:
    from babel.numbers import get_currency_name

    noun = profile.currencies.get(code)
    if noun is not None:
        return _counted(profile, value, printed, noun, case)
    if profile.grammar is Grammar.ARABIC or code not in profile.babel.currencies:
        raise _nameless(profile, f"currency `{code}`", "currencies", f'money("{code}", "symbol")')
    name = get_currency_name(code, value, locale=profile.babel)
    return f"{printed}{NO_BREAK_SPACE}{name}"


def _counted(profile: Profile, value: Decimal, printed: str, noun: Noun, case: str) -> str:
    chosen = case_named(case)
    if not isinstance(noun, ArabicNoun):
        form = noun.forms.get(plural_category(profile, value.copy_abs())) or noun.forms["other"]
        return f"{printed}{NO_BREAK_SPACE}{form}"
    whole = int(value) if value == value.to_integral_value() else None
    if whole is None:  # what follows a fraction stands in the genitive: 2,5 كيلومتر
        return f"{printed}{NO_BREAK_SPACE}{noun.phrase(Slot.GENITIVE)}"
    text = arabic.counted(whole, printed, noun, chosen)
    return text.replace(f"{printed} ", printed + NO_BREAK_SPACE, 1)


def _currency(code: str) -> str:
    from babel.core import get_global

    known = get_global("all_currencies")
    if code not in known:
        close = nearest(casing.upper(code, "en"), known) or ""
        hint = "a currency is its ISO 4217 code, as `USD`"
        raise LanguageError(
            f"there is no currency `{code}`",
            hint=f"{hint}; {close}" if close.startswith("did") else hint,
        )
    return code


@cache
def _units() -> dict[str, str]:
    """CLDR's identifiers of units by their names alone: `kilometer` is `length-kilometer`."""
    import babel

    return {
        str(name).partition("-")[2]: str(name) for name in babel.Locale("en").unit_display_names
    }


def _unit(unit: str) -> tuple[str, str]:
    known = _units()
    name = unit.strip().replace(" ", "-").replace("metre", "meter").replace("litre", "liter")
    if name not in known:
        close = nearest(name, known) or ""
        hint = "a unit is its name in the CLDR, as `kilometer`, `kilogram`, `liter`"
        raise LanguageError(
            f"there is no unit `{unit}`", hint=close if close.startswith("did") else hint
        )
    return known[name], name


def _style(style: str, known: tuple[str, ...]) -> str:
    if style not in known:
        raise LanguageError(f"there is no style `{style}` of amounts", hint=nearest(style, known))
    return style


def _nameless(profile: Profile, what: str, section: str, instead: str) -> LanguageError:
    return LanguageError(
        f"`{profile.locale}` has no name for the {what}",
        hint=f"give it under `{section}` in `locales/{profile.language}.yaml`, or print its symbol:"
        f" `{instead}`",
    )


def _with_decimals(value: Decimal, least: int) -> Decimal:
    """A value with as many decimals as its currency has, where it has any."""
    whole, point, decimals = f"{value:f}".partition(".")
    return Decimal(f"{whole}.{decimals:0<{least}}") if point and decimals else value


def _is_letter(character: str) -> bool:
    return unicodedata.category(character).startswith("L")
